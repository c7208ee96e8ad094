import type { RandomBytes } from '#vocabulary/index.ts'

/** A share of [0, 1), by the chance that is given. */
export function randomShare(random: RandomBytes): number {
  const bytes = new Uint8Array(4)
  random(bytes)
  return new DataView(bytes.buffer).getUint32(0) / 2 ** 32
}
