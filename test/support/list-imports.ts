import { systemRandom } from '#app/listening.ts'
import { INPUT_FORMATS } from '#channels/registry.ts'
import { findLookalikes, readOwnTerms, undoDeals } from '#engage/index.ts'
import { type ImportFindings, type ImportFormat, tryImport } from '#listen/index.ts'
import type { UndoCounts } from '#store/tables-imports.ts'
import { beginUndo, undoImport } from '#understand/index.ts'
import { importBytes } from './import-text.ts'
import { testListening } from './listening.ts'
import type { TestWorkspace } from './workspace.ts'

/** Imports a list with what the workspace has of its own: fields and members. */
export async function importList(
  workspace: TestWorkspace,
  format: ImportFormat,
  text: string,
  fileName = 'crm',
  memberId?: string,
) {
  const ownTerms = await readOwnTerms(workspace.door, workspace.id, format)
  const more = {
    fileName,
    scope: 'crm',
    ...(ownTerms && { ownTerms }),
    ...(memberId && { memberId }),
  }
  return importBytes(await testListening(), workspace, format, Buffer.from(text), more)
}

/** Says what the import of a list would do. */
export async function tryList(
  workspace: TestWorkspace,
  format: ImportFormat,
  text: string,
): Promise<ImportFindings> {
  const ownTerms = await readOwnTerms(workspace.door, workspace.id, format)
  async function* source() {
    yield Buffer.from(text)
  }
  return tryImport({
    ...{ door: workspace.door, listening: await testListening(), workspaceId: workspace.id },
    ...{ random: systemRandom, now: () => new Date(), findLookalikes, source: source() },
    ...{ run: { format, fileName: 'crm' }, format: INPUT_FORMATS[format], scope: 'crm' },
    ...{ timeZone: 'Asia/Tokyo', ...(ownTerms && { ownTerms }) },
  })
}

/** Takes an import back as the product does. */
export async function takeBack(workspace: TestWorkspace, importId: string): Promise<UndoCounts> {
  const listening = await testListening()
  const deals = undoDeals((tx, hearing) => listening.hearIn(tx, hearing))
  const parts = { door: workspace.door, deals, now: () => new Date(), random: systemRandom }
  await workspace.run((tx) => beginUndo(tx, workspace.id, importId, parts))
  return undoImport(parts, workspace.id, importId)
}
