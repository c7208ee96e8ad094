import { createInflateRaw } from 'node:zlib'
import { EnishiError, LIMITS } from '#vocabulary/index.ts'

/** One file of a ZIP archive (APPNOTE.TXT 6.3, without ZIP64, which no workbook of ours needs). */
export interface ZipEntry {
  name: string
  isEncrypted: boolean
  /** 0: stored, 8: deflated. */
  method: number
  /** The bytes as they are packed. */
  packed: Buffer
}

const END_SIGNATURE = 0x06054b50
const END_BYTES = 22
const COMMENT_BYTES_MAX = 0xffff
const DIRECTORY_SIGNATURE = 0x02014b50
const DIRECTORY_BYTES = 46
const LOCAL_BYTES = 30

/** The files of an archive by name; undefined where it is none. What its directory claims is checked. */
export function readZip(archive: Buffer): Map<string, ZipEntry> | undefined {
  const end = findEnd(archive)
  if (end === undefined) return undefined
  const entries = new Map<string, ZipEntry>()
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + DIRECTORY_BYTES > end || archive.readUInt32LE(at) !== DIRECTORY_SIGNATURE) {
      return undefined
    }
    const entry = readEntry(archive, at)
    if (entry === undefined) return undefined
    entries.set(entry.name, entry)
    at += DIRECTORY_BYTES + sumAt(archive, at, [28, 30, 32])
  }
  return entries
}

function findEnd(archive: Buffer): number | undefined {
  const first = Math.max(0, archive.length - END_BYTES - COMMENT_BYTES_MAX)
  for (let at = archive.length - END_BYTES; at >= first; at -= 1) {
    if (archive.readUInt32LE(at) === END_SIGNATURE) return at
  }
  return undefined
}

function sumAt(archive: Buffer, at: number, offsets: number[]): number {
  return offsets.reduce((sum, offset) => sum + archive.readUInt16LE(at + offset), 0)
}

function readEntry(archive: Buffer, at: number): ZipEntry | undefined {
  const nameLength = archive.readUInt16LE(at + 28)
  const local = archive.readUInt32LE(at + 42)
  if (local + LOCAL_BYTES > archive.length) return undefined
  const start = local + LOCAL_BYTES + sumAt(archive, local, [26, 28])
  const end = start + archive.readUInt32LE(at + 20)
  if (end > archive.length) return undefined
  return {
    name: archive.toString('utf8', at + DIRECTORY_BYTES, at + DIRECTORY_BYTES + nameLength),
    isEncrypted: (archive.readUInt16LE(at + 8) & 1) === 1,
    method: archive.readUInt16LE(at + 10),
    packed: archive.subarray(start, end),
  }
}

/**
 * The unpacked bytes of a file in pieces. Throws an EnishiError where it grows beyond `bytesMax` or
 * beyond all proportion, or is damaged; whatever size the archive claims.
 */
export async function* unpack(
  { method, packed, name }: ZipEntry,
  bytesMax: number,
): AsyncGenerator<Buffer, void, undefined> {
  if (method === 0) {
    if (packed.length > bytesMax) throw workbookTooLarge(name)
    yield packed
    return
  }
  if (method !== 8) throw damagedWorkbook(`${name}: method ${method}`)
  const inflate = createInflateRaw()
  inflate.end(packed)
  let bytes = 0
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      bytes += chunk.length
      const isBomb =
        bytes > LIMITS.gzipRatioFreeBytes && bytes > LIMITS.gzipRatioMax * packed.length
      if (isBomb || bytes > bytesMax) throw workbookTooLarge(name)
      yield chunk
    }
  } catch (fault) {
    if (fault instanceof EnishiError) throw fault
    throw damagedWorkbook(`${name}: ${(fault as Error).message}`)
  } finally {
    inflate.destroy()
  }
}

export function workbookTooLarge(what: string): EnishiError {
  return new EnishiError('too-large', {
    ja: `この Excel ファイルは大きすぎます(${what})。シートを CSV で保存して取り込んでください。`,
    en: `This workbook is too large (${what}). Save the sheet as CSV and import that.`,
  })
}

export function damagedWorkbook(detail: string): EnishiError {
  return new EnishiError('bad-input', {
    ja: `Excel ファイルとして読めません(${detail})。Excel で開いて保存し直すか、CSV で保存して取り込んでください。`,
    en: `This cannot be read as an Excel workbook (${detail}). Open it in Excel and save it again, or save it as CSV and import that.`,
  })
}
