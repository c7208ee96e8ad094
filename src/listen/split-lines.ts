import { LIMITS } from '#vocabulary/index.ts'
import type { SplitRecord } from './input-format.ts'

const LF = 0x0a
const CR = 0x0d
/** How much of an unreadable line is shown. */
const EXCERPT_BYTES = 200

/**
 * One record a non-empty line, numbered from 1, without its LF or CRLF and
 * without byte order mark. A line longer than the limit is passed over without
 * being held, as one unreadable record with its beginning. The payloads are
 * views of the incoming chunks: a source must not write into a chunk again.
 */
export async function* splitLines(
  bytes: AsyncIterable<Uint8Array>,
  options: { recordBytesMax?: number } = {},
): AsyncGenerator<SplitRecord, void, undefined> {
  const line = new OpenLine(options.recordBytesMax ?? LIMITS.recordBytesMax)
  for await (const chunk of bytes) {
    const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
    let from = 0
    for (let end = buffer.indexOf(LF); end !== -1; end = buffer.indexOf(LF, from)) {
      const record = line.close(buffer.subarray(from, end))
      if (record !== undefined) yield record
      from = end + 1
    }
    if (from < buffer.length) line.append(buffer.subarray(from))
  }
  const last = line.close(Buffer.alloc(0))
  if (last !== undefined) yield last
}

/** The line being read: its parts so far, or, once it is too long, only its beginning. */
class OpenLine {
  readonly #bytesMax: number
  #number = 0
  #parts: Buffer[] = []
  #length = 0
  #isTooLong = false

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax
  }

  append(part: Buffer): void {
    this.#length += part.length
    if (this.#isTooLong) return
    this.#parts.push(part)
    // One byte more may be the CR of CRLF, three the byte order mark.
    if (this.#length > this.#bytesMax + 4) this.#shorten()
  }

  /** Ends the line with its last part; undefined where the line is empty. */
  close(part: Buffer): SplitRecord | undefined {
    this.#number += 1
    const line = this.#number
    const payload = this.#take(part)
    if (payload === 'too-long') return this.#tooLong(line)
    this.#parts = []
    this.#length = 0
    if (payload.length > this.#bytesMax) return tooLong(line, payload, payload.length)
    return payload.length === 0 ? undefined : { line, payload }
  }

  #take(part: Buffer): Buffer | 'too-long' {
    if (this.#length === 0) return trimmed(part, this.#number === 1)
    this.append(part)
    if (this.#isTooLong) return 'too-long'
    return trimmed(Buffer.concat(this.#parts), this.#number === 1)
  }

  #shorten(): void {
    this.#isTooLong = true
    const beginning = Buffer.concat(this.#parts).subarray(0, EXCERPT_BYTES)
    // A copy, so that the chunks behind it can be freed.
    this.#parts = [Buffer.from(beginning)]
  }

  #tooLong(line: number): SplitRecord {
    const record = tooLong(line, Buffer.concat(this.#parts), this.#length)
    this.#parts = []
    this.#length = 0
    this.#isTooLong = false
    return record
  }
}

function trimmed(line: Buffer, isFirst: boolean): Buffer {
  const hasMark = isFirst && line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf
  const end = line[line.length - 1] === CR ? line.length - 1 : line.length
  return line.subarray(hasMark ? 3 : 0, end)
}

function tooLong(line: number, beginning: Buffer, lengthBytes: number): SplitRecord {
  const decoder = new TextDecoder()
  const excerpt = decoder.decode(beginning.subarray(0, EXCERPT_BYTES), { stream: true })
  return { line, refusal: { reason: 'line-too-long', detail: `${lengthBytes} bytes` }, excerpt }
}
