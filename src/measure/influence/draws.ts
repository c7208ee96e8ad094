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

/** Gamma with scale 1 (Marsaglia and Tsang 2000, ACM TOMS 26); shapes below 1 by a power of a uniform number. */
export function gammaOf(chance: Chance, shape: number): number {
  if (shape < 1) return gammaOf(chance, shape + 1) * (1 - chance()) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = standardNormal(chance)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - chance()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}
