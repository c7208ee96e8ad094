import { createHash } from 'node:crypto'
import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '#store/database.ts'
import { runEnishi } from '#test/enishi-process.ts'

/** The usual world, written by the real command and read into the log by the real command. */

/** On two cores of our own; a machine that is busy with other things may be given longer. */
const SECONDS_TO_IMPORT_MAX = Number(process.env.ENISHI_WORLD_SECONDS ?? 60)
const FILES = ['activities.jsonl', 'outcomes.csv', 'people.csv', 'topics.json', 'truth.json']
const ALL_FILES = [...FILES, 'truth.jsonl']

const folders: string[] = []
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'enishi-world-'))
  folders.push(folder)
  return folder
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

async function succeed(args: string[], input = ''): Promise<{ out: string; seconds: number }> {
  const begun = performance.now()
  const ran = runEnishi(args, { input })
  expect(await ran.ended(), ran.err()).toBe(0)
  return { out: ran.out(), seconds: (performance.now() - begun) / 1000 }
}

async function simulate(...more: string[]): Promise<{ folder: string; seconds: number }> {
  const folder = newFolder()
  const { seconds } = await succeed(['simulate', '--out', folder, ...more])
  return { folder, seconds }
}

function hashesOf(folder: string): string[] {
  return ALL_FILES.map((name) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  )
}

interface TruthLine {
  kind: string
  id: string
  post: string
  handles: { platform: string; handle: string }[]
  joinedBy?: string
  platform: string
  handle: string
}

async function readLines<Line>(path: string): Promise<Line[]> {
  const lines: Line[] = []
  for await (const line of createInterface({ input: createReadStream(path) })) {
    lines.push(JSON.parse(line) as Line)
  }
  return lines
}

describe('the usual world', () => {
  let world: { folder: string; seconds: number }
  let truth: TruthLine[]
  let lines: unknown[]
  let database: Database
  let workspaceId: string
  let importSeconds: number

  beforeAll(async () => {
    world = await simulate()
    truth = await readLines<TruthLine>(join(world.folder, 'truth.jsonl'))
    lines = await readLines<unknown>(join(world.folder, 'activities.jsonl'))
    const data = newFolder()
    const init = ['init', '--workspace', 'world', '--email', 'a@example.com', '--name', 'A']
    await succeed([...init, '--data', data], 'a long enough password\n')
    const file = join(world.folder, 'activities.jsonl')
    const imported = await succeed(['import', file, '--as', 'activities', '--data', data])
    const tally = JSON.parse(imported.out)
    const sizes = ALL_FILES.map((name) => `${name} ${statSync(join(world.folder, name)).size}`)
    console.log(`simulated in ${world.seconds.toFixed(1)} s: ${sizes.join(', ')}`)
    console.log(`imported in ${imported.seconds.toFixed(1)} s: ${JSON.stringify(tally)}`)
    expect(tally).toMatchObject({ read: lines.length, duplicate: 0, refused: 0 })
    importSeconds = imported.seconds
    database = await openDatabase({ folder: data })
    const workspace = await database.door.asSystem((tx) =>
      tx.selectFrom('workspace').select('id').executeTakeFirstOrThrow(),
    )
    workspaceId = workspace.id
  })

  afterAll(async () => {
    await database?.close()
  })

  async function ask<Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> {
    const { rows } = await database.door.inWorkspace(
      workspaceId,
      (tx) => query.execute(tx),
      'background',
    )
    return rows
  }

  const ofKind = (kind: string) => truth.filter((line) => line.kind === kind)
  const textsOf = (rows: { text: string }[]) => rows.map(({ text }) => text)

  test('is the same bytes for the same arguments, and has the size that is promised', async () => {
    const again = await simulate('--seed', '1', '--people', '2000', '--days', '180')
    expect(hashesOf(again.folder)).toEqual(hashesOf(world.folder))
    const other = await simulate('--seed', '2')
    const hashes = hashesOf(other.folder)
    const topics = ALL_FILES.indexOf('topics.json')
    const differing = hashes.map((hash, i) => hash !== hashesOf(world.folder)[i])
    expect(differing).toEqual(ALL_FILES.map((_, i) => i !== topics))
    expect(lines.length).toBeGreaterThan(27_000)
    expect(lines.length).toBeLessThan(36_000)
    const posts = ofKind('post').length
    expect(posts).toBeGreaterThan(12_000)
    expect(posts).toBeLessThan(15_500)
  })

  test('is written within 30 s and read into the log within 60', () => {
    expect(world.seconds).toBeLessThan(SECONDS_TO_IMPORT_MAX / 2)
    expect(importSeconds).toBeLessThan(SECONDS_TO_IMPORT_MAX)
  })

  test('is in the log as often as the truth says, by type', async () => {
    const rows = await ask(
      sql<{ type: string; count: number }>`
        select type, count(*)::int as count from activity group by type`,
    )
    const { activities } = JSON.parse(readFileSync(join(world.folder, 'truth.json'), 'utf8'))
    const { deletion, edit, ...created } = activities
    expect(Object.fromEntries(rows.map(({ type, count }) => [type, count]))).toEqual(created)
    expect([deletion, edit]).toEqual([ofKind('deletion').length, ofKind('edit').length])
  })

  test('has every post of the truth once, by whom the truth says', async () => {
    const rows = await ask(
      sql<{ text: string }>`
        select a.external_key || ' ' || h.platform || ' ' || h.external_id as text
        from activity a join handle h on h.workspace_id = a.workspace_id and h.id = a.handle_id
        where a.type = 'Create'`,
    )
    const expected = ofKind('post').map(({ id, platform, handle }) => `${id} ${platform} ${handle}`)
    expect(textsOf(rows).sort()).toEqual(expected.sort())
  })

  test('has the edits and the deletions of the truth, and nobody’s text where it was deleted', async () => {
    const edited = await ask(
      sql<{ text: string }>`
        select external_key as text from activity where edited_at is not null and deleted_at is null`,
    )
    const deleted = await ask(
      sql<{ text: string }>`
        select a.external_key as text from activity a where a.deleted_at is not null`,
    )
    const withText = await ask(
      sql<{ count: number }>`
        select count(*)::int as count from activity a
        join post p on p.workspace_id = a.workspace_id and p.activity_id = a.id
        where a.deleted_at is not null and p.text <> ''`,
    )
    const gone = new Set(ofKind('deletion').map(({ post }) => post))
    const changed = new Set(ofKind('edit').map(({ post }) => post))
    expect(textsOf(deleted).sort()).toEqual([...gone].sort())
    expect(textsOf(edited).sort()).toEqual([...changed].filter((post) => !gone.has(post)).sort())
    expect(withText[0]?.count).toBe(0)
  })

  test('has every account, joined where a verified link says so', async () => {
    const keysOf = (one: TruthLine) =>
      one.handles.map(({ platform, handle }) => `${platform} ${handle}`)
    const handles = await ask(
      sql<{ text: string }>`select platform || ' ' || external_id as text from handle`,
    )
    const accounts = ofKind('actor').flatMap(keysOf)
    expect(textsOf(handles).sort()).toEqual(accounts.sort())
    const linked = ofKind('actor').filter(({ joinedBy }) => joinedBy === 'verified-link')
    expect(linked.length).toBeGreaterThan(20)
    const people = await ask(
      sql<{ count: number }>`select count(distinct person_id)::int as count from handle_person`,
    )
    expect(people[0]?.count).toBe(accounts.length - linked.length)
  })
})
