/**
 * The list: everything that has to hold before a change goes in, in the order in
 * which it tells most soonest. `bin/check` runs it here, CI runs it there.
 *
 * `for` says what the step is for. `when` names a pattern of files; while none exists
 * the step says "none yet" and does not count. `counts: 'tests'` adds vitest's own
 * numbers instead of one.
 */
const slow = 'vitest run --config vitest.slow.config.ts'

/** Where tests meet a database; the others say the same on any. */
const KEEPING_DATA = [
  ...['src/app/', 'src/channels/', 'src/cli/', 'src/engage/', 'src/http/', 'src/listen/'],
  ...['src/measure/', 'src/store/', 'src/stream/', 'src/understand/', 'test/'],
]

export const STEPS = [
  { name: 'types', for: 'server, tests and tools have sound types', command: 'tsc -p .' },
  {
    name: 'types:web',
    for: 'the pages have sound types',
    command: 'tsc -p web',
    when: ['web', /^tsconfig\.json$/],
  },
  {
    name: 'lint',
    for: 'format and common mistakes, Markdown too',
    command: 'biome ci . --error-on-warnings',
  },
  {
    name: 'boundaries',
    for: 'the order of imports and the rules of the house',
    command: 'node bin/check-boundaries.ts',
  },
  {
    name: 'samples',
    for: 'the gates flag what is made to be flagged',
    command: 'node bin/check-samples.ts',
  },
  {
    name: 'dead-code',
    for: 'no file, export or package that nothing uses',
    command: 'knip --no-config-hints',
  },
  {
    name: 'test',
    for: 'the tests, on the embedded PostgreSQL',
    command: 'npm test',
    counts: 'tests',
  },
  {
    name: 'corpus',
    for: 'recorded payloads in ../shared/data, read and imported twice',
    command: slow,
    env: { ENISHI_TESTS: 'corpus' },
    counts: 'tests',
    when: ['src,test', /\.corpus\.test\.ts$/],
  },
  {
    name: 'postgres',
    for: 'the tests of all that keeps data, on a PostgreSQL server of this system',
    command: `node bin/with-postgres.mjs -- vitest run ${KEEPING_DATA.join(' ')}`,
    counts: 'tests',
    when: ['src/store', /\.test\.ts$/],
  },
  {
    name: 'plain-role',
    for: 'there, as a user who is no superuser',
    command: 'node bin/with-postgres.mjs --plain-role -- vitest run src/store src/app',
    counts: 'tests',
    when: ['src/store', /\.test\.ts$/],
  },
  {
    name: 'browser',
    for: 'journeys through the pages in a headless Chromium',
    command: slow,
    env: { ENISHI_TESTS: 'browser' },
    counts: 'tests',
    when: ['test/browser', /\.browser\.test\.ts$/],
  },
  {
    name: 'slow',
    for: 'whole processes: started, killed, started again',
    command: slow,
    env: { ENISHI_TESTS: 'slow' },
    counts: 'tests',
    when: ['src,test', /\.slow\.test\.ts$/],
  },
]
