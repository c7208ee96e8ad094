import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE } from '#store/outbox.ts'

/** The smallest id: noting begins there. */
const FIRST_ID = '00000000-0000-0000-0000-000000000000'
/** Accounts noted at once of those that were there before. */
const ACCOUNTS_AT_ONCE = 2_000

/** Whether pictures are compared in this workspace, and how far older accounts have been noted. */
export async function readPictureSetting(
  tx: Transaction,
): Promise<{ isOn: boolean; from: string | null }> {
  const row = await tx
    .selectFrom('privacy_setting')
    .select(['compare_pictures as isOn', 'pictures_from as from'])
    .executeTakeFirst()
  return row ?? { isOn: false, from: null }
}

/** All accounts are noted again, from the first; somebody has just asked for pictures to be compared. */
export async function notePicturesAnew(tx: Transaction): Promise<void> {
  await tx.updateTable('privacy_setting').set({ pictures_from: FIRST_ID }).execute()
}

/** Notes the pictures of accounts that are new or changed, where pictures are compared. */
export async function notePictures(
  tx: Transaction,
  handleIds: readonly string[],
  now: Date,
): Promise<void> {
  if (handleIds.length === 0 || !(await readPictureSetting(tx)).isOn) return
  await noteThese(tx, handleIds, now)
}

/** Notes the next of the accounts that were there before; answers whether there are more. */
export async function noteOlderPictures(
  tx: Transaction,
  from: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`select id from handle where id > ${from}::uuid
    order by id limit ${ACCOUNTS_AT_ONCE}`.execute(tx)
  const ids = rows.map(({ id }) => id)
  await noteThese(tx, ids, now)
  const next = ids.length < ACCOUNTS_AT_ONCE ? null : (ids.at(-1) ?? null)
  await tx.updateTable('privacy_setting').set({ pictures_from: next }).execute()
  return next !== null
}

/**
 * An address that another account has said before is not asked for again: what was found there holds.
 * An account without an address loses what was kept of it.
 */
async function noteThese(tx: Transaction, handleIds: readonly string[], now: Date): Promise<void> {
  const ids = [...handleIds].sort()
  await sql`
    delete from handle_picture p using handle h
    where p.handle_id = any(${ids}::uuid[]) and h.id = p.handle_id
      and p.url is distinct from h.avatar_url`.execute(tx)
  await sql`
    insert into handle_picture (workspace_id, handle_id, url, url_key, state, hash, why, failures,
      next_at, looked_at)
    select ${OWN_WORKSPACE}, h.id, h.avatar_url, k.key, coalesce(known.state, 'waiting'), known.hash,
      known.why, coalesce(known.failures, 0),
      case when known.state is null then ${now}::timestamptz else known.next_at end, known.looked_at
    from handle h
    cross join lateral (select sha256(convert_to(h.avatar_url, 'UTF8')) as key) k
    left join lateral (select * from handle_picture p where p.url_key = k.key limit 1) known on true
    where h.id = any(${ids}::uuid[]) and h.avatar_url <> '' and h.deleted_at is null
    order by h.id
    on conflict do nothing`.execute(tx)
}

/** Drops what was kept of pictures, some at once, where they are no longer compared; answers whether there is more. */
export async function dropPictures(tx: Transaction): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from handle_picture where handle_id in (
      select handle_id from handle_picture limit ${ACCOUNTS_AT_ONCE})`.execute(tx)
  return numAffectedRows === BigInt(ACCOUNTS_AT_ONCE)
}
