import { type RawBuilder, sql } from 'kysely'
import { matchesPhrases, searchQuery, toTsQueryLiteral } from '#language/index.ts'
import { peopleOfOrganisation } from '#listen/index.ts'
import { rowsToFill } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { LIMITS, type RelationCode, type Stage } from '#vocabulary/index.ts'
import { namesToSearch } from './person-names.ts'
import {
  type Candidates,
  type PeoplePosition,
  type PeopleSort,
  positionsAfter,
  rootsOf,
  walkPeople,
} from './walk-people.ts'

export interface PeopleFilter {
  /** Names and addresses under which the person is known. */
  q?: string | undefined
  topic?: string | undefined
  /** Where the person stands, for the topic or (without one) for any. */
  stage?: Stage | undefined
  /** Who belongs to it today, or stands behind its accounts. */
  organisation?: string | undefined
  /** What the person is to us today. */
  relation?: RelationCode | undefined
  /** What else the row `wanted (id)` must hold, a root. */
  also?: RawBuilder<unknown> | null | undefined
  /** People, merged ones too, among whom all are who hold `also`; null for too many to tell. */
  among?: readonly string[] | null | undefined
}

export interface FoundPeople {
  positions: PeoplePosition[]
  /** Where to go on; null at the end. */
  next: PeoplePosition | null
}

interface PeopleSearch {
  tokens: string
  phrases: readonly string[]
}

/** So many matches are fetched and sorted; more are met soon enough by walking in order. */
const SORTED_PEOPLE_MAX = 1_500

/** With a standing few of them remain, and walking would meet few of those. */
const NAMED_AND_STANDING_MAX = 2_000

/** Rows looked at first for each one wanted. */
const FIRST_ROWS = 8

/**
 * The people that hold the filter, in the order asked for. A filter with few matches is answered
 * from its index and sorted; otherwise people are walked in order until the page is full or
 * `LIMITS.peopleLookedAtMax` look-ups have been made.
 */
export async function scanPeople(
  tx: Transaction,
  filter: PeopleFilter,
  sort: PeopleSort,
  after: PeoplePosition | null,
  limit: number,
): Promise<FoundPeople> {
  const q = filter.q?.trim() ?? ''
  const parsed = q === '' ? undefined : searchQuery(q)
  if (parsed === null) return { positions: [], next: null }
  const search = parsed && { tokens: toTsQueryLiteral(parsed), phrases: parsed.phrases }
  const conditions = conditionsFor(filter, search)
  const walk = (from: PeoplePosition | null, rows: number) =>
    walkPeople(tx, sort, from, rows, conditions)
  let few: Candidates | null | undefined
  const isBoth =
    search !== undefined &&
    (filter.topic ?? filter.stage ?? filter.relation ?? filter.also ?? undefined) !== undefined
  const isAny = filter.organisation === undefined && (filter.among ?? undefined) === undefined
  let isFirst = isAny && search !== undefined && sort !== 'posts' && !isBoth
  const read = async (from: PeoplePosition | null, rows: number) => {
    if (isFirst) {
      // A name that many bear fills the page from the first people met, sooner than its index answers.
      isFirst = false
      return walk(from, rows)
    }
    if (few === undefined) few = await fewCandidates(tx, filter, search)
    if (few === null) return walk(from, rows)
    return positionsAfter(tx, sort, from, rows, few)
  }
  const firstRows = (conditions === null ? 1 : FIRST_ROWS) * (limit + 1)
  // A name and a standing are two look-ups a row.
  const rowsMax = LIMITS.peopleLookedAtMax / (isBoth ? 2 : 1)
  return fillPage(tx, { read, after, limit, firstRows, rowsMax, search })
}

async function fillPage(
  tx: Transaction,
  page: {
    read: (
      from: PeoplePosition | null,
      rows: number,
    ) => Promise<{ positions: PeoplePosition[]; last: PeoplePosition | null; looked: number }>
    after: PeoplePosition | null
    limit: number
    firstRows: number
    rowsMax: number
    search: PeopleSearch | undefined
  },
): Promise<FoundPeople> {
  const found: PeoplePosition[] = []
  let from = page.after
  let rows = page.firstRows
  for (let looked = 0; looked < page.rowsMax; ) {
    const batch = await page.read(from, rows)
    found.push(...(await holdingPhrases(tx, batch.positions, page.search?.phrases ?? [])))
    if (found.length > page.limit) {
      const positions = found.slice(0, page.limit)
      return { positions, next: positions.at(-1) ?? null }
    }
    if (batch.last === null) return { positions: found, next: null }
    // Rows count even when a batch is short: turning to the people without activity costs as well.
    looked += Math.max(batch.looked, 1)
    from = batch.last
    const most = Math.max(1, page.rowsMax - looked)
    rows = Math.min(rowsToFill(page.limit + 1, found.length, looked, rows), most)
  }
  return { positions: found, next: from }
}

