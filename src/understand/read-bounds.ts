import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { NIL_UUID } from '#vocabulary/index.ts'

/** Days in the workspace's time zone. */
export interface Bounds {
  /** Of the first and the last post; null without any. */
  firstDay: string | null
  lastDay: string | null
  today: string
}

/** From when to when there are posts, of one channel or (without) of all, and which day it is. */
export async function readBounds(
  tx: Transaction,
  now: Date,
  channel: string = NIL_UUID,
): Promise<Bounds> {
  const edge = (way: 'asc' | 'desc') => sql`(
    select day from topic_day
    where channel_id = ${channel}::uuid and topic_id = ${NIL_UUID}::uuid and posts > 0
    order by day ${sql.raw(way)} limit 1)`
  const { rows } = await sql<{ first: string | null; last: string | null; today: string }>`
    select ${edge('asc')} as first, ${edge('desc')} as last,
      (${now}::timestamptz at time zone time_zone)::date as today from workspace
  `.execute(tx)
  const row = rows[0]
  return {
    firstDay: row?.first ?? null,
    lastDay: row?.last ?? null,
    today: row?.today ?? now.toISOString().slice(0, 10),
  }
}
