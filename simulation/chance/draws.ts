import type { Chance } from '#vocabulary/index.ts'

/** True with this probability. */
export function happens(chance: Chance, probability: number): boolean {
  return chance() < probability
}

/** One of a list, each as likely; the list must not be empty. */
export function pick<One>(chance: Chance, among: readonly One[]): One {
  const one = among[Math.floor(chance() * among.length)]
  if (one === undefined) throw new RangeError('nothing to pick from')
  return one
}

/** One of a list by its weight. Weights are positive; the list must not be empty. */
export function pickWeighted<One>(chance: Chance, among: readonly (readonly [One, number])[]): One {
  const total = among.reduce((sum, [, weight]) => sum + weight, 0)
  let left = chance() * total
  for (const [one, weight] of among) {
    left -= weight
    if (left < 0) return one
  }
  const last = among.at(-1)
  if (last === undefined) throw new RangeError('nothing to pick from')
  return last[0]
}

/** How often something of this mean happens, Poisson by multiplication (Knuth, TAOCP 3.4.1). For means below 20. */
export function countOf(chance: Chance, mean: number): number {
  if (mean <= 0) return 0
  const floor = expMinus(mean)
  let count = 0
  for (let product = chance(); product > floor; product *= chance()) count += 1
  return count
}

/** A delay with density exp(-d/tau), cut at the window: inversion of the distribution function. */
export function delayWithin(chance: Chance, tau: number, window: number): number {
  return Math.min(-tau * lnOf(1 - chance() * (1 - expMinus(window / tau))), window)
}

/** A heavy-tailed factor with exponent 4/3: u^(-3/4), from 1 to `max`, by square roots alone. */
export function heavyTail(chance: Chance, max: number): number {
  const root = Math.sqrt(1 - chance())
  return Math.min(1 / (root * Math.sqrt(root)), max)
}

/**
 * exp(-x) for x >= 0 by halving, eight terms of the series and squaring. Math.exp and Math.log may
 * differ in the last bit from one engine to another; these use only +, * and /, which IEEE 754 fixes.
 */
export function expMinus(x: number): number {
  let halvings = 0
  let small = x
  for (; small > 1 / 16; small /= 2) halvings += 1
  let term = 1
  let sum = 1
  for (let n = 1; n <= 8; n++) {
    term *= -small / n
    sum += term
  }
  for (; halvings > 0; halvings--) sum *= sum
  return sum
}

/** The natural logarithm of 0 < x <= 1: doublings up to [1/2, 1], then 2 artanh((m-1)/(m+1)). */
export function lnOf(x: number): number {
  let doublings = 0
  let mantissa = x
  for (; mantissa < 0.5; mantissa *= 2) doublings += 1
  const z = (mantissa - 1) / (mantissa + 1)
  let power = z
  let sum = 0
  for (let n = 1; n <= 35; n += 2) {
    sum += power / n
    power *= z * z
  }
  return 2 * sum - doublings * Math.LN2
}
