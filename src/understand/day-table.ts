import { sql } from 'kysely'
import type { Batch, Contribution, CountedReading } from '#listen/index.ts'
import { type ColumnForm, insertRows } from '#store/insert-rows.ts'
import { NIL_UUID } from '#vocabulary/index.ts'

/** A table of several counts a day, by topic (nil: all posts), of one channel and (nil) of all. */
export interface DayTable {
  table: 'topic_day' | 'intent_day'
  counts: readonly string[]
  /** The counts in which a post is one. */
  countsOf(reading: CountedReading): readonly string[]
}

interface Day {
  channel_id: string
  topic_id: string
  day: string
  counts: Record<string, number>
}

const KEY = { channel_id: 'uuid', topic_id: 'uuid', day: 'date' } as const

/** Adds what the batch contributes, in the order of the key; days that then count nothing go. */
export async function addDays(
  batch: Batch,
  to: DayTable,
  dayOf: (at: Date) => string,
): Promise<void> {
  const days = sumDays(batch.contributions, to, dayOf)
  const sums = to.counts.map(
    (name) =>
      sql`${sql.ref(name)} = ${sql.ref(`${to.table}.${name}`)} + ${sql.ref(`excluded.${name}`)}`,
  )
  const columns: Record<string, ColumnForm> = {
    ...KEY,
    ...Object.fromEntries(to.counts.map((name) => [name, 'bigint' as const])),
  }
  await insertRows(
    batch.tx,
    to.table,
    batch.workspaceId,
    columns,
    days.map(({ counts, ...key }) => ({ ...key, ...counts })),
    sql`on conflict (workspace_id, channel_id, topic_id, day) do update set ${sql.join(sums)}`,
  )
  const isReduced = ({ counts }: Day) => Object.values(counts).some((count) => count < 0)
  await dropEmptyDays(batch, to, days.filter(isReduced))
}

/** Sorted by channel, topic and day; days that stay as they are left out. */
function sumDays(
  contributions: readonly Contribution[],
  to: DayTable,
  dayOf: (at: Date) => string,
): Day[] {
  const days = new Map<string, Day>()
  const none = Object.fromEntries(to.counts.map((name) => [name, 0]))
  for (const { sign, channelId, publishedAt, reading } of contributions) {
    const counted = reading === undefined ? [] : to.countsOf(reading)
    if (counted.length === 0) continue
    const day = dayOf(publishedAt)
    for (const topic_id of [NIL_UUID, ...(reading?.topicIds ?? [])]) {
      for (const channel_id of [NIL_UUID, channelId]) {
        const key = `${channel_id}\n${topic_id}\n${day}`
        const known = days.get(key) ?? { channel_id, topic_id, day, counts: { ...none } }
        days.set(key, known)
        for (const name of counted) known.counts[name] = Number(known.counts[name]) + sign
      }
    }
  }
  return [...days]
    .filter(([, { counts }]) => Object.values(counts).some((count) => count !== 0))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, day]) => day)
}

async function dropEmptyDays(batch: Batch, from: DayTable, days: Day[]): Promise<void> {
  if (days.length === 0) return
  const isEmpty = from.counts.map((name) => sql`d.${sql.ref(name)} = 0`)
  await sql`
    delete from ${sql.table(from.table)} d
    using unnest(${days.map((day) => day.channel_id)}::uuid[], ${days.map((day) => day.topic_id)}::uuid[],
      ${days.map(({ day }) => day)}::date[]) as k(channel_id, topic_id, day)
    where d.workspace_id = ${batch.workspaceId} and d.channel_id = k.channel_id
      and d.topic_id = k.topic_id and d.day = k.day
      and ${sql.join(isEmpty, sql` and `)}`.execute(batch.tx)
}
