import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { createTopicFinder } from '#understand/index.ts'
import { addDays, type Topic } from '#vocabulary/index.ts'
import { peopleOfSegment, type Segment } from './segment.ts'

/** A stay that lasts longer without a move ends in silence. */
export const HORIZON_DAYS = 180
/** So many moves are read at most; of a topic with more, the latest. */
export const MOVES_MAX = 100_000
const ABOUTS_MAX = 5_000
const TOPICS_MAX = 1_000

/** Whose stays, and when they began. */
export interface StayFilter {
  topics: readonly string[]
  segment?: Segment | undefined
  /** Days of the workspace on which stays began, both included. */
  from?: string | undefined
  to?: string | undefined
}

/** A filter with what has to be known to read its stays. */
export interface StayScope extends StayFilter {
  now: Date
  /** The first day that is read; null for all. */
  since: string | null
  /** Which outcomes are about which topic: pairs, '' for outcomes that name nothing. */
  aboutTopics: string[]
  abouts: string[]
}

/**
 * Looks up what outcomes name, and from where on the moves of the topics are few enough. An outcome
 * belongs to a topic whose name it says; one that says nothing, to each of our own. One pass over the
 * days of the roll-up and one over the outcomes.
 */
export async function scopeOf(tx: Transaction, filter: StayFilter, now: Date): Promise<StayScope> {
  const topics = await readTopicNames(tx)
  const own = topics.filter(({ id, kind }) => kind === 'own' && filter.topics.includes(id))
  const finder = createTopicFinder(topics)
  const { rows } = await sql<{ about: string }>`
    select distinct about from outcome where about is not null limit ${ABOUTS_MAX}::integer`.execute(
    tx,
  )
  const pairs = rows.flatMap(({ about }) => {
    const named = new Set(finder.find(about).map(({ topicId }) => topicId))
    return filter.topics.filter((id) => named.has(id)).map((id) => ({ id, about }))
  })
  const all = [...pairs, ...own.map(({ id }) => ({ id, about: '' }))]
  const since = await readSince(tx, filter.topics)
  return {
    ...filter,
    now,
    since: [since, filter.from ?? null].reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b)),
    aboutTopics: all.map(({ id }) => id),
    abouts: all.map(({ about }) => about),
  }
}

async function readTopicNames(tx: Transaction): Promise<Topic[]> {
  const { rows } = await sql<Topic>`
    select t.id, t.name, t.kind,
      array(select alias from topic_alias a where a.topic_id = t.id order by alias) as aliases
    from topic t where t.deleted_at is null order by t.id limit ${TOPICS_MAX}::integer`.execute(tx)
  return rows
}

/** The day from which on the moves are no more than are read; null when all are. */
async function readSince(tx: Transaction, topics: readonly string[]): Promise<string | null> {
  const { rows } = await sql<{ day: string }>`
    select day::text as day from (
      select day, sum(sum(moves)) over (order by day desc) as moves from move_day
      where topic_id = any(${topics}::uuid[]) group by day) counted
    where moves > ${MOVES_MAX} order by day desc limit 1`.execute(tx)
  const day = rows[0]?.day
  return day === undefined ? null : addDays(day, 1)
}

/**
 * A `with` list that ends with `stay (topic_id, person_id, stage, activity_id, at, ending, until,
 * until_id, days)`: each stay of a person at a stage, from the move that led there to the next one.
 * Turns for or against are no moves here. `ending` is the next stage, churn, silence or ongoing. One
 * pass over the moves of the topics, sorted by person: O(n log n) in their number.
 */
export function withStays(scope: StayScope): RawBuilder<unknown> {
  const { topics, segment, now } = scope
  const chosen =
    segment === undefined
      ? sql``
      : sql`chosen as materialized (
      select distinct topic_id, person_id from (${peopleOfSegment(segment, topics)}) member),`
  const among = segment === undefined ? sql`` : sql`join chosen using (topic_id, person_id)`
  const horizon = sql`make_interval(days => ${sql.lit(HORIZON_DAYS)})`
  const until =
    scope.to === undefined ? sql`` : sql`and line.at < ${midnight(addDays(scope.to, 1))}`
  return sql`
    with ${chosen} said as materialized (
      select topic_id, about from unnest(${scope.aboutTopics}::uuid[], ${scope.abouts}::text[])
        as said (topic_id, about)
    ), told as (
      select topic_id, person_id, activity_id, at, to_stage as stage from journey_move ${among}
      where topic_id = any(${topics}::uuid[]) and from_stage <> to_stage and at <= ${now}
        ${since(scope, sql`at`)}
      union all
      select said.topic_id, owner.person_id, act.id, act.published_at, 'churn'
      from outcome o join said on said.about = coalesce(o.about, '')
      ${actOf(sql`o.activity_id`)} where o.type = 'churn' and act.published_at <= ${now}
    ), line as (
      select told.*, lead(stage) over journey as next, lead(at) over journey as until,
        lead(activity_id) over journey as until_id
      from told window journey as (partition by topic_id, person_id order by activity_id)
    ), stay as materialized (
      select topic_id, person_id, stage, activity_id, at,
        case when until - at <= ${horizon} then next
          when ${now} - at > ${horizon} then 'silence' else 'ongoing' end as ending,
        case when until - at <= ${horizon} then until end as until,
        case when until - at <= ${horizon} then until_id end as until_id,
        greatest(0, least(extract(epoch from
          case when until is null then ${now} else until end - at) / 86400,
          ${sql.lit(HORIZON_DAYS)}))::float8 as days
      from line where stage <> 'churn' ${until}
    )`
}

/** Joins the act `act` and the person behind it today, `owner`, by the key of the log. */
export function actOf(id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`cross join lateral (
      select a.id, a.handle_id, a.published_at from activity a
      where a.id = ${id} and a.deleted_at is null offset 0) act
    cross join lateral (
      select hp.person_id from handle_person hp where hp.handle_id = act.handle_id offset 0) owner`
}

function since(scope: StayScope, at: RawBuilder<unknown>): RawBuilder<unknown> {
  return scope.since === null ? sql`` : sql`and ${at} >= ${midnight(scope.since)}`
}

/** When a day begins in the workspace. */
export function midnight(day: string): RawBuilder<unknown> {
  return sql`(select ${day}::date::timestamp at time zone w.time_zone from workspace w
    where w.id = current_setting('enishi.workspace')::uuid)`
}
