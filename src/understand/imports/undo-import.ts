import { sql } from 'kysely'
import type { ChangedRow } from '#listen/index.ts'
import type { Door, Transaction } from '#store/door.ts'
import { insertRows } from '#store/insert-rows.ts'
import { enqueueJob } from '#store/jobs.ts'
import { writeEvent } from '#store/outbox.ts'
import type { UndoCounts, UndoneKind } from '#store/tables-imports.ts'
import { EnishiError, type RandomBytes, uuidV7 } from '#vocabulary/index.ts'
import { type Undoing, undoBatch } from './undo-batch.ts'

/** What a batch of an import made and changed, as it was kept. */
export interface ImportedBatch {
  position: number
  activities: string[]
  relations: string[]
  affiliations: string[]
  handles: string[]
  people: string[]
  organisations: string[]
  deals: string[]
  changed: ChangedRow[]
}

/** A row, or a field of one, that stays when an import is taken back. */
export interface Kept {
  kind: UndoneKind
  id: string
  /** '' for the row itself. */
  field: string
  reason: 'edited' | 'referred'
}

/** What became of a batch that was taken back. */
export interface UndoneBatch {
  removed: Partial<Record<UndoneKind, number>>
  restored: number
  gone: number
  kept: Kept[]
}

/** What becomes of a row that is taken back: `restored` is as it was, or gone where it was made. */
export type DealFate = 'restored' | 'edited' | 'gone'

/** What became of deals that an import had made. */
export interface RemovedDeals {
  fates: Map<string, DealFate | 'referred'>
  /** Outcomes in the log that those that went had stood for: they go too. */
  activities: string[]
}

/** How deals are taken back; they belong to a later stage. */
export interface UndoDeals {
  remove(tx: Transaction, undoing: Undoing, ids: readonly string[]): Promise<RemovedDeals>
  restore(
    tx: Transaction,
    undoing: Undoing,
    id: string,
    rows: readonly ChangedRow[],
  ): Promise<Map<ChangedRow, DealFate>>
  /** Puts back a value of an own field, or takes away who looks after somebody, a tag of theirs or a note. */
  restoreOwnTerm(tx: Transaction, row: ChangedRow): Promise<DealFate>
  /** Removes a tag that was made, once nobody carries it. */
  removeTag(tx: Transaction, row: ChangedRow): Promise<DealFate | 'referred'>
}

export interface UndoParts {
  door: Door
  deals: UndoDeals
  now: () => Date
  random: RandomBytes
  /** Asks to stop after the batch in hand. */
  signal?: AbortSignal
}

/**
 * Marks an import as being taken back and puts that in line. Throws `not-found`; `conflict` while it
 * runs, and for one whose changes were not kept.
 */
export async function beginUndo(
  tx: Transaction,
  workspaceId: string,
  importId: string,
  { now, random }: Pick<UndoParts, 'now' | 'random'>,
  authorId?: string,
): Promise<void> {
  const run = await tx
    .selectFrom('import')
    .select(['state', 'is_undoable as isUndoable'])
    .where('id', '=', importId)
    .forUpdate()
    .executeTakeFirst()
  if (run === undefined) throw unknownImport()
  if (run.state === 'undone' || run.state === 'undoing') return
  if (run.state === 'running') throw stillRunning()
  if (!run.isUndoable) throw notKept()
  await tx
    .updateTable('import')
    .set({ state: 'undoing', undo: JSON.stringify(NOTHING_YET), finished_at: null })
    .where('id', '=', importId)
    .execute()
  const id = uuidV7(now().getTime(), random)
  await enqueueJob(tx, workspaceId, { id, kind: 'undo-import', subjectId: importId })
  const by = authorId === undefined ? {} : { authorId }
  await writeEvent(tx, workspaceId, { name: 'import.undo-begun', subjectId: importId, ...by })
}

const NOTHING_YET: UndoCounts = { removed: {}, restored: 0, edited: 0, referred: 0, gone: 0 }

/**
 * Takes back what an import made and changed, last batch first, each in a transaction of its own;
 * interrupted, it goes on with the next call. What was edited since or is referred to by something
 * else stays and is listed. Afterwards the same file can be imported again. Answers the counts: their
 * sum is what the import had made and changed; stopped, those so far.
 */
export async function undoImport(
  parts: UndoParts,
  workspaceId: string,
  importId: string,
): Promise<UndoCounts> {
  for (;;) {
    const { counts, isOver } = await parts.door.inWorkspace(
      workspaceId,
      (tx) => undoLast(tx, parts, workspaceId, importId),
      'background',
    )
    if (isOver || parts.signal?.aborted) return counts
  }
}

