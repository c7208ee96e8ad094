import { type RawBuilder, sql } from 'kysely'
import { readCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { isUuid } from '#vocabulary/index.ts'

export type PeopleSort = 'last' | 'posts' | 'name'

/** A person's place in a sorted list. */
export interface PeoplePosition {
  /** The root's id. */
  id: string
  /** Microseconds of the last activity, number of posts, or the name's sort key; '-1' without activity. */
  key: string
  /** Breaks ties: the id again. */
  tie: string
}

export interface PeopleBatch {
  positions: PeoplePosition[]
  /** Where the next batch begins; null when there is none. */
  last: PeoplePosition | null
  looked: number
}

/** The key of people without any activity: after all others. */
const NO_ACTIVITY = '-1'
const TOP_UUID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

export function writePosition(sort: PeopleSort, { key, tie }: PeoplePosition): string {
  return writeCursor([sort, key, tie])
}

/** Throws `bad-input` for a cursor of another list or order. */
export function readPosition(sort: PeopleSort, cursor: string): PeoplePosition {
  const [of = '', key = '', tie = ''] = readCursor(cursor, 3)
  const isKey = sort === 'name' ? !key.includes('\u0000') : /^(-1|\d{1,18})$/.test(key)
  if (of !== sort || !isKey || !isUuid(tie)) readCursor('', 3)
  return { id: tie, key, tie }
}

/** The next `rows` people in order, those among them that hold the conditions. */
export async function walkPeople(
  tx: Transaction,
  sort: PeopleSort,
  from: PeoplePosition | null,
  rows: number,
  conditions: RawBuilder<unknown> | null,
): Promise<PeopleBatch> {
  const holds = conditions ?? sql`true`
  if (sort === 'name') return readBatch(tx, walkNames(from, rows, holds), rows)
  if (from?.key === NO_ACTIVITY) return readBatch(tx, walkIdle(from, rows, holds), rows)
  const walk = sort === 'last' ? walkLast(from, rows, holds) : walkPosts(from, rows, holds)
  const batch = await readBatch(tx, walk, rows)
  return { ...batch, last: batch.last ?? { id: TOP_UUID, key: NO_ACTIVITY, tie: TOP_UUID } }
}

/**
 * A walk is a `with` list that has `batch (key, tie)`, all rows looked at, and `found (id, key,
 * tie)`, the roots among them that hold the conditions, each once; keys sort as bigint, or as text
 * going up for names. Conditions speak of `wanted.id`.
 */
interface Walk {
  ctes: RawBuilder<unknown>
  order: RawBuilder<unknown>
  reverse: RawBuilder<unknown>
}

const DOWN = { order: sql`key desc, tie desc`, reverse: sql`key, tie` }
const UP = { order: sql`key, tie`, reverse: sql`key desc, tie desc` }

async function readBatch(tx: Transaction, walk: Walk, rows: number): Promise<PeopleBatch> {
  const answer = await sql<{
    looked: number
    last_key: string | null
    last_tie: string
    found: PeoplePosition[]
  }>`
    with ${walk.ctes}, edge as (select key, tie from batch order by ${walk.reverse} limit 1)
    select (select count(*)::integer from batch) as looked,
      (select key::text from edge) as last_key, (select tie from edge) as last_tie,
      coalesce((
        select json_agg(json_build_object('id', f.id, 'key', f.key::text, 'tie', f.tie) order by ${walk.order})
        from found f), '[]') as found
  `.execute(tx)
  const row = answer.rows[0]
  if (row === undefined || row.last_key === null) {
    return { positions: row?.found ?? [], last: null, looked: 0 }
  }
  const last = { id: row.last_tie, key: row.last_key, tie: row.last_tie }
  return { positions: row.found, last: row.looked < rows ? null : last, looked: row.looked }
}

type Holds = RawBuilder<unknown>

function walkNames(from: PeoplePosition | null, rows: number, holds: Holds): Walk {
  const after = from === null ? sql`` : sql`and (sort_key, id) > (${from.key}, ${from.tie}::uuid)`
  const ctes = sql`
    batch as materialized (
      select sort_key as key, id as tie, id from person where merged_into is null ${after}
      order by sort_key, id limit ${rows}::integer),
    found as (select id, key, tie from batch wanted where ${holds})`
  return { ctes, ...UP }
}

const MICROSECONDS = (column: RawBuilder<unknown>) =>
  sql`(extract(epoch from ${column}) * 1000000)::bigint`

function walkLast(from: PeoplePosition | null, rows: number, holds: Holds): Walk {
  const after =
    from === null
      ? sql``
      : sql`where (last_at, person_id) <
          ('epoch'::timestamptz + ${from.key}::bigint * interval '1 microsecond', ${from.tie}::uuid)`
  const ctes = sql`
    batch as materialized (
      select ${MICROSECONDS(sql`last_at`)} as key, person_id as tie, person_id as id from root_summary ${after}
      order by last_at desc, person_id desc limit ${rows}::integer),
    found as (select id, key, tie from batch wanted where ${holds})`
  return { ctes, ...DOWN }
}

function walkPosts(from: PeoplePosition | null, rows: number, holds: Holds): Walk {
  const after =
    from === null ? sql`` : sql`where (posts, person_id) < (${from.key}::bigint, ${from.tie}::uuid)`
  const ctes = sql`
    batch as materialized (
      select posts as key, person_id as tie, person_id as id from root_summary ${after}
      order by posts desc, person_id desc limit ${rows}::integer),
    found as (select id, key, tie from batch wanted where ${holds})`
  return { ctes, ...DOWN }
}

/** People without any activity: mentioned or followed only. */
function walkIdle(from: PeoplePosition, rows: number, holds: Holds): Walk {
  const ctes = sql`
    batch as materialized (
      select ${NO_ACTIVITY}::bigint as key, id as tie, id, merged_into from person
      where id < ${from.tie}::uuid order by id desc limit ${rows}::integer),
    idle as materialized (
      select * from batch where merged_into is null and ${HAS_NO_SUMMARY}),
    found as (select id, key, tie from idle wanted where ${holds})`
  return { ctes, ...DOWN }
}

const HAS_NO_SUMMARY = sql`
  not exists (select 1 from root_summary s where s.person_id = batch.tie offset 0)`

/** People among whom to look: a query of the ids of roots, and what they must still hold. */
export interface Candidates {
  roots: RawBuilder<unknown>
  open: RawBuilder<unknown> | null
}

/** The roots of people who may themselves be merged ones. */
export function rootsOf(ids: readonly string[]): RawBuilder<unknown> {
  return sql`
    select case when p.merged_into is null then p.id else p.merged_into end as id
    from unnest(${ids}::uuid[]) as given (id)
    cross join lateral (select id, merged_into from person where person.id = given.id offset 0) p`
}

/** The candidates that come after `from`, in order. */
export async function positionsAfter(
  tx: Transaction,
  sort: PeopleSort,
  from: PeoplePosition | null,
  rows: number,
  candidates: Candidates,
): Promise<PeopleBatch> {
  const { key, walk } = SORTED[sort]
  const after = from === null ? sql`true` : placeAfter(sort, from)
  const ctes = sql`
    root as materialized (select distinct id from (${candidates.roots}) given),
    holding as (select id from root wanted where ${candidates.open ?? sql`true`}),
    placed as (
      select holding.id, ${key} as key, holding.id as tie from holding
      cross join lateral (select sort_key from person where person.id = holding.id offset 0) p
      left join lateral (
        select last_at, posts from root_summary s where s.person_id = holding.id offset 0) figures on true),
    batch as materialized (
      select * from placed where ${after} order by ${walk.order} limit ${rows}::integer),
    found as (select id, key, tie from batch)`
  return readBatch(tx, { ctes, ...walk }, rows)
}

const SORTED = {
  last: { key: sql`coalesce(${MICROSECONDS(sql`figures.last_at`)}, -1)`, walk: DOWN },
  posts: { key: sql`coalesce(figures.posts, -1)`, walk: DOWN },
  name: { key: sql`p.sort_key`, walk: UP },
}

function placeAfter(sort: PeopleSort, { key, tie }: PeoplePosition): RawBuilder<unknown> {
  return sort === 'name'
    ? sql`(key, tie) > (${key}, ${tie}::uuid)`
    : sql`(key, tie) < (${key}::bigint, ${tie}::uuid)`
}
