import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalQuantile, normalShare, reachOfLevel } from './normal.ts'

describe('the normal distribution', () => {
  it('agrees with published quantiles', () => {
    // R 4.3, qnorm(c(.5, .8, .9, .95, .975, .995, 1e-9)).
    const published = [
      [0.5, 0],
      [0.8, 0.8416212],
      [0.9, 1.2815516],
      [0.95, 1.6448536],
      [0.975, 1.959964],
      [0.995, 2.5758293],
      [1e-9, -5.997807],
    ] as const
    for (const [probability, quantile] of published) {
      expect(normalQuantile(probability)).toBeCloseTo(quantile, 5)
    }
    expect(reachOfLevel(0.9)).toBeCloseTo(1.6448536, 5)
  })

  it('turns shares into quantiles and back', () => {
    const shares = fc.double({ min: 0.0001, max: 0.9999, noNaN: true })
    fc.assert(
      fc.property(shares, (share) => {
        expect(normalShare(normalQuantile(share))).toBeCloseTo(share, 5)
      }),
    )
  })
})
