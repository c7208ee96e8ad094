import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import type { Transaction } from '#store/door.ts'
import { seedMany } from '#test/seed-many.ts'
import { makeWorkspace, type TestWorkspace } from '#test/workspace.ts'
import {
  listContacts,
  listDeals,
  listNotes,
  listTasks,
  readTimeline,
  scopeOfDeal,
  scopeOfOrganisation,
  scopeOfPerson,
} from './index.ts'

/** Tables that grow with what colleagues do, and the log: no page may read one of them whole. */
const GROWING = [
  ...['deal', 'deal_person', 'deal_move', 'task', 'note', 'contact', 'contact_person'],
  ...['relation', 'person_merge'],
  ...['activity', 'post', 'reading', 'person', 'handle', 'handle_ownership'],
]
const ROWS = 20_000

let ours: TestWorkspace
let person: string
let organisation: string
let deal: string
const member = '00000000-0000-7000-8000-000000000001'

beforeAll(async () => {
  ours = await makeWorkspace()
  await seedMany(ours, 12_000)
  const fill = async (tx: Transaction) => {
    for (const step of STEPS) await step.execute(tx)
  }
  await ours.door.inWorkspace(ours.id, fill, 'background')
  const client = new pg.Client(inject('databaseUrl'))
  await client.connect()
  for (const table of GROWING) await client.query(`analyze enishi.${table}`)
  await client.end()
  const first = async (table: 'deal' | 'organisation' | 'person') =>
    (
      await ours.run((tx) =>
        tx.selectFrom(table).select('id').orderBy('id').limit(1).executeTakeFirstOrThrow(),
      )
    ).id
  person = await first('person')
  organisation = await first('organisation')
  deal = await first('deal')
}, 120_000)

const OWN = sql`(select id as own from workspace) w`
const PERSON = sql`(select array_agg(id order by id) as people from person) p`
const AT = sql`timestamptz '2026-01-01' + i * interval '1 minute'`

/** So many rows of each, spread over the people, the first of whom belongs to an organisation. */
const STEPS = [
  sql`insert into organisation (workspace_id, id, name, sort_key, name_key)
    select own, gen_random_uuid(), 'House', 'house', 'house' from ${OWN}`,
  sql`insert into affiliation (workspace_id, id, person_id, organisation_id, source)
    select o.workspace_id, gen_random_uuid(), p.people[1], o.id, 'member' from organisation o, ${PERSON}`,
  sql`insert into pipeline (workspace_id, id, name, name_key)
    select own, gen_random_uuid(), 'P', 'p' from ${OWN}`,
  sql`insert into pipeline_stage (workspace_id, id, pipeline_id, name, position, probability)
    select workspace_id, gen_random_uuid(), id, 'S', 0, 50 from pipeline`,
  sql`insert into deal (workspace_id, id, name, sort_key, search_key, pipeline_id, stage_id, stage_since,
      closes_on, organisation_id, owner_id, created_at, changed_at)
    select s.workspace_id, gen_random_uuid(), 'deal ' || i, 'deal ' || i, 'deal ' || i, s.pipeline_id, s.id,
      ${AT}, date '2026-01-01' + i % 300, case when i % 500 = 0 then o.id end,
      case when i % 50 = 0 then ${member}::uuid end, ${AT}, ${AT}
    from pipeline_stage s, organisation o, generate_series(1, ${ROWS}) i`,
  sql`insert into deal_person (workspace_id, deal_id, person_id, role, is_main)
    select d.workspace_id, d.id, p.people[1 + d.n % 1000], 'user', true
    from (select *, row_number() over (order by id) as n from deal) d, ${PERSON}`,
  sql`insert into deal_move (workspace_id, id, deal_id, at, to_stage_id, to_state)
    select workspace_id, gen_random_uuid(), id, created_at, stage_id, 'open' from deal`,
  sql`insert into task (workspace_id, id, title, search_key, person_id, owner_id, due_on, time_zone, due_at,
      created_at, changed_at)
    select own, gen_random_uuid(), 't', 't', p.people[1 + i % 1000],
      case when i % 50 = 0 then ${member}::uuid end, date '2026-01-01', 'UTC', ${AT}, ${AT}, ${AT}
    from ${OWN}, ${PERSON}, generate_series(1, ${ROWS}) i`,
  sql`insert into note (workspace_id, id, text, search_key, person_id, created_at)
    select own, gen_random_uuid(), 'n', 'n', p.people[1 + i % 1000], ${AT}
    from ${OWN}, ${PERSON}, generate_series(1, ${ROWS}) i`,
  sql`insert into contact (workspace_id, id, kind, at, summary, search_key, created_at, changed_at)
    select own, gen_random_uuid(), 'phone', ${AT}, 'c', 'c', ${AT}, ${AT}
    from ${OWN}, generate_series(1, ${ROWS}) i`,
  sql`insert into contact_person (workspace_id, contact_id, person_id)
    select c.workspace_id, c.id, p.people[1 + c.n % 1000]
    from (select *, row_number() over (order by id) as n from contact) c, ${PERSON}`,
  sql`insert into relation (workspace_id, id, person_id, kind, since, until, source, created_at)
    select own, gen_random_uuid(), p.people[1 + i % 1000], 'customer', (${AT})::date, (${AT})::date,
      'member', ${AT}
    from ${OWN}, ${PERSON}, generate_series(1, ${ROWS}) i`,
  sql`insert into person_merge (workspace_id, id, keep_id, merged_id, origin, made_at, evidence, backup,
      moved, undone_at)
    select own, gen_random_uuid(), p.people[1 + i % 1000], p.people[2 + i % 1000], 'member', ${AT},
      '{}', '{}', '{}', ${AT}
    from ${OWN}, ${PERSON}, generate_series(1, ${ROWS}) i`,
]

