import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { ChangeLedger } from './change-ledger.ts'
import type { ImportFormat } from './input-format.ts'

const UNDOABLE: ReadonlySet<ImportFormat> = new Set<ImportFormat>([
  ...(['people-csv', 'organisations-csv', 'deals-csv', 'outcomes-csv'] as const),
])

/** Whether imports of this format keep track of what they do, so that they can be tried and taken back. */
export function isUndoable(format: ImportFormat): boolean {
  return UNDOABLE.has(format)
}

/** Keeps what a batch of an import made and changed, in the transaction of the batch. */
export async function keepChanges(
  tx: Transaction,
  workspaceId: string,
  importId: string,
  position: number,
  { made, changed }: ChangeLedger,
): Promise<void> {
  const born = new Set(Object.values(made).flat())
  // What was made here goes as a whole.
  const told = changed.filter(({ id }) => !born.has(id))
  if (born.size + told.length === 0) return
  await sql`
    insert into import_change (workspace_id, import_id, position, activities, relations, affiliations,
      handles, people, organisations, deals, changed)
    values (${workspaceId}, ${importId}, ${position}, ${made.activity}::uuid[],
      ${made.relation}::uuid[], ${made.affiliation}::uuid[], ${made.handle}::uuid[],
      ${made.person}::uuid[], ${made.organisation}::uuid[], ${made.deal}::uuid[],
      ${JSON.stringify(told)}::jsonb)
  `.execute(tx)
}
