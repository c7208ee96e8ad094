import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { NIL_UUID } from '#vocabulary/index.ts'

/** Posts of a slice by the model that read them, most posts first; a model as readings name it. */
export type ReadBy = { model: string; posts: number }[]

/** The columns of `model_day` that {@link modelDaysOf} answers, in its order. */
export const MODEL_DAY_COLUMNS = 'topic_id, day, channel_id, model, posts'

const OF_ALL = sql`
  select ${sql.lit(NIL_UUID)}::uuid as topic_id, r.activity_id, r.model from reading r`

function ofTopics(topicId?: string): RawBuilder<unknown> {
  const own = topicId === undefined ? sql`` : sql`where t.topic_id = ${topicId}::uuid`
  return sql`
    select t.topic_id, r.activity_id, r.model from reading_topic t
    join reading r on r.workspace_id = t.workspace_id and r.activity_id = t.activity_id ${own}`
}

/** What `model_day` holds by the log, of one topic or of all; runs inside one workspace. */
export function modelDaysOf(topicId?: string): RawBuilder<unknown> {
  const posts = topicId === undefined ? sql`${OF_ALL} union all ${ofTopics()}` : ofTopics(topicId)
  return sql`
    select said.topic_id, (a.published_at at time zone w.time_zone)::date as day, a.channel_id,
      said.model, count(*) as posts
    from (${posts}) said
    join activity a on a.id = said.activity_id join workspace w on w.id = a.workspace_id
    group by 1, 2, 3, 4`
}

/** Makes the days of one topic, or of all, anew; for whoever holds the workspace. */
export async function recountModelDays(
  tx: Transaction,
  workspaceId: string,
  topicId?: string,
): Promise<void> {
  const ofTopic = topicId === undefined ? sql`` : sql`and topic_id = ${topicId}::uuid`
  await sql`delete from model_day where workspace_id = ${workspaceId}::uuid ${ofTopic}`.execute(tx)
  await sql`
    insert into model_day (workspace_id, ${sql.raw(MODEL_DAY_COLUMNS)})
    select ${workspaceId}::uuid, counted.* from (${modelDaysOf(topicId)}) counted`.execute(tx)
}

/**
 * Posts of these days by the model that read them, of a topic and a channel where they are given. Of
 * `any-topic`, a post counts for each topic that it names, as stages and moves do.
 */
export async function readByOf(
  tx: Transaction,
  slice: {
    topic?: string | 'any-topic' | undefined
    channel?: string | undefined
    from?: string | undefined
    to?: string | undefined
  } = {},
): Promise<ReadBy> {
  const { topic = NIL_UUID, channel, from, to } = slice
  const ofTopic =
    topic === 'any-topic' ? sql`topic_id <> ${NIL_UUID}::uuid` : sql`topic_id = ${topic}::uuid`
  const ofChannel = channel === undefined ? sql`` : sql`and channel_id = ${channel}::uuid`
  const since = from === undefined ? sql`` : sql`and day >= ${from}::date`
  const until = to === undefined ? sql`` : sql`and day <= ${to}::date`
  const { rows } = await sql<ReadBy[number]>`
    select model, sum(posts)::bigint as posts from model_day
    where ${ofTopic} ${ofChannel} ${since} ${until}
    group by model having sum(posts) > 0 order by posts desc, model
  `.execute(tx)
  return rows
}
