import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ActivityFilter, listActivities } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import { seedMany } from '#test/seed-many.ts'
import { makeWorkspace, randomBytes, type TestWorkspace } from '#test/workspace.ts'
import {
  addOrganisation,
  addToOrganisation,
  getOrganisation,
  getPerson,
  listOrganisationTies,
  listPeople,
  listPersonTies,
  listTieActivities,
  type PeopleFilter,
  type PeopleSort,
  readJourneys,
  readPersonJourneys,
  readVoices,
} from './index.ts'

/** Tables that grow with the log: no page may read one of them whole. */
const GROWING = [
  'activity',
  'post',
  'reading',
  'reading_topic',
  'handle',
  'handle_ownership',
  'person',
  'person_summary',
  'root_summary',
  'journey_stage',
  'journey_move',
  'activity_source',
  'tie',
]

let ours: TestWorkspace
let topic: string
let channel: string
let person: string
let organisation: string

beforeAll(async () => {
  ours = await makeWorkspace()
  await seedMany(ours, POSTS)
  const first = (tx: Transaction, table: 'topic' | 'channel' | 'person') =>
    tx.selectFrom(table).select('id').orderBy('id').limit(1).executeTakeFirstOrThrow()
  topic = (await ours.run((tx) => first(tx, 'topic'))).id
  channel = (await ours.run((tx) => first(tx, 'channel'))).id
  person = (await ours.run((tx) => first(tx, 'person'))).id
  const change = { workspaceId: ours.id, authorId: null, now: new Date(), random: randomBytes }
  organisation = await ours.run(async (tx) => {
    const { id } = await addOrganisation(tx, { name: 'Organisation' }, change)
    await addToOrganisation(tx, id, { person }, change)
    return id
  })
})

/** So many rows of one table are no page any more; the workspace has {@link POSTS}. */
const READ_ROWS_MAX = 20_000
const POSTS = 24_000

interface Scans {
  whole: Record<string, number>
  read: Record<string, number>
  tokens: number
  names: number
}

/** The backend's own counters; not yet flushed ones of earlier transactions may be among them. */
async function countScans(tx: Transaction): Promise<Scans> {
  const { rows } = await sql<Scans>`
    select json_object_agg(relname, seq_scan) as whole,
      json_object_agg(relname, coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)) as read,
      pg_stat_get_xact_numscans('enishi.post_tokens'::regclass) as tokens,
      pg_stat_get_xact_numscans('enishi.person_name_tokens'::regclass) as names
    from pg_stat_xact_user_tables where schemaname = 'enishi' and relname = any(${GROWING}::text[])
  `.execute(tx)
  return rows[0] ?? { whole: {}, read: {}, tokens: 0, names: 0 }
}

/** What the statements of one call did, those inside functions too: tables read whole, searches by index. */
async function scansOf(call: (tx: Transaction) => Promise<unknown>) {
  return ours.run(async (tx) => {
    const before = await countScans(tx)
    await call(tx)
    const after = await countScans(tx)
    const isWhole = (table: string) =>
      after.whole[table] !== before.whole[table] ||
      Number(after.read[table]) - Number(before.read[table]) > READ_ROWS_MAX
    const whole = GROWING.filter(isWhole)
    return { whole, tokens: after.tokens - before.tokens, names: after.names - before.names }
  })
}

