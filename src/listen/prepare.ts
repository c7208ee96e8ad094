import type { Arrival, Refusal } from '#vocabulary/index.ts'
import type { Heard, Refused } from './batch.ts'
import { checkArrival } from './check-arrival.ts'
import type { InputFormat, RawRecord, ReadContext, SplitRecord } from './input-format.ts'
import { contentHash, keyHash } from './key-hash.ts'

const EXCERPT_CHARS = 200

/** Reads and checks one record: what it says, ready for the steps, or why it is refused. Pure. */
export function prepareRecord(
  record: SplitRecord,
  position: number,
  format: InputFormat,
  context: ReadContext,
): { heard: Heard[] } | { refused: Refused } {
  if ('refusal' in record) {
    return {
      refused: { position, line: record.line, refusal: record.refusal, excerpt: record.excerpt },
    }
  }
  const read = format.read(record, context)
  if ('refusal' in read) return { refused: refuse(record, position, read.refusal) }
  const checked = checkArrival(read.arrival, context.arrivedAt)
  if ('refusal' in checked) return { refused: refuse(record, position, checked.refusal) }
  const payload = { format: format.name, body: toBuffer(record.payload) }
  const place = { position, line: record.line }
  const main = toHeard(checked.arrival, place, true, payload)
  if (read.notes !== undefined) main.notes = read.notes
  return { heard: [...contextOf(read.context ?? [], context, place), main] }
}

/** What a record says beside comes first: a share is of something that is then known. */
function contextOf(
  arrivals: Arrival[],
  context: ReadContext,
  place: { position: number; line: number },
): Heard[] {
  const checked = arrivals.map((arrival) => checkArrival(arrival, context.arrivedAt))
  return checked.flatMap((one) => ('arrival' in one ? [toHeard(one.arrival, place, false)] : []))
}

/** An arrival at the start of its way. */
export function toHeard(
  arrival: Arrival,
  place: { position: number; line: number },
  isCounted: boolean,
  payload?: { format: string; body: Buffer },
): Heard {
  return {
    arrival,
    isCounted,
    ...place,
    payload,
    understood: undefined,
    keyHashes: keysOf(arrival).map(keyHash),
    contentHash: arrival.kind === 'activity' ? contentHash(arrival) : undefined,
    handleId: undefined,
    objectHandleId: undefined,
    mentionHandleIds: [],
    activityId: undefined,
    subjectId: undefined,
    plan: undefined,
    ending: undefined,
  }
}

function keysOf(arrival: Arrival): string[] {
  if (arrival.kind === 'activity') {
    return [...new Set([arrival.externalKey, ...(arrival.alsoKnownAs ?? [])])]
  }
  return arrival.kind === 'deletion' ? [arrival.externalKey] : []
}

function refuse(record: RawRecord, position: number, refusal: Refusal): Refused {
  return { position, line: record.line, refusal, excerpt: excerptOf(record.payload) }
}

/** The beginning of a payload, as text that PostgreSQL can hold. */
function excerptOf(payload: string | Buffer): string {
  const text =
    typeof payload === 'string'
      ? payload.slice(0, EXCERPT_CHARS)
      : payload.subarray(0, EXCERPT_CHARS).toString('utf8')
  return text.replaceAll('\0', '�').toWellFormed()
}

function toBuffer(payload: string | Buffer): Buffer {
  return typeof payload === 'string' ? Buffer.from(payload) : payload
}
