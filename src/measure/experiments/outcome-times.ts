import { type RawBuilder, sql } from 'kysely'
import { type InfluenceOutcome, OUTCOME_TYPES, type OutcomeType } from '#vocabulary/index.ts'

/**
 * The root of a person named by a row. Rows are looked up one by one (`offset 0`): of tables that have
 * just grown the database knows too little, and would scan them whole.
 */
const ROOT = sql`case when p.merged_into is null then p.id else p.merged_into end`

function isBusiness(outcome: InfluenceOutcome): outcome is OutcomeType {
  return (OUTCOME_TYPES as readonly string[]).includes(outcome)
}

/** Some people: they and all that were merged into them, and all their accounts. */
export interface Among {
  originals: readonly string[]
  handles: readonly string[]
}

/**
 * When an outcome happened to whom, as rows of `root`, `at` and `shown` (the activity that shows it). `topicId` null: whatever it is about.
 * Business outcomes count whatever they are about: what was bought stands in the words of its source.
 * `since`: the lowest id that can matter. `among`: of these people alone.
 */
export function outcomeTimes(
  outcome: InfluenceOutcome,
  topicId: string | null,
  since: string,
  among?: Among,
): RawBuilder<unknown> {
  if (isBusiness(outcome)) {
    return among === undefined
      ? businessTimes(outcome, since)
      : businessTimesOf(outcome, since, among)
  }
  if (outcome === 'to-competitor') return desertions(topicId, among)
  return moveTimes(outcome, topicId, since, among)
}

function ofPeople(among: Among | undefined): RawBuilder<unknown> {
  return among === undefined ? sql`true` : sql`m.person_id = any(${[...among.originals]}::uuid[])`
}

function businessTimesOf(type: OutcomeType, since: string, { handles }: Among) {
  return sql`
    select hp.person_id as root, a.published_at as at, a.id as shown
    from unnest(${[...handles]}::uuid[]) as own (id)
    cross join lateral (
      select a.id, a.published_at, a.handle_id from activity a where a.handle_id = own.id
        and a.id >= ${since}::uuid and a.deleted_at is null offset 0) a
    cross join lateral (
      select from outcome o where o.activity_id = a.id and o.type = ${type} offset 0) o
    cross join lateral (select * from handle_person where handle_person.handle_id = a.handle_id offset 0) hp`
}

function businessTimes(type: OutcomeType, since: string): RawBuilder<unknown> {
  return sql`
    select hp.person_id as root, a.published_at as at, a.id as shown
    from outcome o
    cross join lateral (select * from activity where activity.id = o.activity_id offset 0) a
    cross join lateral (select * from handle_person where handle_person.handle_id = a.handle_id offset 0) hp
    where o.type = ${type} and o.activity_id >= ${since}::uuid and a.deleted_at is null`
}

type StageOutcome = Exclude<InfluenceOutcome, OutcomeType | 'to-competitor'>

function moveTimes(
  outcome: StageOutcome,
  topicId: string | null,
  since: string,
  among: Among | undefined,
): RawBuilder<unknown> {
  const stage = outcome.slice('stage:'.length)
  // A turn against it is an outcome of its own, whatever the stage.
  const what =
    outcome === 'stage:rejection'
      ? sql`m.stance = 'against'`
      : sql`m.to_stage = ${stage} and m.stance <> 'against'`
  return sql`
    select ${ROOT} as root, m.at, m.activity_id as shown from journey_move m
    cross join lateral (select * from person where person.id = m.person_id offset 0) p
    where ${what} and m.activity_id >= ${since}::uuid and ${ofTopic(topicId)}
      and ${ofPeople(among)}`
}

function ofTopic(topicId: string | null): RawBuilder<unknown> {
  return topicId === null ? sql`true` : sql`m.topic_id = ${topicId}::uuid`
}

/**
 * The first move to evaluation or further on a competitor's topic, of somebody who had stood anywhere
 * on one of our own before. The first of all time: the log is not cut off.
 */
function desertions(topicId: string | null, among: Among | undefined): RawBuilder<unknown> {
  return sql`
    select away.root, away.at, away.shown from (
      select ${ROOT} as root, min(m.at) as at,
        (array_agg(m.activity_id order by m.at, m.activity_id))[1] as shown
      from journey_move m
      join topic t on t.id = m.topic_id and t.kind = 'competitor'
      cross join lateral (select * from person where person.id = m.person_id offset 0) p
      where m.to_stage <> 'discovery' and ${ofTopic(topicId)} and ${ofPeople(among)} group by 1
    ) away
    join (
      select ${ROOT} as root, min(m.at) as at from journey_move m
      join topic t on t.id = m.topic_id and t.kind = 'own'
      cross join lateral (select * from person where person.id = m.person_id offset 0) p
      where ${ofPeople(among)} group by 1
    ) own on own.root = away.root and own.at < away.at`
}
