import { sql } from 'kysely'
import type { Batch, Heard, ListenStep } from '#listen/index.ts'
import { type ColumnForm, insertRows } from '#store/insert-rows.ts'
import { writeEvent } from '#store/outbox.ts'
import { type Arrival, type FieldValue, type IncomingOwnTerms, uuidV7 } from '#vocabulary/index.ts'
import { subjectColumns } from '../subject-rows.ts'
import { giveOwners } from './give-owners.ts'
import { giveTags } from './give-tags.ts'
import { changeOf, type Said } from './said.ts'
import { writeNotes } from './write-notes.ts'

/**
 * Records what lists say in the workspace's own terms: values of the fields that it added, who looks
 * after somebody, tags and notes. A value that a member has given stays, and so does whoever looks after it
 * already; what is carried or written already is not added again.
 */
export const recordOwnTermsStep: ListenStep = {
  name: 'record-own-terms',
  isForWholeBatch: true,
  run: recordOwnTerms,
}

async function recordOwnTerms(batch: Batch): Promise<void> {
  const said = await withRoots(
    batch,
    batch.heard.flatMap((heard) => saidOf(batch, heard)),
  )
  if (said.length === 0) return
  const values = await fillFields(batch, said)
  const owners = [
    ...(await giveOwners(batch, said, 'main')),
    ...(await giveOwners(batch, said, 'second')),
  ]
  const tags = await giveTags(batch, said)
  const notes = await writeNotes(batch, said)
  const news = [...values, ...owners, ...tags, ...notes]
  for (const { heard } of news) {
    if (heard.ending?.kind === 'duplicate') heard.ending = { kind: 'updated', activityId: null }
  }
  if (news.length === 0) return
  await writeEvent(batch.tx, batch.workspaceId, {
    name: 'custom-field.imported',
    subjectId: batch.channelId,
    detail: [
      ...[`values=${values.length}`, `owners=${owners.length}`],
      ...[`tags=${tags.length}`, `notes=${notes.length}`],
    ],
  })
}

const SAID = ['fields', 'ownerId', 'secondOwnerId', 'tags', 'notes'] as const

function saidOf(batch: Batch, heard: Heard): Said[] {
  const terms = termsOf(heard.arrival)
  if (terms === undefined || SAID.every((term) => terms[term] === undefined)) return []
  if (heard.ending?.kind === 'refused') return []
  const { kind } = heard.arrival
  if (kind === 'organisation' || kind === 'deal') {
    return heard.subjectId === undefined ? [] : [{ heard, kind, id: heard.subjectId, terms }]
  }
  const personId = batch.personOfHandle.get(heard.handleId ?? '')
  return personId === undefined ? [] : [{ heard, kind: 'person', id: personId, terms }]
}

/** What is said of a person that was merged shows at the root as well. */
async function withRoots({ tx }: Batch, said: Said[]): Promise<Said[]> {
  const ids = said.filter(({ kind }) => kind === 'person').map(({ id }) => id)
  if (ids.length === 0) return said
  const merged = await tx
    .selectFrom('person')
    .select(['id', 'merged_into'])
    .where('id', 'in', [...new Set(ids)])
    .where('merged_into', 'is not', null)
    .execute()
  const rootOf = new Map(merged.map((row) => [row.id, row.merged_into]))
  const ofRoots = said.flatMap((one): Said[] => {
    const root = one.kind === 'person' ? rootOf.get(one.id) : null
    return root ? [{ ...one, id: root, isOfMerged: true }] : []
  })
  // What is said of the root itself counts after it.
  return [...ofRoots, ...said]
}

function termsOf(arrival: Arrival): IncomingOwnTerms | undefined {
  if (arrival.kind === 'profile') return arrival.person
  return arrival.kind === 'organisation' || arrival.kind === 'deal' ? arrival : undefined
}

/** The last word of the batch on one field of one subject. */
interface Wanted {
  said: Said
  fieldId: string
  /** As JSON. */
  value: string
}

interface Held {
  id: string
  fieldId: string
  value: FieldValue
  isImported: boolean
}

/** Answers what was news. */
async function fillFields(batch: Batch, said: readonly Said[]): Promise<Said[]> {
  const wanted = lastWords(said)
  if (wanted.length === 0) return []
  const held = await heldValues(batch, wanted)
  const fields = await standingFields(batch)
  const news = wanted.filter((one) => {
    const now = held.get(keyOf(one))
    if (!fields.has(one.fieldId)) return false
    if (now === undefined || one.said.isOfMerged === true) return now === undefined
    return now.isImported && JSON.stringify(now.value) !== one.value
  })
  for (const { said: of, fieldId, value } of news) {
    const now = held.get(`${of.id} ${fieldId}`)
    const before = now === undefined ? null : JSON.stringify(now.value)
    batch.ledger.changed.push({ ...changeOf('field', of), field: fieldId, before, after: value })
  }
  await writeValues(batch, news)
  return news.map((one) => one.said)
}

function lastWords(said: readonly Said[]): Wanted[] {
  const byKey = new Map<string, Wanted>()
  for (const one of said) {
    for (const [fieldId, value] of Object.entries(one.terms.fields ?? {})) {
      const wanted = { said: one, fieldId, value: JSON.stringify(value) }
      byKey.set(keyOf(wanted), wanted)
    }
  }
  return [...byKey.values()]
}

function keyOf({ said, fieldId }: Wanted): string {
  return `${said.id} ${fieldId}`
}

async function heldValues(batch: Batch, wanted: readonly Wanted[]): Promise<Map<string, Held>> {
  const ids = [...new Set(wanted.map(({ said }) => said.id))].sort()
  const { rows } = await sql<Held>`
    select subject_id as id, field_id as "fieldId", value, is_imported as "isImported"
    from custom_value where workspace_id = ${batch.workspaceId} and subject_id = any(${ids}::uuid[])
    order by subject_id, field_id for update
  `.execute(batch.tx)
  return new Map(rows.map((row) => [`${row.id} ${row.fieldId}`, row]))
}

/** One may have been removed since the file began to be read. */
async function standingFields(batch: Batch): Promise<Set<string>> {
  const rows = await batch.tx.selectFrom('custom_field').select('id').execute()
  return new Set(rows.map(({ id }) => id))
}

const VALUE_FORMS: Record<string, ColumnForm> = {
  ...{ id: 'uuid', field_id: 'uuid', person_id: 'uuid', organisation_id: 'uuid', deal_id: 'uuid' },
  ...{ value: 'jsonb', changed_at: 'timestamptz', is_imported: 'boolean' },
}

function writeValues(batch: Batch, news: readonly Wanted[]): Promise<unknown> {
  const { tx, workspaceId, arrivedAt, random } = batch
  const rows = news.map(({ said, fieldId, value }) => ({
    ...{ id: uuidV7(arrivedAt.getTime(), random), field_id: fieldId, ...subjectColumns(said) },
    ...{ value, changed_at: arrivedAt.toISOString(), is_imported: true },
  }))
  const after = sql`on conflict (workspace_id, subject_id, field_id) do update
    set value = excluded.value, changed_at = excluded.changed_at`
  return insertRows(tx, 'custom_value', workspaceId, VALUE_FORMS, rows, after)
}
