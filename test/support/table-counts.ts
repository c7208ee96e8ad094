import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'

/** Tables that say what was done, or that a workspace has from the start: they stay. */
const STAYS: ReadonlySet<string> = new Set([
  ...['import', 'import_refusal', 'import_trial', 'channel', 'event', 'job', 'workspace'],
  ...['relation_search', 'audit_entry', 'people_look'],
])

/** Rows of every table that holds any, but for those that tell of the work itself. */
export async function countsOfTables(tx: Transaction): Promise<Record<string, number>> {
  const tables = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    where c.relnamespace = 'enishi'::regnamespace and c.relkind in ('r', 'p')
      and not c.relispartition and has_table_privilege(c.oid, 'select') order by 1`.execute(tx)
  const counts: Record<string, number> = {}
  for (const { name } of tables.rows) {
    if (STAYS.has(name)) continue
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from ${sql.table(name)}`.execute(tx)
    const count = rows[0]?.count ?? 0
    if (count > 0) counts[name] = count
  }
  return counts
}
