import { inspectFile, readTable, type TableHead } from '#channels/inspect-file.ts'
import { listFields } from '#engage/index.ts'
import {
  beginImport,
  type ColumnMapping,
  channelNameFor,
  findUpload,
  isTableFormat,
  listRefusals,
  recallColumns,
  recogniseExport,
  rememberColumns,
  saveUpload,
  subjectOfFormat,
  TABLE_COLUMNS,
  type TableFormat,
  withFieldColumns,
} from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import { enqueueJob } from '#store/jobs.ts'
import { beginUndo, notePeopleLook } from '#understand/index.ts'
import { uuidV7 } from '#vocabulary/index.ts'
import type { Handlers } from './handler.ts'
import { changeImport, getImportRun, listImportRuns } from './import-runs.ts'
import { beginTrial, getImportTrial, listKept } from './import-trials.ts'
import { refusalsCsv } from './refusals-csv.ts'

type Names =
  | 'postUpload'
  | 'postImport'
  | 'listImports'
  | 'getImport'
  | 'patchImport'
  | 'postImportTrial'
  | 'getImportTrial'
  | 'undoImport'
  | 'listImportKept'
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
        : await door.inWorkspace(caller.workspaceId, (tx) => withOwnTerms(tx, found))
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
        ...(body.lookalikes === undefined ? {} : { lookalikes: body.lookalikes }),
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

  postImportTrial: async ({ body, caller, context }) => {
    const { dataFolder, door, now, random } = context
    const { sizeBytes } = await findUpload(dataFolder, caller.workspaceId, body.uploadId)
    return door.inWorkspace(caller.workspaceId, (tx) =>
      beginTrial(tx, { ...caller, now: now(), random }, { ...body, sizeBytes }),
    )
  },

  getImportTrial: ({ params, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => getImportTrial(tx, params.id)),

  undoImport: ({ params, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, async (tx) => {
      await beginUndo(tx, caller.workspaceId, params.id, context, caller.userId ?? undefined)
      return getImportRun(tx, params.id)
    }),

  listImportKept: ({ params, query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, async (tx) => {
      await getImportRun(tx, params.id)
      return listKept(tx, params.id, query)
    }),

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
    const { workspaceId, userId: memberId, scope } = caller
    const look = { kind: 'exported', place: 'refusals', subjectId: params.id } as const
    await inWorkspace((tx) =>
      notePeopleLook(tx, {
        ...{ workspaceId, memberId, isKey: scope !== null, ...look },
        ...{ people: run.tally.refused, now: context.now(), random: context.random },
      }),
    )
    return {
      fileName: `refused-${run.fileName}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      content: refusalsCsv((after, limit) =>
        inWorkspace((tx) => listRefusals(tx, params.id, after, limit)),
      ),
    }
  },
}

/**
 * For each kind of table the mapping that this header had the last time, else the guess; with the
 * fields that the workspace added.
 */
async function withOwnTerms(tx: Transaction, { header, sample, guesses }: TableHead) {
  const mappings: TableHead['guesses'] = { ...guesses }
  const remembered: TableFormat[] = []
  const fields = await fieldsByFormat(tx)
  for (const format of Object.keys(guesses) as TableFormat[]) {
    mappings[format] = withFieldColumns(guesses[format], header, format, fields[format] ?? [])
    const known = await recallColumns(tx, format, header)
    if (known === undefined) continue
    mappings[format] = known
    remembered.push(format)
  }
  const product = recogniseExport(header)?.product ?? null
  return { header, sample, mappings, remembered, fields, product }
}

async function fieldsByFormat(tx: Transaction) {
  const all = await listFields(tx)
  const fields: Partial<Record<TableFormat, { id: string; name: string }[]>> = {}
  for (const format of Object.keys(TABLE_COLUMNS) as TableFormat[]) {
    const own = all.filter(({ subject }) => subject === subjectOfFormat(format))
    if (own.length > 0) fields[format] = own.map(({ id, name }) => ({ id, name }))
  }
  return fields
}
