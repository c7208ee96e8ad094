import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { type ImportFormat, type Listening, listActivities } from '#listen/index.ts'
import { importBytes } from '#test/import-text.ts'
import { testListening } from '#test/listening.ts'
import { logState } from '#test/log-state.ts'
import { makeWorkspace, type TestWorkspace } from '#test/workspace.ts'
import { checkDerived } from '#understand/index.ts'
import { emptyTally, type Tally } from '#vocabulary/index.ts'

const CORPUS = join(import.meta.dirname, '../../../shared/data/channels')
const isThere = existsSync(CORPUS)
if (!isThere) console.warn(`no corpus at ${CORPUS}: its tests are skipped`)

interface Source {
  name: string
  format: ImportFormat
}

function filesUnder(folder: string, ending: RegExp, format: ImportFormat): Source[] {
  return readdirSync(join(CORPUS, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .sort()
    .map((name) => ({ name: `${folder}/${name}`, format }))
}

/** Every payload of the corpus that has a format of this version. */
function sources(): Source[] {
  return [
    { name: 'mastodon/entities.jsonl.gz', format: 'mastodon' },
    { name: 'mastodon/gotosocial-recorded/streaming-user.jsonl', format: 'mastodon' },
    { name: 'bluesky/jetstream.jsonl.gz', format: 'jetstream' },
    ...filesUnder('activitystreams/w3c/test', /\.json$/, 'activitystreams'),
    ...filesUnder('feeds/feedparser/tests', /\.(?:xml|json)$/, 'feed'),
    ...filesUnder('feeds/feedsmith/src/feeds', /\.xml$/, 'feed'),
    ...filesUnder('mail', /\.eml$|sample_output_multipart$/, 'eml'),
  ]
}

/** Imports every file, each as a file of its own name; answers the tally of each. */
async function importAll(
  listening: Listening,
  workspace: TestWorkspace,
  all: readonly Source[],
): Promise<Map<string, Tally>> {
  const tallies = new Map<string, Tally>()
  for (const { name, format } of all) {
    const bytes = readFileSync(join(CORPUS, name))
    const { tally, state } = await importBytes(listening, workspace, format, bytes, {
      fileName: name,
    })
    expect(`${name}: ${state}`).toBe(`${name}: done`)
    const { read, ...endings } = tally
    expect(
      Object.values(endings).reduce((sum, n) => sum + n, 0),
      name,
    ).toBe(read)
    tallies.set(name, tally)
  }
  return tallies
}

function sumOf(all: readonly Source[], tallies: Map<string, Tally>): Record<string, Tally> {
  const sums: Record<string, Tally> = {}
  for (const { name, format } of all) {
    const sum = sums[format] ?? emptyTally()
    sums[format] = sum
    const tally = tallies.get(name) ?? emptyTally()
    for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key]
  }
  return sums
}

/** How often each reason was given, over all imports. */
async function reasonsIn(workspace: TestWorkspace): Promise<unknown> {
  const { rows } = await workspace.run((tx) =>
    sql`select i.format, r.reason, r.field, count(*) as times from import_refusal r
      join import i on i.id = r.import_id group by 1, 2, 3 order by 1, 4 desc`.execute(tx),
  )
  return rows
}

/** What an import changed. */
function changes({ new: added, updated, deleted }: Tally): number {
  return added + updated + deleted
}

describe.skipIf(!isThere)('every recorded payload', () => {
  it('goes through listening without a crash, and a second time changes nothing', async () => {
    const workspace = await makeWorkspace()
    const listening = await testListening()
    const all = sources()
    const first = await importAll(listening, workspace, all)
    console.log(`corpus: ${all.length} files; first time`, sumOf(all, first))
    console.log('corpus: refused', await reasonsIn(workspace))
    const state = await logState(workspace)
    expect(await workspace.run(checkDerived)).toEqual([])
    const second = await importAll(listening, workspace, all)
    console.log('corpus: second time', sumOf(all, second))
    expect([...second].filter(([, tally]) => changes(tally) > 0)).toEqual([])
    expect(await logState(workspace)).toEqual(state)
    expect(await workspace.run(checkDerived)).toEqual([])
  })

  it.each([
    ['Shift_JIS', 'multi_charset/japanese_shift_jis.eml', 'テスト用のメール', 'あいうえお'],
    ['ISO-2022-JP', 'multi_charset/japanese_iso_2022.eml', 'すみません', 'まみむめも'],
    ['ISO-2022-JP in its subject', 'rfc2822/example14.eml', 'テストテスト', 'テストテスト'],
  ])('mail in %s is found by its words', async (_, name, word, other) => {
    const workspace = await makeWorkspace()
    const mails = sources().filter(({ format }) => format === 'eml')
    await importAll(await testListening(), workspace, mails)
    const { items } = await workspace.run((tx) =>
      listActivities(tx, { q: word, kind: 'post' }, { limit: 50 }),
    )
    const found = items.find(({ channel }) => channel.name.endsWith(name))
    expect(`${found?.title}\n${found?.text}`).toContain(other)
    expect(items.every(({ title, text }) => `${title}\n${text}`.includes(word))).toBe(true)
  })
})
