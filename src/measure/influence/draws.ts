import type { Chance } from '#vocabulary/index.ts'

/** Poisson with mean 1, by inversion. */
export function poissonOne(chance: Chance): number {
  let left = chance()
  let mass = Math.exp(-1)
  let count = 0
  while (left >= mass && count < 12) {
    left -= mass
    count++
    mass /= count
  }
  return count
}

/** Standard normal (Box and Muller 1958). */
export function standardNormal(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
}
