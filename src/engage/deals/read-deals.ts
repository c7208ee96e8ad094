import { type RawBuilder, sql } from 'kysely'
import { searchQuery, toTsQueryLiteral } from '#language/index.ts'
import {
  type ListedOutcome,
  peopleOfOrganisation,
  readOutcomes,
  rootOfOrganisation,
} from '#listen/index.ts'
import type { Listed, PageRequest } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { ORIGINALS } from '#understand/index.ts'
import type { DealState } from '#vocabulary/index.ts'
import { behind, type Order, orderBy, type Placed, pageOf, placeOf } from '../keyset.ts'
import { allOf, searchedWords } from '../search.ts'
import { type Colleague, colleague, originalsMeant } from '../subjects.ts'
import { outcomeOf } from './deal-outcome.ts'
import { getListedDeal, hydrateDeals, type ListedDeal } from './hydrate-deals.ts'

/** What deals may be narrowed to; all that is given must hold. Days are of the workspace's time zone. */
export interface DealFilter {
  /** Name, source, organisation or people. */
  q?: string | undefined
  pipeline?: string | undefined
  stage?: string | undefined
  state?: DealState | undefined
  /** Main or second; or `nobody`. */
  owner?: string | undefined
  person?: string | undefined
  /** Those that name it, and those that name none in which its people take part. */
  organisation?: string | undefined
  topic?: string | undefined
  currency?: string | undefined
  closesFrom?: string | undefined
  closesTo?: string | undefined
  closedFrom?: string | undefined
  closedTo?: string | undefined
  /** What else the row `wanted (id)` must hold. */
  also?: RawBuilder<unknown> | null | undefined
}

export type DealSort = 'closes' | 'changed' | 'value' | 'name'

const ID = sql`d.id`
const ORDERS: Record<DealSort, Order> = {
  closes: { name: 'closes', column: sql`d.closes_key`, id: ID, type: 'date', isDown: false },
  changed: {
    name: 'changed',
    column: sql`d.changed_at`,
    id: ID,
    type: 'timestamptz',
    isDown: true,
  },
  value: { name: 'value', column: sql`d.value_key`, id: ID, type: 'bigint', isDown: true },
  name: { name: 'name', column: sql`d.sort_key`, id: ID, type: 'text', isDown: false },
}

/** Deals in an order, narrowed by the filter. Throws `bad-input` for a cursor of another list. */
export async function listDeals(
  tx: Transaction,
  filter: DealFilter & { sort: DealSort },
  page: PageRequest,
): Promise<Listed<ListedDeal>> {
  const order = ORDERS[filter.sort]
  const rows = await placesOf(tx, filter, page)
  return pageOf(rows, page, order, (ids) => hydrateDeals(tx, ids))
}

/** The same deals, only their ids. */
export async function findDeals(
  tx: Transaction,
  filter: DealFilter & { sort: DealSort },
  page: PageRequest,
): Promise<Listed<string>> {
  const rows = await placesOf(tx, filter, page)
  return pageOf(rows, page, ORDERS[filter.sort], (ids) => Promise.resolve(ids))
}

async function placesOf(
  tx: Transaction,
  filter: DealFilter & { sort: DealSort },
  page: PageRequest,
): Promise<Placed[]> {
  const order = ORDERS[filter.sort]
  const { rows } = await sql<Placed>`
    select ${placeOf(order)} from deal d
    where ${await dealsHolding(tx, filter)} and ${behind(order, page.cursor)}
    ${orderBy(order)} limit ${page.limit + 1}`.execute(tx)
  return rows
}

/** That a deal `d` holds the filter. */
export async function dealsHolding(
  tx: Transaction,
  filter: DealFilter,
): Promise<RawBuilder<unknown>> {
  const { owner, closesFrom, closesTo, closedFrom, closedTo } = filter
  const originals = await originalsMeant(tx, filter.person)
  const conditions: RawBuilder<unknown>[] = searchedWords(filter.q).map(holdsWord)
  for (const [column, value] of equalities(filter)) {
    if (value !== undefined) conditions.push(sql`${sql.ref(column)} = ${value}`)
  }
  if (owner === 'nobody') conditions.push(sql`(d.owner_id is null and d.second_owner_id is null)`)
  else if (owner !== undefined) {
    conditions.push(sql`(d.owner_id = ${owner}::uuid or d.second_owner_id = ${owner}::uuid)`)
  }
  if (originals !== undefined) {
    conditions.push(sql`d.id in (
      select deal_id from deal_person dp where dp.person_id = any(${originals}::uuid[]))`)
  }
  if (filter.organisation !== undefined) conditions.push(ofOrganisation(filter.organisation))
  if (closesFrom !== undefined) conditions.push(sql`d.closes_on >= ${closesFrom}::date`)
  if (closesTo !== undefined) conditions.push(sql`d.closes_on <= ${closesTo}::date`)
  if (closedFrom !== undefined) conditions.push(sql`d.closed_at >= ${beginOf(closedFrom, 0)}`)
  if (closedTo !== undefined) conditions.push(sql`d.closed_at < ${beginOf(closedTo, 1)}`)
  const { also } = filter
  if (also !== undefined && also !== null) {
    conditions.push(sql`exists (select 1 from (select d.id) wanted where ${also})`)
  }
  return allOf(conditions)
}

