import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { Move } from './journey.ts'

/** Whether a row `t` of `reading_topic` tells where its author stands: a stage left open is a guess, and moves nobody. */
export const TELLS: RawBuilder<unknown> = sql`t.stage <> 'none' and not t.stage_open`

/**
 * The rule of journey.ts over a row set of telling posts (person_id, topic_id, activity_id, stage,
 * stance, at): each with what stood before it, its round, and whether it is a move. For whole topics
 * and for `enishi doctor`, which by this compares the one form with the other.
 */
function walk(tellings: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    told as (select *, lag(stage) over journey as before_stage from (${tellings}) telling
      window journey as (partition by person_id, topic_id order by activity_id)),
    counted as (select *,
        count(*) filter (where before_stage is distinct from stage) over journey as stay,
        (1 + count(*) filter (where before_stage = 'satisfaction' and stage = 'discovery')
          over journey)::integer as round,
        stance in ('for', 'against') as is_decided
      from told window journey as (partition by person_id, topic_id order by activity_id)),
    walked as (select *, before_stage is distinct from stage
        or stage in ('recommendation', 'satisfaction') and is_decided and lag(stance)
          over (partition by person_id, topic_id, stay, is_decided order by activity_id)
          is distinct from stance as is_move
      from counted)`
}

/** Telling posts of the workspace by root: merged people make one journey. Of one topic, or of all. */
function tellingsOf(topicId?: string): RawBuilder<unknown> {
  const ofTopic = topicId === undefined ? sql`` : sql`and t.topic_id = ${topicId}::uuid`
  return sql`
    select o.person_id, t.topic_id, t.activity_id, t.stage, t.stance, a.published_at as at
    from reading_topic t
    join activity a on a.workspace_id = t.workspace_id and a.id = t.activity_id
    join handle_person o on o.workspace_id = a.workspace_id and o.handle_id = a.handle_id
    where ${TELLS} ${ofTopic}`
}

/** The same of those of the people that are roots, found by their accounts. */
function tellingsBy(people: readonly string[]): RawBuilder<unknown> {
  return sql`
    select root.id as person_id, t.topic_id, a.id as activity_id, t.stage, t.stance, a.published_at as at
    from unnest(${people}::uuid[]) as wanted (id)
    cross join lateral (
      select p.id from person p where p.id = wanted.id and p.merged_into is null offset 0) root
    cross join lateral (
      select root.id as original_id
      union all select m.id from person m where m.merged_into = root.id) original
    cross join lateral (
      select o.handle_id from handle_ownership o
      where o.person_id = original.original_id and o.until is null offset 0) o
    cross join lateral (
      select a.id, a.published_at from activity a where a.handle_id = o.handle_id offset 0) a
    cross join lateral (
      select t.topic_id, t.stage, t.stance from reading_topic t
      where t.activity_id = a.id and ${TELLS} offset 0) t`
}

/** What {@link walk} says of each journey, and of each move. */
const STAGES_WALKED = sql`
    select person_id, topic_id, (array_agg(stage order by activity_id desc))[1],
      (array_agg(stance order by activity_id desc))[1],
      (array_agg(activity_id order by activity_id desc))[1], max(round),
      (array_agg(stance order by activity_id desc) filter (where is_move))[1]
    from walked group by 1, 2`

const MOVES_WALKED = sql`
    select person_id, topic_id, activity_id, coalesce(before_stage, 'none'), stage, stance, round, at
    from walked where is_move`

/** A derived table of journeys: its columns, and what the log says they hold. */
interface Walked {
  columns: string
  rebuild(topicId?: string): RawBuilder<unknown>
}

/** Where each person stands: the latest telling post, the round and the stance of the latest move. */
export const JOURNEY_STAGE: Walked = {
  columns: 'person_id, topic_id, stage, stance, activity_id, round, moved_stance',
  rebuild: (topicId) => sql`with ${walk(tellingsOf(topicId))} ${STAGES_WALKED}`,
}

export const JOURNEY_MOVE: Walked = {
  columns: 'person_id, topic_id, activity_id, from_stage, to_stage, stance, round, at',
  rebuild: (topicId) => sql`with ${walk(tellingsOf(topicId))} ${MOVES_WALKED}`,
}

export const MOVE_DAY: Walked = {
  columns: 'topic_id, day, from_stage, to_stage, stance, moves',
  rebuild: (topicId) => sql`
    select m.topic_id, (m.at at time zone w.time_zone)::date, m.from_stage, m.to_stage, m.stance, count(*)
    from (${JOURNEY_MOVE.rebuild(topicId)})
      m (person_id, topic_id, activity_id, from_stage, to_stage, stance, round, at)
    cross join workspace w group by 1, 2, 3, 4, 5`,
}

const TABLES = { journey_stage: JOURNEY_STAGE, journey_move: JOURNEY_MOVE, move_day: MOVE_DAY }

/** Makes the journeys of everybody for one topic anew from the log; for whoever holds the workspace. */
export async function rebuildTopicJourneys(
  tx: Transaction,
  workspaceId: string,
  topicId: string,
): Promise<void> {
  for (const [name, { columns, rebuild }] of Object.entries(TABLES)) {
    const table = sql.table(name)
    await sql`delete from ${table}
      where workspace_id = ${workspaceId} and topic_id = ${topicId}`.execute(tx)
    await sql`insert into ${table} (workspace_id, ${sql.raw(columns)})
      select ${workspaceId}::uuid, built.* from (${rebuild(topicId)}) built`.execute(tx)
  }
}

/** A move of some person, as far as it is counted. */
export type MovedPerson = Pick<Move, 'from' | 'to' | 'stance' | 'at'> & { topicId: string }

/**
 * Makes the journeys of these people anew from the log, of all topics; those who are no roots keep
 * none. Answers the moves that stood before and that stand now; for whoever holds the workspace.
 */
export async function rebuildPeopleJourneys(
  tx: Transaction,
  workspaceId: string,
  people: readonly string[],
): Promise<{ lost: MovedPerson[]; gained: MovedPerson[] }> {
  const own = sql`workspace_id = ${workspaceId} and person_id = any(${people}::uuid[])`
  const answer = sql`returning topic_id as "topicId", from_stage as "from", to_stage as "to", stance, at`
  await sql`delete from journey_stage where ${own}`.execute(tx)
  const lost = await sql<MovedPerson>`delete from journey_move where ${own} ${answer}`.execute(tx)
  // One walk for both tables.
  const gained = await sql<MovedPerson>`
    with ${walk(tellingsBy(people))},
    stages as (insert into journey_stage (workspace_id, ${sql.raw(JOURNEY_STAGE.columns)})
      select ${workspaceId}::uuid, built.* from (${STAGES_WALKED}) built)
    insert into journey_move (workspace_id, ${sql.raw(JOURNEY_MOVE.columns)})
    select ${workspaceId}::uuid, built.* from (${MOVES_WALKED}) built ${answer}`.execute(tx)
  return { lost: lost.rows, gained: gained.rows }
}
