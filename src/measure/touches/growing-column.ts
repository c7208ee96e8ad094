type Numbers = Int32Array | Float64Array | Uint8Array

/** A column of numbers that grows: doubled when it is full, so that rows cost what they hold. */
class GrowingColumn<Column extends Numbers> {
  readonly #make: (length: number) => Column
  #rows: Column
  #length = 0

  constructor(make: (length: number) => Column) {
    this.#make = make
    this.#rows = make(1024)
  }

  get length(): number {
    return this.#length
  }

  push(value: number): void {
    if (this.#length === this.#rows.length) {
      const wider = this.#make(2 * this.#rows.length)
      wider.set(this.#rows)
      this.#rows = wider
    }
    this.#rows[this.#length++] = value
  }

  at(row: number): number {
    return this.#rows[row] as number
  }

  /** What is there by now, without what was kept free. */
  take(): Column {
    return this.#rows.subarray(0, this.#length) as Column
  }
}

export const ints = () => new GrowingColumn((length) => new Int32Array(length))
export const floats = () => new GrowingColumn((length) => new Float64Array(length))
export const bytes = () => new GrowingColumn((length) => new Uint8Array(length))
