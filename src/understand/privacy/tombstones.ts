import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { insertRows } from '#store/insert-rows.ts'
import type { RandomBytes } from '#vocabulary/index.ts'
import { type KnownBy, tombstoneHash } from './tombstone-keys.ts'

const KEY_BYTES = 32

/** The workspace's key of tombstones; undefined while nobody was erased. */
export async function findTombstoneKey(
  tx: Transaction,
  workspaceId: string,
): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('privacy_setting')
    .select('tombstone_key')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst()
  return row?.tombstone_key ?? undefined
}

/** The same key, made where there is none. */
export async function ensureTombstoneKey(
  tx: Transaction,
  workspaceId: string,
  random: RandomBytes,
): Promise<Buffer> {
  const fresh = new Uint8Array(KEY_BYTES)
  random(fresh)
  const { rows } = await sql<{ key: Buffer }>`
    insert into privacy_setting as s (workspace_id, tombstone_key)
    values (${workspaceId}, ${Buffer.from(fresh)})
    on conflict (workspace_id) do update
      set tombstone_key = coalesce(s.tombstone_key, excluded.tombstone_key)
    returning tombstone_key as key`.execute(tx)
  return (rows[0] as { key: Buffer }).key
}

/** Writes tombstones; one that is there stays. */
export async function writeTombstones(
  tx: Transaction,
  workspaceId: string,
  { key, erasureId, knownBy }: { key: Uint8Array; erasureId: string; knownBy: readonly KnownBy[] },
): Promise<number> {
  const byHash = new Map(
    knownBy.map((one) => {
      const hash = tombstoneHash(key, one)
      return [hash.toString('hex'), { hash, kind: one.kind, erasure_id: erasureId }]
    }),
  )
  const written = await insertRows(
    tx,
    'erasure_tombstone',
    workspaceId,
    { hash: 'bytes', kind: 'text', erasure_id: 'uuid' },
    [...byHash.values()],
    sql`on conflict do nothing returning kind`,
  )
  return written.length
}

/** Those of the hashes (in hex) for which there is a tombstone. */
async function findTombstones(
  tx: Transaction,
  workspaceId: string,
  hashes: readonly string[],
): Promise<Set<string>> {
  if (hashes.length === 0) return new Set()
  const { rows } = await sql<{ hash: string }>`
    select wanted.hash from unnest(${[...new Set(hashes)]}::text[]) as wanted (hash)
    cross join lateral (
      select 1 from erasure_tombstone t where t.workspace_id = ${workspaceId}
        and t.hash = decode(wanted.hash, 'hex') limit 1) t`.execute(tx)
  return new Set(rows.map(({ hash }) => hash))
}

/** Says of what is known whether it is of somebody who was erased. */
export type IsErased = (knownBy: readonly KnownBy[]) => boolean

/** Looks all of it up at once; for what is not among it the answer means nothing. */
export async function lookUpErased(
  tx: Transaction,
  workspaceId: string,
  all: readonly KnownBy[],
): Promise<IsErased | undefined> {
  const key = await findTombstoneKey(tx, workspaceId)
  if (key === undefined || all.length === 0) return undefined
  const hashOf = (one: KnownBy) => tombstoneHash(key, one).toString('hex')
  const found = await findTombstones(tx, workspaceId, all.map(hashOf))
  if (found.size === 0) return undefined
  return (knownBy) => knownBy.some((one) => found.has(hashOf(one)))
}
