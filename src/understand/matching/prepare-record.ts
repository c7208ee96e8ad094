import type { ReadPhone } from './compare-contacts.ts'
import type { FieldComparison } from './field-comparison.ts'
import { isPersonLike } from './is-person-like.ts'
import type { MatchRecord } from './match-record.ts'
import { knownComparisons } from './record-table.ts'
import { type SayOfName, sayOfName } from './say-of-name.ts'

/** A value of a record as it is compared. */
export interface PreparedField<Prepared = unknown> {
  prepared: Prepared
  /** What is counted for its frequency. */
  key: string
  /** The least frequency that is believed of it. */
  frequencyMin: number
}

/** A record that no table holds, made ready to be held against many others. */
export interface PreparedRecord {
  /** In the order of the comparisons; undefined where the record says nothing. */
  fields: readonly (PreparedField | undefined)[]
  isPersonLike: boolean
  /** How much of its handle is the name shown. */
  said: SayOfName
}

interface Reading {
  known: ReturnType<typeof knownComparisons>
  comparisons: readonly FieldComparison<unknown>[]
  records: WeakMap<MatchRecord, PreparedRecord>
}

const readings = new WeakMap<ReadPhone, Reading>()

function readingBy(readPhone: ReadPhone): Reading {
  let reading = readings.get(readPhone)
  if (reading === undefined) {
    const known = knownComparisons(readPhone)
    const comparisons = Object.values(known) as FieldComparison<unknown>[]
    reading = { known, comparisons, records: new WeakMap() }
    readings.set(readPhone, reading)
  }
  return reading
}

/** The comparisons of two records that no table holds, in the order of the parameters' fields. */
export function comparisonsOf(readPhone: ReadPhone): readonly FieldComparison<unknown>[] {
  return readingBy(readPhone).comparisons
}

/** What the comparisons make of a record, made once for each: an account meets hundreds of others. */
export function prepareRecord(record: MatchRecord, readPhone: ReadPhone): PreparedRecord {
  const { known, comparisons, records } = readingBy(readPhone)
  let prepared = records.get(record)
  if (prepared === undefined) {
    const fields = comparisons.map((comparison) => prepareField(comparison, record))
    prepared = { fields, isPersonLike: isPersonLike(record), said: readSayOfName(known, record) }
    records.set(record, prepared)
  }
  return prepared
}

function readSayOfName({ name, handle }: Reading['known'], record: MatchRecord): SayOfName {
  const [shown, chosen] = [prepareField(name, record), prepareField(handle, record)]
  if (shown === undefined || chosen === undefined) return 'nothing'
  return sayOfName(chosen.prepared.core, shown.prepared)
}

const LATELY_MAX = 5_000
const preparedLately = new WeakMap<object, Map<string, PreparedField>>()

/** What a comparison makes of a value; kept for a while, since accounts share names and places. */
function prepareField<Prepared>(
  comparison: FieldComparison<Prepared>,
  record: MatchRecord,
): PreparedField<Prepared> | undefined {
  const text = comparison.textOf(record)
  if (text === undefined) return undefined
  let lately = preparedLately.get(comparison)
  if (lately === undefined || lately.size >= LATELY_MAX) {
    lately = new Map()
    preparedLately.set(comparison, lately)
  }
  const known = lately.get(text)
  if (known !== undefined) return known as PreparedField<Prepared>
  const prepared = comparison.prepare(text)
  const key = comparison.frequencyKey?.(prepared) ?? text
  const field = { prepared, key, frequencyMin: comparison.frequencyMin(prepared) }
  lately.set(text, field)
  return field
}
