import { sql } from 'kysely'
import type { ChangedRow } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import type { DealFate } from '#understand/index.ts'
import type { FieldValue } from '#vocabulary/index.ts'

/**
 * Puts a value of an own field back, or takes away who looks after somebody, where it is still what an
 * import has said.
 */
export function restoreOwnTerm(tx: Transaction, row: ChangedRow): Promise<DealFate> {
  return row.kind === 'owner' ? takeOwner(tx, row) : restoreValue(tx, row)
}

async function restoreValue(
  tx: Transaction,
  { id, field, before, after }: ChangedRow,
): Promise<DealFate> {
  const { rows } = await sql<{ id: string; value: FieldValue; isImported: boolean }>`
    select id, value, is_imported as "isImported" from custom_value
    where subject_id = ${id} and field_id = ${field} for update`.execute(tx)
  const [held] = rows
  if (held === undefined) return 'gone'
  const now = JSON.stringify(held.value)
  if (now === before) return 'gone'
  if (!held.isImported || now !== after) return 'edited'
  if (before === null) await tx.deleteFrom('custom_value').where('id', '=', held.id).execute()
  else
    await tx.updateTable('custom_value').set({ value: before }).where('id', '=', held.id).execute()
  return 'restored'
}

async function takeOwner(tx: Transaction, { id, after }: ChangedRow): Promise<DealFate> {
  const { rows } = await sql<{ id: string; memberId: string; isImported: boolean }>`
    select id, member_id as "memberId", is_imported as "isImported" from owner
    where subject_id = ${id} and rank = 'main' and until is null for update`.execute(tx)
  const [held] = rows
  if (held === undefined) return 'gone'
  if (!held.isImported || held.memberId !== after) return 'edited'
  await tx.deleteFrom('owner').where('id', '=', held.id).execute()
  await sql`update deal set owner_id = null where id = ${id} and owner_id = ${after}`.execute(tx)
  return 'restored'
}
