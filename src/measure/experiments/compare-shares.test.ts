import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceOfShares, intervalOfShare, ratioOfShares, type Share } from './compare-shares.ts'

const of = (hits: number, people: number): Share => ({ hits, people })

const share = fc
  .integer({ min: 1, max: 2_000 })
  .chain((people) => fc.integer({ min: 0, max: people }).map((hits) => of(hits, people)))

describe('the interval of a share', () => {
  it('agrees with table I of Newcombe 1998 (two-sided intervals for the single proportion)', () => {
    const published = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const
    for (const [hits, people, low, high] of published) {
      const found = intervalOfShare(of(hits, people), 0.95)
      expect(found.low).toBeCloseTo(low, 4)
      expect(found.high).toBeCloseTo(high, 4)
    }
  })

  it('refuses what is no share', () => {
    expect(() => intervalOfShare(of(0, 0), 0.9)).toThrow('No share')
    expect(() => intervalOfShare(of(3, 2), 0.9)).toThrow('No share')
  })
})

describe('the difference of two shares', () => {
  it('agrees with table II of Newcombe 1998, method 10', () => {
    const published = [
      [56, 70, 48, 80, 0.0524, 0.3339],
      [9, 10, 3, 10, 0.1705, 0.809],
      [6, 7, 2, 7, 0.0582, 0.8062],
      [5, 56, 0, 29, -0.0381, 0.1926],
      [0, 10, 0, 20, -0.1611, 0.2775],
      [10, 10, 0, 10, 0.6075, 1],
    ] as const
    for (const [a, m, b, n, low, high] of published) {
      const found = differenceOfShares(of(a, m), of(b, n), 0.95)
      expect(found.low).toBeCloseTo(low, 3)
      expect(found.high).toBeCloseTo(high, 3)
    }
  })

  it('holds its value, stays within one, and turns round with the arms', () => {
    fc.assert(
      fc.property(share, share, (one, other) => {
        const found = differenceOfShares(one, other, 0.9)
        expect(found.low).toBeLessThanOrEqual(found.value + 1e-12)
        expect(found.high).toBeGreaterThanOrEqual(found.value - 1e-12)
        expect(found.low).toBeGreaterThanOrEqual(-1 - 1e-12)
        expect(found.high).toBeLessThanOrEqual(1 + 1e-12)
        expect(differenceOfShares(other, one, 0.9).low).toBeCloseTo(-found.high, 10)
      }),
    )
  })
})

describe('the ratio of two shares', () => {
  it('agrees with the example of Koopman 1984', () => {
    const found = ratioOfShares(of(36, 40), of(16, 80), 0.95)
    expect(found?.value).toBeCloseTo(4.5, 10)
    expect(found?.low).toBeCloseTo(2.94, 2)
    expect(found?.high).toBeCloseTo(7.15, 2)
  })

  it('says nothing where nothing happened, and has no upper end where it happened to one arm alone', () => {
    expect(ratioOfShares(of(0, 10), of(0, 10), 0.9)).toBeNull()
    const alone = ratioOfShares(of(3, 10), of(0, 10), 0.9)
    expect(alone?.high).toBe(Number.POSITIVE_INFINITY)
    expect(alone?.low).toBeGreaterThan(0)
    expect(ratioOfShares(of(0, 10), of(3, 10), 0.9)).toMatchObject({ value: 0, low: 0 })
  })

  it('holds its value and turns round with the arms', () => {
    const some = share.filter(({ hits }) => hits > 0)
    fc.assert(
      fc.property(some, some, (one, other) => {
        const found = ratioOfShares(one, other, 0.9)
        const turned = ratioOfShares(other, one, 0.9)
        if (found === null || turned === null) throw new Error('Both happened')
        expect(found.low).toBeLessThanOrEqual(found.value * (1 + 1e-9))
        expect(found.high).toBeGreaterThanOrEqual(found.value * (1 - 1e-9))
        expect(turned.low * found.high).toBeCloseTo(1, 6)
      }),
    )
  })
})
