import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { EnishiError } from '#vocabulary/index.ts'

/** The fields of one record as bytes; only valid until the next record. */
export interface CsvRecord {
  /** Line in the file on which the record begins, from 1. */
  line: number
  fields: number
  bytes: Buffer
  /** Field i stands at `from[i]` up to `to[i]` of `bytes`; quotes are taken off already. */
  from: Int32Array
  to: Int32Array
}

const COMMA = 44
const QUOTE = 34
const NEWLINE = 10
const RETURN = 13
const FIELDS_MAX = 64
const RECORD_BYTES_MAX = 1 << 20
const CHUNK_BYTES = 1 << 20

/**
 * Walks a CSV file (RFC 4180; gzip by its first bytes; a BOM is skipped) record by record without
 * making strings, because millions of touches would otherwise spend most of their time there. Empty
 * lines are passed over. Throws `bad-input` for a file that cannot be read, a quote that is never closed,
 * more than 64 columns or a record over 1 MiB.
 */
export async function scanCsv(file: string, each: (record: CsvRecord) => void): Promise<void> {
  const scan = new CsvScan(file, each)
  try {
    let isFirst = true
    for await (const chunk of await openBytes(file)) {
      const bytes = chunk as Buffer
      scan.feed(isFirst ? withoutMark(bytes) : bytes)
      isFirst = false
    }
  } catch (cause) {
    if (cause instanceof EnishiError) throw cause
    throw unreadable(file, cause)
  }
  scan.end()
}

async function openBytes(file: string): Promise<AsyncIterable<Uint8Array>> {
  const head = createReadStream(file, { end: 1 })
  const first: number[] = []
  for await (const chunk of head) first.push(...(chunk as Buffer))
  const stream = createReadStream(file, { highWaterMark: CHUNK_BYTES })
  if (first[0] !== 0x1f || first[1] !== 0x8b) return stream
  const unzipped = createGunzip({ chunkSize: CHUNK_BYTES })
  stream.on('error', (error) => unzipped.destroy(error))
  return stream.pipe(unzipped)
}

function withoutMark(bytes: Buffer): Buffer {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return hasMark ? bytes.subarray(3) : bytes
}

class CsvScan {
  private readonly file: string
  private readonly each: (record: CsvRecord) => void
  private readonly record: CsvRecord
  private rest: Buffer = Buffer.alloc(0)
  private line = 1

  constructor(file: string, each: (record: CsvRecord) => void) {
    this.file = file
    this.each = each
    this.record = {
      line: 1,
      fields: 0,
      bytes: this.rest,
      from: new Int32Array(FIELDS_MAX),
      to: new Int32Array(FIELDS_MAX),
    }
  }

