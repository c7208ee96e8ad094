import { keysOf, plainName } from './blocking-keys.ts'
import { RECORDS_MAX, type RecordTable } from './record-table.ts'
import type { ValueColumn } from './value-column.ts'

/** Up to here every record is compared with every other. */
const ALL_PAIRS_RECORDS_MAX = 300
/** Sizes a block may have, tried from the largest while the pairs stay within the budget. */
const BLOCK_SIZES = [200, 140, 100, 70, 50, 35, 25, 18, 12, 8, 5]
const PAIRS_PER_RECORD = 15
const PAIRS_MIN = 60_000
/** In blocks too large, and in lists sorted by name, each is compared with its next neighbours. */
const WINDOW = 6
/** Columns under `more` that are sorted by, those with most values, and their neighbours together. */
const SORTED_COLUMNS_MAX = 3

/** Two records as one number, the lower first. */
function pairOf(a: number, b: number): number {
  return a < b ? a * RECORDS_MAX + b : b * RECORDS_MAX + a
}

/** Pairs of records, the lower first, in shared memory. */
export interface CandidatePairs {
  first: Int32Array
  second: Int32Array
}

function pairsFrom(numbers: Float64Array): CandidatePairs {
  const [first, second] = [sharedInts(numbers.length), sharedInts(numbers.length)]
  for (let at = 0; at < numbers.length; at++) {
    const pair = numbers[at] ?? 0
    first[at] = Math.floor(pair / RECORDS_MAX)
    second[at] = recordOf(pair)
  }
  return { first, second }
}

function sharedInts(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4 * length))
}

/**
 * The pairs worth comparing, sorted, each once: all that share a blocking key, as long as not too
 * many do. A frequent key (a family name, a city) is split by the other fields; what then is still
 * too large is sorted, and only neighbours are compared. So pairs grow with the records, not with
 * their square, whatever the values.
 */
export function candidatePairs(table: RecordTable): CandidatePairs {
  const records = table.size
  if (records <= ALL_PAIRS_RECORDS_MAX) return allPairs(records)
  const columns = table.columns()
  const entries = sortedEntries(table)
  const budget = Math.max(PAIRS_MIN, PAIRS_PER_RECORD * records)
  const sizeMax = blockSizeWithin(entries, budget)
  const pairs = new PairList()
  const frequent: number[] = []
  eachBlock(entries, (from, to) => {
    if (to - from <= sizeMax) pairs.addAll(entries, from, to)
    else for (let at = from; at < to; at++) frequent.push(entries[at] ?? 0)
  })
  addSplit(pairs, Float64Array.from(frequent), columns, sizeMax)
  addNeighbours(pairs, table)
  return pairs.done()
}

function allPairs(records: number): CandidatePairs {
  const pairs = new PairList()
  for (let a = 0; a < records; a++) for (let b = a + 1; b < records; b++) pairs.add(a, b)
  return pairs.done()
}

/** Pairs in one growing array. */
class PairList {
  #pairs = new Float64Array(4096)
  #length = 0

