import type { CsvRecord } from './csv-scan.ts'

const NAMES_FIRST = 1 << 12
const BYTES_FIRST = 1 << 16

/** Numbers names as they come, by their bytes: a name met before costs no string. */
export class NameNumbers {
  private slots = new Int32Array(NAMES_FIRST * 2).fill(-1)
  private hashes = new Int32Array(NAMES_FIRST)
  private start = new Int32Array(NAMES_FIRST + 1)
  private bytes = Buffer.alloc(BYTES_FIRST)
  count = 0

  /** The number of a field's name, spaces around it left out; -1 for an empty one. */
  of(record: CsvRecord, field: number): number {
    const { bytes } = record
    let from = record.from[field] as number
    let to = record.to[field] as number
    while (from < to && bytes[from] === 32) from++
    while (from < to && bytes[to - 1] === 32) to--
    return from === to ? -1 : this.numberOf(bytes, from, to)
  }

  /** All names in the order of their numbers. */
  names(): string[] {
    return Array.from({ length: this.count }, (_, i) => this.name(i))
  }

  name(number: number): string {
    return this.bytes.toString('utf8', this.start[number], this.start[number + 1])
  }

  private numberOf(bytes: Buffer, from: number, to: number): number {
    let hash = 0x811c9dc5
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193)
    hash ^= hash >>> 15
    const mask = this.slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const known = this.slots[slot] as number
      if (known < 0) return this.add(bytes, from, to, hash, slot)
      if (this.hashes[known] === hash && this.isSame(known, bytes, from, to)) return known
    }
  }

  private isSame(known: number, bytes: Buffer, from: number, to: number): boolean {
    const at = this.start[known] as number
    if ((this.start[known + 1] as number) - at !== to - from) return false
    for (let i = from; i < to; i++) if (this.bytes[at + i - from] !== bytes[i]) return false
    return true
  }

  private add(bytes: Buffer, from: number, to: number, hash: number, slot: number): number {
    const number = this.count++
    const at = this.start[number] as number
    const end = at + to - from
    while (end > this.bytes.length) this.bytes = Buffer.concat([this.bytes], this.bytes.length * 2)
    bytes.copy(this.bytes, at, from, to)
    this.slots[slot] = number
    this.hashes[number] = hash
    this.start[number + 1] = end
    if (this.count === this.hashes.length) this.grow()
    return number
  }

  private grow(): void {
    const size = this.hashes.length * 2
    const hashes = new Int32Array(size)
    hashes.set(this.hashes)
    const start = new Int32Array(size + 1)
    start.set(this.start)
    this.hashes = hashes
    this.start = start
    this.slots = new Int32Array(size * 2).fill(-1)
    const mask = this.slots.length - 1
    for (let number = 0; number < this.count; number++) {
      let slot = (hashes[number] as number) & mask
      while ((this.slots[slot] as number) >= 0) slot = (slot + 1) & mask
      this.slots[slot] = number
    }
  }
}
