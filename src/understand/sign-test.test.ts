import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signTest } from './sign-test.ts'

describe('signTest', () => {
  it('gives what the binomial table gives', () => {
    expect(signTest(9, 1)).toBeCloseTo(11 / 1024, 12)
    expect(signTest(3, 2)).toBeCloseTo(0.5, 12)
    expect(signTest(5, 0)).toBeCloseTo(1 / 32, 12)
    expect(signTest(0, 0)).toBe(1)
    expect(signTest(0, 7)).toBeCloseTo(1, 12)
  })

  it('holds for thousands, where a power of one half is nought', () => {
    expect(signTest(1_000, 1_000)).toBeGreaterThan(0.5)
    expect(signTest(1_000, 1_000)).toBeLessThan(0.51)
    expect(signTest(1_100, 900)).toBeLessThan(1e-5)
  })

  it('adds up with the other side, and falls with every better one', () => {
    const count = fc.integer({ min: 0, max: 300 })
    fc.assert(
      fc.property(count, count, (better, worse) => {
        // What is at least `better` and what is at most that overlap in exactly `better`.
        const both = signTest(better, worse) + signTest(worse + 1, Math.max(0, better - 1))
        if (better > 0) expect(both).toBeCloseTo(1, 9)
        expect(signTest(better + 1, worse)).toBeLessThanOrEqual(signTest(better, worse) + 1e-12)
      }),
    )
  })

  it('refuses what are no counts', () => {
    expect(() => signTest(-1, 2)).toThrow('No counts')
    expect(() => signTest(1.5, 2)).toThrow('No counts')
  })
})
