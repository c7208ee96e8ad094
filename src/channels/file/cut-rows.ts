import type { UnreadableRecord } from '#listen/index.ts'
import { LIMITS, type Refusal } from '#vocabulary/index.ts'

/** A row as it is written, line breaks inside quotes and all, without its own line end. */
export interface RawRow {
  line: number
  text: string
}

export const DELIMITERS = [',', ';', '\t'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** The delimiter that the first line has most of outside quotes; a comma where it has none. */
export function findDelimiter(text: string): Delimiter {
  const counts = new Map<string, number>(DELIMITERS.map((delimiter) => [delimiter, 0]))
  let isQuoted = false
  for (const char of text) {
    if (char === '"') isQuoted = !isQuoted
    else if (char === '\n' && !isQuoted) break
    else if (!isQuoted) counts.set(char, (counts.get(char) ?? 0) + 1)
  }
  const count = (delimiter: Delimiter): number => counts.get(delimiter) ?? 0
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best))
}

const EXCERPT_CHARS = 200

/**
 * Cuts CSV (RFC 4180) into rows as text comes in. csv-parse ends at a row that it
 * cannot read; cutting first lets only that row be refused, and reading resume on
 * the line below it. Memory: one row of at most `rowCharsMax`, and one chunk.
 */
export class RowCutter {
  readonly #delimiter: Delimiter
  readonly #rowCharsMax: number
  #text = ''
  /** Where the open row begins in the text, and up to where it has been looked at. */
  #start = 0
  #at = 0
  #isQuoted = false
  #line = 1
  /** Where the next quote is, from `#at` on; unknown after new text. */
  #quote: number | 'unknown' = 'unknown'
  /** The line too long to be held that is being passed over. */
  #passing: UnreadableRecord | undefined

  constructor(delimiter: Delimiter, rowCharsMax: number = LIMITS.recordBytesMax) {
    this.#delimiter = delimiter
    this.#rowCharsMax = rowCharsMax
  }

  /** The rows that the new text completes. */
  *push(text: string): Generator<RawRow | UnreadableRecord, void, undefined> {
    this.#text = this.#text.slice(this.#start) + text
    this.#at -= this.#start
    this.#start = 0
    this.#quote = 'unknown'
    yield* this.#cut(false)
  }

  /** The rows that the end of the text completes. */
  *end(): Generator<RawRow | UnreadableRecord, void, undefined> {
    yield* this.#cut(true)
    if (this.#passing !== undefined) yield this.#passing
  }

  *#cut(isEnd: boolean): Generator<RawRow | UnreadableRecord, void, undefined> {
    while (this.#start < this.#text.length) {
      if (this.#passing !== undefined) {
        const passed = this.#pass(this.#passing)
        if (passed === undefined) return
        yield passed
        continue
      }
      const end = this.#scan(isEnd)
      if (typeof end === 'number') yield this.#take(end)
      else if (end === 'broken') yield* this.#refuse(brokenQuotes)
      else if (this.#text.length - this.#start <= this.#rowCharsMax) return
      else yield* this.#refuse(this.#isQuoted ? brokenQuotes : tooLong(this.#rowCharsMax))
    }
  }

  /** Where the open row ends; or that more text is needed, or that its quotes are broken. */
  #scan(isEnd: boolean): number | 'more' | 'broken' {
    for (;;) {
      const step = this.#isQuoted ? this.#scanQuoted(isEnd) : this.#scanPlain(isEnd)
      if (step !== 'on') return step
    }
  }

  #scanQuoted(isEnd: boolean): 'on' | 'more' | 'broken' {
    const quote = this.#text.indexOf('"', this.#at)
    const next = quote === -1 ? undefined : this.#text[quote + 1]
    if (quote === -1 || (next === undefined && !isEnd)) {
      this.#at = quote === -1 ? this.#text.length : quote
      return isEnd ? 'broken' : 'more'
    }
    this.#at = quote + (next === '"' ? 2 : 1)
    if (next === '"') return 'on'
    this.#isQuoted = false
    const closes = next === undefined || next === this.#delimiter || next === '\n' || next === '\r'
    return closes ? 'on' : 'broken'
  }

  #scanPlain(isEnd: boolean): number | 'on' | 'more' {
    const lineEnd = this.#text.indexOf('\n', this.#at)
    const quote = this.#nextQuote()
    if (quote !== -1 && (lineEnd === -1 || quote < lineEnd)) {
      // A quote inside a field (5" disk) is a character like any other.
      const before = this.#text[quote - 1]
      this.#isQuoted = quote === this.#start || before === this.#delimiter
      this.#at = quote + 1
      return 'on'
    }
    if (lineEnd !== -1) return lineEnd
    this.#at = this.#text.length
    return isEnd ? this.#text.length : 'more'
  }

  #nextQuote(): number {
    const known = this.#quote
    if (known === -1 || (known !== 'unknown' && known >= this.#at)) return known
    this.#quote = this.#text.indexOf('"', this.#at)
    return this.#quote
  }

  #take(end: number): RawRow | UnreadableRecord {
    const line = this.#line
    const isCrLf = end > this.#start && this.#text[end - 1] === '\r'
    const text = this.#text.slice(this.#start, isCrLf ? end - 1 : end)
    this.#line += 1 + countLineEnds(text)
    this.#start = end + 1
    this.#at = this.#start
    const refusal = text.length > this.#rowCharsMax ? tooLong(this.#rowCharsMax) : undefined
    if (refusal === undefined) return { line, text }
    return { line, refusal, excerpt: text.slice(0, EXCERPT_CHARS) }
  }

  /** Refuses the open row and goes on with the line below its first. */
  *#refuse(refusal: Refusal): Generator<UnreadableRecord, void, undefined> {
    const excerpt = this.#text.slice(this.#start, this.#start + EXCERPT_CHARS)
    // Built anew, so that it does not keep the whole text alive.
    const record = { line: this.#line, refusal, excerpt: Buffer.from(excerpt).toString() }
    this.#isQuoted = false
    const passed = this.#pass(record)
    if (passed === undefined) this.#passing = record
    else yield passed
  }

  /** Moves beyond the line's end; undefined where that has not come yet. */
  #pass(record: UnreadableRecord): UnreadableRecord | undefined {
    const lineEnd = this.#text.indexOf('\n', this.#start)
    this.#start = lineEnd === -1 ? this.#text.length : lineEnd + 1
    this.#at = this.#start
    this.#quote = 'unknown'
    if (lineEnd === -1) return undefined
    this.#passing = undefined
    this.#line += 1
    return record
  }
}

const brokenQuotes: Refusal = {
  reason: 'bad-field',
  detail:
    '" が閉じていないか、値の途中で閉じています / a " is not closed, or closed inside a value',
}

function tooLong(rowCharsMax: number): Refusal {
  return { reason: 'line-too-long', detail: `> ${rowCharsMax}` }
}

function countLineEnds(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
