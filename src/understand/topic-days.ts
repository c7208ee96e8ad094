import { type RawBuilder, sql } from 'kysely'
import type { Batch, Contribution } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import { type ColumnForm, insertRows } from '#store/insert-rows.ts'
import { NIL_UUID, SENTIMENTS, STAGES } from '#vocabulary/index.ts'

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

interface TopicDay {
  channel_id: string
  topic_id: string
  day: string
  counts: Record<string, number>
}

const KEY = { channel_id: 'uuid', topic_id: 'uuid', day: 'date' } as const
const COLUMNS: Record<string, ColumnForm> = {
  ...KEY,
  ...Object.fromEntries(NAMES.map((name) => [name, 'bigint' as const])),
}

/** Adds what the batch contributes, in the order of the key. */
export async function addTopicDays(batch: Batch, dayOf: (at: Date) => string): Promise<void> {
  const days = sumDays(batch.contributions, dayOf)
  const rows = days.map(({ counts, ...key }) => ({ ...key, ...counts }))
  const sums = NAMES.map(
    (name) =>
      sql`${sql.ref(name)} = ${sql.ref(`topic_day.${name}`)} + ${sql.ref(`excluded.${name}`)}`,
  )
  await insertRows(
    batch.tx,
    'topic_day',
    batch.workspaceId,
    COLUMNS,
    rows,
    sql`on conflict (workspace_id, channel_id, topic_id, day) do update set ${sql.join(sums)}`,
  )
  await dropEmptyDays(
    batch,
    days.filter(({ counts }) => Number(counts.posts) < 0),
  )
}

/** Sorted by channel, topic and day; days that stay as they are left out. */
function sumDays(contributions: readonly Contribution[], dayOf: (at: Date) => string): TopicDay[] {
  const days = new Map<string, TopicDay>()
  for (const { sign, channelId, publishedAt, reading } of contributions) {
    if (reading === undefined) continue
    const day = dayOf(publishedAt)
    const stage = reading.stage === 'none' ? 'no_stage' : reading.stage
    for (const topic_id of [NIL_UUID, ...reading.topicIds]) {
      for (const channel_id of [NIL_UUID, channelId]) {
        const key = `${channel_id}\n${topic_id}\n${day}`
        const known = days.get(key) ?? { channel_id, topic_id, day, counts: noCounts() }
        days.set(key, known)
        for (const name of ['posts', reading.sentiment, stage]) {
          known.counts[name] = Number(known.counts[name]) + sign
        }
      }
    }
  }
  return [...days]
    .filter(([, { counts }]) => Object.values(counts).some((count) => count !== 0))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, day]) => day)
}

function noCounts(): Record<string, number> {
  return Object.fromEntries(NAMES.map((name) => [name, 0]))
}

async function dropEmptyDays(batch: Batch, days: TopicDay[]): Promise<void> {
  if (days.length === 0) return
  await sql`
    delete from topic_day d
    using unnest(${days.map((day) => day.channel_id)}::uuid[], ${days.map((day) => day.topic_id)}::uuid[],
      ${days.map(({ day }) => day)}::date[]) as k(channel_id, topic_id, day)
    where d.workspace_id = ${batch.workspaceId} and d.channel_id = k.channel_id
      and d.topic_id = k.topic_id and d.day = k.day and d.posts = 0`.execute(batch.tx)
}