  add(a: number, b: number): void {
    if (this.#length === this.#pairs.length) this.#makeRoom()
    this.#pairs[this.#length++] = pairOf(a, b)
  }

  addAll(entries: Float64Array, from: number, to: number): void {
    for (let i = from; i < to; i++) {
      const a = recordOf(entries[i] ?? 0)
      for (let j = i + 1; j < to; j++) this.add(a, recordOf(entries[j] ?? 0))
    }
  }

  /** Doubles found so far go first: blocks overlap a lot. */
  #makeRoom(): void {
    const kept = sortedOnce(this.#pairs.subarray(0, this.#length))
    this.#length = kept.length
    if (kept.length * 2 < this.#pairs.length) {
      this.#pairs.set(kept)
      return
    }
    const wider = new Float64Array(this.#pairs.length * 2)
    wider.set(kept)
    this.#pairs = wider
  }

  done(): CandidatePairs {
    return pairsFrom(sortedOnce(this.#pairs.subarray(0, this.#length)))
  }
}

function sortedOnce(numbers: Float64Array): Float64Array {
  numbers.sort()
  let length = 0
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] ?? 0
    if (at === 0 || number !== numbers[length - 1]) numbers[length++] = number
  }
  return numbers.subarray(0, length)
}

/** A key and a record as one number: 31 bits of the key's hash before 22 of the record. */
function entryOf(hash: number, record: number): number {
  return (hash >>> 1) * RECORDS_MAX + record
}

/** The lower 22 bits; a remainder of floats would take ten times as long. */
function recordOf(entry: number): number {
  return entry - Math.floor(entry / RECORDS_MAX) * RECORDS_MAX
}

function hashOfText(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return scrambled(hash)
}

function scrambled(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

function hashOfTwo(a: number, b: number): number {
  return scrambled(Math.imul(a, 0x9e3779b1) ^ (b + 0x7f4a7c15))
}

/** Every blocking key of every record, in the order of the keys. */
function sortedEntries(table: RecordTable): Float64Array {
  let entries = new Float64Array(table.size * 8)
  let length = 0
  const add = (hash: number, record: number) => {
    if (length === entries.length) {
      const wider = new Float64Array(length * 2)
      wider.set(entries)
      entries = wider
    }
    entries[length++] = entryOf(hash, record)
  }
  const more = table.more()
  for (let record = 0; record < table.size; record++) {
    for (const key of keysAt(table, record)) add(hashOfText(key), record)
    more.forEach(({ ids }, at) => {
      const value = ids.values[record] ?? -1
      if (value >= 0) add(hashOfTwo(at + 1, value), record)
    })
  }
  return entries.subarray(0, length).sort()
}

function keysAt(table: RecordTable, record: number): string[] {
  const { known } = table
  return keysOf({
    email: valueAt(known.email, record),
    phone: valueAt(known.phone, record),
    handle: valueAt(known.handle, record),
    link: valueAt(known.link, record),
    name: valueAt(known.name, record),
    birth: valueAt(known.birth, record),
    address: valueAt(known.address, record),
    location: valueAt(known.location, record)?.text,
    organisation: valueAt(known.organisation, record)?.joined,
    url: valueAt(known.url, record),
    avatar: valueAt(known.avatar, record)?.text,
  })
}

function valueAt<Prepared>(column: ValueColumn<Prepared>, record: number): Prepared | undefined {
  const value = column.ids.values[record] ?? -1
  return value < 0 ? undefined : column.prepared(value)
}

/** Calls for each run of entries with one key, of two records at least. */
function eachBlock(entries: Float64Array, take: (from: number, to: number) => void): void {
  for (let from = 0; from < entries.length; ) {
    const key = Math.floor((entries[from] ?? 0) / RECORDS_MAX)
    let to = from + 1
    while (to < entries.length && Math.floor((entries[to] ?? 0) / RECORDS_MAX) === key) to++
    if (to - from > 1) take(from, to)
    from = to
  }
}

function blockSizeWithin(entries: Float64Array, budget: number): number {
  const blocksOf = new Map<number, number>()
  eachBlock(entries, (from, to) => blocksOf.set(to - from, (blocksOf.get(to - from) ?? 0) + 1))
  const pairsWithin = (sizeMax: number) => {
    let pairs = 0
    for (const [size, blocks] of blocksOf) {
      if (size <= sizeMax) pairs += (blocks * size * (size - 1)) / 2
    }
    return pairs
  }
  return BLOCK_SIZES.find((size) => pairsWithin(size) <= budget) ?? 5
}

/** Splits blocks that are too large by each other field, and slides a window over what still is. */
function addSplit(
  pairs: PairList,
  frequent: Float64Array,
  columns: readonly ValueColumn[],
  sizeMax: number,
): void {
  columns.forEach(({ ids }, at) => {
    const split = new Float64Array(frequent.length)
    let length = 0
    for (const entry of frequent) {
      const record = recordOf(entry)
      const value = ids.values[record] ?? -1
      if (value < 0) continue
      const hash = hashOfTwo(hashOfTwo(Math.floor(entry / RECORDS_MAX), at + 1), value)
      split[length++] = entryOf(hash, record)
    }
    const sorted = split.subarray(0, length).sort()
    eachBlock(sorted, (from, to) => {
      if (to - from <= sizeMax) pairs.addAll(sorted, from, to)
      else slide(pairs, sorted.subarray(from, to).map(recordOf))
    })
  })
}

function slide(pairs: PairList, records: ArrayLike<number>, window = WINDOW): void {
  for (let i = 0; i < records.length; i++) {
    const end = Math.min(records.length, i + window + 1)
    for (let j = i + 1; j < end; j++) pairs.add(records[i] ?? 0, records[j] ?? 0)
  }
}

/** Sorted neighbourhoods (Hernández and Stolfo 1995), by the name from its beginning and from its end. */
function addNeighbours(pairs: PairList, table: RecordTable): void {
  const { name } = table.known
  const written = name.texts.map((_, value) => plainName(name.prepared(value)))
  const backwards = written.map((text) => [...text].reverse().join(''))
  for (const texts of [written, backwards]) {
    slide(pairs, sortedBy(name, texts))
  }
  const telling = table.more().sort((a, b) => b.texts.length - a.texts.length)
  const columns = telling.slice(0, SORTED_COLUMNS_MAX)
  for (const column of columns) {
    slide(pairs, sortedBy(column, column.texts), Math.floor(WINDOW / columns.length))
  }
}

/** Records in the order of the texts of their values; of the same value, as they came. */
function sortedBy(column: ValueColumn<never> | ValueColumn, texts: readonly string[]): number[] {
  const order = texts.map((_, value) => value)
  order.sort((a, b) => compareCodes(texts[a] ?? '', texts[b] ?? ''))
  const rank = new Int32Array(texts.length)
  order.forEach((value, at) => {
    rank[value] = at
  })
  const ids = column.ids.done()
  const keys = new Float64Array(ids.length)
  let length = 0
  ids.forEach((value, record) => {
    if (value >= 0) keys[length++] = (rank[value] ?? 0) * RECORDS_MAX + record
  })
  return [...keys.subarray(0, length).sort()].map(recordOf)
}

function compareCodes(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