interface Scans {
  whole: Record<string, number>
  read: Record<string, number>
}

async function countScans(tx: Transaction): Promise<Scans> {
  const { rows } = await sql<Scans>`
    select json_object_agg(relname, seq_scan) as whole,
      json_object_agg(relname, coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)) as read
    from pg_stat_xact_user_tables where schemaname = 'enishi' and relname = any(${GROWING}::text[])
  `.execute(tx)
  return rows[0] ?? { whole: {}, read: {} }
}

/** Tables that the call reads whole, or nearly. */
async function wholeIn(call: (tx: Transaction) => Promise<unknown>): Promise<string[]> {
  return ours.run(async (tx) => {
    const before = await countScans(tx)
    await call(tx)
    const after = await countScans(tx)
    return GROWING.filter((table) => {
      const read = Number(after.read[table]) - Number(before.read[table])
      return after.whole[table] !== before.whole[table] || read > ROWS / 2
    })
  })
}

const now = new Date('2026-11-22T00:00:00Z')
const page = { limit: 50 }

describe('what pages ask of what colleagues do, as the application role', () => {
  const calls: [string, (tx: Transaction) => Promise<unknown>][] = [
    [
      'timeline of a person',
      async (tx) => readTimeline(tx, await scopeOfPerson(tx, person), page, now),
    ],
    [
      'timeline of an organisation',
      async (tx) => readTimeline(tx, await scopeOfOrganisation(tx, organisation), page, now),
    ],
    ['timeline of a deal', async (tx) => readTimeline(tx, await scopeOfDeal(tx, deal), page, now)],
    ['deals by day', (tx) => listDeals(tx, { sort: 'closes' }, page)],
    ['deals by change', (tx) => listDeals(tx, { sort: 'changed' }, page)],
    ['deals by value', (tx) => listDeals(tx, { sort: 'value' }, page)],
    ['deals by name', (tx) => listDeals(tx, { sort: 'name' }, page)],
    ['deals of a person', (tx) => listDeals(tx, { person, sort: 'closes' }, page)],
    ['deals of an organisation', (tx) => listDeals(tx, { organisation, sort: 'changed' }, page)],
    ['my work', (tx) => listTasks(tx, { owner: member, state: 'open', sort: 'due' }, page, now)],
    ['tasks of a person', (tx) => listTasks(tx, { person, state: 'all', sort: 'new' }, page, now)],
    ['notes', (tx) => listNotes(tx, {}, page)],
    ['notes of a person', (tx) => listNotes(tx, { person }, page)],
    ['notes that call me', (tx) => listNotes(tx, { mentions: member }, page)],
    ['contacts', (tx) => listContacts(tx, {}, page)],
    ['contacts of a person', (tx) => listContacts(tx, { person }, page)],
  ]

  it.each(calls)('reads no table whole for %s', async (name, call) => {
    const startedAt = performance.now()
    await ours.run(call)
    console.info(`${name}: ${(performance.now() - startedAt).toFixed(1)} ms`)
    expect(await wholeIn(call)).toEqual([])
  })

  it('would notice a table read whole', async () => {
    const all = async (tx: Transaction) => {
      await sql`set local enable_indexscan = off`.execute(tx)
      await sql`set local enable_bitmapscan = off`.execute(tx)
      await sql`select count(text) from note where text like '%x%'`.execute(tx)
    }
    expect(await wholeIn(all)).toEqual(['note'])
  })
})
