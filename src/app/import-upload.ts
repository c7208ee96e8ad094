import { readTable } from '#channels/inspect-file.ts'
import { INPUT_FORMATS } from '#channels/registry.ts'
import { joinLookalikes, readOwnTerms } from '#engage/index.ts'
import {
  type ColumnMapping,
  dropUpload,
  findUpload,
  type Hearing,
  type ImportFormat,
  importFile,
  isTableFormat,
  type Listening,
  type Lookalikes,
  readFileBytes,
  recallColumns,
} from '#listen/index.ts'
import type { Door } from '#store/door.ts'
import { EnishiError } from '#vocabulary/index.ts'

export interface UploadImport {
  workspaceId: string
  importId: string
  dataFolder: string
}

interface Run {
  id: string
  channelId: string
  format: ImportFormat
  fileName: string
  position: number
  fingerprint: string
  state: string
  memberId: string | null
  lookalikes: Lookalikes
  channelName: string
  timeZone: string
}

/**
 * Carries out the import of an upload from where it stands. A member may stop it at any batch: that
 * is no failure. When it is done the upload goes; what it held is in the log.
 */
export async function importUpload(
  door: Door,
  listening: Listening,
  { workspaceId, importId, dataFolder }: UploadImport,
): Promise<void> {
  const run = await loadRun(door, workspaceId, importId)
  if (run === undefined || run.state !== 'running') return
  const { path } = await findUpload(dataFolder, workspaceId, run.fingerprint)
  const columns = await columnsOf(door, workspaceId, run, path)
  const ownTerms = await readOwnTerms(door, workspaceId, run.format)
  try {
    await importFile({
      door,
      listening,
      workspaceId,
      run,
      format: INPUT_FORMATS[run.format],
      source: readFileBytes(path),
      scope: run.channelName,
      timeZone: run.timeZone,
      now: () => new Date(),
      ...(columns === undefined ? {} : { columns }),
      ...(ownTerms === undefined ? {} : { ownTerms }),
      ...(run.lookalikes === 'update'
        ? { prepare: (hearing: Hearing) => joinLookalikes(door, hearing) }
        : {}),
      ...(run.memberId === null ? {} : { memberId: run.memberId }),
    })
    await dropUpload(dataFolder, workspaceId, run.fingerprint)
  } catch (error) {
    const isExpected = error instanceof EnishiError && error.code !== 'fault'
    // Stopped by a member, or a file that can't be read: the import's row says so.
    if (!isExpected) throw error
  }
}

async function loadRun(door: Door, workspaceId: string, id: string): Promise<Run | undefined> {
  return door.inWorkspace(workspaceId, (tx) =>
    tx
      .selectFrom('import as i')
      .innerJoin('channel as c', (join) =>
        join.onRef('c.workspace_id', '=', 'i.workspace_id').onRef('c.id', '=', 'i.channel_id'),
      )
      .innerJoin('workspace as w', 'w.id', 'i.workspace_id')
      .select([
        'i.id',
        'i.channel_id as channelId',
        'i.format',
        'i.file_name as fileName',
        'i.position',
        'i.fingerprint',
        'i.state',
        'i.started_by as memberId',
        'i.lookalikes',
        'c.name as channelName',
        'w.time_zone as timeZone',
      ])
      .where('i.id', '=', id)
      .executeTakeFirst(),
  ) as Promise<Run | undefined>
}

async function columnsOf(
  door: Door,
  workspaceId: string,
  run: Run,
  path: string,
): Promise<ColumnMapping | undefined> {
  if (!isTableFormat(run.format)) return undefined
  const table = await readTable(path)
  if (table === undefined) return undefined
  return door.inWorkspace(workspaceId, (tx) => recallColumns(tx, run.format, table.header))
}
