/**
 * Numbers for ids, in the order in which they come: 16 bytes an id and 8 of its place, where a Map
 * would take 150. Open addressing with linear probing (Knuth, TAOCP 3, 6.4); never removes.
 */
export class IdNumbers {
  #words = new Uint32Array(4 * 1024)
  #slots = new Int32Array(2048).fill(-1)
  #count = 0

  get count(): number {
    return this.#count
  }

  /** The number of an id, a new one where it has none. */
  numberOf(id: string): number {
    const key = wordsOf(id)
    const slot = this.#find(key)
    const known = this.#slots[slot] as number
    if (known >= 0) return known
    if (4 * (this.#count + 1) > this.#words.length) this.#widen()
    this.#words.set(key, 4 * this.#count)
    this.#slots[slot] = this.#count
    this.#count += 1
    if (2 * this.#count > this.#slots.length) this.#rehash()
    return this.#count - 1
  }

  /** The number of an id, -1 where it has none. */
  find(id: string): number {
    return this.#slots[this.#find(wordsOf(id))] as number
  }

  idOf(number: number): string {
    if (number < 0 || number >= this.#count) throw new RangeError(`no id has the number ${number}`)
    const hex = [0, 1, 2, 3]
      .map((i) => (this.#words[4 * number + i] as number).toString(16).padStart(8, '0'))
      .join('')
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  }

  /** Milliseconds since 1970 that the id (a UUIDv7) carries. */
  timeMsOf(number: number): number {
    const high = this.#words[4 * number] as number
    return high * 65_536 + ((this.#words[4 * number + 1] as number) >>> 16)
  }

  #find(key: Uint32Array): number {
    const mask = this.#slots.length - 1
    for (let slot = hashOf(key) & mask; ; slot = (slot + 1) & mask) {
      const number = this.#slots[slot] as number
      if (number < 0 || this.#isAt(number, key)) return slot
    }
  }

  #isAt(number: number, key: Uint32Array): boolean {
    const words = this.#words
    const at = 4 * number
    // The last words differ most: they are the random part.
    return (
      words[at + 3] === key[3] &&
      words[at + 2] === key[2] &&
      words[at + 1] === key[1] &&
      words[at] === key[0]
    )
  }

  #widen(): void {
    const wider = new Uint32Array(2 * this.#words.length)
    wider.set(this.#words)
    this.#words = wider
  }

  #rehash(): void {
    this.#slots = new Int32Array(2 * this.#slots.length).fill(-1)
    for (let number = 0; number < this.#count; number++) {
      const key = this.#words.subarray(4 * number, 4 * number + 4)
      this.#slots[this.#find(key)] = number
    }
  }
}

function wordsOf(id: string): Uint32Array {
  const hex = id.replaceAll('-', '')
  const words = new Uint32Array(4)
  for (let i = 0; i < 4; i++) words[i] = Number.parseInt(hex.slice(8 * i, 8 * i + 8), 16)
  return words
}

function hashOf(key: Uint32Array): number {
  let hash = 0
  for (const word of key) {
    hash = Math.imul(hash ^ word, 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return hash >>> 0
}
