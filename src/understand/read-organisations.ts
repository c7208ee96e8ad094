import { type RawBuilder, sql } from 'kysely'
import { matchesPhrases, searchQuery, toTsQueryLiteral } from '#language/index.ts'
import { peopleOfOrganisation } from '#listen/index.ts'
import { type Listed, type PageRequest, readCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { EnishiError, isUuid, type RelationCode } from '#vocabulary/index.ts'

export type OrganisationSort = 'name' | 'new'

export interface OrganisationFilter {
  /** Name, reading or domain. */
  q?: string | undefined
  /** What it is to us today. */
  relation?: RelationCode | undefined
  /** What else the row `wanted (id)` must hold. */
  also?: RawBuilder<unknown> | null | undefined
  sort: OrganisationSort
}

export interface ListedOrganisation {
  id: string
  name: string
  nameReading: string | null
  domain: string | null
  url: string | null
  /** Today's, by kind. */
  relations: RelationCode[]
  /** People who belong to it today, or stand behind its accounts. */
  people: number
}

/** So many organisations are looked at in one call; the page may be short, and `next` goes on. */
const LOOKED_AT_MAX = 4_000
const BATCH_ROWS = 500

/**
 * Organisations by name, or newest first. They are walked in order and filtered on the way: a
 * workspace knows thousands, not millions. Throws `bad-input` for a cursor of another list.
 */
export async function listOrganisations(
  tx: Transaction,
  filter: OrganisationFilter,
  page: PageRequest,
): Promise<Listed<ListedOrganisation>> {
  const { items, next } = await findOrganisations(tx, filter, page)
  return { items: await hydrateOrganisations(tx, items), next }
}

/** The same organisations, only their ids. */
export async function findOrganisations(
  tx: Transaction,
  filter: OrganisationFilter,
  page: PageRequest,
): Promise<Listed<string>> {
  const search = searchFor(filter.q)
  if (search === null) return { items: [], next: null }
  let from = page.cursor === undefined ? null : readPlace(filter.sort, page.cursor)
  const found: Place[] = []
  for (let looked = 0; looked < LOOKED_AT_MAX; looked += BATCH_ROWS) {
    const rows = await readBatch(tx, filter, search?.tokens, from)
    found.push(...rows.filter((row) => holds(row, search?.phrases ?? [])))
    from = rows.at(-1) ?? from
    if (found.length > page.limit || rows.length < BATCH_ROWS) {
      const isWhole = found.length <= page.limit
      return showPage(filter.sort, found.slice(0, page.limit), isWhole ? null : undefined)
    }
  }
  return showPage(filter.sort, found, from)
}

interface Search {
  tokens: string
  phrases: readonly string[]
}

/** Null for a search of nothing but signs. */
function searchFor(q: string | undefined): Search | undefined | null {
  const text = q?.trim() ?? ''
  if (text === '') return undefined
  const parsed = searchQuery(text)
  return parsed && { tokens: toTsQueryLiteral(parsed), phrases: parsed.phrases }
}

interface Place {
  id: string
  sortKey: string
}

interface BatchRow extends Place {
  names: string
  holds: boolean
}

async function readBatch(
  tx: Transaction,
  { sort, relation, also }: OrganisationFilter,
  tokens: string | undefined,
  from: Place | null,
): Promise<BatchRow[]> {
  const isNamed =
    tokens === undefined
      ? sql`true`
      : sql`(o.name_tokens @@ ${tokens}::tsquery or exists (
          select 1 from organisation m where m.merged_into = o.id and m.name_tokens @@ ${tokens}::tsquery))`
  const isRelated =
    relation === undefined
      ? sql`true`
      : sql`exists (select 1 from relation r where r.organisation_id = o.id
          and r.kind = ${relation} and r.until is null)`
  const isAlso =
    also === undefined || also === null
      ? sql`true`
      : sql`exists (select 1 from (select o.id) wanted where ${also})`
  const { rows } = await sql<BatchRow>`
    with batch as materialized (
      select * from organisation where merged_into is null ${afterPlace(sort, from)} ${ORDERS[sort]} limit ${BATCH_ROWS}::integer)
    select o.id, o.sort_key as "sortKey",
      concat_ws(chr(10), o.name, o.name_key, o.name_reading, o.domain, (
        select string_agg(concat_ws(chr(10), m.name, m.name_key, m.name_reading, m.domain), chr(10))
        from organisation m where m.merged_into = o.id)) as names,
      ${isNamed} and ${isRelated} and ${isAlso} as holds
    from batch o ${ORDERS[sort]}`.execute(tx)
  return rows
}

const ORDERS = { name: sql`order by sort_key, id`, new: sql`order by id desc` }

function afterPlace(sort: OrganisationSort, from: Place | null) {
  if (from === null) return sql``
  return sort === 'name'
    ? sql`and (sort_key, id) > (${from.sortKey}, ${from.id}::uuid)`
    : sql`and id < ${from.id}::uuid`
}

function holds({ holds, names }: BatchRow, phrases: readonly string[]): boolean {
  if (!holds) return false
  return phrases.length === 0 || matchesPhrases(`${names}\n${names.replace(/ /g, '')}`, phrases)
}

function readPlace(sort: OrganisationSort, cursor: string): Place {
  const [of = '', sortKey = '', id = ''] = readCursor(cursor, 3)
  if (of !== sort || !isUuid(id) || sortKey.includes('\u0000')) readCursor('', 3)
  return { id, sortKey }
}

/** `next`: null at the end, undefined behind the last one shown. */
function showPage(
  sort: OrganisationSort,
  shown: Place[],
  next: Place | null | undefined,
): Listed<string> {
  const last = next === undefined ? (shown.at(-1) ?? null) : next
  return {
    items: shown.map(({ id }) => id),
    next: last === null ? null : writeCursor([sort, last.sortKey, last.id]),
  }
}

async function hydrateOrganisations(
  tx: Transaction,
  ids: readonly string[],
): Promise<ListedOrganisation[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<ListedOrganisation>`
    select o.id, o.name, o.name_reading as "nameReading", o.domain, o.url,
      array(select r.kind from relation r where r.organisation_id = o.id and r.until is null
        order by r.kind) as relations,
      (select count(*)::integer from (${peopleOfOrganisation(sql`wanted.id`)}) root) as people
    from unnest(${ids}::uuid[]) with ordinality as wanted (id, n)
    cross join lateral (select * from organisation where organisation.id = wanted.id offset 0) o
    order by wanted.n`.execute(tx)
  return rows
}

/** The organisation that stands for this id, as a list shows it. Throws `not-found`. */
export async function getListedOrganisation(
  tx: Transaction,
  id: string,
): Promise<ListedOrganisation> {
  const { rows } = await sql<{ root: string }>`
    select root_id as root from organisation_root where organisation_id = ${id}::uuid`.execute(tx)
  const [organisation] = await hydrateOrganisations(
    tx,
    rows.map(({ root }) => root),
  )
  if (organisation === undefined) throw noOrganisation()
  return organisation
}

export function noOrganisation(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'There is no such organisation. Look for it in the list of organisations.',
      ja: 'この企業・団体は見つかりません。企業・団体の一覧から探してください。',
    },
    { field: 'id' },
  )
}
