import { inspectFile, readTable, type TableHead } from '#channels/inspect-file.ts'
import {
  beginImport,
  type ColumnMapping,
  channelNameFor,
  findUpload,
  isTableFormat,
  listRefusals,
  recallColumns,
  rememberColumns,
  saveUpload,
  type TableFormat,
} from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import { enqueueJob } from '#store/jobs.ts'
import { uuidV7 } from '#vocabulary/index.ts'
import type { Handlers } from './handler.ts'
import { changeImport, getImportRun, listImportRuns } from './import-runs.ts'
import { refusalsCsv } from './refusals-csv.ts'

type Names =
  | 'postUpload'
  | 'postImport'
  | 'listImports'
  | 'getImport'
  | 'patchImport'
  | 'listRefusals'
  | 'downloadRefusals'

export const importHandlers: Handlers<Names> = {
  postUpload: async ({ body, query, caller, context }) => {
    const { dataFolder, door, now, random } = context
    const aside = uuidV7(now().getTime(), random)
    const upload = await saveUpload(dataFolder, caller.workspaceId, body, aside)
    const { path } = await findUpload(dataFolder, caller.workspaceId, upload.id)
    const look = await inspectFile(path, query.name)
    const found = look.table
    const table =
      found === undefined
        ? null
        : await door.inWorkspace(caller.workspaceId, (tx) => withRemembered(tx, found))
    return {
      uploadId: upload.id,
      sizeBytes: upload.sizeBytes,
      format: look.format ?? null,
      table,
    }
  },

  postImport: async ({ body, caller, context }) => {
    const { dataFolder, door, now, random } = context
    const { path, sizeBytes } = await findUpload(dataFolder, caller.workspaceId, body.uploadId)
    const table = isTableFormat(body.format) ? await readTable(path) : undefined
    const fileName = body.fileName ?? body.uploadId.slice(0, 12)
    return door.inWorkspace(caller.workspaceId, async (tx) => {
      if (table !== undefined && body.columns !== undefined) {
        await rememberColumns(
          tx,
          caller.workspaceId,
          body.format,
          table.header,
          body.columns as ColumnMapping,
        )
      }
      const wanted = {
        format: body.format,
        fileName,
        channelName: body.channelName ?? channelNameFor(body.format, fileName),
        fingerprint: body.uploadId,
        sizeBytes,
        ...(caller.userId === null ? {} : { memberId: caller.userId }),
      }
      const run = await beginImport(tx, caller.workspaceId, wanted, now(), random)
      const id = uuidV7(now().getTime(), random)
      await enqueueJob(tx, caller.workspaceId, { id, kind: 'import', subjectId: run.id })
      return getImportRun(tx, run.id)
    })
  },

  listImports: ({ query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => listImportRuns(tx, query)),

  getImport: ({ params, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => getImportRun(tx, params.id)),

  patchImport: ({ params, body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      changeImport(tx, caller.workspaceId, params.id, body.state, () =>
        uuidV7(context.now().getTime(), context.random),
      ),
    ),

  listRefusals: ({ params, query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, async (tx) => {
      await getImportRun(tx, params.id)
      const after = Number(query.cursor ?? 0) || 0
      const rows = await listRefusals(tx, params.id, after, query.limit + 1)
      const items = rows.slice(0, query.limit)
      return { items, next: rows.length > query.limit ? String(items.at(-1)?.position) : null }
    }),

  downloadRefusals: async ({ params, caller, context }) => {
    const inWorkspace = <T>(work: (tx: Transaction) => Promise<T>) =>
      context.door.inWorkspace(caller.workspaceId, work)
    const run = await inWorkspace((tx) => getImportRun(tx, params.id))
    return {
      fileName: `refused-${run.fileName}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      content: refusalsCsv((after, limit) =>
        inWorkspace((tx) => listRefusals(tx, params.id, after, limit)),
      ),
    }
  },
}

/** For each kind of table the mapping that this header had the last time, else the guess. */
async function withRemembered(tx: Transaction, { header, sample, guesses }: TableHead) {
  const mappings: TableHead['guesses'] = { ...guesses }
  const remembered: TableFormat[] = []
  for (const format of Object.keys(guesses) as TableFormat[]) {
    const known = await recallColumns(tx, format, header)
    if (known === undefined) continue
    mappings[format] = known
    remembered.push(format)
  }
  return { header, sample, mappings, remembered }
}