interface UndoStep {
  counts: UndoCounts
  /** There is nothing more to take back. */
  isOver: boolean
}

async function undoLast(
  tx: Transaction,
  parts: UndoParts,
  workspaceId: string,
  importId: string,
): Promise<UndoStep> {
  const run = await tx
    .selectFrom('import')
    .select(['state', 'undo', 'channel_id as channelId'])
    .where('id', '=', importId)
    .forUpdate()
    .executeTakeFirst()
  const counts = run?.undo ?? NOTHING_YET
  if (run?.state !== 'undoing') return { counts, isOver: true }
  const batch = await lastBatch(tx, importId)
  if (batch === undefined) {
    await endUndo(tx, workspaceId, importId, counts)
    return { counts, isOver: true }
  }
  const { now, random } = parts
  const where = { workspaceId, channelId: run.channelId, at: now(), random }
  const undone = await undoBatch(tx, { ...where, deals: parts.deals }, batch)
  const next = sumUp(counts, undone)
  await keepRows(tx, workspaceId, importId, undone.kept)
  await sql`delete from import_change where workspace_id = ${workspaceId} and import_id = ${importId}
    and position = ${batch.position}`.execute(tx)
  await tx
    .updateTable('import')
    .set({ undo: JSON.stringify(next) })
    .where('id', '=', importId)
    .execute()
  return { counts: next, isOver: false }
}

async function lastBatch(tx: Transaction, importId: string): Promise<ImportedBatch | undefined> {
  const { rows } = await sql<ImportedBatch>`
    select position, activities, relations, affiliations, handles, people, organisations, deals, changed
    from import_change where import_id = ${importId} order by position desc limit 1
  `.execute(tx)
  return rows[0]
}

function sumUp(counts: UndoCounts, { removed, restored, gone, kept }: UndoneBatch): UndoCounts {
  const sum = { ...counts.removed }
  for (const [kind, count] of Object.entries(removed) as [UndoneKind, number][]) {
    if (count > 0) sum[kind] = (sum[kind] ?? 0) + count
  }
  const keptFor = (reason: Kept['reason']) => kept.filter((one) => one.reason === reason).length
  return {
    removed: sum,
    restored: counts.restored + restored,
    gone: counts.gone + gone,
    edited: counts.edited + keptFor('edited'),
    referred: counts.referred + keptFor('referred'),
  }
}

const KEPT_COLUMNS = {
  import_id: 'uuid',
  kind: 'text',
  subject_id: 'uuid',
  field: 'text',
  reason: 'text',
} as const

async function keepRows(
  tx: Transaction,
  workspaceId: string,
  importId: string,
  kept: readonly Kept[],
): Promise<void> {
  const rows = kept.map(({ kind, id, field, reason }) => {
    return { import_id: importId, kind, subject_id: id, field, reason }
  })
  const after = sql`on conflict do nothing`
  await insertRows(tx, 'import_kept', workspaceId, KEPT_COLUMNS, rows, after)
}

async function endUndo(
  tx: Transaction,
  workspaceId: string,
  importId: string,
  { removed, restored, edited, referred }: UndoCounts,
): Promise<void> {
  await sql`update import set state = 'undone', finished_at = now()
    where workspace_id = ${workspaceId} and id = ${importId}`.execute(tx)
  const went = Object.values(removed).reduce((sum, count) => sum + count, 0)
  const detail = [`removed=${went}`, `restored=${restored}`, `kept=${edited + referred}`]
  await writeEvent(tx, workspaceId, { name: 'import.undone', subjectId: importId, detail })
}

function unknownImport(): EnishiError {
  return new EnishiError('not-found', {
    en: 'There is no such import in this workspace.',
    ja: 'このワークスペースにその取り込みはありません。',
  })
}

function stillRunning(): EnishiError {
  return new EnishiError('conflict', {
    en: 'The import is running. Stop it first, then take it back.',
    ja: '取り込みの途中です。停止してから取り消してください。',
  })
}

function notKept(): EnishiError {
  return new EnishiError('conflict', {
    en: 'This import cannot be taken back: only lists of people, organisations, deals and outcomes keep track of what they changed, and only since this version.',
    ja: 'この取り込みは取り消せません。変更を記録しているのは、このバージョン以降に取り込んだ人物・企業・商談・成果の表だけです。',
  })
}
