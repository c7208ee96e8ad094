import { createHash, timingSafeEqual } from 'node:crypto'
import type { RandomBytes } from '#vocabulary/index.ts'

/** The one-time token of the first start: in memory only, dead once used. */
export class SetupToken {
  #hash: Buffer | null
  readonly text: string

  constructor(random: RandomBytes) {
    const bytes = new Uint8Array(32)
    random(bytes)
    this.text = Buffer.from(bytes).toString('base64url')
    this.#hash = hash(this.text)
  }

  /** Compares in constant time; nothing matches a token that was used. */
  matches(presented: string): boolean {
    return timingSafeEqual(this.#hash ?? Buffer.alloc(32), hash(presented)) && this.#hash !== null
  }

  end(): void {
    this.#hash = null
  }
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
