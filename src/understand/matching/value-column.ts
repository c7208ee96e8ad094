import type { FieldComparison, Level } from './field-comparison.ts'

/** One slot of the cache a pair of values, chosen by its hash; a later pair takes an earlier one's. */
const CACHE_BITS = 17
const CACHE_SLOTS = 1 << CACHE_BITS
const NOT_KNOWN = -2

/** Grows by doubling. */
class Int32List {
  values = new Int32Array(1024)
  length = 0

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = new Int32Array(this.length * 2)
      wider.set(this.values)
      this.values = wider
    }
    this.values[this.length++] = value
  }

  done(): Int32Array {
    return this.values.subarray(0, this.length)
  }
}

interface FrequencyClasses {
  classOf: Int32Array
  size: number
}

/**
 * One field of all records: each distinct value is an integer, prepared once and when it is first
 * needed; what pairs of values come to is kept as long as its slot is free.
 */
export class ValueColumn<Prepared = unknown> {
  readonly comparison: FieldComparison<Prepared>
  /** Value of each record; -1 where it says nothing. */
  readonly ids = new Int32List()
  readonly texts: string[] = []
  readonly #numbers = new Map<string, number>()
  readonly #prepared: (Prepared | undefined)[] = []
  #cachedPairs: Float64Array | undefined
  #cachedLevels: Int8Array | undefined
  #classes: FrequencyClasses | undefined

  constructor(comparison: FieldComparison<Prepared>) {
    this.comparison = comparison
  }

  get levels(): readonly Level[] {
    return this.comparison.levels
  }

  /** The number of a value; the same for equal texts. */
  intern(text: string | undefined): number {
    if (text === undefined) return -1
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    this.#numbers.set(text, this.texts.length)
    return this.texts.push(text) - 1
  }

  prepared(value: number): Prepared {
    let prepared = this.#prepared[value]
    if (prepared === undefined) {
      prepared = this.comparison.prepare(this.texts[value] ?? '')
      this.#prepared[value] = prepared
    }
    return prepared
  }

  /** Level at which two values agree; -1 where one is missing or they say nothing of each other. */
  compare(a: number, b: number): number {
    if (a < 0 || b < 0) return -1
    if (a === b && this.comparison.comparesEqual !== true) return 0
    // Where most records have a value of their own, no pair of values comes twice.
    if (this.comparison.isCostly !== true || this.texts.length > this.ids.length / 2) {
      return this.comparison.compare(this.prepared(a), this.prepared(b))
    }
    const key = a < b ? a * 2 ** 26 + b : b * 2 ** 26 + a
    return this.#lookUp(key, a, b)
  }

  #lookUp(key: number, a: number, b: number): number {
    this.#cachedPairs ??= new Float64Array(CACHE_SLOTS).fill(-1)
    this.#cachedLevels ??= new Int8Array(CACHE_SLOTS).fill(NOT_KNOWN)
    const low = Math.min(a, b)
    const high = Math.max(a, b)
    const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - CACHE_BITS)
    if (this.#cachedPairs[slot] === key) return this.#cachedLevels[slot] ?? -1
    const found = this.comparison.compare(this.prepared(low), this.prepared(high))
    this.#cachedPairs[slot] = key
    this.#cachedLevels[slot] = found
    return found
  }

  /** For each value the number of what is counted for its frequency, and how many of those there are. */
  frequencyClasses(): FrequencyClasses {
    this.#classes ??= this.#findClasses()
    return this.#classes
  }

  #findClasses(): FrequencyClasses {
    const { frequencyKey } = this.comparison
    if (frequencyKey === undefined) {
      const { length } = this.texts
      return { classOf: Int32Array.from({ length }, (_, value) => value), size: length }
    }
    const numbers = new Map<string, number>()
    const classOf = Int32Array.from({ length: this.texts.length }, (_, value) => {
      const key = frequencyKey(this.prepared(value))
      const number = numbers.get(key) ?? numbers.size
      numbers.set(key, number)
      return number
    })
    return { classOf, size: numbers.size }
  }

  frequencyMin(value: number): number {
    return this.comparison.frequencyMin(this.prepared(value))
  }
}
