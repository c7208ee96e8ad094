import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { MergeOrigin } from '#vocabulary/index.ts'
import { type Colleague, colleague } from '../subjects.ts'
import type { TimelineScope } from './scope.ts'
import { newestRows, type TimelineSource } from './timeline-source.ts'

export interface MergeItem {
  kind: 'merge'
  id: string
  at: string
  /** Who is shown since. */
  keep: { id: string; name: string }
  merged: { id: string; name: string }
  origin: MergeOrigin
  author: Colleague | null
  /** When it was taken back; null while it stands. */
  undoneAt: string | null
}

/** Merges, at the time they were made: those that stand, and those that were taken back. */
export const mergeSource: TimelineSource<MergeItem> = {
  newest: async (tx, scope, before, limit) =>
    scope.kind === 'deal'
      ? { positions: [], next: null }
      : newestRows(tx, 'person_merge', 'made_at', mergesOf(scope), before, limit),
  hydrate,
}

function mergesOf({ originals }: TimelineScope): RawBuilder<unknown> {
  return sql`r.keep_id = any(${originals}::uuid[]) or r.merged_id = any(${originals}::uuid[])`
}

interface MergeRow {
  id: string
  made_at: Date
  keep_id: string
  keep_name: string
  merged_id: string
  merged_name: string
  origin: MergeOrigin
  author_id: string | null
  undone_at: Date | null
}

/** By their own names: under which each of the two was known. */
async function hydrate(tx: Transaction, ids: string[]): Promise<MergeItem[]> {
  const { rows } = await sql<MergeRow>`
    select r.id, r.made_at, r.keep_id, k.display_name as keep_name, r.merged_id,
      m.display_name as merged_name, r.origin, r.author_id, r.undone_at
    from unnest(${ids}::uuid[]) as wanted (id)
    cross join lateral (select * from person_merge where person_merge.id = wanted.id offset 0) r
    cross join lateral (select * from person where person.id = r.keep_id offset 0) k
    cross join lateral (select * from person where person.id = r.merged_id offset 0) m`.execute(tx)
  return rows.map((row) => ({
    ...{ kind: 'merge', id: row.id, at: row.made_at.toISOString(), origin: row.origin },
    keep: { id: row.keep_id, name: row.keep_name },
    merged: { id: row.merged_id, name: row.merged_name },
    author: colleague(row.author_id),
    undoneAt: row.undone_at?.toISOString() ?? null,
  }))
}
