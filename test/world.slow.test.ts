import { createHash } from 'node:crypto'
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '#store/database.ts'
import { newFolder, succeed } from '#test/enishi-process.ts'

/** The usual world, written by the real command and read into the log by the real command. */

/** On two cores of our own; a machine that is busy with other things may be given longer. */
const SECONDS_TO_IMPORT_MAX = Number(process.env.ENISHI_WORLD_SECONDS ?? 60)
const FILES = ['activities.jsonl', 'outcomes.csv', 'people.csv', 'topics.json', 'truth.json']
const ALL_FILES = [...FILES, 'truth.jsonl']

async function timed(args: string[]): Promise<{ out: string; seconds: number }> {
  const begun = performance.now()
  const out = await succeed(args)
  return { out, seconds: (performance.now() - begun) / 1000 }
}

async function simulate(...more: string[]): Promise<{ folder: string; seconds: number }> {
  const folder = newFolder()
  const { seconds } = await timed(['simulate', '--out', folder, ...more])
  return { folder, seconds }
}

function hashesOf(folder: string): string[] {
  return ALL_FILES.map((name) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  )
}

/** A line of `truth.jsonl`, with the fields of its kind. */
interface TruthLine {
  kind: string
  id: string
  at: string
  post: string
  actor: string
  person: string
  topic?: string
  purpose: string
  handles: { platform: string; handle: string }[]
  joinedBy?: string
  planted?: string
  influence: number
  isOrganisation: boolean
  language: string
  community: string
  platform: string
  handle: string
  type: string
  value?: number
}

/** A line of `activities.jsonl`, as far as follows go. */
interface ActivityLine {
  type: string
  actor: { platform: string; handle: string }
  object: { platform: string; handle: string }
  published: string
}

interface Planted {
  actor: string
  platform: string
  posts: number
  followers: number
  caused: number
}

/** What is asserted of `truth.json`. */
interface Summary {
  from: string
  handles: number
  behindTwoHandles: string[]
  activities: Record<string, number>
  outcomes: Record<string, { all: number; caused: number }>
  moves: Record<string, { all: number; caused: number }>
  topCauses: { actor: string; caused: number }[]
  loud: Planted
  quiet: Planted
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
  let lines: ActivityLine[]
  let summary: Summary
  let database: Database
  let workspaceId: string
  let importSeconds: number

