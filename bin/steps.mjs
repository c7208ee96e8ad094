/**
 * The list: everything that has to hold before a change goes in, in the order in
 * which it tells most soonest. `bin/check` runs it here, CI runs it there.
 *
 * `when` names a pattern of files; while none exists the step says "none yet" and
 * does not count. `counts: 'tests'` adds vitest's own numbers instead of one.
 */
const slow = 'vitest run --config vitest.slow.config.ts'

export const STEPS = [
  { name: 'types', command: 'tsc -p .' },
  { name: 'types:web', command: 'tsc -p web', when: ['web', /^tsconfig\.json$/] },
  { name: 'lint', command: 'biome ci . --error-on-warnings' },
  { name: 'boundaries', command: 'node bin/check-boundaries.ts' },
  { name: 'samples', command: 'node bin/check-samples.ts' },
  { name: 'dead-code', command: 'knip --no-config-hints' },
  { name: 'test', command: 'npm test', counts: 'tests' },
  {
    name: 'corpus',
    command: slow,
    env: { ENISHI_TESTS: 'corpus' },
    counts: 'tests',
    when: ['src,test', /\.corpus\.test\.ts$/],
  },
  {
    name: 'postgres',
    command: 'node bin/with-postgres.mjs -- vitest run',
    counts: 'tests',
    when: ['src/store', /\.test\.ts$/],
  },
  {
    name: 'browser',
    command: slow,
    env: { ENISHI_TESTS: 'browser' },
    counts: 'tests',
    when: ['test/browser', /\.browser\.test\.ts$/],
  },
  {
    name: 'slow',
    command: slow,
    env: { ENISHI_TESTS: 'slow' },
    counts: 'tests',
    when: ['src,test', /\.slow\.test\.ts$/],
  },
]
