import { zstdDecompressSync } from 'node:zlib'
import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { REACHED_TABLES, type ReachedTable, reachOf } from './reach.ts'
import { findWhom } from './whom.ts'

/** One row as the database has it; bytes of payloads as the text that arrived. */
export type ExportedRow = Record<string, unknown>

/** All that is known of a person, table by table. */
export interface PersonExport {
  format: 'enishi-person'
  version: 1
  exportedAt: string
  person: { id: string; displayName: string; alsoKnownAs: string[] }
  purpose: string
  tables: Partial<Record<ReachedTable, ExportedRow[]>>
}

/**
 * All that is known of a person and of those merged into it: every column of every row that tells of
 * them, but for those that `REACHES` leaves out with a reason. Throws `not-found`.
 */
export async function exportPerson(
  tx: Transaction,
  personId: string,
  now: Date,
): Promise<PersonExport> {
  await sql`set local statement_timeout = '60s'`.execute(tx)
  const whom = await findWhom(tx, personId)
  const tables: PersonExport['tables'] = {}
  for (const table of REACHED_TABLES) {
    const { where, leftOut = {} } = reachOf(table)
    const columns = ['workspace_id', ...Object.keys(leftOut)]
    const { rows } = await sql<{ row: ExportedRow }>`
      select to_jsonb(t) - ${columns}::text[] as row from ${sql.table(table)} t where ${where(whom)}
    `.execute(tx)
    if (rows.length > 0) tables[table] = rows.map(({ row }) => readable(table, row))
  }
  const setting = await tx.selectFrom('privacy_setting').select('purpose').executeTakeFirst()
  return {
    ...{ format: 'enishi-person', version: 1, exportedAt: now.toISOString() },
    person: {
      ...{ id: whom.root, displayName: whom.displayName },
      alsoKnownAs: whom.people.filter((id) => id !== whom.root),
    },
    ...{ purpose: setting?.purpose ?? '', tables },
  }
}

function readable(table: ReachedTable, row: ExportedRow): ExportedRow {
  if (table !== 'payload') return row
  const bytes = Buffer.from(String(row.body).replace(/^\\x/, ''), 'hex')
  const text = (row.encoding === 'zstd' ? zstdDecompressSync(bytes) : bytes).toString('utf8')
  const { encoding: _, ...rest } = row
  return { ...rest, body: text }
}
