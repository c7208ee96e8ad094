import { type FileHandle, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A place in the spool: the number of a segment file and a byte in it. */
export interface SpoolPlace {
  segment: number
  offset: number
}

/** What the spool needs of a segment that it writes; tests give one that fails. */
export interface SegmentFile {
  write(bytes: Buffer[], at: number): Promise<void>
  /** Settles when what was written survives a loss of power. */
  sync(): Promise<void>
  truncate(bytes: number): Promise<void>
  close(): Promise<void>
}

export type CreateSegment = (path: string) => Promise<SegmentFile>

const SEGMENT = /^(\d{10})\.spool$/
const PLACE_FILE = 'place.json'

export function segmentPath(folder: string, segment: number): string {
  return join(folder, `${String(segment).padStart(10, '0')}.spool`)
}

/** Numbers and sizes of the segments in a folder, oldest first. */
export async function listSegments(folder: string): Promise<{ segment: number; bytes: number }[]> {
  const names = await readdir(folder)
  const segments = names.flatMap((name) => SEGMENT.exec(name)?.[1] ?? []).map(Number)
  const sized = segments.map(async (segment) => {
    return { segment, bytes: (await stat(segmentPath(folder, segment))).size }
  })
  return (await Promise.all(sized)).sort((a, b) => a.segment - b.segment)
}

/** Makes a segment whose name survives a loss of power too. */
export const createSegment: CreateSegment = async (path) => {
  const file = await open(path, 'wx', 0o600)
  try {
    await syncFolder(join(path, '..'))
  } catch (error) {
    await file.close()
    await rm(path, { force: true })
    throw error
  }
  return {
    write: (bytes, at) => writeAll(file, bytes, at),
    sync: () => file.datasync(),
    truncate: (bytes) => file.truncate(bytes),
    close: () => file.close(),
  }
}

/** `writev` may write less than it was given: a full disk, a signal. */
async function writeAll(file: FileHandle, bytes: Buffer[], at: number): Promise<void> {
  const { bytesWritten } = await file.writev(bytes, at)
  if (bytesWritten === bytes.reduce((sum, part) => sum + part.length, 0)) return
  const rest = Buffer.concat(bytes).subarray(bytesWritten)
  for (let done = 0; done < rest.length; ) {
    const written = await file.write(rest, done, rest.length - done, at + bytesWritten + done)
    done += written.bytesWritten
  }
}

/** How far the spool was worked off; undefined where nothing says so. */
export async function readPlace(folder: string): Promise<SpoolPlace | undefined> {
  try {
    const place: unknown = JSON.parse(await readFile(join(folder, PLACE_FILE), 'utf8'))
    return isPlace(place) ? place : undefined
  } catch (error) {
    // Not there yet, or written by a dying disk: then all that is there is worked off (again).
    if (error instanceof SyntaxError) return undefined
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function isPlace(value: unknown): value is SpoolPlace {
  if (typeof value !== 'object' || value === null) return false
  const { segment, offset } = value as Partial<SpoolPlace>
  return Number.isSafeInteger(segment) && Number.isSafeInteger(offset)
}

/** Stores how far it was worked off: written aside, then renamed, so that it is never half. */
export async function writePlace(folder: string, place: SpoolPlace): Promise<void> {
  const aside = join(folder, `${PLACE_FILE}.new`)
  const file = await open(aside, 'w', 0o600)
  try {
    await file.writeFile(JSON.stringify(place))
    await file.datasync()
  } finally {
    await file.close()
  }
  await rename(aside, join(folder, PLACE_FILE))
  await syncFolder(folder)
}

export async function dropSegment(folder: string, segment: number): Promise<void> {
  await rm(segmentPath(folder, segment), { force: true })
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
