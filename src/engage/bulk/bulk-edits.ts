import { sql } from 'kysely'
import { type Listed, type PageRequest, readIdCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE } from '#store/outbox.ts'
import { EnishiError, LIMITS, type SubjectKind } from '#vocabulary/index.ts'
import type { DealChange } from '../deals/deal-outcome.ts'
import { findAll, type ListFilter } from '../lists/find-subjects.ts'
import {
  newRowId,
  type Subject,
  subjectColumns,
  subjectOf,
  subjectToChange,
  tell,
} from '../subject-rows.ts'
import { type Colleague, colleague, shownPerson } from '../subjects.ts'
import {
  type BulkChange,
  type BulkState,
  losesValue,
  restoreState,
  setState,
  stateOf,
  stateWanted,
} from './bulk-change.ts'

export interface BulkInput {
  subject: SubjectKind
  /** Chosen rows; */
  ids?: string[] | undefined
  /** or all that hold a filter. */
  filter?: ListFilter | undefined
  change: BulkChange
  /** Rows that have another value already: they get the new one, or keep theirs. */
  onConflict: 'overwrite' | 'keep'
}

interface Change {
  subject: Subject
  before: BulkState
  after: BulkState
  /** It has another value, which would be lost. */
  isConflict: boolean
}

export interface BulkExample {
  id: string
  name: string
  before: BulkState
  after: BulkState
}

export interface BulkPreview {
  /** Rows looked at. */
  rows: number
  changes: number
  /** So already. */
  same: number
  /** Of the changes, or of those kept out of it, rows with another value. */
  conflicts: number
  examples: BulkExample[]
  conflictExamples: BulkExample[]
}

const EXAMPLES_MAX = 10

/**
 * What an edit would do: how many rows change, which have another value already, with examples.
 * Throws `bad-input` for more rows than one edit may change, and for what doesn't fit.
 */
export async function previewBulkEdit(tx: Transaction, input: BulkInput): Promise<BulkPreview> {
  const { rows, changes } = await changesOf(tx, input)
  const conflicts = changes.filter(({ isConflict }) => isConflict)
  const made = input.onConflict === 'keep' ? changes.filter((one) => !one.isConflict) : changes
  const names = await namesOf(tx, [
    ...made.slice(0, EXAMPLES_MAX),
    ...conflicts.slice(0, EXAMPLES_MAX),
  ])
  const show = ({ subject: { id }, before, after }: Change) => ({
    ...{ id, name: names.get(id) ?? '', before, after },
  })
  return {
    ...{ rows, changes: made.length, same: rows - changes.length, conflicts: conflicts.length },
    examples: made.slice(0, EXAMPLES_MAX).map(show),
    conflictExamples: conflicts.slice(0, EXAMPLES_MAX).map(show),
  }
}

