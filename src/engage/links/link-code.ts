import type { RandomBytes } from '#vocabulary/index.ts'

/** Without letters and digits that are taken for each other when somebody types them from paper. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'

/** A code of eight: 40 bits, so that guessing finds nothing at 3,000 tries a minute. */
export function drawCode(random: RandomBytes): string {
  const bytes = new Uint8Array(8)
  random(bytes)
  // 256 is a multiple of the 32 letters: none is likelier than another.
  return Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join('')
}