describe('what the pages ask for, as the application role', () => {
  const filters: [string, () => Partial<ActivityFilter>][] = [
    ['everything', () => ({})],
    ['all kinds', () => ({ kind: 'all' })],
    ['a topic', () => ({ topic })],
    ['a topic and a stage', () => ({ topic, stage: 'evaluation' })],
    ['a topic, a feeling and a language', () => ({ topic, sentiment: 'negative', lang: 'fr' })],
    ['a move', () => ({ topic, move: 'none-discovery' })],
    ['a move and a stance', () => ({ topic, move: 'discovery-evaluation', stance: 'for' })],
    ['a move by one person', () => ({ topic, move: 'none-discovery', person })],
    ['a word and a move', () => ({ topic, move: 'none-discovery', q: 'common' })],
    ['an organisation', () => ({ organisation })],
    ['an organisation and a topic', () => ({ organisation, topic })],
    ['a stage', () => ({ stage: 'discovery' })],
    ['a stance', () => ({ stance: 'for' })],
    ['a feeling', () => ({ sentiment: 'negative' })],
    ['a language', () => ({ lang: 'en' })],
    ['an intent', () => ({ intent: 'question' })],
    ['a rare intent', () => ({ intent: 'complaint' })],
    ['an intent that none has', () => ({ intent: 'churn' })],
    ['a topic and an intent', () => ({ topic, intent: 'complaint' })],
    [
      'a stage, an intent and abuse',
      () => ({ stage: 'discovery', intent: 'question', toxic: true }),
    ],
    ['abuse', () => ({ toxic: true })],
    ['no abuse', () => ({ toxic: false, person })],
    ['what is left open', () => ({ unsure: true })],
    ['what is left open in a language', () => ({ unsure: true, lang: 'fr' })],
    ['a model', () => ({ model: 'old' })],
    ['a word and an intent', () => ({ q: 'common', intent: 'complaint' })],
    ['a channel', () => ({ channel })],
    ['a channel, a language and a stage', () => ({ channel, lang: 'fr', stage: 'evaluation' })],
    ['a person', () => ({ person })],
    ['a person and a topic', () => ({ person, topic })],
    ['a span', () => ({ from: '2024-01-01', to: '2024-01-31' })],
    ['a common word', () => ({ q: 'common' })],
    ['a rare word', () => ({ q: 'rare' })],
    ['a word of long ago and a feeling', () => ({ q: 'old', sentiment: 'negative' })],
    ['a word by one person', () => ({ q: 'common', person })],
  ]

  it.each(filters)('never reads a whole table of the log for %s', async (_, filter) => {
    const list = (tx: Transaction) =>
      listActivities(tx, { kind: 'post', ...filter() }, { limit: 50 })
    expect(await scansOf(list)).toMatchObject({ whole: [] })
  })

  const lists: [string, () => PeopleFilter & { sort: PeopleSort }][] = [
    ['by last activity', () => ({ sort: 'last' })],
    ['by posts', () => ({ sort: 'posts' })],
    ['by name', () => ({ sort: 'name' })],
    ['of a topic and stage', () => ({ topic, stage: 'discovery', sort: 'posts' })],
    ['of a stage', () => ({ stage: 'discovery', sort: 'last' })],
    ['of an organisation', () => ({ organisation, topic, stage: 'discovery', sort: 'last' })],
    ['of one name', () => ({ q: 'p77', sort: 'last' })],
    ['of a name that all bear', () => ({ q: 'person', sort: 'posts' })],
  ]

  it.each(lists)('never reads all people for people %s', async (_, filter) => {
    const list = (tx: Transaction) => listPeople(tx, filter(), { limit: 50 })
    expect(await scansOf(list)).toMatchObject({ whole: [] })
  })

  it('never reads a whole table for one person', async () => {
    expect(await scansOf((tx) => getPerson(tx, person))).toMatchObject({ whole: [] })
  })

  it('never reads a whole table for an organisation', async () => {
    expect(await scansOf((tx) => getOrganisation(tx, organisation))).toMatchObject({ whole: [] })
  })

  it('never reads a whole table for the ties of a person or an organisation', async () => {
    await ours.run(async (tx) => {
      await sql`insert into tie (workspace_id, from_handle_id, to_handle_id, day, answers, mentions,
          shares, likes, follows)
        select h.workspace_id, h.id, to_id, day, 1, 0, 0, 0, 0
        from (select workspace_id, id, lead(id) over (order by id) as to_id from handle) h
        cross join generate_series('2026-01-01'::date, '2026-01-20'::date, '1 day') day
        where to_id is not null`.execute(tx)
      await sql`select enishi.refresh_statistics()`.execute(tx)
    })
    const now = new Date()
    const ties = (tx: Transaction) => listPersonTies(tx, person, { limit: 20 }, now)
    const other = (await ours.run(ties)).items[0]?.person.id ?? ''
    expect(other).not.toBe('')
    expect(await scansOf(ties)).toMatchObject({ whole: [] })
    const acts = (tx: Transaction) =>
      listTieActivities(tx, { id: person, other }, undefined, { limit: 20 })
    expect(await scansOf(acts)).toMatchObject({ whole: [] })
    const ofOrganisation = (tx: Transaction) => listOrganisationTies(tx, organisation, 20, now)
    expect(await scansOf(ofOrganisation)).toMatchObject({ whole: [] })
  })

  it('never reads a whole table for journeys', async () => {
    expect(await scansOf((tx) => readJourneys(tx, { topic }))).toMatchObject({ whole: [] })
    expect(await scansOf((tx) => readPersonJourneys(tx, person))).toMatchObject({ whole: [] })
  })

  it('never reads a whole table for the voices of some days, of a topic or of all', async () => {
    const span = { from: '2024-01-01', to: '2024-01-28' }
    const voices = (narrowed: object) => (tx: Transaction) =>
      readVoices(tx, { ...span, ...narrowed })
    expect(await scansOf(voices({}))).toMatchObject({ whole: [] })
    expect(await scansOf(voices({ topic }))).toMatchObject({ whole: [] })
  })

  it('finds rare words and names by their index, and common words without it', async () => {
    const posts = (q: string) => (tx: Transaction) =>
      listActivities(tx, { q, kind: 'post' }, { limit: 20 })
    expect((await scansOf(posts('rare'))).tokens).toBeGreaterThan(0)
    expect((await scansOf(posts('common'))).tokens).toBe(0)
    const people = (tx: Transaction) => listPeople(tx, { q: 'p77', sort: 'last' }, { limit: 20 })
    expect((await scansOf(people)).names).toBeGreaterThan(0)
  })

  it('would notice a table read whole', async () => {
    const all = async (tx: Transaction) => {
      // Beside other workspaces' posts an index may pay; here the table has to be read whole.
      await sql`set local enable_indexscan = off`.execute(tx)
      await sql`set local enable_bitmapscan = off`.execute(tx)
      await sql`select count(text) from post where text like '%x%'`.execute(tx)
    }
    expect(await scansOf(all)).toMatchObject({ whole: ['post'] })
  })

  it('finds by the index what looking at every post finds, span after span', async () => {
    const byWalking = (q: string) => sql<{ id: string }>`
      select id from search_posts(${q}::tsquery, null, null, 30000, 30000) as hit (id)`
    for (const q of [`'old' & 'common'`, `'n12':*`, `'rare'`, `'absent'`]) {
      const walked = (await ours.run((tx) => byWalking(q).execute(tx))).rows
      const [middle] = walked.slice(walked.length >> 1)
      const byIndex = sql<{ id: string }>`
        select id from search_posts(${q}::tsquery, ${middle?.id ?? null}::uuid, null, 30000, 0) as hit (id)`
      const found = (await ours.run((tx) => byIndex.execute(tx))).rows
      expect(found).toEqual(walked.slice((walked.length >> 1) + (middle === undefined ? 0 : 1)))
    }
  })

  it('explains the index of the log under row-level security', async () => {
    const { rows } = await ours.run((tx) =>
      sql<{ 'QUERY PLAN': string }>`
        explain select activity_id from reading where lang = 'en' order by activity_id desc limit 50`.execute(
        tx,
      ),
    )
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toMatch(/Index Only Scan Backward using reading_lang/)
    expect(plan).toMatch(/enishi\.workspace/)
  })

  it.each([
    ['complaint', 'reading_complaint'],
    ['toxic', 'reading_toxic'],
    [`unsure <> '{}'`, 'reading_unsure'],
  ])('finds %s by an index of those alone', async (condition, index) => {
    const { rows } = await ours.run((tx) =>
      sql<{ 'QUERY PLAN': string }>`explain select activity_id from reading
        where ${sql.raw(condition)} order by activity_id desc limit 50`.execute(tx),
    )
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(`using ${index}`)
  })
})
