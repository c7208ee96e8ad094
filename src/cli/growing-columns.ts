/** A column of whole numbers that grows by doubling. */
export class GrowingInts {
  private values = new Int32Array(1024)
  count = 0

  push(value: number): void {
    if (this.count === this.values.length) {
      const wider = new Int32Array(this.count * 2)
      wider.set(this.values)
      this.values = wider
    }
    this.values[this.count++] = value
  }

  at(index: number): number {
    return this.values[index] ?? -1
  }

  column(): Int32Array {
    return this.values.subarray(0, this.count)
  }
}

/** A column of numbers that grows by doubling. */
export class GrowingFloats {
  private values = new Float64Array(1024)
  count = 0

  push(value: number): void {
    if (this.count === this.values.length) {
      const wider = new Float64Array(this.count * 2)
      wider.set(this.values)
      this.values = wider
    }
    this.values[this.count++] = value
  }

  at(index: number): number {
    return this.values[index] ?? Number.NaN
  }

  column(): Float64Array {
    return this.values.subarray(0, this.count)
  }
}
