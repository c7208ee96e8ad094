import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { readTouches, type TouchesRead, touchesOf } from '#measure/index.ts'
import { changeIn } from '#test/change.ts'
import { hear, testChannel, testListening } from '#test/listening.ts'
import { SHORT_RUNS } from '#test/short-runs.ts'
import { makeWorkspace, type TestWorkspace } from '#test/workspace.ts'
import { addTopic, mergePeople } from '#understand/index.ts'
import { type Arrival, type IncomingActivity, TOUCH_KINDS } from '#vocabulary/index.ts'

const RUNS = Number(process.env.ENISHI_PROPERTY_RUNS ?? 12)
const DAY_MS = 86_400_000
const BEGIN = Date.UTC(2026, 8, 1)
const ACTORS = ['a', 'b', 'c', 'd', 'e'].map((externalId) => ({
  ...{ platform: 'shop', externalId, displayName: externalId },
}))
const actorOf = (n: number) => ACTORS[n % ACTORS.length] as (typeof ACTORS)[number]

interface Act {
  n: number
  by: number
  type: 'Create' | 'Like' | 'Announce' | 'Follow' | 'View'
  of: number | null
  thread: number | null
  names: number | null
  isAbout: boolean
  hasWords: boolean
}

function toArrival({ n, by, type, of, thread, names, isAbout, hasWords }: Act): IncomingActivity {
  const named = names === null ? undefined : actorOf(names)
  const hasText = type === 'Create' || (type === 'Announce' && hasWords)
  return {
    ...{ kind: 'activity', operation: 'create', type, platform: 'shop', externalKey: `${n}` },
    actor: actorOf(by),
    publishedAt: new Date(BEGIN + ((n * 7) % 23) * 3_600_000 * 5),
    ...(hasText ? { content: { text: isAbout ? 'Yurari is here' : 'it rains' } } : {}),
    ...(of === null ? {} : { parentKey: `${of}` }),
    ...(thread === null || type !== 'Create' ? {} : { threadKey: `${thread}` }),
    ...(named === undefined
      ? {}
      : type === 'Create'
        ? { mentions: [named] }
        : type === 'Follow'
          ? { objectHandle: named }
          : {}),
  }
}

const number = fc.integer({ min: 0, max: 22 })
const act: fc.Arbitrary<Act> = fc.record({
  n: number,
  by: fc.nat({ max: 4 }),
  type: fc.constantFrom('Create', 'Create', 'Create', 'Like', 'Announce', 'Follow', 'View'),
  of: fc.option(number, { freq: 9 }),
  thread: fc.option(fc.nat({ max: 3 }), { freq: 2 }),
  names: fc.option(fc.nat({ max: 4 }), { freq: 9 }),
  isAbout: fc.boolean(),
  hasWords: fc.boolean(),
})
const arrival: fc.Arbitrary<Arrival> = fc.oneof(
  { weight: 12, arbitrary: act.map(toArrival) },
  {
    weight: 1,
    arbitrary: number.map(
      (n): Arrival => ({
        ...{ kind: 'deletion', platform: 'shop', externalKey: `${n}` },
      }),
    ),
  },
)
const log = fc.uniqueArray(arrival, {
  minLength: 12,
  maxLength: 16,
  selector: (one) => `${one.kind} ${'externalKey' in one ? one.externalKey : ''}`,
})

interface Row {
  id: string
  type: string
  by: string
  account: string
  object: string | null
  key: string
  parent: string | null
  thread: string | null
  at: Date
  mentions: string[]
  topics: string[]
  text: string | null
}

