/**
 * Measures every call of the pages' API on a full embedded database:
 *
 *   node bench/pages.ts [--folder DIR] [--activities 1000000] [--people 100000] [--calls 200] [--only people]
 *
 * The folder is filled once and used again; without one it is made and removed.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { readTimeline, scopeOfPerson } from '#engage/index.ts'
import {
  type ActivityFilter,
  getActivity,
  getChannel,
  listActivities,
  listChannels,
} from '#listen/index.ts'
import { readBriefing } from '#measure/index.ts'
import { type Database, openDatabase } from '#store/database.ts'
import type { Door, Transaction } from '#store/door.ts'
import {
  getPerson,
  listPeople,
  listTopics,
  type PeopleFilter,
  type PeopleSort,
  previewTopic,
  readJourneys,
  readOverview,
  readPersonJourneys,
} from '#understand/index.ts'
import { rebuildTopicJourneys } from '#understand/walk-journeys.ts'
import { type FillSize, fillWorkspace, OLD_WORD, RARE_WORD, vacuum } from './fill.ts'
import {
  databaseMemoryBytes,
  describeMachine,
  type Measured,
  measure,
  printTable,
} from './measure.ts'

const P95_MS_MAX = 50
const LIMIT = 50

interface Subject {
  /** Most posts first. */
  topics: string[]
  channels: string[]
  /** The person with the most posts, and others. */
  loudest: string
  people: string[]
  activities: string[]
  fullName: string
  now: Date
}

type Call = [name: string, call: (tx: Transaction, turn: number) => Promise<number>]

/** Measures every call of every page through the door, one after another. */
export async function measurePages(
  door: Door,
  workspaceId: string,
  calls: number,
  only = '',
): Promise<Measured[]> {
  const measured: Measured[] = [await measureNothing(door, workspaceId, calls)]
  const all = await pageCalls(door, workspaceId)
  for (const [name, call] of all.filter(([known]) => known.includes(only))) {
    measured.push(
      await measure(name, calls, (turn) => door.inWorkspace(workspaceId, (tx) => call(tx, turn))),
    )
  }
  return measured
}

/** Every call that the pages make. */
export async function pageCalls(door: Door, workspaceId: string): Promise<Call[]> {
  const subject = await door.inWorkspace(workspaceId, chooseSubject)
  return [...logCalls(subject), ...peopleCalls(subject), ...homeCalls(subject)]
}

/** The cheapest call there is: what the machine and the door add to every other. */
async function measureNothing(door: Door, workspaceId: string, calls: number): Promise<Measured> {
  return measure('nothing (select 1)', calls, () =>
    door.inWorkspace(workspaceId, async (tx) => {
      await sql`select 1`.execute(tx)
      return 1
    }),
  )
}

async function chooseSubject(tx: Transaction): Promise<Subject> {
  const ids = async (query: ReturnType<typeof sql<{ id: string }>>) =>
    (await query.execute(tx)).rows.map(({ id }) => id)
  const people = await ids(
    sql`select person_id as id from root_summary order by posts desc, person_id limit 200`,
  )
  return {
    topics: await ids(
      sql`select topic_id as id from topic_day where topic_id <> '00000000-0000-0000-0000-000000000000'
        group by 1 order by sum(posts) desc`,
    ),
    channels: await ids(
      sql`select channel_id as id from activity_day group by 1 order by sum(activities) desc`,
    ),
    loudest: people[0] ?? '',
    people: people.slice(1),
    activities: await ids(sql`select id from activity order by id desc limit 200`),
    fullName: await readFullName(tx),
    now: new Date(),
  }
}

async function readFullName(tx: Transaction): Promise<string> {
  const names = ['family_name', 'given_name'] as const
  const named = await tx.selectFrom('person').select(names).limit(1).executeTakeFirst()
  return `${named?.family_name} ${named?.given_name}`
}

function pick<T>(from: readonly T[], turn: number): T {
  return from[turn % from.length] as T
}

