import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { SegmentKind } from '#vocabulary/index.ts'
import { namesOfCommunities } from '../communities/read-members.ts'

/** What segments are called; of relations and languages the interface has the words. */
export async function namesOfSegments(
  tx: Transaction,
  kind: SegmentKind,
  values: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (kind === 'relation' || kind === 'language') return new Map()
  if (kind === 'community') {
    const names = await namesOfCommunities(tx)
    return new Map([...names].map(([id, { name, phrases }]) => [id, name ?? phrases.join(' / ')]))
  }
  const table = kind === 'channel' ? sql.table('channel') : sql.table('tag')
  const { rows } = await sql<{ id: string; name: string }>`select id, name from ${table}
    where id = any(${[...values]}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
