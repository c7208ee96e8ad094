import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE } from '#store/outbox.ts'
import type { ChangeInWorkspace } from '#understand/index.ts'
import type { FieldValue } from '#vocabulary/index.ts'
import {
  type CardChange,
  journalCard,
  newRowId,
  type Subject,
  subjectColumns,
  tell,
} from '../subject-rows.ts'
import { checkValue } from './check-value.ts'
import { type CustomField, fieldMeant, listFields } from './fields.ts'

/** A field with what it holds; null for nothing. */
export interface FilledField extends CustomField {
  value: FieldValue | null
}

/** All fields of a subject with their values; of merged people the root's, to which merges bring theirs. */
export async function valuesOf(tx: Transaction, subject: Subject): Promise<FilledField[]> {
  const fields = await listFields(tx, subject.kind)
  if (fields.length === 0) return []
  const { rows } = await sql<{ field_id: string; value: FieldValue }>`
    select field_id, value from custom_value where subject_id = ${subject.id}::uuid`.execute(tx)
  const values = new Map(rows.map(({ field_id, value }) => [field_id, value]))
  return fields.map((field) => ({ ...field, value: values.get(field.id) ?? null }))
}

/** What stands in one field of the subject. */
export async function heldIn(
  tx: Transaction,
  subject: Subject,
  fieldId: string,
): Promise<FieldValue | null> {
  const fields = await valuesOf(tx, subject)
  return fields.find(({ id }) => id === fieldId)?.value ?? null
}

/**
 * Fills fields, or empties them with null (`<subject>.fields-changed`, with the ids of the fields);
 * of merged people the root's alone: whoever was merged into it has theirs back at an unmerge. A
 * person's are journalled.
 * Throws `bad-input` for a field of another subject and a value that it doesn't take.
 */
export async function fillFields(
  tx: Transaction,
  subject: Subject,
  values: Readonly<Record<string, FieldValue | null>>,
  change: ChangeInWorkspace,
): Promise<void> {
  const before = new Map((await valuesOf(tx, subject)).map((field) => [field.id, field]))
  const changed: CardChange[] = []
  for (const [id, value] of Object.entries(values)) {
    const field = before.get(id) ?? (await fieldMeant(tx, subject.kind, id))
    const kept = value === null ? null : checkValue(field, value)
    const [from, to] = [textOf(before.get(id)?.value ?? null), textOf(kept)]
    if (from === to) continue
    await writeValue(tx, subject, id, to, change)
    changed.push({ field: `field:${id}`, from, to })
  }
  if (changed.length === 0) return
  await journalCard(tx, subject, changed, change)
  const ids = changed.map(({ field }) => field.slice('field:'.length))
  await tell(tx, `${subject.kind}.fields-changed`, subject.id, change, ids)
}

/** As it is kept and journalled; null for nothing. */
function textOf(value: FieldValue | null): string | null {
  return value === null ? null : JSON.stringify(value)
}

async function writeValue(
  tx: Transaction,
  subject: Subject,
  fieldId: string,
  value: string | null,
  change: ChangeInWorkspace,
): Promise<void> {
  await sql`delete from custom_value
    where field_id = ${fieldId}::uuid and subject_id = ${subject.id}::uuid`.execute(tx)
  if (value === null) return
  await tx
    .insertInto('custom_value')
    .values({
      ...{ workspace_id: OWN_WORKSPACE, id: newRowId(change), field_id: fieldId },
      ...subjectColumns(subject),
      ...{ value, changed_at: change.now, changed_by: change.authorId },
    })
    .execute()
}
