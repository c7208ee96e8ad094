import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { NIL_UUID, SENTIMENTS, STAGES } from '#vocabulary/index.ts'
import type { DayTable } from './day-table.ts'

/** Each count of a day by the cells of `reading_day` that it sums. */
const COUNTS: Record<string, RawBuilder<unknown>> = {
  posts: sql`true`,
  ...Object.fromEntries(SENTIMENTS.map((name) => [name, sql`sentiment = ${sql.lit(name)}`])),
  no_stage: sql`stage = 'none'`,
  ...Object.fromEntries(STAGES.map((name) => [name, sql`stage = ${sql.lit(name)}`])),
}
const NAMES = Object.keys(COUNTS)

/** The columns of `topic_day` that {@link topicDaysOf} answers, in its order. */
export const TOPIC_DAY_COLUMNS = ['channel_id', 'topic_id', 'day', ...NAMES].join(', ')

/** Cells of `reading_day`, a row set, summed as `topic_day` has them: by channel, and nil for all. */
export function topicDaysOf(readingDays: RawBuilder<unknown>): RawBuilder<unknown> {
  const sums = NAMES.map(
    (name) => sql`coalesce(sum(posts) filter (where ${COUNTS[name]}), 0)::bigint`,
  )
  return sql`
    select coalesce(channel_id, ${sql.lit(NIL_UUID)}::uuid), topic_id, day, ${sql.join(sums)}
    from ${readingDays} cells
    group by grouping sets ((channel_id, topic_id, day), (topic_id, day))`
}

/** Makes the sums of one topic, or of all, anew from `reading_day`; for whoever holds the workspace. */
export async function recountTopicDays(
  tx: Transaction,
  workspaceId: string,
  topicId?: string,
): Promise<void> {
  const ofTopic = topicId === undefined ? sql`` : sql`and topic_id = ${topicId}::uuid`
  const own = sql`workspace_id = ${workspaceId}::uuid ${ofTopic}`
  await sql`delete from topic_day where ${own}`.execute(tx)
  await sql`
    insert into topic_day (workspace_id, ${sql.raw(TOPIC_DAY_COLUMNS)})
    select ${workspaceId}::uuid, summed.*
    from (${topicDaysOf(sql`(select * from reading_day where ${own})`)}) summed`.execute(tx)
}

/** How a batch's contributions count in `topic_day`. */
export const TOPIC_DAYS: DayTable = {
  table: 'topic_day',
  counts: NAMES,
  countsOf: ({ sentiment, stage }) => ['posts', sentiment, stage === 'none' ? 'no_stage' : stage],
}
