import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { newId } from './workspace.ts'

/** Bodies that are at fault in nothing. */
export const LINK_BODIES = {
  'PATCH /links/{id}': { name: 'taken' },
  'PATCH /codes/{id}': { campaign: 'taken' },
}

/** Inserts a link and a code; answers their ids by the path of the noun. */
export async function insertLinks(
  tx: Transaction,
  workspaceId: string,
  channel: string,
): Promise<Record<string, string>> {
  const [link, code] = [newId(), newId()]
  await sql`insert into tracked_link (workspace_id, id, code, target, name, created_at, changed_at)
    values (${workspaceId}, ${link}, ${link}, 'https://example.com/', 'x', now(), now())`.execute(
    tx,
  )
  await sql`insert into code (workspace_id, id, text, key, kind, created_at, changed_at)
    values (${workspaceId}, ${code}, ${code}, 'x', 'coupon', now(), now())`.execute(tx)
  return { '/links': link, '/codes': code, '/hooks': channel }
}
