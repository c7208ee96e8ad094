import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeSurge, poissonTail } from './surge.ts'

describe('poissonTail', () => {
  // Tables of the Poisson distribution: 1 - F(k - 1; mean).
  it.each([
    [1, 1, 0.6321205588],
    [3, 1, 0.0803013971],
    [5, 2, 0.0526530174],
    [10, 5, 0.0318280574],
    [8, 10, 0.7797793533],
    [0, 3, 1],
  ])('of %d with mean %d', (count, mean, expected) => {
    expect(poissonTail(count, mean)).toBeCloseTo(expected, 9)
  })

  it('falls with the count, rises with the mean, and stays a probability (property)', () => {
    const numbers = fc.tuple(fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 1, max: 2_000 }))
    fc.assert(
      fc.property(numbers, ([count, mean]) => {
        const tail = poissonTail(count, mean)
        expect(tail).toBeGreaterThanOrEqual(0)
        expect(tail).toBeLessThanOrEqual(1)
        expect(poissonTail(count + 1, mean)).toBeLessThanOrEqual(tail + 1e-9)
        expect(poissonTail(count, mean + 1)).toBeGreaterThanOrEqual(tail - 1e-9)
      }),
    )
  })
})

describe('judgeSurge', () => {
  const usual = [20, 18, 22, 25, 19, 21, 20, 17]

  it.each<[string, number, number[], { expected: number; isSurge: boolean } | null]>([
    ['as usual', 21, usual, { expected: 20, isSurge: false }],
    ['a little more', 30, usual, { expected: 20, isSurge: false }],
    ['many more', 60, usual, { expected: 20, isSurge: true }],
    ['fewer', 0, usual, { expected: 20, isSurge: false }],
    [
      'one wild week does not hide it',
      60,
      [...usual.slice(1), 900],
      { expected: 20.5, isSurge: true },
    ],
    [
      'weeks that swing widely',
      60,
      [5, 60, 8, 55, 3, 70, 10, 50],
      { expected: 30, isSurge: false },
    ],
    ['out of nothing', 12, [0, 0, 0, 0], { expected: 0, isSurge: true }],
    ['a handful out of nothing', 4, [0, 0, 0, 0], { expected: 0, isSurge: false }],
    ['nobody knows yet what is usual', 500, [3, 4], null],
  ])('%s', (_, posts, weeks, expected) => {
    expect(judgeSurge(posts, weeks)).toEqual(expected)
  })

  it('more posts are never less of a surge (property)', () => {
    const weeks = fc.array(fc.nat(500), { minLength: 3, maxLength: 8 })
    fc.assert(
      fc.property(weeks, fc.nat(2_000), fc.nat(500), (before, posts, more) => {
        if (judgeSurge(posts, before)?.isSurge) {
          expect(judgeSurge(posts + more, before)?.isSurge).toBe(true)
        }
      }),
    )
  })
})
