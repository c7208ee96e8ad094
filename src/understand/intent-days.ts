import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { INTENTS, NIL_UUID } from '#vocabulary/index.ts'
import type { DayTable } from './day-table.ts'

/** What `intent_day` counts: columns there, and of the same names in `reading`. */
const COUNTS = [...INTENTS, 'toxic'] as const

/** How a batch's contributions count in `intent_day`. */
export const INTENT_DAYS: DayTable = {
  table: 'intent_day',
  counts: COUNTS,
  countsOf: ({ asserted, isToxic }) => (isToxic ? [...asserted, 'toxic'] : asserted),
}

/** The columns of `intent_day` that {@link intentDaysOf} answers, in its order. */
export const INTENT_DAY_COLUMNS = ['channel_id', 'topic_id', 'day', ...COUNTS].join(', ')

const NIL = sql`${sql.lit(NIL_UUID)}::uuid`
const READ = sql.join(COUNTS.map((name) => sql`r.${sql.ref(name)}`))
const IS_ANY = sql.join(
  COUNTS.map((name) => sql`r.${sql.ref(name)}`),
  sql` or `,
)
const SUMS = sql.join(COUNTS.map((name) => sql`count(*) filter (where ${sql.ref(name)})`))

const OF_ALL = sql`
  select ${NIL} as topic_id, r.activity_id, ${READ} from reading r where ${IS_ANY}`

/** A topic counts what the post wants: intents are of posts, not of the topics in them. */
function ofTopics(topicId?: string): RawBuilder<unknown> {
  const own = topicId === undefined ? sql`` : sql`and t.topic_id = ${topicId}::uuid`
  return sql`
    select t.topic_id, r.activity_id, ${READ} from reading_topic t
    join reading r on r.workspace_id = t.workspace_id and r.activity_id = t.activity_id
    where (${IS_ANY}) ${own}`
}

/** What `intent_day` holds by the log, of one topic or of all; runs inside one workspace. */
export function intentDaysOf(topicId?: string): RawBuilder<unknown> {
  const posts = topicId === undefined ? sql`${OF_ALL} union all ${ofTopics()}` : ofTopics(topicId)
  return sql`
    select coalesce(channel_id, ${NIL}), topic_id, day, ${SUMS} from (
      select a.channel_id, (a.published_at at time zone w.time_zone)::date as day, said.*
      from (${posts}) said
      join activity a on a.id = said.activity_id join workspace w on w.id = a.workspace_id
    ) told
    group by grouping sets ((channel_id, topic_id, day), (topic_id, day))`
}

/** Makes the days of one topic, or of all, anew; for whoever holds the workspace. */
export async function recountIntentDays(
  tx: Transaction,
  workspaceId: string,
  topicId?: string,
): Promise<void> {
  const ofTopic = topicId === undefined ? sql`` : sql`and topic_id = ${topicId}::uuid`
  await sql`delete from intent_day where workspace_id = ${workspaceId}::uuid ${ofTopic}`.execute(tx)
  await sql`
    insert into intent_day (workspace_id, ${sql.raw(INTENT_DAY_COLUMNS)})
    select ${workspaceId}::uuid, counted.* from (${intentDaysOf(topicId)}) counted`.execute(tx)
}
