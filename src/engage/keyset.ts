import { type RawBuilder, sql } from 'kysely'
import { type Listed, type PageRequest, readCursor, writeCursor } from '#store/cursor.ts'
import { isUuid } from '#vocabulary/index.ts'

/** What a list is sorted by: a column and then the id, both up or both down. */
export interface Order {
  /** Stands in the cursor, so that none of another order is taken. */
  name: string
  column: RawBuilder<unknown>
  id: RawBuilder<unknown>
  type: 'date' | 'timestamptz' | 'bigint' | 'text'
  isDown: boolean
}

/** A row's place in a list. */
export interface Placed {
  id: string
  placeKey: string
}

/** The place as it is selected beside a row. */
export function placeOf({ column, id }: Order): RawBuilder<unknown> {
  return sql`${id} as id, ${column}::text as "placeKey"`
}

/** The order by clause. */
export function orderBy({ column, id, isDown }: Order): RawBuilder<unknown> {
  return isDown ? sql`order by ${column} desc, ${id} desc` : sql`order by ${column}, ${id}`
}

/** The condition that a row stands behind the cursor. Throws `bad-input` for a cursor of another list. */
export function behind(order: Order, cursor: string | undefined): RawBuilder<unknown> {
  if (cursor === undefined) return sql`true`
  const [name, key = '', id = ''] = readCursor(cursor, 3)
  // Anything that this server did not write is refused in the words of a cursor.
  if (name !== order.name || !isUuid(id) || !FORMS[order.type](key)) readCursor('', 3)
  const place = sql`(${key}::${sql.raw(order.type)}, ${id}::uuid)`
  const row = sql`(${order.column}, ${order.id})`
  return order.isDown ? sql`${row} < ${place}` : sql`${row} > ${place}`
}

const INSTANT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/

const FORMS: Record<Order['type'], (key: string) => boolean> = {
  date: (key) => /^\d{4}-\d\d-\d\d$/.test(key) && isInstant(`${key}T00:00:00Z`),
  timestamptz: (key) =>
    key === 'infinity' ||
    (INSTANT.test(key) && isInstant(key.replace(' ', 'T').replace('+00', 'Z'))),
  bigint: (key) => /^-?\d{1,18}$/.test(key),
  text: (key) => !key.includes('\u0000') && key.isWellFormed(),
}

function isInstant(text: string): boolean {
  return !Number.isNaN(Date.parse(text))
}

/** One page of the rows, of which one more than asked for was read. */
export async function pageOf<Item>(
  rows: readonly Placed[],
  page: PageRequest,
  order: Order,
  hydrate: (ids: string[]) => Promise<Item[]>,
): Promise<Listed<Item>> {
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  const isMore = rows.length > shown.length && last !== undefined
  const items = await hydrate(shown.map(({ id }) => id))
  return { items, next: isMore ? writeCursor([order.name, last.placeKey, last.id]) : null }
}
