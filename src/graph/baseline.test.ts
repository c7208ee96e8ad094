import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge, usualOf, WEEKS_MAX, WEEKS_MIN } from './baseline.ts'

/** mulberry32: enough for a test, and the seed says it all. */
function chanceOf(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Knuth's Poisson, for means up to some hundreds. */
function poisson(mean: number, chance: () => number): number {
  let [k, p] = [0, 1]
  const limit = Math.exp(-mean)
  do {
    k += 1
    p *= chance()
  } while (p > limit)
  return k - 1
}

const weeks = (mean: number, chance: () => number) =>
  Float64Array.from({ length: WEEKS_MAX }, () => poisson(mean, chance))

describe('what is usual', () => {
  it.each([3, 10, 40, 200])('calls few usual counts unusual, at a mean of %i', (mean) => {
    const chance = chanceOf(20_261_122 + mean)
    const runs = 4_000
    let alarms = 0
    for (let i = 0; i < runs; i++) {
      const judged = judge(poisson(mean, chance), weeks(mean, chance))
      if (judged !== null && judged.score >= 1) alarms += 1
    }
    // Nominal 0.27 %; eight weeks estimate their own spread, so a little more is to be expected.
    expect(alarms / runs).toBeLessThan(0.012)
  })

  it('notices a doubling in nearly every case at 40 a week, and half of it in most', () => {
    const chance = chanceOf(7)
    const share = (times: number) => {
      let noticed = 0
      for (let i = 0; i < 1_000; i++) {
        const judged = judge(poisson(40 * times, chance), weeks(40, chance))
        if (judged !== null && judged.score >= 1) noticed += 1
      }
      return noticed / 1_000
    }
    expect(share(2)).toBeGreaterThan(0.93)
    expect(share(0.5)).toBeGreaterThan(0.5)
  })

  it('does not take an outbreak of the weeks before for usual', () => {
    const calm = Float64Array.of(10, 12, 9, 11, 10, 13, 8, 11)
    const disturbed = Float64Array.of(10, 12, 9, 110, 10, 13, 8, 11)
    const plain = disturbed.reduce((a, b) => a + b) / 8
    const usual = usualOf(disturbed)
    expect(plain).toBeGreaterThan(22)
    expect(usual?.expected).toBeLessThan(13)
    expect(usualOf(calm)?.expected).toBeCloseTo(10.5, 5)
  })

  it('agrees with the formula of the paper, worked by hand', () => {
    // Counts of mean 16 and variance 4 (below Poisson, so dispersion is 1), n = 4:
    // tau = 1 + 1/4; U = 16 (1 + 2/3 * 3 * sqrt(1.25/16))^1.5 = 16 * (1.55902)^1.5 = 31.146
    const usual = usualOf(Float64Array.of(14, 18, 14, 18))
    expect(usual?.expected).toBe(16)
    expect(usual?.high).toBeCloseTo(31.146, 2)
    expect(usual?.low).toBeCloseTo(16 * (1 - 2 * Math.sqrt(1.25 / 16)) ** 1.5, 9)
  })

  it('hides no rise behind one wild week, and calls none where weeks swing widely', () => {
    const scoreOf = (count: number, ...before: number[]) =>
      judge(count, Float64Array.from(before))?.score
    expect(scoreOf(60, 18, 22, 25, 19, 21, 20, 17, 900)).toBeGreaterThan(1)
    expect(scoreOf(60, 5, 60, 8, 55, 3, 70, 10, 50)).toBeLessThan(1)
  })

  it('finds more posts never less unusual (property)', () => {
    const weeksBefore = fc.array(fc.nat(500), { minLength: WEEKS_MIN, maxLength: WEEKS_MAX })
    fc.assert(
      fc.property(weeksBefore, fc.nat(2_000), fc.nat(500), (before, posts, more) => {
        const references = Float64Array.from(before)
        const judged = judge(posts, references)
        if (judged === null || judged.count < judged.expected) return
        expect(judge(posts + more, references)?.score).toBeGreaterThanOrEqual(judged.score)
      }),
    )
  })

  it('says nothing of too few weeks', () => {
    expect(judge(100, new Float64Array(WEEKS_MIN - 1))).toBeNull()
  })

  it('keeps low <= expected <= high, and needs more than one post after weeks without any (property)', () => {
    const counts = fc.array(fc.nat(10_000), { minLength: WEEKS_MIN, maxLength: WEEKS_MAX })
    fc.assert(
      fc.property(counts, (references) => {
        const usual = usualOf(Float64Array.from(references))
        expect(usual).not.toBeNull()
        expect(usual?.low).toBeLessThanOrEqual(usual?.expected as number)
        expect(usual?.high).toBeGreaterThan(usual?.expected as number)
      }),
    )
    expect(judge(1, new Float64Array(8))?.score).toBeLessThan(1)
  })
})
