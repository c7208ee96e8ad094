import { type FileHandle, open } from 'node:fs/promises'
import {
  decodeFrame,
  FRAME_HEAD_BYTES,
  frameBytesAt,
  isSound,
  nextMagic,
  type SpoolRecord,
} from './spool-frame.ts'

const CHUNK_BYTES = 256 * 1024

/** What stands next in a segment: a record, or bytes that are none. `end`: the byte behind it. */
export type SegmentStep =
  | { kind: 'record'; record: SpoolRecord; end: number }
  /** No sound frame begins here; `isTail`: none does up to the end either. */
  | { kind: 'damage'; bytes: number; isTail: boolean; end: number }

/** Reads the frames of one segment in order, a chunk at a time. */
export class SegmentReader {
  readonly #file: FileHandle
  #chunk: Buffer = Buffer.alloc(0)
  #chunkAt = 0

  private constructor(file: FileHandle) {
    this.#file = file
  }

  static async open(path: string): Promise<SegmentReader> {
    return new SegmentReader(await open(path, 'r'))
  }

  close(): Promise<void> {
    return this.#file.close()
  }

  /** What stands at `at`; undefined where the segment (up to `limit`) ends. */
  async next(at: number, limit: number): Promise<SegmentStep | undefined> {
    if (at >= limit) return undefined
    const frame = await this.#frameAt(at, limit)
    if (frame !== undefined) {
      return { kind: 'record', record: decodeFrame(frame), end: at + frame.length }
    }
    const end = await this.#nextSoundFrame(at + 1, limit)
    const isTail = end === undefined
    return { kind: 'damage', bytes: (end ?? limit) - at, isTail, end: end ?? limit }
  }

  async #frameAt(at: number, limit: number): Promise<Buffer | undefined> {
    if (at + FRAME_HEAD_BYTES > limit) return undefined
    const head = await this.#bytes(at, FRAME_HEAD_BYTES, limit)
    const length = head.length < FRAME_HEAD_BYTES ? undefined : frameBytesAt(head, 0)
    if (length === undefined || at + length > limit) return undefined
    const frame = await this.#bytes(at, length, limit)
    return frame.length === length && isSound(frame) ? frame : undefined
  }

  async #nextSoundFrame(from: number, limit: number): Promise<number | undefined> {
    for (let at = from; at < limit; ) {
      const bytes = await this.#bytes(at, Math.min(CHUNK_BYTES, limit - at), limit)
      const found = nextMagic(bytes, 0)
      if (found === -1) {
        // A magic may begin in the last bytes of the chunk.
        at += Math.max(1, bytes.length - 3)
        continue
      }
      if ((await this.#frameAt(at + found, limit)) !== undefined) return at + found
      at += found + 1
    }
    return undefined
  }

  /** Bytes of the file, fewer where it ends; valid until the next call. */
  async #bytes(at: number, length: number, limit: number): Promise<Buffer> {
    const from = at - this.#chunkAt
    if (from < 0 || from + length > this.#chunk.length) {
      const wanted = Math.min(Math.max(length, CHUNK_BYTES), limit - at)
      const buffer = Buffer.allocUnsafe(wanted)
      const { bytesRead } = await this.#file.read(buffer, 0, wanted, at)
      this.#chunk = buffer.subarray(0, bytesRead)
      this.#chunkAt = at
    }
    const start = at - this.#chunkAt
    return this.#chunk.subarray(start, start + length)
  }
}
