import type { FieldComparison } from './field-comparison.ts'

/** One slot of the cache a pair of values, chosen by its hash; a later pair takes an earlier one's. */
const CACHE_BITS = 17
const CACHE_SLOTS = 1 << CACHE_BITS
const NOT_KNOWN = -2

/**
 * Compares the values of one field by their numbers: each is prepared once and when it is first needed;
 * what pairs of costly values come to is kept as long as its slot is free.
 */
export class ValueComparer<Prepared = unknown> {
  readonly comparison: FieldComparison<Prepared>
  readonly #textAt: (value: number) => string
  #prepared: (Prepared | undefined)[] = []
  #cachedPairs: Float64Array | undefined
  #cachedLevels: Int8Array | undefined

  constructor(comparison: FieldComparison<Prepared>, textAt: (value: number) => string) {
    this.comparison = comparison
    this.#textAt = textAt
  }

  prepared(value: number): Prepared {
    let prepared = this.#prepared[value]
    if (prepared === undefined) {
      prepared = this.comparison.prepare(this.#textAt(value))
      this.#prepared[value] = prepared
    }
    return prepared
  }

  /** The same, but not kept: for whoever walks over all values once. */
  preparedOnce(value: number): Prepared {
    return this.#prepared[value] ?? this.comparison.prepare(this.#textAt(value))
  }

  /** Drops what was prepared; it is made again where it is needed. */
  forget(): void {
    this.#prepared = []
  }

  /** Level at which two values agree; -1 where one is missing or they say nothing of each other. */
  compare(a: number, b: number, isCached: boolean): number {
    if (a < 0 || b < 0) return -1
    if (a === b && this.comparison.comparesEqual !== true) return 0
    if (!isCached) return this.comparison.compare(this.prepared(a), this.prepared(b))
    return this.#lookUp(a, b)
  }

  #lookUp(a: number, b: number): number {
    this.#cachedPairs ??= new Float64Array(CACHE_SLOTS).fill(-1)
    this.#cachedLevels ??= new Int8Array(CACHE_SLOTS).fill(NOT_KNOWN)
    const low = Math.min(a, b)
    const high = Math.max(a, b)
    const key = low * 2 ** 26 + high
    const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - CACHE_BITS)
    if (this.#cachedPairs[slot] === key) return this.#cachedLevels[slot] ?? -1
    const found = this.comparison.compare(this.prepared(low), this.prepared(high))
    this.#cachedPairs[slot] = key
    this.#cachedLevels[slot] = found
    return found
  }
}