  beforeAll(async () => {
    world = await simulate()
    truth = await readLines<TruthLine>(join(world.folder, 'truth.jsonl'))
    lines = await readLines<ActivityLine>(join(world.folder, 'activities.jsonl'))
    summary = JSON.parse(readFileSync(join(world.folder, 'truth.json'), 'utf8'))
    const data = newFolder()
    const init = ['init', '--workspace', 'world', '--email', 'a@example.com', '--name', 'A']
    await succeed([...init, '--data', data], 'a long enough password\n')
    const file = join(world.folder, 'activities.jsonl')
    const imported = await timed(['import', file, '--as', 'activities', '--data', data])
    const tally = JSON.parse(imported.out)
    const sizes = ALL_FILES.map((name) => `${name} ${statSync(join(world.folder, name)).size}`)
    console.log(`simulated in ${world.seconds.toFixed(1)} s: ${sizes.join(', ')}`)
    console.log(`imported in ${imported.seconds.toFixed(1)} s: ${JSON.stringify(tally)}`)
    expect(tally).toMatchObject({ read: lines.length, duplicate: 0, refused: 0 })
    importSeconds = imported.seconds
    const importList = async (name: string, format: string) => {
      const args = ['import', join(world.folder, name), '--as', format, '--data', data]
      return JSON.parse(await succeed(args))
    }
    const book = tableOf('people.csv').length
    // Everybody in the address book has an account, so nobody in it is new.
    expect(await importList('people.csv', 'people-csv')).toMatchObject({
      read: book,
      updated: book,
    })
    const deeds = ofKind('outcome').length
    const allNew = { read: deeds, new: deeds }
    expect(await importList('outcomes.csv', 'outcomes-csv')).toMatchObject(allNew)
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
  const tableOf = (name: string): Record<string, string>[] =>
    parse(readFileSync(join(world.folder, name), 'utf8'), { columns: true })
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
    const { deletion, edit, ...created } = summary.activities
    const outcomes = { Outcome: ofKind('outcome').length }
    expect(Object.fromEntries(rows.map(({ type, count }) => [type, count]))).toEqual({
      ...created,
      ...outcomes,
    })
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

  test('has the outcomes of the truth: whose, of which kind, worth how much', async () => {
    // An id of a list counts within its channel: `CHANNEL:ID`. Yen have no minor unit.
    const rows = await ask(
      sql<{ text: string }>`
        select concat_ws(' ', split_part(a.external_key, ':', -1), h.platform, h.external_id, o.type,
          o.value_minor, o.currency, o.about) as text
        from outcome o
        join activity a on a.workspace_id = o.workspace_id and a.id = o.activity_id
        join handle h on h.workspace_id = a.workspace_id and h.id = a.handle_id`,
    )
    const expected = ofKind('outcome').map(({ id, platform, handle, type, value, topic }) => {
      const worth = value === undefined ? [] : [value, 'JPY']
      return [id, platform, handle, type, ...worth, topic].join(' ')
    })
    expect(textsOf(rows).sort()).toEqual(expected.sort())
  })

  test('has what the address book says that people are to the company', async () => {
    const rows = await ask(
      sql<{ text: string }>`
        select concat_ws(' ', h.platform, h.external_id, r.kind) as text
        from relation r
        join handle_person o on o.person_id = r.person_id
        join handle h on h.workspace_id = r.workspace_id and h.id = o.handle_id`,
    )
    const expected = tableOf('people.csv').map(({ platform, handle, relation }) =>
      [platform, handle, relation].join(' '),
    )
    expect(expected.filter((one) => !textsOf(rows).includes(one))).toEqual([])
    expect(expected.length).toBeGreaterThan(150)
  })

  describe('as its page describes it', () => {
    const shareOf = (deeds: Summary['moves']) => {
      const sum = (of: 'all' | 'caused') =>
        Object.values(deeds).reduce((total, share) => total + share[of], 0)
      return sum('caused') / sum('all')
    }
    const expectWithin = (value: number, [low, high]: readonly [number, number]) => {
      expect(value).toBeGreaterThan(low)
      expect(value).toBeLessThan(high)
    }

    test('has about 29,000 activities, 12,600 of them posts, by 2,100 accounts', () => {
      const { deletion: _, edit: __, ...created } = summary.activities
      const all = Object.values(created).reduce((sum, count) => sum + count, 0)
      expectWithin(all, [28_500, 29_500])
      expectWithin(summary.activities.Create ?? 0, [12_500, 12_700])
      expectWithin(summary.handles, [2_050, 2_150])
      const people = ofKind('actor').filter(({ isOrganisation }) => !isOrganisation)
      expectWithin(
        people.filter(({ language }) => language === 'ja').length / people.length,
        [0.63, 0.71],
      )
      expect(new Set(people.map(({ community }) => community)).size).toBe(12)
      const follows = lines.filter(({ type }) => type === 'Follow')
      const older = follows.filter(({ published }) => published < summary.from)
      expectWithin(older.length / follows.length, [0.67, 0.73])
    })

    test('three in ten moves and nearly four in ten outcomes are caused', () => {
      expectWithin(shareOf(summary.moves), [0.27, 0.33])
      expectWithin(shareOf(summary.outcomes), [0.35, 0.4])
    })

    test('the quiet one causes more than anybody, the loud one nothing', () => {
      const { loud, quiet, topCauses } = summary
      expect(topCauses[0]).toMatchObject({ actor: quiet.actor, caused: quiet.caused })
      expect(quiet.caused).toBeGreaterThan(2 * (topCauses[1]?.caused ?? 0))
      expectWithin(quiet.posts, [40, 50])
      expect(quiet.followers).toBeLessThanOrEqual(40)
      expect(loud).toMatchObject({ actor: 'person-00013', caused: 0 })
      expect(quiet.actor).toBe('person-00014')
      expect(loud.posts).toBeGreaterThan(400)
      const actors = ofKind('actor')
      const there = actors.filter(
        ({ isOrganisation, handles }) =>
          !isOrganisation && handles.some(({ platform }) => platform === loud.platform),
      )
      expectWithin(loud.followers / there.length, [0.37, 0.43])
      const most = Math.max(...actors.map(({ influence }) => influence))
      const strongest = actors.filter(({ influence }) => influence === most)
      expect(strongest.map(({ id }) => id)).toEqual([quiet.actor])
    })

    test('last touch puts the loud one first', () => {
      const credits = lastTouches()
      const [first] = [...credits].sort(([, more], [, less]) => less - more)
      expect(first?.[0]).toBe(summary.loud.actor)
    })

    test('a hundred people are behind two handles, and half of those without a blog say so', () => {
      const pairs = ofKind('actor').filter(({ handles }) => handles.length > 1)
      expect(pairs.map(({ id }) => id)).toEqual(summary.behindTwoHandles)
      expectWithin(pairs.length, [90, 120])
      const isBlog = ({ handles }: TruthLine) => handles.some(({ platform }) => platform === 'feed')
      const plain = pairs.filter((one) => !isBlog(one))
      const linked = plain.filter(({ joinedBy }) => joinedBy === 'verified-link')
      expectWithin(linked.length / plain.length, [0.4, 0.6])
    })
  })

  /** By actor: of how many moves and outcomes theirs was the last word about it that the person saw, within a week. */
  function lastTouches(): Map<string, number> {
    const followedAt = new Map<string, string>()
    for (const { type, actor, object, published } of lines) {
      if (type !== 'Follow') continue
      const key = [actor.platform, actor.handle, object.platform, object.handle].join(' ')
      followedAt.set(key, published)
    }
    const handlesOf = new Map(ofKind('actor').map(({ id, handles }) => [id, handles]))
    const words = Map.groupBy(
      ofKind('post').filter(({ purpose }) => purpose !== 'react'),
      ({ topic }) => topic,
    )
    const sees = (person: string, { platform, handle, at }: TruthLine) =>
      handlesOf.get(person)?.some((own) => {
        const since = followedAt.get([own.platform, own.handle, platform, handle].join(' '))
        return since !== undefined && since <= at
      })
    const credits = new Map<string, number>()
    for (const { kind, at, person, topic } of truth) {
      if (kind !== 'move' && kind !== 'outcome') continue
      const from = new Date(Date.parse(at) - 7 * 86_400_000).toISOString()
      const last = words
        .get(topic)
        ?.findLast((word) => word.at >= from && word.at < at && sees(person, word))
      if (last !== undefined) credits.set(last.actor, (credits.get(last.actor) ?? 0) + 1)
    }
    return credits
  }
})
