import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE } from '#store/outbox.ts'
import type { ChangeInWorkspace } from '#understand/index.ts'
import type { FieldValue } from '#vocabulary/index.ts'
import { newRowId, rowsAbout, type Subject, subjectColumns, tell } from '../subject-rows.ts'
import { checkValue } from './check-value.ts'
import { type CustomField, fieldMeant, listFields } from './fields.ts'

/** A field with what it holds; null for nothing. */
export interface FilledField extends CustomField {
  value: FieldValue | null
}

/** All fields of a subject with their values; of merged people the root's comes first. */
export async function valuesOf(tx: Transaction, subject: Subject): Promise<FilledField[]> {
  const fields = await listFields(tx, subject.kind)
  if (fields.length === 0) return []
  const { rows } = await sql<{ field_id: string; value: FieldValue }>`
    select distinct on (field_id) field_id, value from custom_value
    where ${rowsAbout(subject.ids)}
    order by field_id, subject_id = ${subject.id}::uuid desc, id`.execute(tx)
  const values = new Map(rows.map(({ field_id, value }) => [field_id, value]))
  return fields.map((field) => ({ ...field, value: values.get(field.id) ?? null }))
}

/** Every value that somebody entered for the subject or a person merged into it, of one field. */
export async function heldIn(
  tx: Transaction,
  subject: Subject,
  fieldId: string,
): Promise<FieldValue | null> {
  const fields = await valuesOf(tx, subject)
  return fields.find(({ id }) => id === fieldId)?.value ?? null
}

/**
 * Fills fields, or empties them with null (`<subject>.fields-changed`, with the ids of the fields).
 * Throws `bad-input` for a field of another subject and a value that it doesn't take.
 */
export async function fillFields(
  tx: Transaction,
  subject: Subject,
  values: Readonly<Record<string, FieldValue | null>>,
  change: ChangeInWorkspace,
): Promise<void> {
  const before = new Map((await valuesOf(tx, subject)).map((field) => [field.id, field]))
  const changed: string[] = []
  for (const [id, value] of Object.entries(values)) {
    const field = before.get(id) ?? (await fieldMeant(tx, subject.kind, id))
    const kept = value === null ? null : checkValue(field, value)
    if (JSON.stringify(kept) === JSON.stringify(before.get(id)?.value ?? null)) continue
    await writeValue(tx, subject, id, kept, change)
    changed.push(id)
  }
  if (changed.length === 0) return
  await tell(tx, `${subject.kind}.fields-changed`, subject.id, change, changed)
}

async function writeValue(
  tx: Transaction,
  subject: Subject,
  fieldId: string,
  value: FieldValue | null,
  change: ChangeInWorkspace,
): Promise<void> {
  // An emptied field of merged people is empty: none of theirs shows in its place.
  const ids = value === null ? subject.ids : [subject.id]
  await sql`delete from custom_value where field_id = ${fieldId}::uuid and ${rowsAbout(ids)}`.execute(
    tx,
  )
  if (value === null) return
  await tx
    .insertInto('custom_value')
    .values({
      ...{ workspace_id: OWN_WORKSPACE, id: newRowId(change), field_id: fieldId },
      ...subjectColumns(subject),
      ...{ value: JSON.stringify(value), changed_at: change.now, changed_by: change.authorId },
    })
    .execute()
}
