import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { insertRows } from '#store/insert-rows.ts'
import { writeEvent } from '#store/outbox.ts'
import {
  EnishiError,
  type RandomBytes,
  type RefusalReason,
  type Tally,
  uuidV7,
} from '#vocabulary/index.ts'
import type { Refused } from './batch.ts'
import { ensureChannel } from './channel-row.ts'
import { isUndoable } from './import-changes.ts'
import type { ImportFormat } from './input-format.ts'
import type { ColumnMapping } from './table-columns.ts'

/** An import as it stands. */
export interface ImportRow {
  id: string
  channelId: string
  format: ImportFormat
  fileName: string
  /** Records handled so far; their rows are committed. */
  position: number
}

export interface NewImport {
  format: ImportFormat
  fileName: string
  channelName: string
  /** Tells that a later run reads the same input. */
  fingerprint: string
  sizeBytes?: number
  memberId?: string
  /** What becomes of rows that look like somebody who is known. */
  lookalikes?: Lookalikes
}

/** A row that looks like a known person by name: somebody new all the same, or more of that person. */
export const LOOKALIKES = ['new', 'update'] as const
export type Lookalikes = (typeof LOOKALIKES)[number]

/**
 * Begins an import, or takes up the one of the same input that was cut off, where it stood.
 * A finished one is begun anew: it then finds duplicates only.
 */
export async function beginImport(
  tx: Transaction,
  workspaceId: string,
  wanted: NewImport,
  now: Date,
  random: RandomBytes,
): Promise<ImportRow> {
  const channel = { kind: wanted.format, name: wanted.channelName }
  const channelId = await ensureChannel(tx, workspaceId, channel, now, random)
  const { rows } = await sql<ImportRow>`
    update import set state = 'running', failure = null, finished_at = null
    where workspace_id = ${workspaceId} and id = (
      select id from import where workspace_id = ${workspaceId} and fingerprint = ${wanted.fingerprint}
        and state in ('running', 'stopped', 'failed') and channel_id = ${channelId} order by id desc limit 1)
    returning id, channel_id as "channelId", format, file_name as "fileName", position
  `.execute(tx)
  return rows[0] ?? (await insertImport(tx, workspaceId, channelId, wanted, now, random))
}

async function insertImport(
  tx: Transaction,
  workspaceId: string,
  channelId: string,
  wanted: NewImport,
  now: Date,
  random: RandomBytes,
): Promise<ImportRow> {
  const id = uuidV7(now.getTime(), random)
  await tx
    .insertInto('import')
    .values({
      workspace_id: workspaceId,
      id,
      channel_id: channelId,
      format: wanted.format,
      file_name: wanted.fileName,
      fingerprint: wanted.fingerprint,
      size_bytes: wanted.sizeBytes ?? null,
      state: 'running',
      failure: null,
      started_by: wanted.memberId ?? null,
      lookalikes: wanted.lookalikes ?? 'new',
      is_undoable: isUndoable(wanted.format),
      finished_at: null,
    })
    .execute()
  await writeEvent(tx, workspaceId, { name: 'import.begun', subjectId: id, ...by(wanted.memberId) })
  return { id, channelId, format: wanted.format, fileName: wanted.fileName, position: 0 }
}

function by(memberId: string | undefined): { authorId?: string } {
  return memberId === undefined ? {} : { authorId: memberId }
}

/** A moved position: what was handled since the last one. */
export interface Progress {
  from: number
  to: number
  readBytes: number
  tally: Tally
  refused: Refused[]
  /** What was left out of records that were taken. */
  noted: Refused[]
}

/** Refused records that are kept of one import; beyond, they are only counted. */
const REFUSALS_KEPT_MAX = 1_000_000

/**
 * Stores how far an import is, in the transaction of the rows it made. Throws `conflict` when the
 * import was stopped or another process runs it: then nothing of this batch is kept.
 */
export async function moveImport(
  tx: Transaction,
  workspaceId: string,
  id: string,
  progress: Progress,
): Promise<void> {
  const { from, to, readBytes, tally, noted } = progress
  const { rows } = await sql<{ refusedBefore: number }>`
    update import set position = ${to}, read_bytes = greatest(read_bytes, ${readBytes}),
      new = new + ${tally.new}, duplicate = duplicate + ${tally.duplicate},
      updated = updated + ${tally.updated}, deleted = deleted + ${tally.deleted},
      refused = refused + ${tally.refused}, noted = noted + ${noted.length}
    where workspace_id = ${workspaceId} and id = ${id} and position = ${from} and state = 'running'
    returning refused - ${tally.refused} as "refusedBefore"
  `.execute(tx)
  if (rows[0] === undefined) throw importInterrupted()
  if (rows[0].refusedBefore >= REFUSALS_KEPT_MAX) return
  await insertRows(tx, 'import_refusal', workspaceId, REFUSAL_COLUMNS, refusalRows(id, progress))
}

