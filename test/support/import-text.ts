import { systemRandom } from '#app/listening.ts'
import { INPUT_FORMATS } from '#channels/registry.ts'
import {
  beginImport,
  type ImportEnding,
  type ImportFormat,
  type ImportWork,
  importFile,
  type Listening,
} from '#listen/index.ts'
import type { TestWorkspace } from './workspace.ts'

/** Imports bytes as a file of that name, as the command and the page do. */
export async function importBytes(
  listening: Listening,
  workspace: TestWorkspace,
  format: ImportFormat,
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  more: Partial<ImportWork> & { fileName?: string } = {},
): Promise<ImportEnding & { id: string }> {
  const { fileName = 'file', ...rest } = more
  const wanted = { format, fileName, channelName: fileName, fingerprint: `test:${fileName}` }
  const run = await workspace.run((tx) =>
    beginImport(tx, workspace.id, wanted, new Date(), systemRandom),
  )
  const ending = await importFile({
    door: workspace.door,
    listening,
    workspaceId: workspace.id,
    run,
    format: INPUT_FORMATS[format],
    source: bytes instanceof Uint8Array ? chunks(bytes) : bytes,
    scope: fileName,
    timeZone: 'Asia/Tokyo',
    now: () => new Date(),
    ...rest,
  })
  return { ...ending, id: run.id }
}

/** Uneven pieces, so that every border falls somewhere inside a record sooner or later. */
async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0, size = 1; at < bytes.length; at += size, size = (size * 7) % 4093 || 1) {
    yield bytes.subarray(at, at + size)
  }
}
