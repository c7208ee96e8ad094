import { expect, test } from 'vitest'
import { seededChance, xoshiro128 } from './chance.ts'

test('xoshiro128** draws what its authors published', () => {
  // The first ten of the reference code from the state 1, 2, 3, 4.
  const draw = xoshiro128([1, 2, 3, 4])
  expect(Array.from({ length: 10 }, draw)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
    4258142804,
  ])
})

test('a stream depends on its seed and its name, and on nothing else', () => {
  const first = (seed: number, stream: string) => {
    const chance = seededChance(seed, stream)
    return [chance(), chance(), chance()]
  }
  expect(first(1, 'cast')).toEqual(first(1, 'cast'))
  expect(first(1, 'cast')).not.toEqual(first(2, 'cast'))
  expect(first(1, 'cast')).not.toEqual(first(1, 'texts'))
  for (const number of first(0, '')) expect(number >= 0 && number < 1).toBe(true)
})

test('the numbers are even over the range', () => {
  const chance = seededChance(7, 'even')
  const cells = new Array<number>(16).fill(0)
  for (let i = 0; i < 160_000; i++) {
    const cell = Math.floor(chance() * 16)
    cells[cell] = (cells[cell] ?? 0) + 1
  }
  // Chi square with 15 degrees of freedom: 37.7 is the 99.9th percentile.
  const chiSquare = cells.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)
  expect(chiSquare).toBeLessThan(37.7)
})