/** All persons who may hold the filter, when they are few. */
async function fewCandidates(
  tx: Transaction,
  filter: PeopleFilter,
  search: PeopleSearch | undefined,
): Promise<Candidates | null> {
  const { topic, stage, relation, organisation, also, among } = filter
  if (organisation !== undefined) {
    const open = conditionsFor({ topic, stage, relation, also }, search)
    return { roots: peopleOfOrganisation(sql`${organisation}::uuid`), open }
  }
  if (among !== undefined && among !== null) {
    return { roots: rootsOf(among), open: conditionsFor(filter, search) }
  }
  if (search !== undefined) {
    const open = conditionsFor(filter, undefined)
    const most = open === null ? SORTED_PEOPLE_MAX : NAMED_AND_STANDING_MAX
    const named = await sql<{ id: string }>`
      select id from enishi.search_people(
        ${search.tokens}::tsquery, ${most + 1}::integer) as hit (id)`.execute(tx)
    const ids = named.rows.map(({ id }) => id)
    if (ids.length <= most) return { roots: sql`select unnest(${ids}::uuid[]) as id`, open }
  }
  const related = await fewRelated(tx, filter, search)
  if (related !== null) return related
  if (topic === undefined) return null
  const ofStage = stage === undefined ? sql`` : sql`and stage = ${stage}`
  const standing = await sql<{ id: string }>`
    select person_id as id from journey_stage where topic_id = ${topic}::uuid ${ofStage}
    limit ${SORTED_PEOPLE_MAX + 1}::integer`.execute(tx)
  if (standing.rows.length > SORTED_PEOPLE_MAX) return null
  const roots = rootsOf(standing.rows.map(({ id }) => id))
  return { roots, open: conditionsFor(filter, search) }
}

/** All who are that to us, when they are few. */
async function fewRelated(
  tx: Transaction,
  filter: PeopleFilter,
  search: PeopleSearch | undefined,
): Promise<Candidates | null> {
  if (filter.relation === undefined) return null
  const { rows } = await sql<{ id: string }>`
    select person_id as id from relation
    where kind = ${filter.relation} and until is null and person_id is not null
    limit ${SORTED_PEOPLE_MAX + 1}::integer`.execute(tx)
  if (rows.length > SORTED_PEOPLE_MAX) return null
  const roots = rootsOf(rows.map(({ id }) => id))
  return { roots, open: conditionsFor({ ...filter, relation: undefined }, search) }
}

/** What a root (`wanted.id`) must hold; null for nothing. */
function conditionsFor(
  { topic, stage, relation, also }: PeopleFilter,
  search: PeopleSearch | undefined,
): RawBuilder<unknown> | null {
  const conditions: RawBuilder<unknown>[] = []
  if (search !== undefined) conditions.push(isKnownAs(search.tokens))
  if (topic !== undefined || stage !== undefined) conditions.push(standsAt(topic, stage))
  if (relation !== undefined) conditions.push(isRelated(relation))
  if (also !== undefined && also !== null) conditions.push(also)
  return conditions.length === 0 ? null : sql.join(conditions, sql` and `)
}

function isKnownAs(tokens: string): RawBuilder<unknown> {
  return sql`(
    exists (select 1 from person own where own.id = wanted.id and own.name_tokens @@ ${tokens}::tsquery offset 0)
    or exists (select 1 from person merged where merged.merged_into = wanted.id
      and merged.name_tokens @@ ${tokens}::tsquery offset 0))`
}

/** What one of the merged persons is to us, all are. */
function isRelated(relation: RelationCode): RawBuilder<unknown> {
  return sql`exists (
    select 1 from (
      select wanted.id as id
      union all
      select merged.id from person merged where merged.merged_into = wanted.id
    ) original
    cross join lateral (
      select 1 from relation r where r.person_id = original.id and r.kind = ${relation}
        and r.until is null offset 0) r)`
}

/** Of several merged persons the one whose post is the latest tells where they stand. */
function standsAt(topic: string | undefined, stage: Stage | undefined): RawBuilder<unknown> {
  const ofTopic = topic === undefined ? sql`true` : sql`j.topic_id = ${topic}::uuid`
  const atStage = stage === undefined ? sql`true` : sql`latest.stage = ${stage}`
  return sql`exists (
    select 1 from (
      select distinct on (j.topic_id) j.stage from (
        select wanted.id as id
        union all
        select merged.id from person merged where merged.merged_into = wanted.id
      ) original
      cross join lateral (
        select * from journey_stage j where j.person_id = original.id and ${ofTopic} offset 0) j
      order by j.topic_id, j.activity_id desc
    ) latest where ${atStage})`
}

async function holdingPhrases(
  tx: Transaction,
  positions: PeoplePosition[],
  phrases: readonly string[],
): Promise<PeoplePosition[]> {
  if (phrases.length === 0 || positions.length === 0) return positions
  const names = await namesToSearch(
    tx,
    positions.map(({ id }) => id),
  )
  return positions.filter(({ id }) => matchesPhrases((names.get(id) ?? []).join('\n'), phrases))
}
