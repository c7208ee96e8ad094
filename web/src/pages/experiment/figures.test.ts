import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatLift, formatPoints, formatRho, formatSize, scaleOf } from './figures.ts'

describe('figures of an experiment', () => {
  it('carry their sign', () => {
    expect(formatPoints(0.0321, 'en')).toBe('+3.2')
    expect(formatPoints(-0.0321, 'ja')).toBe('-3.2')
    expect(formatSize(0.0321, 'ja')).toBe('3.2')
    expect(formatLift(0.2, 'ja')).toBe('+20%')
    expect(formatRho(0.416, 'en')).toBe('0.42')
  })
})

describe('the scale', () => {
  it('holds every value and nothing, at most ten steps long', () => {
    const values = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1 })
    fc.assert(
      fc.property(values, (some) => {
        const { place, ticks } = scaleOf(some, 100)
        for (const value of [0, ...some]) {
          expect(place(value)).toBeGreaterThanOrEqual(-1e-6)
          expect(place(value)).toBeLessThanOrEqual(100 + 1e-6)
        }
        expect(ticks.length).toBeGreaterThan(1)
        expect(ticks.length).toBeLessThanOrEqual(11)
      }),
    )
  })
})
