import { sql } from 'kysely'
import { type Listed, type PageRequest, readIdCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'

/** A place that was listened to. */
export interface ListedChannel {
  id: string
  kind: string
  name: string
  createdAt: string
}

/** Channels, newest first. Throws `bad-input` for a foreign cursor. */
export async function listChannels(
  tx: Transaction,
  page: PageRequest,
): Promise<Listed<ListedChannel>> {
  const before = page.cursor === undefined ? null : readIdCursor(page.cursor)
  const rows = await tx
    .selectFrom('channel')
    .select(['id', 'kind', 'name', 'created_at'])
    .where(before === null ? sql<boolean>`true` : sql<boolean>`id < ${before}::uuid`)
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
    .execute()
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  return {
    items: shown.map(({ id, kind, name, created_at }) => {
      return { id, kind, name, createdAt: created_at.toISOString() }
    }),
    next: rows.length > page.limit && last !== undefined ? writeCursor([last.id]) : null,
  }
}