/** That it names the organisation, or names none and one of its people of today takes part. */
function ofOrganisation(id: string): RawBuilder<unknown> {
  // Two ways through indexes: a condition joined by "or" would read every deal.
  return sql`d.id = any(array(
    select named.id from deal named
    where named.organisation_id = ${rootOfOrganisation(sql`${id}::uuid`)}
    union
    select dp.deal_id from (${peopleOfOrganisation(sql`${id}::uuid`)}) wanted ${ORIGINALS}
    join deal_person dp on dp.person_id = original.original_id
    join deal nameless on nameless.id = dp.deal_id and nameless.organisation_id is null))`
}

function equalities(filter: DealFilter): [string, string | undefined][] {
  return [
    ['d.pipeline_id', filter.pipeline],
    ['d.stage_id', filter.stage],
    ['d.state', filter.state],
    ['d.topic_id', filter.topic],
    ['d.currency', filter.currency],
  ]
}

/** When the day, or one later, begins in the workspace's time zone. */
function beginOf(day: string, daysLater: number): RawBuilder<unknown> {
  return sql`((${day}::date + ${daysLater}::integer)::timestamp at time zone
    (select time_zone from workspace))`
}

/** That the word stands in what the deal is called, or names its organisation or one of its people. */
function holdsWord(word: string): RawBuilder<unknown> {
  const own = sql`position(${word} in d.search_key) > 0`
  const search = searchQuery(word)
  if (search === null) return own
  const tokens = toTsQueryLiteral(search)
  return sql`(${own}
    or d.organisation_id in (
      select case when o.merged_into is null then o.id else o.merged_into end from organisation o where o.name_tokens @@ ${tokens}::tsquery)
    or d.id in (select dp.deal_id from deal_person dp
      join person own on own.id = dp.person_id
      join person p on p.id = own.id or p.id = own.merged_into
      where p.name_tokens @@ ${tokens}::tsquery))`
}

/** One change of stage or state. */
export interface DealMove {
  id: string
  at: string
  author: Colleague | null
  /** Null where the deal began. */
  from: { stage: { id: string; name: string } | null; state: DealState } | null
  to: { stage: { id: string; name: string }; state: DealState }
}

export interface DealInFull extends ListedDeal {
  moves: DealMove[]
  /** What it stands for in the log; null unless it is won. */
  outcomeNote: 'recorded' | 'no-person' | 'no-account' | null
  /** The activity that stands for it in the log. */
  outcomeId: string | null
  /** What is left of it there, and what was paid back. */
  outcome: ListedOutcome | null
}

const MOVES_SHOWN_MAX = 200

/** One deal with its moves, newest first. Throws `not-found`. */
export async function getDeal(tx: Transaction, id: string): Promise<DealInFull> {
  const deal = await getListedDeal(tx, id)
  const moves = await selectMoves(
    sql`m.deal_id = ${id}::uuid order by m.at desc, m.id desc limit ${MOVES_SHOWN_MAX}`,
  ).execute(tx)
  const note = await readNote(tx, deal)
  const outcomeId = note === 'recorded' ? ((await outcomeOf(tx, id)) ?? null) : null
  const outcomes = await readOutcomes(tx, outcomeId === null ? [] : [outcomeId])
  const outcome = outcomes.get(outcomeId ?? '') ?? null
  return { ...deal, moves: moves.rows.map(showMove), outcomeNote: note, outcomeId, outcome }
}

export interface MoveRow {
  id: string
  at: Date
  author_id: string | null
  deal_id: string
  from_stage_id: string | null
  from_stage_name: string | null
  to_stage_id: string
  to_stage_name: string
  from_state: DealState | null
  to_state: DealState
}

/** Moves `m` with the names of their stages. */
export function selectMoves(where: RawBuilder<unknown>): RawBuilder<MoveRow> {
  return sql<MoveRow>`
    select m.id, m.at, m.author_id, m.deal_id, m.from_stage_id, f.name as from_stage_name, m.to_stage_id,
      t.name as to_stage_name, m.from_state, m.to_state
    from deal_move m
    left join pipeline_stage f on f.id = m.from_stage_id
    join pipeline_stage t on t.id = m.to_stage_id
    where ${where}`
}

export function showMove(row: MoveRow): DealMove {
  const { id, from_stage_id: from, from_stage_name: fromName, from_state } = row
  const stage = from === null ? null : { id: from, name: fromName ?? '' }
  return {
    id,
    at: row.at.toISOString(),
    author: colleague(row.author_id),
    from: from_state === null ? null : { stage, state: from_state },
    to: { stage: { id: row.to_stage_id, name: row.to_stage_name }, state: row.to_state },
  }
}

async function readNote(tx: Transaction, deal: ListedDeal): Promise<DealInFull['outcomeNote']> {
  if (deal.state !== 'won') return null
  if (deal.people.length === 0) return 'no-person'
  const { outcome_handle_id } = await tx
    .selectFrom('deal')
    .select('outcome_handle_id')
    .where('id', '=', deal.id)
    .executeTakeFirstOrThrow()
  return outcome_handle_id === null ? 'no-account' : 'recorded'
}