function logCalls(subject: Subject): Call[] {
  const { topics, channels, loudest, now } = subject
  const [topic = '', seldom = topic] = [topics[0], topics.at(-1)]
  const day = (back: number) =>
    new Date(now.getTime() - back * 86_400_000).toISOString().slice(0, 10)
  const filters: [string, Partial<ActivityFilter>][] = [
    ['all posts', {}],
    ['all activities', { kind: 'all' }],
    ['topic', { topic }],
    ['topic, rare', { topic: seldom }],
    ['topic + stage', { topic, stage: 'evaluation' }],
    ['topic + stage + stance', { topic, stage: 'satisfaction', stance: 'against' }],
    ['topic + negative + en', { topic, sentiment: 'negative', lang: 'en' }],
    ['rare topic + negative + fr', { topic: seldom, sentiment: 'negative', lang: 'fr' }],
    ['stage', { stage: 'recommendation' }],
    ['stage none + negative', { stage: 'none', sentiment: 'negative' }],
    ['topic + move', { topic, move: 'evaluation-recommendation' }],
    ['stance', { stance: 'against' }],
    ['negative', { sentiment: 'negative' }],
    ['lang fr', { lang: 'fr' }],
    ['lang fr + negative + stage', { lang: 'fr', sentiment: 'negative', stage: 'satisfaction' }],
    ['channel, smallest', { channel: channels.at(-1) }],
    ['channel + topic + negative', { channel: channels.at(-1), topic, sentiment: 'negative' }],
    ['one day', { from: day(300), to: day(300) }],
    ['28 days + topic + negative', { from: day(28), to: day(0), topic, sentiment: 'negative' }],
    ['person, loudest', { person: loudest }],
    ['person, loudest + rare topic + fr', { person: loudest, topic: seldom, lang: 'fr' }],
    ['search, common word', { q: 'battery' }],
    ['search, one character', { q: '返' }],
    ['search, phrase', { q: '返品したい' }],
    ['search, rare word', { q: RARE_WORD }],
    ['search, common long ago only', { q: OLD_WORD }],
    ['search, two words', { q: '返品 掃除機' }],
    ['search, beginning of a word', { q: 'iph' }],
    ['search, nothing found', { q: '存在しない言葉' }],
    ['search + topic + negative', { q: 'refund', topic, sentiment: 'negative' }],
    ['search + stance', { q: 'refund', stance: 'against' }],
    ['search + loudest person', { q: '返品', person: loudest }],
    ['search + one day', { q: '返品', from: day(300), to: day(300) }],
  ]
  const lists = filters.map(([name, filter]): Call => {
    return [
      `activities: ${name}`,
      (tx) => countItems(listActivities(tx, { kind: 'post', ...filter }, { limit: LIMIT })),
    ]
  })
  return [
    ...lists,
    ['activities: tenth page of a topic', (tx) => tenthPage(tx, topic)],
    [
      'activity',
      async (tx, turn) => (await getActivity(tx, pick(subject.activities, turn))).topics.length,
    ],
  ]
}

async function countItems(list: Promise<{ items: unknown[] }>): Promise<number> {
  return (await list).items.length
}

const tenthPages = new Map<string, string | undefined>()

/** Its cursor is found once; the measured call is the tenth page alone. */
async function tenthPage(tx: Transaction, topic: string): Promise<number> {
  if (!tenthPages.has(topic)) {
    let cursor: string | undefined
    for (let page = 0; page < 9; page++) {
      const { next } = await listActivities(tx, { topic, kind: 'post' }, { limit: LIMIT, cursor })
      cursor = next ?? undefined
    }
    tenthPages.set(topic, cursor)
  }
  const page = { limit: LIMIT, cursor: tenthPages.get(topic) }
  return countItems(listActivities(tx, { topic, kind: 'post' }, page))
}

function peopleCalls(subject: Subject): Call[] {
  const { topics, loudest, people, fullName } = subject
  const [topic = '', seldom = topic] = [topics[0], topics.at(-1)]
  const filters: [string, PeopleFilter & { sort: PeopleSort }][] = [
    ['by last', { sort: 'last' }],
    ['by posts', { sort: 'posts' }],
    ['by name', { sort: 'name' }],
    ['topic + stage by posts', { topic, stage: 'discovery', sort: 'posts' }],
    ['topic + stage by name', { topic, stage: 'discovery', sort: 'name' }],
    ['topic by last', { topic, sort: 'last' }],
    ['rare topic + stage by posts', { topic: seldom, stage: 'satisfaction', sort: 'posts' }],
    ['stage by last', { stage: 'satisfaction', sort: 'last' }],
    ['search, one character', { q: '佐', sort: 'last' }],
    ['search, family name by posts', { q: '佐藤', sort: 'posts' }],
    ['search, full name by name', { q: fullName, sort: 'name' }],
    ['search, one account', { q: 'user777', sort: 'last' }],
    ['search, every account', { q: 'user', sort: 'last' }],
    ['search, nothing found', { q: '存在しない名', sort: 'last' }],
    ['search + topic + stage', { q: 'smith', topic, stage: 'evaluation', sort: 'last' }],
  ]
  const lists = filters.map(([name, filter]): Call => {
    return [`people: ${name}`, (tx) => countItems(listPeople(tx, filter, { limit: LIMIT }))]
  })
  return [
    ...lists,
    ['person, loudest', async (tx) => (await getPerson(tx, loudest)).stages.length],
    ['person', async (tx, turn) => (await getPerson(tx, pick(people, turn))).stages.length],
    ['timeline, loudest', (tx) => countItems(timelineOf(tx, loudest))],
    ['timeline', (tx, turn) => countItems(timelineOf(tx, pick(people, turn)))],
    ['person journeys, loudest', async (tx) => (await readPersonJourneys(tx, loudest)).length],
  ]
}

