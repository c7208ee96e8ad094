import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE } from '#store/outbox.ts'
import { NIL_UUID } from '#vocabulary/index.ts'
import { pagesNamedIn } from '../matching/compare-links.ts'

/** Accounts noted at once of those that were there before. */
const ACCOUNTS_AT_ONCE = 1_000
/** Of one account; nobody needs more. */
const PAGES_MAX = 5

/** Whether pages are asked in this workspace, and how far older accounts have been noted. */
export async function readLinkSetting(
  tx: Transaction,
): Promise<{ isOn: boolean; from: string | null }> {
  const row = await tx
    .selectFrom('privacy_setting')
    .select(['check_links as isOn', 'links_from as from'])
    .executeTakeFirst()
  return row ?? { isOn: false, from: null }
}

/** All accounts are noted again, from the first; somebody has just asked for links to be checked. */
export async function noteLinksAnew(tx: Transaction): Promise<void> {
  await tx.updateTable('privacy_setting').set({ links_from: NIL_UUID }).execute()
}

/** Notes the pages that new or changed accounts link to, where links are checked. */
export async function noteLinks(
  tx: Transaction,
  handleIds: readonly string[],
  now: Date,
): Promise<void> {
  if (handleIds.length === 0 || !(await readLinkSetting(tx)).isOn) return
  await noteThese(tx, handleIds, now)
}

/** Notes the next of the accounts that were there before; answers whether there are more. */
export async function noteOlderLinks(tx: Transaction, from: string, now: Date): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`select id from handle where id > ${from}::uuid
    order by id limit ${ACCOUNTS_AT_ONCE}`.execute(tx)
  const ids = rows.map(({ id }) => id)
  await noteThese(tx, ids, now)
  const next = ids.length < ACCOUNTS_AT_ONCE ? null : (ids.at(-1) ?? null)
  await tx.updateTable('privacy_setting').set({ links_from: next }).execute()
  return next !== null
}

/** What a profile no longer names goes, with what was found there. */
async function noteThese(tx: Transaction, handleIds: readonly string[], now: Date): Promise<void> {
  const { rows } = await sql<{ id: string; bio: string }>`
    select h.id, h.bio from handle h where h.id = any(${[...handleIds]}::uuid[])
      and h.bio <> '' and h.url <> '' and h.deleted_at is null
      and h.id not in (select s.handle_id from stopped_handle s)`.execute(tx)
  const named = rows.flatMap(({ id, bio }) =>
    pagesNamedIn(bio)
      .slice(0, PAGES_MAX)
      .map((page) => ({ id, page })),
  )
  const wanted = sql`unnest(${named.map(({ id }) => id)}::uuid[],
    ${named.map(({ page }) => page)}::text[]) as w (handle_id, page)`
  await sql`delete from handle_link l where l.handle_id = any(${[...handleIds]}::uuid[])
    and not exists (select from ${wanted} where w.handle_id = l.handle_id and w.page = l.page)`.execute(
    tx,
  )
  await sql`insert into handle_link (workspace_id, handle_id, page, next_at)
    select ${OWN_WORKSPACE}, w.handle_id, w.page, ${now}::timestamptz from ${wanted}
    on conflict do nothing`.execute(tx)
}

/** Drops what was found, where links are no longer checked; answers whether there is more. */
export async function dropLinks(tx: Transaction): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from handle_link where (handle_id, page) in (
    select handle_id, page from handle_link limit ${ACCOUNTS_AT_ONCE})`.execute(tx)
  return numAffectedRows === BigInt(ACCOUNTS_AT_ONCE)
}
