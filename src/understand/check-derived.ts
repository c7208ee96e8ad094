import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { INTENT_DAY_COLUMNS, intentDaysOf } from './intent-days.ts'
import { MODEL_DAY_COLUMNS, modelDaysOf } from './model-days.ts'
import { holdWorkspace } from './remove-topics.ts'
import { TIE_COLUMNS, tiesOf } from './ties/ties-of.ts'
import { TOPIC_DAY_COLUMNS, topicDaysOf } from './topic-days.ts'
import { JOURNEY_MOVE, JOURNEY_STAGE, MOVE_DAY } from './walk-journeys.ts'

/** A derived table whose rows differ from what the log says. */
export interface Difference {
  table: string
  /** Rows that the log asks for and the table lacks, or has otherwise. */
  missing: number
  /** Rows of the table that the log does not ask for. */
  surplus: number
}

/**
 * Compares every derived table with a rebuild from the log; reads only. An empty answer says that
 * roll-ups, summaries and journeys agree with the activities and readings. Topics that the
 * job apply-topics has to find or to remove are in the making and left out. Linear in the log.
 */
export async function checkDerived(tx: Transaction): Promise<Difference[]> {
  const answers: Difference[] = []
  for (const [table, { columns, rebuild }] of Object.entries(DERIVED)) {
    const settled = columns.includes('topic_id') ? SETTLED : sql``
    const named = sql`built (${sql.raw(columns)})`
    const { rows } = await sql<Difference>`
      with kept as (select ${sql.raw(columns)} from ${sql.table(table)} ${settled}),
        ${named} as (select * from (${rebuild}) ${named} ${settled})
      select ${table} as "table",
        (select count(*) from (select * from built except all select * from kept) d) as missing,
        (select count(*) from (select * from kept except all select * from built) d) as surplus
    `.execute(tx)
    answers.push(...rows)
  }
  return answers.filter(({ missing, surplus }) => missing + surplus > 0)
}

/** Puts every derived table back to what the log says, in the transaction given. */
export async function rebuildDerived(tx: Transaction, workspaceId: string): Promise<void> {
  await holdWorkspace(tx)
  for (const [table, { columns, rebuild }] of Object.entries(DERIVED)) {
    await sql`delete from ${sql.table(table)}`.execute(tx)
    await sql`insert into ${sql.table(table)} (workspace_id, ${sql.raw(columns)})
      select ${workspaceId}::uuid, b.* from (${rebuild}) b`.execute(tx)
  }
}

const SETTLED = sql`where topic_id not in (
  select id from topic where deleted_at is not null or applied_at is null)`

const DAY = sql`(a.published_at at time zone w.time_zone)::date`
const WORKSPACE = sql`join workspace w on w.id = a.workspace_id`
const OWNER = sql`join handle_ownership o on o.workspace_id = a.workspace_id
  and o.handle_id = a.handle_id and o.until is null`

const READING_DAYS = sql`
  select ${DAY} as day, '00000000-0000-0000-0000-000000000000'::uuid as topic_id, a.channel_id,
    r.stage, r.stance, r.sentiment, count(*) as posts
  from reading r join activity a on a.workspace_id = r.workspace_id and a.id = r.activity_id
  ${WORKSPACE} group by 1, 2, 3, 4, 5, 6
  union all
  select ${DAY}, t.topic_id, a.channel_id, t.stage, t.stance, t.sentiment, count(*)
  from reading_topic t join activity a on a.workspace_id = t.workspace_id and a.id = t.activity_id
  ${WORKSPACE} group by 1, 2, 3, 4, 5, 6`

/** What each derived table holds, as queries over the log. Runs inside one workspace. */
const DERIVED: Record<string, { columns: string; rebuild: RawBuilder<unknown> }> = {
  reading_day: {
    columns: 'day, topic_id, channel_id, stage, stance, sentiment, posts',
    rebuild: READING_DAYS,
  },
  topic_day: { columns: TOPIC_DAY_COLUMNS, rebuild: topicDaysOf(sql`(${READING_DAYS})`) },
  intent_day: { columns: INTENT_DAY_COLUMNS, rebuild: intentDaysOf() },
  model_day: { columns: MODEL_DAY_COLUMNS, rebuild: modelDaysOf() },
  activity_day: {
    columns: 'day, channel_id, type, activities',
    rebuild: sql`
      select ${DAY}, a.channel_id, a.type, count(*) from activity a ${WORKSPACE}
      where a.deleted_at is null group by 1, 2, 3`,
  },
  person_summary: {
    columns: 'person_id, posts, activities, first_at, last_at',
    rebuild: sql`
      select o.person_id, count(r.activity_id), count(*), min(a.published_at), max(a.published_at)
      from activity a ${OWNER}
      left join reading r on r.workspace_id = a.workspace_id and r.activity_id = a.id
      where a.deleted_at is null group by 1`,
  },
  root_summary: {
    columns: 'person_id, posts, activities, first_at, last_at',
    rebuild: sql`
      select case when p.merged_into is null then p.id else p.merged_into end, count(r.activity_id),
        count(*), min(a.published_at), max(a.published_at)
      from activity a ${OWNER}
      join person p on p.workspace_id = o.workspace_id and p.id = o.person_id
      left join reading r on r.workspace_id = a.workspace_id and r.activity_id = a.id
      where a.deleted_at is null group by 1`,
  },
  journey_stage: { columns: JOURNEY_STAGE.columns, rebuild: JOURNEY_STAGE.rebuild() },
  journey_move: { columns: JOURNEY_MOVE.columns, rebuild: JOURNEY_MOVE.rebuild() },
  move_day: { columns: MOVE_DAY.columns, rebuild: MOVE_DAY.rebuild() },
  tie: { columns: TIE_COLUMNS, rebuild: tiesOf(sql`activity`) },
}
