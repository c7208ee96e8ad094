import { isJsonObject, type JsonObject } from '#listen/index.ts'
import { objectOf, textOf } from '../json-fields.ts'

/** What the beginning of an event says, which is enough to leave most of them aside. */
export interface EventHeader {
  did: string
  /** Unix microseconds. */
  timeUs: number
  kind: string
  /** Of commits; empty for others. */
  operation: string
  collection: string
  rkey: string
  /**
   * The event in the form of Jetstream's own server: no white space, no escaped slashes. Searching
   * it for `"uri":"at://` finds what parsing would.
   */
  text: string
}

/** How Jetstream's server writes the beginning of an event. */
const HEADER =
  /^\{"did":"(did:[a-z]+:[^"\\\s]+)","time_us":(\d{1,16}),"kind":"(?:commit","commit":\{"rev":"[^"\\]*","operation":"(create|update|delete)","collection":"([^"\\]+)","rkey":"([^"\\]+)"|(identity|account)")/

/**
 * The header of an event, without parsing it where it is written as Jetstream's server writes it;
 * undefined where it is no event.
 */
export function readHeader(text: string): EventHeader | undefined {
  const match = text.includes('\\/') ? null : HEADER.exec(text)
  if (match === null) return readRewritten(text)
  const [, did = '', time, operation, collection, rkey = '', kind] = match
  if (operation === undefined || collection === undefined) {
    return { ...NO_COMMIT, did, timeUs: Number(time), kind: kind ?? '', text }
  }
  return { did, timeUs: Number(time), kind: 'commit', operation, collection, rkey, text }
}

const NO_COMMIT = { operation: '', collection: '', rkey: '' }

/** Servers by others may order fields or escape otherwise: such an event is parsed and written anew. */
function readRewritten(text: string): EventHeader | undefined {
  const event = parseObject(text)
  const did = textOf(event?.did)
  const kind = textOf(event?.kind)
  const timeUs = event?.time_us
  if (did === undefined || kind === undefined) return undefined
  if (typeof timeUs !== 'number' || !Number.isSafeInteger(timeUs)) return undefined
  const commit = objectOf(event?.commit)
  return {
    ...{ did, timeUs, kind, text: JSON.stringify(event) },
    operation: textOf(commit?.operation) ?? '',
    collection: textOf(commit?.collection) ?? '',
    rkey: textOf(commit?.rkey) ?? '',
  }
}

/** The object that the text is, or undefined. */
export function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** The record of a commit; undefined where there is none. */
export function recordOf({ text }: EventHeader): JsonObject | undefined {
  return objectOf(objectOf(parseObject(text)?.commit)?.record)
}

const TEXT = '"text":"'
const BACKSLASH = 0x5c

/**
 * The text of a post. Where the event holds one `"text":"` that is it (inside a string its quotes
 * would be escaped), and only that string is unescaped, if it needs to be.
 */
export function postTextOf(header: EventHeader): string {
  const { text } = header
  const at = text.indexOf(TEXT)
  if (at === -1) return ''
  if (text.indexOf(TEXT, at + TEXT.length) !== -1) return textOf(recordOf(header)?.text) ?? ''
  const start = at + TEXT.length
  const end = closingQuote(text, start)
  const written = text.slice(start, end)
  if (!written.includes('\\')) return written
  return textOf(parseObject(`{"text":"${written}"}`)?.text) ?? ''
}

function closingQuote(text: string, start: number): number {
  for (let at = text.indexOf('"', start); at !== -1; at = text.indexOf('"', at + 1)) {
    let before = at - 1
    while (before >= start && text.charCodeAt(before) === BACKSLASH) before--
    if ((at - before) % 2 === 1) return at
  }
  return text.length
}

const URI = '"at://'

/** Whether any at-uri that stands as a value in the event is one of those asked for. */
export function namesAny({ text }: EventHeader, isOne: (uri: string) => boolean): boolean {
  for (let at = text.indexOf(URI); at !== -1; at = text.indexOf(URI, at + URI.length)) {
    const end = text.indexOf('"', at + URI.length)
    if (end === -1) return false
    // An escaped quote stands inside a text.
    if (text.charCodeAt(at - 1) !== BACKSLASH && isOne(text.slice(at + 1, end))) return true
  }
  return false
}

const SUBJECT = '"subject":"'

/** The account that a follow is of. */
export function subjectDidOf({ text }: EventHeader): string {
  const at = text.indexOf(SUBJECT)
  if (at === -1) return ''
  const start = at + SUBJECT.length
  return text.slice(start, text.indexOf('"', start))
}
