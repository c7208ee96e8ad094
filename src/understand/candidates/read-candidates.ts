import { type RawBuilder, sql } from 'kysely'
import { searchQuery, toTsQueryLiteral } from '#language/index.ts'
import { type Listed, type PageRequest, readCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { type CandidateState, EnishiError, isUuid, type MatchReason } from '#vocabulary/index.ts'
import { hydratePeople, type ListedPerson } from '../hydrate-people.ts'
import { isUsedPerson } from '../privacy/stopped.ts'
import { rootOf } from '../read-people.ts'

/** Two people, as they are shown today, that may be one. */
export interface ListedCandidate {
  id: string
  first: ListedPerson
  second: ListedPerson
  /** The accounts that speak most for it. */
  firstHandleId: string
  secondHandleId: string
  /** Nats. */
  weight: number
  probability: number
  reasons: MatchReason[]
  value: number
  state: CandidateState
  foundAt: string
  decidedAt: string | null
  decidedBy: string | null
}

export interface CandidateFilter {
  state: CandidateState
  /** Pairs with this person, by any id of theirs. */
  person?: string | undefined
  probabilityMin?: number | undefined
  /** Words that one of the two is found under. */
  q?: string | undefined
}

interface CandidateRow extends Omit<ListedCandidate, 'first' | 'second' | 'foundAt' | 'decidedAt'> {
  firstRoot: string
  secondRoot: string
  foundAt: Date
  decidedAt: Date | null
}

/**
 * Pairs by what looking at them is worth, those decided by when. A pair that has become one person by
 * another merge is left out. Throws `bad-input` for a foreign cursor.
 */
export async function listCandidates(
  tx: Transaction,
  filter: CandidateFilter,
  page: PageRequest,
): Promise<Listed<ListedCandidate>> {
  const { person } = filter
  const root = person === undefined ? undefined : await rootOf(tx, person)
  const conditions = conditionsOf({ ...filter, person: root }, page.cursor)
  const rows = await selectCandidates(tx, conditions, page.limit + 1)
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  const isMore = rows.length > page.limit && last !== undefined
  return {
    items: await withPeople(tx, shown),
    next: isMore ? writeCursor([String(last.value), last.id]) : null,
  }
}

/** Of whom is searched: more are no search but a list. */
const FOUND_MAX = 500

function conditionsOf(
  { state, person, probabilityMin, q }: CandidateFilter,
  cursor: string | undefined,
): RawBuilder<unknown>[] {
  const conditions = [
    sql`c.state = ${state}`,
    ...[isUsedPerson(sql`c.first_id`), isUsedPerson(sql`c.second_id`)],
  ]
  if (state === 'open' || state === 'later') conditions.push(sql`f.root_id <> s.root_id`)
  if (person !== undefined) conditions.push(sql`${person}::uuid in (f.root_id, s.root_id)`)
  if (probabilityMin !== undefined) conditions.push(sql`c.probability >= ${probabilityMin}`)
  const parsed = q === undefined ? null : searchQuery(q)
  if (parsed !== null) {
    const found = sql`(select id from enishi.search_people(
      ${toTsQueryLiteral(parsed)}::tsquery, ${FOUND_MAX}::integer) as hit (id))`
    conditions.push(sql`(f.root_id in ${found} or s.root_id in ${found})`)
  }
  if (cursor !== undefined) {
    const { value, id } = readCandidateCursor(cursor)
    conditions.push(sql`(c.value, c.id) < (${value}::double precision, ${id}::uuid)`)
  }
  return conditions
}

async function selectCandidates(
  tx: Transaction,
  conditions: readonly RawBuilder<unknown>[],
  limit: number,
): Promise<CandidateRow[]> {
  const { rows } = await sql<CandidateRow>`
    select c.id, f.root_id as "firstRoot", s.root_id as "secondRoot",
      c.first_handle_id as "firstHandleId", c.second_handle_id as "secondHandleId", c.weight,
      c.probability, c.reasons, c.value, c.state, c.found_at as "foundAt",
      c.decided_at as "decidedAt", c.decided_by as "decidedBy"
    from match_candidate c
    join person_root f on f.workspace_id = c.workspace_id and f.person_id = c.first_id
    join person_root s on s.workspace_id = c.workspace_id and s.person_id = c.second_id
    where ${sql.join(conditions, sql` and `)}
    order by c.value desc, c.id desc limit ${limit}
  `.execute(tx)
  return rows
}

async function withPeople(
  tx: Transaction,
  rows: readonly CandidateRow[],
): Promise<ListedCandidate[]> {
  const roots = [...new Set(rows.flatMap(({ firstRoot, secondRoot }) => [firstRoot, secondRoot]))]
  const people = new Map((await hydratePeople(tx, roots)).map((person) => [person.id, person]))
  return rows.flatMap(({ firstRoot, secondRoot, foundAt, decidedAt, ...row }) => {
    const [first, second] = [people.get(firstRoot), people.get(secondRoot)]
    if (first === undefined || second === undefined) return []
    const times = {
      foundAt: foundAt.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
    }
    return [{ ...row, ...times, first, second }]
  })
}

/** One pair. Throws `not-found`. */
export async function getCandidate(tx: Transaction, id: string): Promise<ListedCandidate> {
  const rows = await selectCandidates(tx, [sql`c.id = ${id}::uuid`], 1)
  const [candidate] = await withPeople(tx, rows)
  if (candidate === undefined) throw noCandidate()
  return candidate
}

export interface ReviewStanding {
  open: number
  later: number
  /** Accounts that wait to be compared. */
  waiting: number
  /** Merges made without asking in the last 30 days, and how many of them were taken back. */
  automatic: number
  automaticTakenBack: number
}

/** More than this is shown as "more than": nobody counts the whole queue. */
const COUNTED_MAX = 10_000

/** Pairs in a state that are still two people, as the list has them. */
function pairsIn(state: CandidateState): RawBuilder<unknown> {
  return sql`match_candidate c
    join person_root f on f.workspace_id = c.workspace_id and f.person_id = c.first_id
    join person_root s on s.workspace_id = c.workspace_id and s.person_id = c.second_id
    where c.state = ${state} and f.root_id <> s.root_id`
}

/** How the queue stands; counts end at 10,000. */
export async function readReviewStanding(tx: Transaction, now: Date): Promise<ReviewStanding> {
  const counted = (of: RawBuilder<unknown>) =>
    sql`(select count(*)::integer from (select 1 from ${of} limit ${COUNTED_MAX}) n)`
  const since = new Date(now.getTime() - 30 * 86_400_000)
  const { rows } = await sql<ReviewStanding>`
    select ${counted(pairsIn('open'))} as open, ${counted(pairsIn('later'))} as later,
      ${counted(sql`match_due`)} as waiting,
      ${counted(sql`person_merge where origin = 'automatic' and made_at > ${since}`)} as automatic,
      ${counted(sql`person_merge where origin = 'automatic' and made_at > ${since} and undone_at is not null`)}
        as "automaticTakenBack"
  `.execute(tx)
  return rows[0] as ReviewStanding
}

function readCandidateCursor(cursor: string): { value: number; id: string } {
  const [value = '', id = ''] = readCursor(cursor, 2)
  const number = Number(value)
  if (Number.isFinite(number) && isUuid(id)) return { value: number, id }
  return readCandidateCursor('')
}

export function noCandidate(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'There is no such pair any more. Open the list of pairs again.',
      ja: 'この組は見つかりません。一覧を開き直してください。',
    },
    { field: 'id' },
  )
}
