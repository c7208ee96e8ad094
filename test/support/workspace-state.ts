import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Door } from '#store/door.ts'

/** Every row of a workspace as JSON, by table, in an order that is the same each time. */
export type WorkspaceState = Record<string, string[]>

/** What the application, and beside it the accounts, can see of a workspace. */
export async function readState(door: Door, workspaceId: string): Promise<WorkspaceState> {
  const inside = await door.inWorkspace(workspaceId, async (tx) => {
    const state: WorkspaceState = {}
    for (const name of await tablesOf(tx)) state[name] = await rowsOf(tx, name, sql`true`)
    return state
  })
  const beside = await door.asAccounts(async (tx) => ({
    api_key: await rowsOf(tx, 'api_key', sql`r.workspace_id = ${workspaceId}`),
    invitation: await rowsOf(tx, 'invitation', sql`r."organizationId" = ${workspaceId}`),
    member: await rowsOf(tx, 'member', sql`r."organizationId" = ${workspaceId}`),
  }))
  return { ...inside, ...beside }
}

async function tablesOf<Tables>(tx: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    where c.relnamespace = 'enishi'::regnamespace and c.relkind in ('r', 'p')
      and not c.relispartition and has_table_privilege(c.oid, 'select')`.execute(tx)
  return rows.map(({ name }) => name)
}

async function rowsOf<Tables>(
  tx: Kysely<Tables>,
  table: string,
  which: RawBuilder<unknown>,
): Promise<string[]> {
  const { rows } = await sql<{ row: string }>`
    select to_jsonb(r)::text as row from ${sql.table(table)} r where ${which} order by 1`.execute(
    tx,
  )
  return rows.map(({ row }) => row)
}
