import { type RawBuilder, sql } from 'kysely'
import { readCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { enqueueJob } from '#store/jobs.ts'
import { EnishiError } from '#vocabulary/index.ts'
import type { ImportRun } from './contract/imports.ts'

interface Row extends Omit<ImportRun, 'tally' | 'startedAt' | 'finishedAt'> {
  new: number
  duplicate: number
  updated: number
  deleted: number
  refused: number
  startedAt: Date
  finishedAt: Date | null
}

const COLUMNS = sql`i.id, i.format, i.file_name as "fileName", i.channel_id as "channelId",
  c.name as "channelName", i.state, i.failure, i.size_bytes as "sizeBytes",
  i.read_bytes as "readBytes", i.new, i.duplicate, i.updated, i.deleted, i.refused, i.noted,
  i.lookalikes, i.is_undoable as "isUndoable",
  i.undo, i.started_at as "startedAt", i.finished_at as "finishedAt"`

async function select(tx: Transaction, rest: RawBuilder<unknown>): Promise<ImportRun[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from import i
    join channel c on c.workspace_id = i.workspace_id and c.id = i.channel_id ${rest}
  `.execute(tx)
  return rows.map(toRun)
}

function toRun(row: Row): ImportRun {
  const { new: added, duplicate, updated, deleted, refused, startedAt, finishedAt, ...rest } = row
  const read = added + duplicate + updated + deleted + refused
  return {
    ...rest,
    tally: { read, new: added, duplicate, updated, deleted, refused },
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  }
}

/** Imports, newest first. */
export async function listImportRuns(
  tx: Transaction,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: ImportRun[]; next: string | null }> {
  const before = page.cursor === undefined ? null : (readCursor(page.cursor, 1)[0] as string)
  const rows = await select(
    tx,
    sql`where ${before}::uuid is null or i.id < ${before}::uuid order by i.id desc limit ${page.limit + 1}`,
  )
  const items = rows.slice(0, page.limit)
  const last = items.at(-1)
  return { items, next: rows.length > page.limit && last ? writeCursor([last.id]) : null }
}

/** One import; throws `not-found` for one that is not this workspace's. */
export async function getImportRun(tx: Transaction, id: string): Promise<ImportRun> {
  const [run] = await select(tx, sql`where i.id = ${id}`)
  if (run === undefined) {
    throw new EnishiError('not-found', {
      en: 'There is no such import in this workspace.',
      ja: 'このワークスペースにその取り込みはありません。',
    })
  }
  return run
}

/** Stops a running import after its batch in hand, or puts a stopped one in line again. */
export async function changeImport(
  tx: Transaction,
  workspaceId: string,
  id: string,
  state: 'stopped' | 'running',
  newId: () => string,
): Promise<ImportRun> {
  const run = await getImportRun(tx, id)
  if (state === 'stopped' && run.state === 'running') {
    await sql`update import set state = 'stopped', finished_at = now() where id = ${id}`.execute(tx)
  }
  if (state === 'running' && (run.state === 'stopped' || run.state === 'failed')) {
    await sql`update import set state = 'running', failure = null, finished_at = null
      where id = ${id}`.execute(tx)
    await enqueueJob(tx, workspaceId, { id: newId(), kind: 'import', subjectId: id })
  }
  return getImportRun(tx, id)
}
