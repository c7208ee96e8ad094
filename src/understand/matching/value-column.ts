import type { FieldComparison, Level } from './field-comparison.ts'
import { ValueComparer } from './value-comparer.ts'

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
  readonly #comparer: ValueComparer<Prepared>
  #classes: FrequencyClasses | undefined
  #frequencyMins: Float64Array | undefined

  constructor(comparison: FieldComparison<Prepared>) {
    this.comparison = comparison
    this.#comparer = new ValueComparer(comparison, (value) => this.texts[value] ?? '')
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
    return this.#comparer.prepared(value)
  }

  /** Drops what was prepared of the values; it is made again where it is needed. */
  forgetPrepared(): void {
    this.#comparer.forget()
  }

  /** Level at which two values agree; -1 where one is missing or they say nothing of each other. */
  compare(a: number, b: number): number {
    return this.#comparer.compare(a, b, this.isCached)
  }

  /** Where most records have a value of their own, no pair of values comes twice. */
  get isCached(): boolean {
    return this.comparison.isCostly === true && this.texts.length <= this.ids.length / 2
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
      const key = frequencyKey(this.#comparer.preparedOnce(value))
      const number = numbers.get(key) ?? numbers.size
      numbers.set(key, number)
      return number
    })
    return { classOf, size: numbers.size }
  }

  /** The least frequency that is believed of each value. */
  frequencyMins(): Float64Array {
    this.#frequencyMins ??= Float64Array.from(this.texts, (_, value) =>
      this.comparison.frequencyMin(this.#comparer.preparedOnce(value)),
    )
    return this.#frequencyMins
  }
}
