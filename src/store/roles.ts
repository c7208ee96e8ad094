import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'
import type { AccountTables } from './tables-accounts.ts'

/**
 * Goes on with a transaction of the accounts in another role, where one change touches both
 * schemas: the transaction then sees what that role sees, and no longer the accounts.
 */
export async function goOnAsSystem(
  tx: Kysely<AccountTables> | Kysely<Tables>,
): Promise<Kysely<Tables>> {
  await takeRole(tx as Kysely<Tables>, 'enishi_system', 'enishi', '')
  return tx as unknown as Kysely<Tables>
}

/** The same, inside one workspace. */
export async function goOnInWorkspace(
  tx: Kysely<AccountTables> | Kysely<Tables>,
  workspaceId: string,
): Promise<Kysely<Tables>> {
  await takeRole(tx as Kysely<Tables>, 'enishi_app', 'enishi', workspaceId)
  return tx as unknown as Kysely<Tables>
}

async function takeRole<Schema>(
  tx: Kysely<Schema>,
  role: string,
  schema: string,
  workspaceId: string,
): Promise<void> {
  await sql`select set_config('role', ${role}, true), set_config('search_path', ${schema}, true),
    set_config('enishi.workspace', ${workspaceId}, true)`.execute(tx)
}
