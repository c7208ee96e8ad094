import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'

/** A post as a figure points at it. */
export interface ShownPost {
  id: string
  /** Null where it carries no text, or lost it. */
  excerpt: string | null
  publishedAt: string
  url: string | null
}

const EXCERPT_CHARS_MAX = 280

/** The activities with these ids, by id; those that are gone are left out. */
export async function showPosts(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, ShownPost>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<Omit<ShownPost, 'publishedAt'> & { publishedAt: Date }>`
    select a.id, a.url, a.published_at as "publishedAt", p.excerpt
    from unnest(${wanted}::uuid[]) as wanted (id)
    cross join lateral (
      select a.id, a.url, a.published_at from activity a where a.id = wanted.id offset 0) a
    left join lateral (
      select left(p.text, ${EXCERPT_CHARS_MAX}) as excerpt from post p
      where p.activity_id = wanted.id offset 0) p on true`.execute(tx)
  return new Map(
    rows.map(({ publishedAt, ...row }) => [
      row.id,
      { ...row, publishedAt: publishedAt.toISOString() },
    ]),
  )
}

export interface ShownChannel {
  id: string
  name: string
  kind: string
}

/** Channels by id; a workspace limits their number. */
export async function showChannels(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, ShownChannel>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('channel')
    .select(['id', 'name', 'kind'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
