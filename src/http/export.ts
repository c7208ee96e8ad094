import {
  type CsvEncoding,
  EXPORT_FILES,
  type ExportName,
  exportBytes,
  exportText,
} from '#channels/export.ts'
import { recordExport } from '#understand/index.ts'
import type { Caller, FileAnswer, Handlers, HttpContext } from './handler.ts'

/** Downloads of what a workspace holds, streamed; who took which is written down. */
export const exportHandlers: Handlers<'exportActivities' | 'exportPeople' | 'exportOutcomes'> = {
  exportActivities: ({ caller, context }) => download('activities', 'utf-8', caller, context),
  exportPeople: ({ query, caller, context }) =>
    download('people-csv', query.encoding, caller, context),
  exportOutcomes: ({ query, caller, context }) =>
    download('outcomes-csv', query.encoding, caller, context),
}

async function download(
  name: ExportName,
  encoding: CsvEncoding,
  { workspaceId, userId, scope }: Caller,
  { door, now, random }: HttpContext,
): Promise<FileAnswer> {
  const by = { memberId: userId, isKey: scope !== null }
  await door.inWorkspace(workspaceId, (tx) =>
    recordExport(tx, workspaceId, name, by, { now, random }),
  )
  const charset = encoding === 'cp932' ? 'windows-31j' : 'utf-8'
  return {
    fileName: EXPORT_FILES[name],
    mediaType: name === 'activities' ? 'application/jsonl' : `text/csv; charset=${charset}`,
    content: exportBytes(exportText(door, workspaceId, name), name, encoding),
  }
}