async function timelineOf(tx: Transaction, person: string) {
  return readTimeline(tx, await scopeOfPerson(tx, person), { limit: LIMIT }, new Date())
}

function homeCalls({ topics, channels, now }: Subject): Call[] {
  const [topic = '', channel = ''] = [topics[0], channels[0]]
  const back = (days: number) =>
    new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10)
  const overview =
    (days: number, filter: { topic?: string | undefined; channel?: string | undefined }) =>
    async (tx: Transaction) =>
      (await readOverview(tx, { from: back(days - 1), to: back(0), ...filter }, now)).days.length
  return [
    ...[28, 90, 365, 730].map((days): Call => [`overview: ${days} days`, overview(days, {})]),
    ['overview: 365 days, topic', overview(365, { topic })],
    ['overview: 365 days, channel', overview(365, { channel })],
    ['briefing', async (tx) => (await readBriefing(tx, {}, now)).findings.length],
    ['briefing: topic', async (tx) => (await readBriefing(tx, { topic }, now)).findings.length],
    ['journeys', async (tx) => (await readJourneys(tx, { topic })).flows.length],
    [
      'topic preview: common word and rare word',
      async (tx) => (await previewTopic(tx, ['battery', RARE_WORD])).examples.length,
    ],
    ['channel', async (tx) => (await getChannel(tx, channel, new Date())).postsLastWeek],
    ['topics', (tx) => countItems(listTopics(tx, { limit: LIMIT }))],
    ['channels', (tx) => countItems(listChannels(tx, { limit: LIMIT }, new Date()))],
  ]
}

/** The workspace of a filled folder, filled now if it is empty. */
export async function openFilled(
  folder: string,
  size: FillSize,
): Promise<{ database: Database; workspaceId: string }> {
  const database = await openDatabase({ folder })
  const known = await database.door.asSystem((tx) =>
    tx.selectFrom('workspace').select('id').where('slug', 'like', 'bench-%').executeTakeFirst(),
  )
  if (known !== undefined) return { database, workspaceId: known.id }
  const start = performance.now()
  const log = (line: string) =>
    process.stderr.write(`${((performance.now() - start) / 1000).toFixed(0)} s: ${line}\n`)
  const { workspaceId, topicIds } = await fillWorkspace(database.connection, size, log)
  for (const topicId of topicIds) {
    const rebuild = (tx: Transaction) => rebuildTopicJourneys(tx, workspaceId, topicId)
    await database.door.inWorkspace(workspaceId, rebuild, 'background')
  }
  log('journeys in')
  await vacuum(database.connection)
  return { database, workspaceId }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      folder: { type: 'string' },
      activities: { type: 'string', default: '1000000' },
      people: { type: 'string', default: '100000' },
      calls: { type: 'string', default: '200' },
      only: { type: 'string', default: '' },
    },
  })
  const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'enishi-bench-'))
  const size = { activities: Number(values.activities), people: Number(values.people) }
  const { database, workspaceId } = await openFilled(folder, size)
  try {
    const measured = await measurePages(
      database.door,
      workspaceId,
      Number(values.calls),
      values.only,
    )
    printTable(measured)
    await printSurroundings(database, workspaceId)
    const slow = measured.filter(({ p95 }) => p95 >= P95_MS_MAX)
    process.stdout.write(
      `p95 under ${P95_MS_MAX} ms: ${measured.length - slow.length} of ${measured.length}\n`,
    )
  } finally {
    await database.close()
    if (values.folder === undefined) rmSync(folder, { recursive: true, force: true })
  }
}

async function printSurroundings(database: Database, workspaceId: string): Promise<void> {
  const { rows } = await database.door.inWorkspace(
    workspaceId,
    (tx) =>
      sql<{ line: string }>`
      select format('%s activities, %s people, PostgreSQL %s', (select count(*) from activity),
        (select count(*) from person), current_setting('server_version')) as line`.execute(tx),
    'background',
  )
  process.stdout.write(`${rows[0]?.line}\n${describeMachine()}\n`)
  const mib = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MiB`
  const ofDatabase =
    database.postmasterPid === undefined || process.platform !== 'linux'
      ? 'unknown'
      : mib(databaseMemoryBytes(database.postmasterPid))
  process.stdout.write(
    `memory: this process ${mib(process.memoryUsage().rss)}, database ${ofDatabase}\n`,
  )
}

if (import.meta.main) await main()
