import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededChance } from '#vocabulary/index.ts'
import { countOf, delayWithin, expMinus, heavyTail, lnOf, pickWeighted } from './draws.ts'

test('exp and ln agree with the machine’s own', () => {
  const positive = fc.double({ min: 1e-9, max: 60, noNaN: true })
  fc.assert(fc.property(positive, (x) => Math.abs(expMinus(x) / Math.exp(-x) - 1) < 1e-10))
  const fraction = fc.double({ min: 1e-12, max: 1, noNaN: true })
  fc.assert(fc.property(fraction, (x) => Math.abs(lnOf(x) - Math.log(x)) < 1e-11))
  expect([expMinus(0), lnOf(1)]).toEqual([1, 0])
})

const TIMES = 50_000
const meanOf = (draw: () => number) => {
  let sum = 0
  for (let i = 0; i < TIMES; i++) sum += draw()
  return sum / TIMES
}

test('counts have the mean asked for', () => {
  const chance = seededChance(1, 'counts')
  for (const mean of [0.01, 0.5, 3]) {
    const off = Math.abs(meanOf(() => countOf(chance, mean)) - mean)
    expect(off).toBeLessThan(5 * Math.sqrt(mean / TIMES))
  }
  expect(countOf(chance, 0)).toBe(0)
})

test('delays stay in the window and have the mean of a cut exponential', () => {
  const chance = seededChance(1, 'delays')
  const [tau, window] = [1.1, 7]
  const delays = Array.from({ length: TIMES }, () => delayWithin(chance, tau, window))
  expect(Math.min(...delays)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...delays)).toBeLessThanOrEqual(window)
  const mean = delays.reduce((sum, delay) => sum + delay, 0) / TIMES
  const cut = Math.exp(-window / tau)
  expect(mean).toBeCloseTo(tau - (window * cut) / (1 - cut), 1)
})

test('heavy tails: few are many times the median', () => {
  const chance = seededChance(1, 'tails')
  const drawn = Array.from({ length: TIMES }, () => heavyTail(chance, 60)).sort((a, b) => a - b)
  expect(drawn[0]).toBeGreaterThanOrEqual(1)
  expect(drawn.at(-1)).toBe(60)
  // The median of u^(-3/4) is 2^(3/4).
  expect(drawn[TIMES / 2]).toBeCloseTo(2 ** 0.75, 1)
})

test('weights are obeyed', () => {
  const chance = seededChance(1, 'weights')
  const among = [
    ['a', 1],
    ['b', 3],
  ] as const
  expect(meanOf(() => (pickWeighted(chance, among) === 'b' ? 1 : 0))).toBeCloseTo(0.75, 1)
})
