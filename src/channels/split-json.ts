import { isJsonObject, type JsonObject, type SplitRecord, splitLines } from '#listen/index.ts'
import { LIMITS, type Refusal } from '#vocabulary/index.ts'

/** The things inside a value that is a list of some kind; undefined for a thing itself. */
export type Unfold = (value: JsonObject) => unknown[] | undefined

const LF = 0x0a

/**
 * The things of a JSON input in whatever wrapping it comes: one a line, a JSON array, or documents
 * that hold lists, over one line or many. `unfold` knows the lists of the format. Things inside a
 * list are numbered by their place, others by line. A document over many lines is read whole, up
 * to LIMITS.documentBytesMax; lines are never held together.
 */
export async function* splitJson(
  bytes: AsyncIterable<Uint8Array>,
  unfold: Unfold,
): AsyncGenerator<SplitRecord, void, undefined> {
  const iterator = bytes[Symbol.asyncIterator]()
  const head = await readHead(iterator)
  if (head.isLines) {
    for await (const record of splitLines(joined(head.chunks, iterator))) {
      yield* recordsOfLine(record, unfold)
    }
    return
  }
  const document = await collect(head.chunks, iterator)
  if (document === undefined) {
    const detail = `> ${LIMITS.documentBytesMax}`
    yield unreadable(1, { reason: 'too-large', field: 'document', detail }, '')
    return
  }
  const text = document.toString('utf8').replace(/^\uFEFF/, '')
  if (text.trim() === '') return
  const parsed = parse(text)
  if ('value' in parsed) yield* recordsOfValue(parsed.value, 1, unfold, text)
  else if (hasWholeLine(text)) {
    for await (const record of splitLines(once(document))) yield* recordsOfLine(record, unfold)
  } else yield unreadable(1, { reason: 'not-json', detail: parsed.detail }, text)
}

/** Whether it was lines after all, of which the first is broken. */
function hasWholeLine(text: string): boolean {
  return text
    .split('\n', LINES_LOOKED_AT)
    .some((line) => /^\s*\{/.test(line) && 'value' in parse(line))
}

const LINES_LOOKED_AT = 100

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes
}

interface Head {
  chunks: Uint8Array[]
  isLines: boolean
}

/** Reads up to the first line that says something: whether it is a value tells lines from a document. */
async function readHead(iterator: AsyncIterator<Uint8Array>): Promise<Head> {
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const next = await iterator.next()
    if (next.done === true) break
    chunks.push(next.value)
    length += next.value.length
    // A line that is longer than a line may be can only be a document.
    if (length > LIMITS.recordBytesMax) return { chunks, isLines: false }
    if (next.value.indexOf(LF) === -1) continue
    const line = firstLine(Buffer.concat(chunks))
    if (line !== undefined) return { chunks, isLines: isWhole(line) }
  }
  return { chunks, isLines: false }
}

function firstLine(head: Buffer): string | undefined {
  const ended = head
    .subarray(0, head.lastIndexOf(LF))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
  return ended.split('\n').find((line) => line.trim() !== '')
}

/** Broken first lines are lines too, unless they open what the next lines go on with. */
function isWhole(line: string): boolean {
  if ('value' in parse(line)) return true
  return !/^\s*[[{]/.test(line) || /[}\]]\s*$/.test(line)
}

async function* joined(
  chunks: Uint8Array[],
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield* chunks
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
    yield next.value
  }
}

async function collect(
  chunks: Uint8Array[],
  iterator: AsyncIterator<Uint8Array>,
): Promise<Buffer | undefined> {
  const all: Uint8Array[] = []
  let length = 0
  for await (const chunk of joined(chunks, iterator)) {
    length += chunk.length
    if (length > LIMITS.documentBytesMax) return undefined
    all.push(chunk)
  }
  return Buffer.concat(all)
}

function parse(text: string): { value: unknown } | { detail: string } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return { detail: (error as Error).message.slice(0, 100) }
  }
}

function* recordsOfLine(record: SplitRecord, unfold: Unfold): Generator<SplitRecord> {
  if ('refusal' in record) {
    yield record
    return
  }
  const parsed = parse(record.payload.toString())
  // The format's own reading says what is wrong with it.
  if ('detail' in parsed) yield record
  else if (listIn(parsed.value, unfold) === undefined) yield { ...record, parsed: parsed.value }
  else yield* recordsOfValue(parsed.value, record.line, unfold, record.payload.toString())
}

/** One record a thing. A list without things is one record, so that it is accounted for. */
function* recordsOfValue(
  value: unknown,
  line: number,
  unfold: Unfold,
  text: string,
): Generator<SplitRecord> {
  const list = listIn(value, unfold)
  if (list === undefined) yield recordOf(value, line)
  else if (list.length === 0) {
    yield unreadable(line, { reason: 'not-an-activity', detail: 'an empty list' }, text)
  } else {
    let place = 0
    for (const thing of flatten(list, unfold, LIMITS.nestedListsMax)) {
      yield thing === TOO_DEEP ? tooDeep(line + place) : recordOf(thing, line + place)
      place += 1
    }
  }
}

/** Stands for a list that is not unfolded any more. */
const TOO_DEEP = Symbol('a list inside too many lists')

function tooDeep(line: number): SplitRecord {
  const detail = `> ${LIMITS.nestedListsMax}`
  return unreadable(line, { reason: 'too-large', field: 'depth', detail }, '')
}

function listIn(value: unknown, unfold: Unfold): unknown[] | undefined {
  if (Array.isArray(value)) return value
  return isJsonObject(value) ? unfold(value) : undefined
}

function* flatten(list: unknown[], unfold: Unfold, depth: number): Generator<unknown> {
  for (const thing of list) {
    const inner = listIn(thing, unfold)
    if (inner === undefined) yield thing
    else if (depth <= 0) yield TOO_DEEP
    else yield* flatten(inner, unfold, depth - 1)
  }
}

function recordOf(thing: unknown, line: number): SplitRecord {
  const payload = textOf(thing)
  if (payload === undefined) return tooDeep(line)
  if (Buffer.byteLength(payload) <= LIMITS.recordBytesMax) return { line, payload, parsed: thing }
  return unreadable(line, { reason: 'too-large', field: 'document' }, payload)
}

/** As JSON; undefined for a value nested so deep that writing it overflows the stack. */
function textOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function unreadable(line: number, refusal: Refusal, text: string): SplitRecord {
  return { line, refusal, excerpt: text.slice(0, 200) }
}
