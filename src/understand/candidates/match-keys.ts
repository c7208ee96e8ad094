import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { blockingKeys, readPlainPhone } from '../matching/index.ts'
import { recordsToMeet } from './contact-evidence.ts'
import type { Reached } from './load-records.ts'

/** A key that more accounts share tells too little to compare them all. */
const SHARED_BY_MAX = 60

/** The blocking keys of an account as numbers of 64 bits that don't tell what they were made of. */
export function keysOfAccount(account: Reached): string[] {
  const keys = recordsToMeet(account).flatMap((record) => blockingKeys(record, readPlainPhone))
  return [...new Set(keys)].map(hashKey)
}

export function hashKey(key: string): string {
  return hash('sha256', key, 'buffer').readBigInt64BE(0).toString()
}

/** Puts the keys of accounts in the place of those that they had. */
export async function writeKeys(
  tx: Transaction,
  workspaceId: string,
  keysOf: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const ids = [...keysOf.keys()].sort()
  const rows = ids.flatMap((id) => (keysOf.get(id) ?? []).map((key) => ({ key, id })))
  await sql`
    with written as materialized (
      select * from unnest(${rows.map(({ key }) => key)}::bigint[],
        ${rows.map(({ id }) => id)}::uuid[]) as w(key, handle_id)),
    gone as (
      delete from match_key m where m.handle_id = any(${ids}::uuid[])
        and not exists (select 1 from written w where w.handle_id = m.handle_id and w.key = m.key))
    insert into match_key (workspace_id, key, handle_id)
    select ${workspaceId}::uuid, key, handle_id from written on conflict do nothing
  `.execute(tx)
}

/** Whom these keys lead to. A key that too many share leads nowhere. */
export async function accountsSharing(
  tx: Transaction,
  keys: readonly string[],
): Promise<Map<string, string[]>> {
  if (keys.length === 0) return new Map()
  const { rows } = await sql<{ key: string; handles: string[] }>`
    select k.key::text as key, array(select m.handle_id::text from match_key m
      where m.key = k.key limit ${SHARED_BY_MAX + 1}) as handles
    from unnest(${[...new Set(keys)]}::bigint[]) as k(key)
  `.execute(tx)
  return new Map(rows.map(({ key, handles }) => [key, handles]))
}

export function leadsSomewhere(handles: readonly string[]): boolean {
  return handles.length > 1 && handles.length <= SHARED_BY_MAX
}
