import { sql } from 'kysely'
import { appendAudit, beforeAndAfter } from '#store/audit-chain.ts'
import { type Listed, type PageRequest, readCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { insertRows } from '#store/insert-rows.ts'
import {
  type FieldChangeOrigin,
  type JournalledField,
  type RandomBytes,
  uuidV7,
} from '#vocabulary/index.ts'
import { ORIGINALS } from '../hydrate-people.ts'
import { rootOf } from '../read-people.ts'
import { type NamedField, nameFields } from './name-fields.ts'

/** One field of a person that changed. */
export interface FieldChange<Field extends JournalledField = JournalledField> {
  personId: string
  field: Field
  from: string | null
  to: string | null
}

/** Who changed them, when and how. */
export interface Journalling {
  workspaceId: string
  at: Date
  random: RandomBytes
  origin: FieldChangeOrigin
  authorId: string | null
  mergeId?: string
}

const COLUMNS = {
  id: 'uuid',
  person_id: 'uuid',
  field: 'text',
  from: 'text',
  to: 'text',
  at: 'timestamptz',
  author_id: 'uuid',
  origin: 'text',
  merge_id: 'uuid',
} as const

/** Journals what changed, in the transaction of the change; what stayed the same is left out. */
export async function journalFields(
  tx: Transaction,
  journalling: Journalling,
  changes: readonly FieldChange[],
): Promise<void> {
  const { workspaceId, at, random, origin, authorId, mergeId = undefined } = journalling
  const rows = changes
    .filter(({ from, to }) => from !== to)
    .map(({ personId, field, from, to }) => ({
      ...{ id: uuidV7(at.getTime(), random), person_id: personId, field, from, to },
      ...{ at: at.toISOString(), author_id: authorId, origin, merge_id: mergeId ?? null },
    }))
  await insertRows(tx, 'person_field_change', workspaceId, COLUMNS, rows)
  if (AUDITED.has(origin)) await auditFields(tx, journalling, rows)
}

/** What members do enters the chain; what imports and profiles tell comes in masses and stands here only. */
const AUDITED: ReadonlySet<FieldChangeOrigin> = new Set<FieldChangeOrigin>([
  ...(['member', 'merge', 'unmerge'] as const),
])

async function auditFields(
  tx: Transaction,
  { workspaceId, at: now, random, origin, authorId }: Journalling,
  changes: readonly { person_id: string; field: string; from: string | null; to: string | null }[],
): Promise<void> {
  for (const [personId, fields] of Map.groupBy(changes, (one) => one.person_id)) {
    const values = fields.flatMap(({ field, from, to }) =>
      beforeAndAfter(personId, field, from, to),
    )
    const detail = [origin, ...fields.map(({ field }) => field)]
    const audited = { action: 'person.fields-changed', subjectId: personId, detail, values }
    await appendAudit(tx, { workspaceId, now, random, authorId }, audited)
  }
}

/** A change of a field as the journal shows it; members by their ids, values of own fields as JSON texts. */
export interface ListedFieldChange extends NamedField {
  id: string
  personId: string
  from: string | null
  to: string | null
  at: string
  origin: FieldChangeOrigin
  author: { id: string; name: string | null } | null
  mergeId: string | null
}

type ChangeRow = FieldChange & {
  id: string
  seq: number
  at: Date
  origin: FieldChangeOrigin
  authorId: string | null
  mergeId: string | null
}

/** What changed in the fields of a person and of all merged into it, newest first. Throws `not-found`. */
export async function listFieldChanges(
  tx: Transaction,
  id: string,
  page: PageRequest,
): Promise<Listed<ListedFieldChange>> {
  const root = await rootOf(tx, id)
  const before = page.cursor === undefined ? TOP : positionOf(page.cursor)
  const { rows } = await sql<ChangeRow>`
    select c.id, c.seq, c.person_id as "personId", c.field, c."from", c."to", c.at, c.origin,
      c.author_id as "authorId", c.merge_id as "mergeId"
    from (select ${root}::uuid as id) wanted ${ORIGINALS}
    cross join lateral (
      select * from person_field_change c
      where c.person_id = original.original_id and c.seq < ${before}::bigint
      order by c.seq desc limit ${page.limit + 1}::integer) c
    order by c.seq desc limit ${page.limit + 1}::integer`.execute(tx)
  const shown = rows.slice(0, page.limit)
  const named = await nameFields(
    tx,
    shown.map(({ field }) => field),
  )
  const items = shown.map(({ at, authorId, seq: _, field, ...row }) => ({
    ...{ ...row, ...named(field) },
    at: at.toISOString(),
    author: authorId === null ? null : { id: authorId, name: null },
  }))
  const last = shown.at(-1)
  const isMore = rows.length > page.limit && last !== undefined
  return { items, next: isMore ? writeCursor([String(last.seq)]) : null }
}

/** Above every place in the journal. */
const TOP = '9223372036854775807'

function positionOf(cursor: string): string {
  const [seq = ''] = readCursor(cursor, 1)
  if (!/^\d{1,18}$/.test(seq)) readCursor('', 1)
  return seq
}