async function changesOf(
  tx: Transaction,
  { subject: kind, ids, filter, change }: BulkInput,
): Promise<{ rows: number; changes: Change[] }> {
  const after = await stateWanted(tx, kind, change)
  const subjects = new Map<string, Subject>()
  for (const id of await idsMeant(tx, kind, ids, filter)) {
    const subject = await subjectOf(tx, { kind, id })
    subjects.set(subject.id, subject)
  }
  const changes: Change[] = []
  for (const subject of subjects.values()) {
    const before = await stateOf(tx, subject, change)
    if (isSame(before, after)) continue
    changes.push({ subject, before, after, isConflict: losesValue(change, before, after) })
  }
  return { rows: subjects.size, changes }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

async function idsMeant(
  tx: Transaction,
  kind: SubjectKind,
  ids: readonly string[] | undefined,
  filter: ListFilter | undefined,
): Promise<readonly string[]> {
  const max = LIMITS.bulkRowsMax
  const found =
    ids === undefined
      ? await findAll(tx, kind, filter ?? {}, max)
      : { ids, isMore: ids.length > max }
  if (!found.isMore) return found.ids
  throw new EnishiError(
    'bad-input',
    {
      en: `One edit changes at most ${max} rows. Narrow the filter, and edit in parts.`,
      ja: `一度に変更できるのは${max}件までです。絞り込んで、何回かに分けて変更してください。`,
    },
    { field: 'filter' },
  )
}

async function namesOf(tx: Transaction, changes: readonly Change[]): Promise<Map<string, string>> {
  const subjects = changes.map(({ subject }) => subject)
  const [first] = subjects
  if (first === undefined) return new Map()
  const column = sql.ref(first.kind === 'person' ? 'display_name' : 'name')
  const ids = subjects.map(({ id }) => id)
  const { rows } = await sql<{ id: string; name: string }>`
    select id, ${column} as name from ${sql.table(first.kind)} where id = any(${ids}::uuid[])
  `.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export interface BulkEdit {
  id: string
  subject: SubjectKind
  change: BulkChange
  madeAt: string
  author: Colleague | null
  changes: number
  undoneAt: string | null
  /** Once undone: rows that are as before, and rows that were edited since and stay. */
  restored: number
  kept: number
}

export interface BulkEditInFull extends BulkEdit {
  /** Rows that an undoing left as they are, with what stands there; at most a hundred. */
  keptRows: { id: string; name: string }[]
}

/**
 * Makes the edit: each row's change is recorded as if made alone, and what it was before is kept
 * (`bulk-edit.made`). Throws `bad-input`, and `conflict` where nothing would change.
 */
export async function makeBulkEdit(
  tx: Transaction,
  input: BulkInput,
  by: DealChange,
): Promise<BulkEditInFull> {
  const { changes } = await changesOf(tx, input)
  const made = input.onConflict === 'keep' ? changes.filter((one) => !one.isConflict) : changes
  if (made.length === 0) throw nothingChanges()
  const id = newRowId(by)
  await tx
    .insertInto('bulk_edit')
    .values({
      ...{ workspace_id: OWN_WORKSPACE, id, subject: input.subject },
      change: JSON.stringify(input.change),
      ...{ made_at: by.now, made_by: by.authorId, undone_at: null, undone_by: null },
    })
    .execute()
  for (const { subject, before, after } of made) {
    await setState(tx, subject, input.change, after, by)
    await tx
      .insertInto('bulk_edit_row')
      .values({
        ...{ workspace_id: OWN_WORKSPACE, id: newRowId(by), bulk_edit_id: id },
        ...subjectColumns(subject),
        ...{ before: JSON.stringify(before), after: JSON.stringify(after), outcome: null },
      })
      .execute()
  }
  await tell(tx, 'bulk-edit.made', id, by)
  return getBulkEdit(tx, id)
}

interface RowOfEdit {
  id: string
  kind: SubjectKind
  subject_id: string
  before: BulkState
  after: BulkState
}

/**
 * Takes an edit back, row by row: what still stands as the edit left it becomes what it was before;
 * what was changed since stays (`bulk-edit.undone`). Throws `not-found`, and `conflict` when it was
 * undone already or what it set is gone.
 */
export async function undoBulkEdit(
  tx: Transaction,
  id: string,
  by: DealChange,
): Promise<BulkEditInFull> {
  await sql`select 1 from bulk_edit where id = ${id}::uuid for update`.execute(tx)
  const { change, undoneAt } = await getBulkEdit(tx, id)
  if (undoneAt !== null) throw undoneAlready()
  const { rows } = await sql<RowOfEdit>`
    select id, before, after, coalesce(person_id, organisation_id, deal_id) as subject_id,
      case when person_id is not null then 'person' when deal_id is not null then 'deal'
        else 'organisation' end as kind
    from bulk_edit_row where bulk_edit_id = ${id}::uuid order by id desc`.execute(tx)
  for (const row of rows) {
    const outcome = (await undoRow(tx, row, change, by)) ? 'restored' : 'kept'
    await tx.updateTable('bulk_edit_row').set({ outcome }).where('id', '=', row.id).execute()
  }
  const undone = { undone_at: by.now, undone_by: by.authorId }
  await tx.updateTable('bulk_edit').set(undone).where('id', '=', id).execute()
  await tell(tx, 'bulk-edit.undone', id, by)
  return getBulkEdit(tx, id)
}

/** False where it was edited since, or what it would be given is no longer there. */
async function undoRow(
  tx: Transaction,
  { kind, subject_id, before, after }: RowOfEdit,
  change: BulkChange,
  by: DealChange,
): Promise<boolean> {
  const subject = await subjectToChange(tx, { kind, id: subject_id })
  if (!isSame(await stateOf(tx, subject, change), after)) return false
  if (!(await isPossible(tx, kind, change, before))) return false
  await restoreState(tx, subject, change, before, by)
  return true
}

/** A field, a choice or a tag may have been removed since. */
async function isPossible(
  tx: Transaction,
  kind: SubjectKind,
  change: BulkChange,
  before: BulkState,
): Promise<boolean> {
  const wanted =
    change.kind === 'field'
      ? { ...change, value: before }
      : change.kind === 'stage'
        ? { ...change, stage: String(before) }
        : change
  try {
    await stateWanted(tx, kind, wanted)
    return true
  } catch (error) {
    if (error instanceof EnishiError && error.code === 'bad-input') return false
    throw error
  }
}

interface BulkRow {
  id: string
  subject: SubjectKind
  change: unknown
  made_at: Date
  made_by: string | null
  undone_at: Date | null
  changes: number
  restored: number
  kept: number
}

function selectEdits(where: ReturnType<typeof sql>) {
  return sql<BulkRow>`
    select e.*, c.* from bulk_edit e cross join lateral (
      select count(*)::integer as changes,
        count(*) filter (where r.outcome = 'restored')::integer as restored,
        count(*) filter (where r.outcome = 'kept')::integer as kept
      from bulk_edit_row r where r.bulk_edit_id = e.id offset 0) c
    where ${where}`
}

/** Edits of many rows, newest first. Throws `bad-input` for a foreign cursor. */
export async function listBulkEdits(tx: Transaction, page: PageRequest): Promise<Listed<BulkEdit>> {
  const before = page.cursor === undefined ? null : readIdCursor(page.cursor)
  const { rows } = await selectEdits(sql`${before}::uuid is null or e.id < ${before}::uuid
    order by e.id desc limit ${page.limit + 1}`).execute(tx)
  const items = rows.slice(0, page.limit).map(showEdit)
  const last = items.at(-1)
  const next = rows.length > items.length && last !== undefined ? writeCursor([last.id]) : null
  return { items, next }
}

function showEdit(row: BulkRow): BulkEdit {
  const { id, subject, changes, restored, kept } = row
  // Written by this server from a change that it had checked.
  const change = row.change as BulkChange
  return {
    ...{ id, subject, change, changes, restored, kept, author: colleague(row.made_by) },
    madeAt: row.made_at.toISOString(),
    undoneAt: row.undone_at?.toISOString() ?? null,
  }
}

/** One edit, with the rows that an undoing left. Throws `not-found`. */
export async function getBulkEdit(tx: Transaction, id: string): Promise<BulkEditInFull> {
  const { rows } = await selectEdits(sql`e.id = ${id}::uuid`).execute(tx)
  if (rows[0] === undefined) throw noEdit()
  const kept = await sql<{ id: string; name: string }>`
    select coalesce(p.id, r.organisation_id, r.deal_id) as id,
      coalesce(p.display_name, o.name, d.name) as name
    from bulk_edit_row r
    left join lateral (select shown.* from (select 1) one ${shownPerson(sql`r.person_id`)}) p on true
    left join organisation o on o.id = r.organisation_id
    left join deal d on d.id = r.deal_id
    where r.bulk_edit_id = ${id}::uuid and r.outcome = 'kept' order by r.id limit 100`.execute(tx)
  return { ...showEdit(rows[0]), keptRows: kept.rows }
}

function nothingChanges(): EnishiError {
  return new EnishiError('conflict', {
    en: 'Nothing would change: all of it is so already, or keeps what it has.',
    ja: '変更されるものがありません。すべてすでにその状態か、今の値を残す対象です。',
  })
}

function undoneAlready(): EnishiError {
  return new EnishiError('conflict', {
    en: 'This edit has been undone already.',
    ja: 'この一括変更はすでに取り消されています。',
  })
}

function noEdit(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'There is no such edit. Look for it in the list of edits.',
      ja: 'この一括変更は見つかりません。一括変更の一覧から探してください。',
    },
    { field: 'id' },
  )
}