const REFUSAL_COLUMNS = {
  import_id: 'uuid',
  position: 'bigint',
  line: 'bigint',
  reason: 'text',
  field: 'text',
  detail: 'text',
  excerpt: 'text',
  is_taken: 'boolean',
} as const

function refusalRows(importId: string, { refused, noted }: Progress): Record<string, unknown>[] {
  return [
    ...refused.map((one) => refusalRow(importId, one, false)),
    ...noted.map((one) => refusalRow(importId, one, true)),
  ]
}

function refusalRow(
  importId: string,
  { position, line, refusal, excerpt }: Refused,
  isTaken: boolean,
): Record<string, unknown> {
  return {
    import_id: importId,
    position,
    line,
    reason: refusal.reason,
    field: clean(refusal.field),
    detail: clean(refusal.detail),
    excerpt: clean(excerpt),
    is_taken: isTaken,
  }
}

/** Outside text as PostgreSQL can hold it. */
function clean(text: string | undefined): string | null {
  return text === undefined ? null : text.slice(0, 500).replaceAll('\0', '�').toWellFormed()
}

function importInterrupted(): EnishiError {
  return new EnishiError('conflict', {
    en: 'The import was stopped, or another process is running it.',
    ja: '取り込みが停止されたか、別のプロセスが実行中です。',
  })
}

/** Ends an import that is running; one that somebody stopped stays stopped. */
export async function endImport(
  tx: Transaction,
  workspaceId: string,
  id: string,
  state: 'done' | 'stopped' | 'failed',
  failure?: string,
): Promise<void> {
  await sql`
    update import set state = ${state}, failure = ${failure ?? null}, finished_at = now()
    where workspace_id = ${workspaceId} and id = ${id} and state = 'running'
  `.execute(tx)
  await writeEvent(tx, workspaceId, { name: `import.${state}`, subjectId: id })
}

/** The tally of an import over all its runs. */
export async function tallyOfImport(tx: Transaction, id: string): Promise<Tally> {
  const { rows } = await sql<Tally>`
    select (new + duplicate + updated + deleted + refused) as read, new, duplicate, updated, deleted,
      refused from import where id = ${id}
  `.execute(tx)
  return rows[0] as Tally
}

export interface RefusalRow {
  position: number
  line: number
  reason: RefusalReason
  field: string | null
  detail: string | null
  excerpt: string
  /** The record was taken; only this of it was left out. */
  isTaken: boolean
}

/** Refused records of an import in the order of the input, after a position. */
export async function listRefusals(
  tx: Transaction,
  importId: string,
  after: number,
  limit: number,
): Promise<RefusalRow[]> {
  const { rows } = await sql<RefusalRow>`
    select position, line, reason, field, detail, excerpt, is_taken as "isTaken"
    from import_refusal
    where import_id = ${importId} and position > ${after} order by position limit ${limit}
  `.execute(tx)
  return rows
}

function headerHash(header: readonly string[]): string {
  return hash('sha256', JSON.stringify(header)).slice(0, 32)
}

/** How a table with this header was mapped the last time. */
export async function recallColumns(
  tx: Transaction,
  format: ImportFormat,
  header: readonly string[],
): Promise<ColumnMapping | undefined> {
  const row = await tx
    .selectFrom('column_mapping')
    .select('mapping')
    .where('header_hash', '=', headerHash(header))
    .where('format', '=', format)
    .executeTakeFirst()
  return row === undefined ? undefined : (JSON.parse(row.mapping) as ColumnMapping)
}

/** Remembers a mapping for the next table with this header. */
export async function rememberColumns(
  tx: Transaction,
  workspaceId: string,
  format: ImportFormat,
  header: readonly string[],
  columns: ColumnMapping,
): Promise<void> {
  const mapping = JSON.stringify(columns)
  await tx
    .insertInto('column_mapping')
    .values({ workspace_id: workspaceId, header_hash: headerHash(header), format, mapping })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'header_hash', 'format'])
        .doUpdateSet({ mapping, saved_at: new Date() }),
    )
    .execute()
}

/** Tables and feeds are places of their own; the other formats name one by what they are. */
export function channelNameFor(format: ImportFormat, fileName: string): string {
  if (format !== 'posts-csv' && format !== 'feed') return format
  return fileName.replace(/\.gz$/i, '').replace(/\.[a-z0-9]{1,5}$/i, '')
}
