const KEY_BYTES = 6

/**
 * The keys that were met last: a bounded set that forgets what was not met for longest. It holds 48
 * bits of a hash of each key, so that 8,192 of them fit into 64 KB of text; among 65,536 keys a
 * stranger is taken for one of them once in 4,000,000,000 questions.
 */
export class RecentKeys {
  readonly #heldMax: number
  readonly #keys = new Set<number>()

  constructor(heldMax: number, packed = '') {
    this.#heldMax = heldMax
    const bytes = Buffer.from(packed, 'base64')
    for (let at = 0; at + KEY_BYTES <= bytes.length; at += KEY_BYTES) {
      this.#remember(bytes.readUIntBE(at, KEY_BYTES))
    }
  }

  get size(): number {
    return this.#keys.size
  }

  add(key: string): void {
    this.#remember(hashKey(key))
  }

  /** Whether the key was met; if so, it now counts as the newest. */
  meets(key: string): boolean {
    const hash = hashKey(key)
    const isKnown = this.#keys.has(hash)
    if (isKnown) this.#remember(hash)
    return isKnown
  }

  /** The newest keys as text, base64, oldest first: what the constructor reads. */
  pack(keptMax: number): string {
    const kept = [...this.#keys].slice(Math.max(0, this.#keys.size - keptMax))
    const bytes = Buffer.alloc(kept.length * KEY_BYTES)
    for (const [i, hash] of kept.entries()) bytes.writeUIntBE(hash, i * KEY_BYTES, KEY_BYTES)
    return bytes.toString('base64')
  }

  #remember(hash: number): void {
    // A Set keeps the order in which members came; the first is the one not met for longest.
    this.#keys.delete(hash)
    this.#keys.add(hash)
    if (this.#keys.size <= this.#heldMax) return
    for (const oldest of this.#keys) {
      this.#keys.delete(oldest)
      return
    }
  }
}

/** 48 bits of two multiplicative hashes; both are finished as in MurmurHash3. Not for secrets. */
function hashKey(key: string): number {
  let low = 0x9e3779b9
  let high = 0x7f4a7c15
  for (let at = 0; at < key.length; at++) {
    const unit = key.charCodeAt(at)
    low = Math.imul(low ^ unit, 0x9e3779b1)
    high = Math.imul(high ^ unit, 0x5f356495)
  }
  return (finish(high ^ (low >>> 16)) & 0xffff) * 2 ** 32 + finish(low ^ (high >>> 13))
}

function finish(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
