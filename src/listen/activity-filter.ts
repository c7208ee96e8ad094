import { sql } from 'kysely'
import { readIdCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import {
  type Intent,
  MAX_UUID,
  type MoveKind,
  NIL_UUID,
  type Sentiment,
  type StageOrNone,
  type Stance,
  uuidV7Floor,
} from '#vocabulary/index.ts'

/** What a list of the log may be narrowed to; all that is given must hold. */
export interface ActivityFilter {
  /** Full text. */
  q?: string | undefined
  topic?: string | undefined
  person?: string | undefined
  /** Posts of its people, over all their accounts. */
  organisation?: string | undefined
  channel?: string | undefined
  /** Of the post; with a topic, of what the post says about it. The same for stance and sentiment. */
  stage?: StageOrNone | undefined
  stance?: Stance | undefined
  sentiment?: Sentiment | undefined
  /** Only with a topic: posts that moved their author this way. */
  move?: MoveKind | undefined
  /** Posts that are shown under it. */
  opinion?: string | undefined
  lang?: string | undefined
  /** Of the post: an intent that holds. */
  intent?: Intent | undefined
  /** Of the post: whether it insults. */
  toxic?: boolean | undefined
  /** Of the post: whether the reader left something open. */
  unsure?: boolean | undefined
  /** Of the post: what read it. */
  model?: string | undefined
  /** A change of the model that moved them. */
  moved?: string | undefined
  /** A time (RFC 3339), or a day in the workspace's time zone; included. */
  from?: string | undefined
  /** The same; a day counts to its end. */
  to?: string | undefined
  /** `post`: what carries text; `all`: likes, shares and follows too. */
  kind: 'post' | 'all'
}

/** A range of ids, which is a range of time: `floor` is in it, `before` is not. */
export interface IdRange {
  floor: string
  before: string
}

/** The ids between the filter's times and below the cursor. Throws `bad-input` for a foreign cursor. */
export async function idRange(
  tx: Transaction,
  { from, to }: Pick<ActivityFilter, 'from' | 'to'>,
  cursor: string | undefined,
): Promise<IdRange> {
  const floor = from === undefined ? NIL_UUID : uuidV7Floor(await startOf(tx, from))
  const end = to === undefined ? MAX_UUID : uuidV7Floor(await endOf(tx, to))
  const last = cursor === undefined ? MAX_UUID : readIdCursor(cursor)
  const [before = end] = [last, end].sort()
  return { floor, before }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

async function startOf(tx: Transaction, bound: string): Promise<number> {
  return DAY.test(bound) ? startOfDay(tx, bound, 0) : Math.floor(Date.parse(bound))
}

async function endOf(tx: Transaction, bound: string): Promise<number> {
  return DAY.test(bound) ? startOfDay(tx, bound, 1) : Math.floor(Date.parse(bound)) + 1
}

/** When the day (or one `daysLater`) begins in the workspace's time zone, in Unix milliseconds. */
async function startOfDay(tx: Transaction, day: string, daysLater: number): Promise<number> {
  if (day < '1970-01-02') return 0
  const { rows } = await sql<{ ms: number }>`
    select (extract(epoch from (${day}::date + ${daysLater}::integer)::timestamp at time zone time_zone)
      * 1000)::bigint as ms from workspace
  `.execute(tx)
  return rows[0]?.ms ?? 0
}
