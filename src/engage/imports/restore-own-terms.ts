import { sql } from 'kysely'
import type { ChangedRow } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import type { DealFate } from '#understand/index.ts'
import type { FieldValue } from '#vocabulary/index.ts'

/**
 * Puts a value of an own field back, or takes away who looks after somebody, a tag or a note, where it is
 * still what an import has said.
 */
export function restoreOwnTerm(tx: Transaction, row: ChangedRow): Promise<DealFate> {
  switch (row.kind) {
    case 'owner':
      return takeOwner(tx, row)
    case 'tagging':
      return takeTagging(tx, row)
    case 'note':
      return takeNote(tx, row)
    default:
      return restoreValue(tx, row)
  }
}

/** Removes a tag that an import made, unless somebody renamed it, carries it or has a list of it. */
export async function removeTag(
  tx: Transaction,
  { id, after }: ChangedRow,
): Promise<DealFate | 'referred'> {
  const { rows } = await sql<{ name: string; isUsed: boolean }>`
    select name, exists (select from tagging g where g.tag_id = tag.id)
      or exists (select from list l where strpos(l.filter::text, tag.id::text) > 0) as "isUsed"
    from tag where id = ${id} for update`.execute(tx)
  const [held] = rows
  if (held === undefined) return 'gone'
  if (held.name !== after) return 'edited'
  if (held.isUsed) return 'referred'
  await tx.deleteFrom('tag').where('id', '=', id).execute()
  return 'restored'
}

/** A tag that a member took away and gave again is the member's. */
async function takeTagging(tx: Transaction, { id, field }: ChangedRow): Promise<DealFate> {
  const { rows } = await sql<{ id: string; isImported: boolean }>`
    select id, is_imported as "isImported" from tagging
    where subject_id = ${id} and tag_id = ${field} for update`.execute(tx)
  const [held] = rows
  if (held === undefined) return 'gone'
  if (!held.isImported) return 'edited'
  await tx.deleteFrom('tagging').where('id', '=', held.id).execute()
  return 'restored'
}

async function takeNote(tx: Transaction, { field }: ChangedRow): Promise<DealFate> {
  const { rows } = await sql<{ isEdited: boolean }>`
    select edited_at is not null as "isEdited" from note where id = ${field} for update`.execute(tx)
  const [held] = rows
  if (held === undefined) return 'gone'
  if (held.isEdited) return 'edited'
  await tx.deleteFrom('note').where('id', '=', field).execute()
  return 'restored'
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

async function takeOwner(
  tx: Transaction,
  { id, field: rank, after }: ChangedRow,
): Promise<DealFate> {
  const { rows } = await sql<{ id: string; memberId: string; isImported: boolean }>`
    select id, member_id as "memberId", is_imported as "isImported" from owner
    where subject_id = ${id} and rank = ${rank} and until is null for update`.execute(tx)
  const [held] = rows
  if (held === undefined) return 'gone'
  if (!held.isImported || held.memberId !== after) return 'edited'
  await tx.deleteFrom('owner').where('id', '=', held.id).execute()
  const column = sql.ref(rank === 'main' ? 'owner_id' : 'second_owner_id')
  await sql`update deal set ${column} = null where id = ${id} and ${column} = ${after}`.execute(tx)
  return 'restored'
}
