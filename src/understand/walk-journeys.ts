import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'

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

/** Telling posts of the workspace by original person; of one topic, or of all. */
function tellingsOf(topicId?: string): RawBuilder<unknown> {
  const ofTopic = topicId === undefined ? sql`` : sql`and t.topic_id = ${topicId}::uuid`
  return sql`
    select o.person_id, t.topic_id, t.activity_id, t.stage, t.stance, a.published_at as at
    from reading_topic t
    join activity a on a.workspace_id = t.workspace_id and a.id = t.activity_id
    join handle_ownership o on o.workspace_id = a.workspace_id and o.handle_id = a.handle_id
      and o.until is null
    where t.stage <> 'none' ${ofTopic}`
}

/** A derived table of journeys: its columns, and what the log says they hold. */
interface Walked {
  columns: string
  rebuild(topicId?: string): RawBuilder<unknown>
}

/** Where each original person stands: the latest telling post, the round and the stance of the latest move. */
export const JOURNEY_STAGE: Walked = {
  columns: 'person_id, topic_id, stage, stance, activity_id, round, moved_stance',
  rebuild: (topicId) => sql`
    with ${walk(tellingsOf(topicId))}
    select person_id, topic_id, (array_agg(stage order by activity_id desc))[1],
      (array_agg(stance order by activity_id desc))[1],
      (array_agg(activity_id order by activity_id desc))[1], max(round),
      (array_agg(stance order by activity_id desc) filter (where is_move))[1]
    from walked group by 1, 2`,
}

export const JOURNEY_MOVE: Walked = {
  columns: 'person_id, topic_id, activity_id, from_stage, to_stage, stance, round, at',
  rebuild: (topicId) => sql`
    with ${walk(tellingsOf(topicId))}
    select person_id, topic_id, activity_id, coalesce(before_stage, 'none'), stage, stance, round, at
    from walked where is_move`,
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
