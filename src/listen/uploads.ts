import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Door } from '#store/door.ts'
import { EnishiError, isUuid, LIMITS } from '#vocabulary/index.ts'

/** A file that was handed over, kept until its import is done. */
export interface Upload {
  id: string
  sizeBytes: number
}

const ID = /^[0-9a-f]{64}$/
const KEPT_MS_MAX = 7 * 24 * 60 * 60 * 1000

/** The folder of a workspace's uploads below the data folder. */
function folderOf(dataFolder: string, workspaceId: string): string {
  if (!isUuid(workspaceId)) throw unknownUpload()
  return join(dataFolder, 'uploads', workspaceId)
}

/**
 * Writes the bytes to disk (fsync) under the hash of their content, so that the same file handed
 * over twice is one upload. Throws `too-large` beyond LIMITS.uploadBytesMax.
 */
export async function saveUpload(
  dataFolder: string,
  workspaceId: string,
  bytes: AsyncIterable<Uint8Array>,
  aside: string,
): Promise<Upload> {
  const folder = folderOf(dataFolder, workspaceId)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const part = join(folder, `${aside}.part`)
  try {
    const { hash, sizeBytes } = await writePart(part, bytes)
    await rename(part, join(folder, hash))
    return { id: hash, sizeBytes }
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

async function writePart(
  part: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ hash: string; sizeBytes: number }> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  async function* measured(source: AsyncIterable<Uint8Array>) {
    for await (const chunk of source) {
      sizeBytes += chunk.length
      if (sizeBytes > LIMITS.uploadBytesMax) throw uploadTooLarge()
      hash.update(chunk)
      yield chunk
    }
  }
  // A pipeline, so that a full disk fails this upload and nothing else.
  await pipeline(bytes, measured, createWriteStream(part, { mode: 0o600, flush: true }))
  return { hash: hash.digest('hex'), sizeBytes }
}

/** Of an import's fingerprint, the upload that it reads; undefined where it reads another file. */
export function uploadIdOf(fingerprint: string): string | undefined {
  return ID.test(fingerprint) ? fingerprint : undefined
}

/** Where an upload stands below a folder, whether it is there or not. */
export function pathOfUpload(folder: string, workspaceId: string, id: string): string {
  return join(folderOf(folder, workspaceId), id)
}

/** The path of an upload. Throws `not-found` for one that is not this workspace's. */
export async function findUpload(
  dataFolder: string,
  workspaceId: string,
  id: string,
): Promise<{ path: string; sizeBytes: number }> {
  if (!ID.test(id)) throw unknownUpload()
  const path = pathOfUpload(dataFolder, workspaceId, id)
  try {
    return { path, sizeBytes: (await stat(path)).size }
  } catch (cause) {
    throw unknownUpload(cause)
  }
}

/** The bytes of a file from its beginning. */
export function readFileBytes(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: 256 * 1024 })
}

/** The first bytes of a file. */
export async function readHead(path: string, bytesMax: number): Promise<Buffer> {
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(bytesMax), 0, bytesMax, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

export async function dropUpload(
  dataFolder: string,
  workspaceId: string,
  id: string,
): Promise<void> {
  const { path } = await findUpload(dataFolder, workspaceId, id)
  await rm(path, { force: true })
}

/**
 * Removes the uploads of a workspace that no import is reading, after somebody was erased: a file may
 * hold them. One that is being read goes when its import is done. Answers how many went.
 */
export async function dropIdleUploads(
  door: Door,
  dataFolder: string,
  workspaceId: string,
): Promise<number> {
  const folder = folderOf(dataFolder, workspaceId)
  const running = await door.inWorkspace(workspaceId, (tx) =>
    tx.selectFrom('import').select('fingerprint').where('state', '=', 'running').execute(),
  )
  const inUse = new Set(running.map(({ fingerprint }) => fingerprint))
  const idle = (await namesIn(folder)).filter((name) => ID.test(name) && !inUse.has(name))
  for (const name of idle) await rm(join(folder, name), { force: true })
  return idle.length
}

/** Nothing where nobody has uploaded yet. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Removes uploads that nobody imported within a week, and parts that a crash left behind. */
export async function dropOldUploads(dataFolder: string, now: Date): Promise<number> {
  const root = join(dataFolder, 'uploads')
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
  let dropped = 0
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const age = now.getTime() - (await stat(path)).mtimeMs
    if (age < KEPT_MS_MAX) continue
    await rm(path, { force: true })
    dropped += 1
  }
  return dropped
}

function unknownUpload(cause?: unknown): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'This upload is not here (any more). Hand the file over again.',
      ja: 'このアップロードは見つかりません。ファイルをもう一度渡してください。',
    },
    { field: 'uploadId' },
    cause,
  )
}

function uploadTooLarge(): EnishiError {
  const gigabytes = LIMITS.uploadBytesMax / 1024 ** 3
  return new EnishiError('too-large', {
    en: `The file is larger than ${gigabytes} GB. Import it with the command enishi import, or gzip it.`,
    ja: `ファイルが ${gigabytes} GB を超えています。コマンド enishi import で取り込むか、gzip で圧縮してください。`,
  })
}
