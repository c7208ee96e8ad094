import type { UnreadableRecord } from '#listen/index.ts'
import { LIMITS } from '#vocabulary/index.ts'

/** One mail as it is written, without the mbox's own `From ` line and its quoting. */
export interface RawMail {
  /** Line of the mbox at which the mail's `From ` line stands. */
  line: number
  bytes: Buffer
}

const LF = 0x0a
const EXCERPT_BYTES = 200
/** A line's beginning is waited for up to here; `From ` lines are shorter. */
const LINE_START_BYTES = 1024
const FROM_LINE = /^From /
const FROM_LINE_WITH_TIME = /^From .*\d{1,2}:\d{2}/
const HEADER_LINE = /^[!-9;-~]+[ \t]*:/
const QUOTED_FROM = /^>+From /

/**
 * Cuts an mbox (RFC 4155, mboxrd quoting undone) into mails as bytes come in. A
 * `From ` line begins a mail where it has a time of day, or stands after an empty
 * line and before a header; so unquoted text ("From then on ...") does not. A
 * mail over the limit is refused without being held.
 */
export async function* cutMbox(
  bytes: AsyncIterable<Uint8Array>,
  mailBytesMax: number = LIMITS.recordBytesMax,
): AsyncGenerator<RawMail | UnreadableRecord, void, undefined> {
  const cutter = new MboxCutter(mailBytesMax)
  for await (const chunk of bytes)
    yield* cutter.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length))
  yield* cutter.end()
}

type Cut = Generator<RawMail | UnreadableRecord, void, undefined>

class MboxCutter {
  readonly #bytesMax: number
  #carry: Buffer = Buffer.alloc(0)
  /** The next bytes go on with a line whose beginning has been judged. */
  #isInsideLine = false
  #isAfterEmptyLine = true
  #lineNumber = 0
  /** A `From ` line that the next line decides about. */
  #doubtful: { bytes: Buffer; line: number } | undefined
  #open: OpenMail | undefined

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax
  }

  *push(chunk: Buffer): Cut {
    const bytes = this.#carry.length === 0 ? chunk : Buffer.concat([this.#carry, chunk])
    let from = 0
    for (let end = bytes.indexOf(LF); end !== -1; end = bytes.indexOf(LF, from)) {
      yield* this.#takePart(bytes.subarray(from, end + 1))
      this.#isInsideLine = false
      from = end + 1
    }
    this.#carry = bytes.subarray(from)
    if (this.#carry.length > LINE_START_BYTES) yield* this.#takeCarry()
  }

  *end(): Cut {
    if (this.#carry.length > 0) yield* this.#takeCarry()
    if (this.#doubtful !== undefined) this.#append(this.#doubtful.bytes)
    if (this.#open !== undefined) yield this.#open.close()
  }

  *#takeCarry(): Cut {
    yield* this.#takePart(this.#carry)
    this.#carry = Buffer.alloc(0)
    this.#isInsideLine = true
  }

  *#takePart(part: Buffer): Cut {
    if (this.#isInsideLine) return this.#append(part)
    this.#lineNumber += 1
    const start = part.toString('latin1', 0, LINE_START_BYTES)
    const doubtful = this.#doubtful
    this.#doubtful = undefined
    if (doubtful !== undefined) {
      if (HEADER_LINE.test(start)) yield* this.#begin(doubtful.line)
      else this.#append(doubtful.bytes)
    }
    yield* this.#takeLine(part, start)
    this.#isAfterEmptyLine = start === '\n' || start === '\r\n'
  }

  *#takeLine(part: Buffer, start: string): Cut {
    if (FROM_LINE_WITH_TIME.test(start)) yield* this.#begin(this.#lineNumber)
    else if (FROM_LINE.test(start) && this.#isAfterEmptyLine) {
      this.#doubtful = { bytes: part, line: this.#lineNumber }
    } else this.#append(QUOTED_FROM.test(start) ? part.subarray(1) : part)
  }

  *#begin(line: number): Cut {
    if (this.#open !== undefined) yield this.#open.close()
    this.#open = new OpenMail(line, this.#bytesMax)
  }

  #append(part: Buffer): void {
    // What stands before the first `From ` line is a mail too: a single .eml.
    this.#open ??=
      part.toString('latin1', 0, 2).trim() === ''
        ? undefined
        : new OpenMail(this.#lineNumber, this.#bytesMax)
    this.#open?.append(part)
  }
}

class OpenMail {
  readonly #line: number
  readonly #bytesMax: number
  #parts: Buffer[] = []
  #length = 0
  #excerpt: string | undefined

  constructor(line: number, bytesMax: number) {
    this.#line = line
    this.#bytesMax = bytesMax
  }

  append(part: Buffer): void {
    this.#length += part.length
    if (this.#excerpt !== undefined) return
    this.#parts.push(part)
    if (this.#length <= this.#bytesMax) return
    this.#excerpt = excerptOf(Buffer.concat(this.#parts))
    this.#parts = []
  }

  close(): RawMail | UnreadableRecord {
    const line = this.#line
    if (this.#excerpt !== undefined) return tooLarge(line, this.#length, this.#excerpt)
    return { line, bytes: withoutLastEmptyLine(Buffer.concat(this.#parts)) }
  }
}

/** The refusal of a mail that is over the limit. */
export function tooLarge(line: number, lengthBytes: number, excerpt: string): UnreadableRecord {
  return { line, refusal: { reason: 'too-large', detail: `${lengthBytes} bytes` }, excerpt }
}

/** The beginning of a mail, to be shown. */
export function excerptOf(bytes: Buffer): string {
  return new TextDecoder().decode(bytes.subarray(0, EXCERPT_BYTES), { stream: true })
}

/** The empty line before the next `From ` line belongs to the mbox. */
function withoutLastEmptyLine(bytes: Buffer): Buffer {
  const end = bytes.toString('latin1', Math.max(0, bytes.length - 4))
  if (end.endsWith('\r\n\r\n')) return bytes.subarray(0, -2)
  return end.endsWith('\n\n') ? bytes.subarray(0, -1) : bytes
}
