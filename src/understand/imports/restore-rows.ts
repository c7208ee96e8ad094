import { sql } from 'kysely'
import type { ChangedRow } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import { PERSON_FIELDS, type PersonField } from '#vocabulary/index.ts'
import { journalFields } from '../merges/field-journal.ts'
import { lockPersons, type PersonRow, writePersonFields } from '../merges/person-fields.ts'
import { organisationRow } from '../organisations.ts'
import type { Undoing } from './undo-batch.ts'
import type { DealFate, UndoneBatch } from './undo-import.ts'

/** Puts fields back to what they were before an import, last change first, where nobody changed them since. */
export async function restoreRows(
  tx: Transaction,
  undoing: Undoing,
  changed: readonly ChangedRow[],
  undone: UndoneBatch,
): Promise<void> {
  const latestFirst = changed.toReversed()
  const ofPeople = latestFirst.filter(({ kind }) => kind === 'person')
  await restorePeople(tx, undoing, ofPeople, undone)
  const ofDeals = latestFirst.filter(({ kind }) => kind === 'deal')
  for (const [id, rows] of Map.groupBy(ofDeals, (row) => row.id)) {
    const fates = await undoing.deals.restore(tx, undoing, id, rows)
    for (const [row, fate] of fates) count(undone, row, fate)
  }
  for (const row of latestFirst) {
    if (row.kind === 'person' || row.kind === 'deal' || row.kind === 'tag') continue
    const isOwnTerm = OWN_TERMS.has(row.kind)
    const restore = isOwnTerm ? undoing.deals.restoreOwnTerm : restoreField
    count(undone, row, await restore(tx, row))
  }
}

const OWN_TERMS: ReadonlySet<ChangedRow['kind']> = new Set([
  ...(['field', 'owner', 'tagging', 'note'] as const),
])

type Fate = DealFate

function count(undone: UndoneBatch, { kind, id, field }: ChangedRow, fate: Fate): void {
  if (fate === 'edited') undone.kept.push({ kind, id, field, reason: 'edited' })
  // What was added goes; it is no field that is put back.
  else if (fate === 'restored' && (kind === 'tagging' || kind === 'note')) {
    undone.removed[kind] = (undone.removed[kind] ?? 0) + 1
  } else undone[fate] += 1
}

async function restorePeople(
  tx: Transaction,
  { workspaceId, at, random }: Undoing,
  changed: readonly ChangedRow[],
  undone: UndoneBatch,
): Promise<void> {
  if (changed.length === 0) return
  const people = await lockPersons(tx, [...new Set(changed.map(({ id }) => id))])
  for (const [id, rows] of Map.groupBy(changed, (row) => row.id)) {
    const person = people.get(id)
    const before = { ...person?.fields }
    for (const row of rows) count(undone, row, putBack(person, row))
    if (person === undefined) continue
    const changes = (Object.keys(person.fields) as PersonField[])
      .filter((field) => person.fields[field] !== before[field])
      .map((field) => ({
        personId: id,
        field,
        from: before[field] ?? null,
        to: person.fields[field],
      }))
    if (changes.length === 0) continue
    await writePersonFields(tx, person)
    const journalling = { workspaceId, at, random, authorId: null, origin: 'import' as const }
    await journalFields(tx, journalling, changes)
  }
}

function isPersonField(field: string): field is PersonField {
  return PERSON_FIELDS.some((known) => known === field)
}

/** What a member has given stays; so does what something else has said since. */
function putBack(person: PersonRow | undefined, { field, before, after }: ChangedRow): Fate {
  if (person === undefined || !isPersonField(field)) return 'gone'
  if (person.edited.includes(field)) return 'edited'
  const now = person.fields[field]
  if (now === before) return 'gone'
  if (now !== after) return 'edited'
  person.fields[field] = before
  return 'restored'
}

/** The columns that an import changes beside those of people. */
const COLUMNS: Partial<Record<string, { column: string; type: string }>> = {
  'affiliation.role': { column: 'role', type: 'text' },
  'affiliation.department': { column: 'department', type: 'text' },
  'affiliation.since': { column: 'since', type: 'date' },
  'affiliation.until': { column: 'until', type: 'date' },
  'affiliation.source': { column: 'source', type: 'text' },
  'relation.since': { column: 'since', type: 'date' },
  'relation.until': { column: 'until', type: 'date' },
  'handle.username': { column: 'username', type: 'text' },
  'handle.displayName': { column: 'display_name', type: 'text' },
  'handle.url': { column: 'url', type: 'text' },
  'handle.avatarUrl': { column: 'avatar_url', type: 'text' },
  'handle.bio': { column: 'bio', type: 'text' },
  'handle.kind': { column: 'kind', type: 'text' },
  'organisation.url': { column: 'url', type: 'text' },
  'organisation.nameReading': { column: 'name_reading', type: 'text' },
}

async function restoreField(tx: Transaction, row: ChangedRow): Promise<Fate> {
  const known = COLUMNS[`${row.kind}.${row.field}`]
  if (known === undefined) throw new Error(`No column for ${row.kind}.${row.field}`)
  const [table, column] = [sql.table(row.kind), sql.ref(known.column)]
  const { rows } = await sql<{ now: string | null; isEdited: boolean }>`
    select ${column}::text as now, ${isEdited(row)} as "isEdited" from ${table} t
    where id = ${row.id} for update
  `.execute(tx)
  const [found] = rows
  if (found === undefined || found.now === row.before) return 'gone'
  if (found.isEdited || found.now !== row.after) return 'edited'
  await sql`update ${table} set ${column} = ${row.before}::${sql.raw(known.type)}
    where id = ${row.id}`.execute(tx)
  if (row.kind === 'organisation') await followOrganisation(tx, row.id)
  return 'restored'
}

/** Brings what follows from an organisation's name, reading and address to them. */
async function followOrganisation(tx: Transaction, id: string): Promise<void> {
  const { name, reading, url } = await tx
    .selectFrom('organisation')
    .select(['name', 'name_reading as reading', 'url'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const named = { name, reading: reading ?? undefined, url: url ?? undefined }
  const { sort_key, domain = null, name_tokens } = organisationRow(named)
  await tx
    .updateTable('organisation')
    .set({ sort_key, domain, name_tokens: sql<string>`${name_tokens}::tsvector` })
    .where('id', '=', id)
    .execute()
}

function isEdited({ kind, field, before }: ChangedRow) {
  if (kind === 'organisation') return sql`t.edited_at is not null`
  if (kind === 'relation') return isEditedRelation(field, before)
  if (kind !== 'affiliation') return sql`false`
  // There is one stay of today at most.
  const isTaken = sql`exists (select 1 from affiliation o where o.workspace_id = t.workspace_id
    and o.person_id = t.person_id and o.organisation_id = t.organisation_id and o.id <> t.id
    and o.until is null)`
  return field === 'until' && before === null
    ? sql`(t.source = 'member' or ${isTaken})`
    : sql`t.source = 'member'`
}

function isEditedRelation(field: string, before: string | null) {
  const isSaid = sql`(t.source <> 'import' or t.confirmed_by is not null or t.ended_by is not null)`
  if (field !== 'until' || before !== null) return isSaid
  // Of one kind there is one that holds at most.
  return sql`(${isSaid} or exists (select 1 from relation o where o.workspace_id = t.workspace_id
    and coalesce(o.person_id, o.organisation_id) = coalesce(t.person_id, t.organisation_id)
    and o.kind = t.kind and o.id <> t.id and o.until is null))`
}