/** The words of the definition, one pair of activities at a time. */
async function slowTouches(workspace: TestWorkspace): Promise<string[]> {
  const { rows } = await workspace.run((tx) =>
    sql<Row>`
      select a.id, a.type, hp.person_id as by, a.handle_id as account,
        a.object_handle_id as object, a.external_key as key,
        a.parent_key as parent, a.thread_key as thread, a.published_at as at, p.text,
        array(select mp.person_id::text from activity_mention m
          join handle_person mp on mp.handle_id = m.handle_id where m.activity_id = a.id) as mentions,
        array(select r.topic_id::text from reading_topic r where r.activity_id = a.id) as topics
      from activity a join handle_person hp on hp.handle_id = a.handle_id
      left join post p on p.activity_id = a.id
      where a.deleted_at is null order by a.id`.execute(tx),
  )
  const posts = rows.filter(({ type }) => type === 'Create')
  const found = new Map<string, string>()
  const add = (kind: string, activity: Row, evidence: Row, person: string) => {
    if (person === activity.by) return
    const key = `${activity.id} ${evidence.id} ${person}`
    const known = found.get(key)
    if (known === undefined || rank(kind) < rank(known)) found.set(key, kind)
  }
  const isAbout = (row: Row) =>
    row.topics.length > 0 || posts.some((p) => p.key === row.parent && p.topics.length > 0)
  const followersOf = (account: string, before: Date) =>
    rows.filter(
      (f) => f.type === 'Follow' && f.object !== null && f.at < before && f.object === account,
    )
  for (const row of rows) {
    const parent = posts.find((post) => post.key === row.parent)
    const kind = { Like: 'like', View: 'click', Create: 'reply', Announce: 'repost' }[row.type]
    if (parent !== undefined && kind !== undefined) {
      const isQuote = row.type === 'Announce' && (row.text ?? '') !== ''
      add(isQuote ? 'quote' : kind, parent, row, row.by)
    }
    if (row.type === 'Announce' && parent !== undefined && parent.topics.length > 0) {
      for (const follow of followersOf(row.account, row.at)) add('follow', parent, row, follow.by)
    }
    if (row.type !== 'Create') continue
    for (const person of row.mentions) add('mention', row, row, person)
    if (parent !== undefined) add('mention', row, row, parent.by)
    if (row.thread !== null) {
      for (const post of posts) {
        const isSame = post.thread === row.thread || post.key === row.thread
        if (isSame && post.id < row.id) add('thread', row, row, post.by)
      }
    }
    if (isAbout(row))
      for (const one of followersOf(row.account, row.at)) add('follow', row, row, one.by)
  }
  return [...found].map(([key, kind]) => `${key} ${kind}`).sort()
}

const KINDS = ['quote', 'repost', 'click', 'reply', 'like', 'mention', 'thread', 'follow']
const rank = (kind: string) => KINDS.indexOf(kind)

function shown(read: TouchesRead): string[] {
  return Array.from(read.actor, (_, i) =>
    [
      read.activities.idOf(read.activity[i] as number),
      read.activities.idOf(read.evidence[i] as number),
      read.accounts.people.idOf(read.person[i] as number),
      TOUCH_KINDS[read.kind[i] as number],
    ].join(' '),
  ).sort()
}

async function open() {
  const workspace = await makeWorkspace()
  const topic = { name: 'Yurari', kind: 'own' as const, aliases: [] }
  await workspace.run((tx) => addTopic(tx, topic, changeIn(workspace)))
  const channel = await testChannel(workspace)
  const listening = await testListening()
  return { workspace, hearAll: (some: Arrival[]) => hear(listening, workspace, channel, some) }
}

describe('touches', () => {
  it('are those of the definition, of the whole log and of each person', async () => {
    let [seen, kinds] = [0, new Set<string>()]
    await fc.assert(
      fc.asyncProperty(log, fc.boolean(), async (arrivals, isMerged) => {
        const { workspace, hearAll } = await open()
        await hearAll(arrivals)
        const people = await workspace.run((tx) =>
          tx.selectFrom('person').select('id').orderBy('id').execute(),
        )
        const [keep, merge] = people
        if (isMerged && keep !== undefined && merge !== undefined) {
          const wanted = { keep: keep.id, merge: merge.id, origin: 'member' as const }
          await workspace.run((tx) => mergePeople(tx, wanted, changeIn(workspace)))
        }
        const expected = await slowTouches(workspace)
        seen += expected.length
        for (const line of expected) kinds.add(line.split(' ')[3] ?? '')
        expect(shown(await readTouches(workspace.run))).toEqual(expected)
        const each = await Promise.all(
          people.slice(isMerged ? 1 : 0).map(async ({ id }) => {
            const before = new Date(BEGIN + 60 * DAY_MS)
            const wish = { of: { personId: id }, before, windowDays: 90 }
            const touches = await workspace.run((tx) => touchesOf(tx, wish))
            const root = isMerged && id === merge?.id ? keep?.id : id
            return touches.map((t) => `${t.activityId} ${t.evidenceId} ${root} ${t.kind}`)
          }),
        )
        expect(each.flat().sort()).toEqual(expected)
      }),
      { numRuns: RUNS, ...SHORT_RUNS },
    )
    expect(seen).toBeGreaterThan(4 * RUNS)
    // Which kinds come up is chance; that most do shows that the logs are worth reading.
    expect(kinds.size).toBeGreaterThan(3)
  }, 120_000)
})
