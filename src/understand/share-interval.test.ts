import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareInterval } from './share-interval.ts'

describe('shareInterval', () => {
  // R. G. Newcombe: "Two-sided confidence intervals for the single proportion", Statistics in Medicine
  // 17 (1998), table I, method 3 (score, no continuity correction).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d in %d', (count, of, low, high) => {
    const interval = shareInterval(count, of)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
    expect(interval.value).toBe(count / of)
  })

  it('holds the share, stays within 0..1, mirrors, and narrows with more (property)', () => {
    const counts = fc
      .integer({ min: 1, max: 5_000 })
      .chain((of) => fc.tuple(fc.nat(of), fc.constant(of)))
    fc.assert(
      fc.property(counts, ([count, of]) => {
        const { value, low, high } = shareInterval(count, of)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(value)
        expect(high).toBeGreaterThanOrEqual(value)
        const mirrored = shareInterval(of - count, of)
        expect(mirrored.low).toBeCloseTo(1 - high, 12)
        const more = shareInterval(count * 2, of * 2)
        expect(more.high - more.low).toBeLessThan(high - low)
      }),
    )
  })

  it('refuses what is no share', () => {
    expect(() => shareInterval(0, 0)).toThrow(/No share/)
    expect(() => shareInterval(3, 2)).toThrow(/No share/)
  })
})