  feed(chunk: Buffer): void {
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk])
    let at = 0
    for (;;) {
      const end = this.take(bytes, at, false)
      if (end < 0) break
      at = end
    }
    this.rest = Buffer.from(bytes.subarray(at))
    if (this.rest.length > RECORD_BYTES_MAX) throw this.refused('record-too-long')
  }

  end(): void {
    let at = 0
    while (at < this.rest.length) {
      const end = this.take(this.rest, at, true)
      if (end < 0) throw this.refused('open-quote')
      at = end
    }
  }

  /** Takes one record from `at`; answers where the next begins, or -1 where this one isn't whole yet. */
  private take(bytes: Buffer, at: number, isLast: boolean): number {
    let end = bytes.indexOf(NEWLINE, at)
    if (end < 0) {
      if (!isLast || at >= bytes.length) return -1
      end = bytes.length
    }
    const { record } = this
    record.fields = 0
    record.bytes = bytes
    const stop = end > at && bytes[end - 1] === RETURN ? end - 1 : end
    let from = at
    for (let i = at; i < stop; i++) {
      const byte = bytes[i] as number
      if (byte > COMMA) continue
      if (byte === QUOTE) return this.takeQuoted(bytes, at, isLast)
      if (byte !== COMMA) continue
      this.addField(from, i)
      from = i + 1
    }
    this.addField(from, stop)
    this.emit(stop === at, 1)
    return end + 1
  }

  /** The slow way, for records in which a quote stands. */
  private takeQuoted(bytes: Buffer, at: number, isLast: boolean): number {
    const fields: string[] = []
    let text: number[] = []
    let isOpen = false
    let lines = 1
    let i = at
    for (; i < bytes.length; i++) {
      const byte = bytes[i] as number
      if (isOpen) {
        // Whether a quote at the end of a piece closes or escapes is seen in the next piece.
        if (byte === QUOTE && i + 1 === bytes.length && !isLast) return -1
        if (byte === QUOTE && bytes[i + 1] === QUOTE) text.push(bytes[i++] as number)
        else if (byte === QUOTE) isOpen = false
        else {
          if (byte === NEWLINE) lines++
          text.push(byte)
        }
      } else if (byte === QUOTE && text.length === 0) isOpen = true
      else if (byte === COMMA) {
        fields.push(Buffer.from(text).toString('latin1'))
        text = []
      } else if (byte === NEWLINE) break
      else text.push(byte)
    }
    if (i >= bytes.length && (isOpen || !isLast)) return -1
    if (text.at(-1) === RETURN) text.pop()
    fields.push(Buffer.from(text).toString('latin1'))
    this.emitFields(fields, lines)
    return i + 1
  }

  private emitFields(fields: readonly string[], lines: number): void {
    const { record } = this
    record.fields = 0
    record.bytes = Buffer.from(fields.join(''), 'latin1')
    let at = 0
    for (const field of fields) {
      this.addField(at, at + field.length)
      at += field.length
    }
    this.emit(false, lines)
  }

  private addField(from: number, to: number): void {
    const { record } = this
    if (record.fields >= FIELDS_MAX) throw this.refused('too-many-columns')
    record.from[record.fields] = from
    record.to[record.fields] = to
    record.fields++
  }

  private emit(isEmpty: boolean, lines: number): void {
    this.record.line = this.line
    this.line += lines
    if (!isEmpty) this.each(this.record)
  }

  private refused(reason: keyof typeof REFUSALS): EnishiError {
    return new EnishiError('bad-input', REFUSALS[reason], { file: this.file, line: this.line })
  }
}

const REFUSALS = {
  'record-too-long': {
    en: 'This record is longer than 1 MiB; a quote before it may never be closed.',
    ja: 'この行は 1 MiB を超えています。閉じられていない引用符がないか確かめてください。',
  },
  'open-quote': {
    en: 'A quote that opens here is never closed. Close it, or write "" for a quote inside a field.',
    ja: 'ここで開いた引用符が閉じられていません。閉じるか、項目内の引用符は "" と書いてください。',
  },
  'too-many-columns': {
    en: `There are more than ${FIELDS_MAX} columns here. Check the separator: it must be a comma.`,
    ja: `列が ${FIELDS_MAX} を超えています。区切りがコンマになっているか確かめてください。`,
  },
}

function unreadable(file: string, cause: unknown): EnishiError {
  const reason = (cause as NodeJS.ErrnoException).code ?? String(cause)
  const words = {
    en: `This cannot be read (${reason}). Check the path, the permissions and that the file is whole.`,
    ja: `読み込めません（${reason}）。パスと権限、ファイルが壊れていないことを確かめてください。`,
  }
  return new EnishiError('bad-input', words, { file }, cause)
}

/**
 * A field as a number, read from its bytes: digits with a sign and a point, the usual form, without a
 * string; anything else through `Number`. NaN for an empty field or what is no number.
 */
export function numberIn(record: CsvRecord, field: number): number {
  const from = record.from[field] as number
  const to = record.to[field] as number
  const { bytes } = record
  let value = 0
  let decimals = -1
  let i = from
  const isNegative = bytes[i] === 45
  if (isNegative) i++
  const digits = i
  for (; i < to; i++) {
    const digit = (bytes[i] as number) - 48
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit
      if (decimals >= 0) decimals++
    } else if (bytes[i] === 46 && decimals < 0) decimals = 0
    else break
  }
  // Within 15 digits value and power of ten are exact, so that one division rounds as Number does.
  if (
    i === to &&
    to > digits &&
    to - digits <= 16 &&
    decimals <= 15 &&
    to - digits > decimals + (decimals >= 0 ? 1 : 0)
  ) {
    const read = decimals > 0 ? value / 10 ** decimals : value
    return isNegative ? -read : read
  }
  const text = bytes.toString('latin1', from, to).trim()
  return text === '' ? Number.NaN : Number(text)
}

/** A field as text. */
export function textIn(record: CsvRecord, field: number): string {
  return record.bytes.toString('utf8', record.from[field] as number, record.to[field] as number)
}
