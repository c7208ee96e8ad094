import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { TimelineScope } from './scope.ts'

/** A place in a timeline: newest first, and of one millisecond the greatest id. */
export interface Position {
  atMs: number
  id: string
}

/** Some of a source's newest positions; `next` is how far it looked where there may be more. */
export interface Stretch {
  positions: Position[]
  next: Position | null
}

/** One kind of thing that stands in a timeline. A further kind is one more file like it. */
export interface TimelineSource<Item extends { id: string }> {
  /** The newest below `before`, at most `limit`. */
  newest(
    tx: Transaction,
    scope: TimelineScope,
    before: Position | null,
    limit: number,
  ): Promise<Stretch>
  /** The items with these ids. */
  hydrate(tx: Transaction, ids: string[], now: Date): Promise<Item[]>
}

/** Whether the first stands above the second. */
export function isAbove(one: Position, other: Position): boolean {
  return one.atMs === other.atMs ? one.id > other.id : one.atMs > other.atMs
}

/** The newest rows `r` of a table that hold the condition, by a column of time in milliseconds. */
export async function newestRows(
  tx: Transaction,
  table: 'note' | 'task' | 'deal_move' | 'contact' | 'person_merge' | 'relation',
  column: string,
  where: RawBuilder<unknown>,
  before: Position | null,
  limit: number,
): Promise<Stretch> {
  const at = sql.ref(`r.${column}`)
  const below =
    before === null
      ? sql`true`
      : sql`(${at}, r.id) < (${new Date(before.atMs)}, ${before.id}::uuid)`
  const { rows } = await sql<{ id: string; at: Date }>`
    select r.id, ${at} as at from ${sql.table(table)} r where ${below} and (${where})
    order by ${at} desc, r.id desc limit ${limit}`.execute(tx)
  const positions = rows.map(({ id, at }) => ({ id, atMs: at.getTime() }))
  return { positions, next: positions.length < limit ? null : (positions.at(-1) ?? null) }
}
