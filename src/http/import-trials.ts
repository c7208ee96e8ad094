import { sql } from 'kysely'
import { channelNameFor, type ImportFormat, isUndoable } from '#listen/index.ts'
import { type Listed, type PageRequest, readCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { enqueueJob } from '#store/jobs.ts'
import type { UndoneKind } from '#store/tables-imports.ts'
import { EnishiError, type RandomBytes, uuidV7 } from '#vocabulary/index.ts'
import type { ImportTrial } from './contract/imports.ts'

/** What somebody wants tried. */
interface WantedTrial {
  uploadId: string
  fileName?: string | undefined
  format: ImportFormat
  channelName?: string | undefined
  columns?: object | undefined
  sizeBytes: number
}

interface TriedBy {
  workspaceId: string
  userId: string | null
  now: Date
  random: RandomBytes
}

/** Puts a trial in line. Throws `bad-input` for formats of which there is none. */
export async function beginTrial(
  tx: Transaction,
  { workspaceId, userId, now, random }: TriedBy,
  wanted: WantedTrial,
): Promise<ImportTrial> {
  if (!isUndoable(wanted.format)) throw notTried()
  const id = uuidV7(now.getTime(), random)
  const fileName = wanted.fileName ?? wanted.uploadId.slice(0, 12)
  await tx
    .insertInto('import_trial')
    .values({
      workspace_id: workspaceId,
      id,
      format: wanted.format,
      file_name: fileName,
      channel_name: wanted.channelName ?? channelNameFor(wanted.format, fileName),
      upload_id: wanted.uploadId,
      columns: wanted.columns === undefined ? null : JSON.stringify(wanted.columns),
      size_bytes: wanted.sizeBytes,
      state: 'running',
      failure: null,
      findings: null,
      started_by: userId,
      started_at: now,
      finished_at: null,
    })
    .execute()
  const jobId = uuidV7(now.getTime(), random)
  await enqueueJob(tx, workspaceId, { id: jobId, kind: 'try-import', subjectId: id })
  return getImportTrial(tx, id)
}

/** A trial as it stands. Throws `not-found`. */
export async function getImportTrial(tx: Transaction, id: string): Promise<ImportTrial> {
  const row = await tx
    .selectFrom('import_trial')
    .select(['id', 'format', 'file_name as fileName', 'state', 'failure', 'findings'])
    .select(['size_bytes as sizeBytes', 'read_bytes as readBytes'])
    .select(['started_at as startedAt', 'finished_at as finishedAt'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw noTrial()
  return {
    ...row,
    format: row.format as ImportTrial['format'],
    findings: row.findings as ImportTrial['findings'],
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }
}

interface KeptRow {
  kind: UndoneKind
  id: string
  field: string
  reason: 'edited' | 'referred'
}

/** What stayed when an import was taken back, in the order of kind and id. */
export async function listKept(
  tx: Transaction,
  importId: string,
  page: PageRequest,
): Promise<Listed<KeptRow>> {
  const [kind = '', id = NO_ID, field = ''] =
    page.cursor === undefined ? [] : readCursor(page.cursor, 3)
  const { rows } = await sql<KeptRow>`
    select kind, subject_id as id, field, reason from import_kept
    where import_id = ${importId} and (kind, subject_id, field) > (${kind}, ${id}::uuid, ${field})
    order by kind, subject_id, field limit ${page.limit + 1}
  `.execute(tx)
  const items = rows.slice(0, page.limit)
  const last = items.at(-1)
  const isMore = rows.length > page.limit && last !== undefined
  return { items, next: isMore ? writeCursor([last.kind, last.id, last.field]) : null }
}

const NO_ID = '00000000-0000-0000-0000-000000000000'

function noTrial(): EnishiError {
  return new EnishiError('not-found', {
    en: 'There is no such trial in this workspace.',
    ja: 'このワークスペースにその試し取り込みはありません。',
  })
}

function notTried(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'Only lists of people, organisations, deals and outcomes can be tried. Import other files as they are: the same file twice changes nothing.',
      ja: '試せるのは人物・企業・商談・成果の表だけです。ほかのファイルはそのまま取り込んでください(同じファイルを二度取り込んでも増えません)。',
    },
    { field: 'format' },
  )
}
