import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Chance, seededChance } from '#vocabulary/index.ts'
import { type ArmCounts, analyseArms, ratioOfEffects } from './analyse-arms.ts'
import { armOf } from './assign-arm.ts'

interface Truth {
  people: number
  baseRate: number
  /** What engaging somebody adds to their share. */
  effect: number
  /** What those add whom we like to engage, for reasons of their own. */
  confounding: number
}

const nobody = (): ArmCounts => ({ people: 0, hits: 0, engagedPeople: 0, engagedHits: 0 })

/** A world in which we engage half of those not held out, and rather those who buy anyway. */
function world(truth: Truth, seed: string, chance: Chance) {
  const arms = { engage: nobody(), holdOut: nobody() }
  for (let i = 0; i < truth.people; i++) {
    const arm = armOf(seed, `p${i}`, 0.1) === 'hold-out' ? arms.holdOut : arms.engage
    const isKeen = chance() < 0.5
    const isEngaged = arm === arms.engage && chance() < (isKeen ? 0.8 : 0.2)
    const rate = truth.baseRate + (isKeen ? truth.confounding : 0) + (isEngaged ? truth.effect : 0)
    const hit = chance() < rate ? 1 : 0
    arm.people += 1
    arm.hits += hit
    if (isEngaged) {
      arm.engagedPeople += 1
      arm.engagedHits += hit
    }
  }
  return arms
}

const holds = (interval: { low: number; high: number } | null, truth: number) =>
  interval !== null && interval.low <= truth && truth <= interval.high

describe('what an experiment shows', () => {
  const trials = 300
  const run = (truth: Truth) =>
    Array.from({ length: trials }, (_, i) => {
      const chance = seededChance(i, 'experiment')
      return analyseArms(world(truth, `seed ${i}`, chance), 0.9)
    })

  it('covers no effect nine times out of ten, though the observed figure sees one', () => {
    const found = run({ people: 3_000, baseRate: 0.1, effect: 0, confounding: 0.1 })
    const covered = (part: 'difference' | 'lift' | 'perEngaged', truth: number) =>
      found.filter((one) => holds(one[part], truth)).length / trials
    for (const part of ['difference', 'lift', 'perEngaged'] as const) {
      expect(covered(part, 0), part).toBeGreaterThanOrEqual(0.86)
      expect(covered(part, 0), part).toBeLessThanOrEqual(0.95)
    }
    const fooled = found.filter((one) => (one.observed?.low ?? 0) > 0).length / trials
    expect(fooled).toBeGreaterThan(0.9)
    // Where the truth is that nothing of it holds, that is what the calibration covers.
    const clear = found.filter((one) => one.rho !== null)
    expect(clear.length).toBeGreaterThan(trials * 0.8)
    const rightly = clear.filter((one) => holds(one.rho, 0)).length / clear.length
    expect(rightly).toBeGreaterThanOrEqual(0.86)
    expect(rightly).toBeLessThanOrEqual(0.95)
  }, 60_000)

  it('finds the lift that was planted, and how much of the observed one holds', () => {
    const truth = { people: 6_000, baseRate: 0.1, effect: 0.1, confounding: 0.1 }
    const found = run(truth)
    const mean = (part: 'perEngaged' | 'observed') =>
      found.reduce((sum, one) => sum + (one[part]?.value ?? Number.NaN), 0) / trials
    expect(mean('perEngaged')).toBeCloseTo(0.1, 2)
    // Keen ones are 80 % of the engaged and 20 % of the others: 0.1 + 0.6 x 0.1.
    expect(mean('observed')).toBeCloseTo(0.16, 2)
    const calibrated = found.filter((one) => holds(one.rho, 0.1 / 0.16)).length / trials
    expect(calibrated).toBeGreaterThanOrEqual(0.85)
    expect(calibrated).toBeLessThanOrEqual(0.95)
    expect(found.filter((one) => holds(one.difference, 0)).length / trials).toBeLessThan(0.4)
  }, 60_000)
})

describe('where there is no figure', () => {
  const arms = (engage: Partial<ArmCounts>, holdOut: Partial<ArmCounts>) => ({
    engage: { ...nobody(), ...engage },
    holdOut: { ...nobody(), ...holdOut },
  })
  const many = { people: 1_000, hits: 200, engagedPeople: 500, engagedHits: 150 }
  const left = { people: 100, hits: 10 }

  it('says why', () => {
    const gapOf = (engage: Partial<ArmCounts>, holdOut: Partial<ArmCounts>) => {
      const { gap, rhoGap, rho } = analyseArms(arms(engage, holdOut), 0.9)
      expect(rho === null).toBe(rhoGap !== null)
      return [gap, rhoGap]
    }
    expect(gapOf({}, {})).toEqual(['few-people', 'few-people'])
    expect(gapOf(many, { people: 19, hits: 1 })).toEqual(['few-people', 'few-people'])
    const quiet = { people: 1_000, hits: 4 }
    expect(gapOf(quiet, { people: 100, hits: 1 })).toEqual(['few-outcomes', 'few-outcomes'])
    const none = { people: 1_000, hits: 200 }
    expect(gapOf(none, left)).toEqual([null, 'nobody-engaged'])
    const all = { people: 1_000, hits: 200, engagedPeople: 1_000, engagedHits: 200 }
    expect(gapOf(all, left)).toEqual([null, 'everybody-engaged'])
    expect(gapOf({ ...many, engagedHits: 101 }, left)).toEqual([null, 'observed-unclear'])
    const broken = { ...left, engagedPeople: 60 }
    expect(gapOf(many, broken)).toEqual([null, 'held-out-engaged'])
    expect(gapOf(many, left)).toEqual([null, null])
  })

  it('is null, never a number that is none', () => {
    const counts = fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60), fc.nat(60)).map(([a, b, c, d]) => ({
      ...{ people: a + b + c + d, hits: a + b },
      ...{ engagedPeople: b + c, engagedHits: b },
    }))
    fc.assert(
      fc.property(counts, counts, (engage, holdOut) => {
        const found = analyseArms({ engage, holdOut }, 0.9)
        for (const part of ['difference', 'perEngaged', 'observed', 'rho'] as const) {
          const { value = 0, low = 0, high = 0 } = found[part] ?? {}
          expect([value, low, high].every(Number.isFinite), part).toBe(true)
          expect(low).toBeLessThanOrEqual(high)
        }
      }),
    )
  })
})

describe('one effect over another', () => {
  it('ends where the difference from that share is just told from nothing (Fieller 1954)', () => {
    const numbers = fc.record({
      m: fc.double({ min: -1, max: 1, noNaN: true }),
      vm: fc.double({ min: 0.001, max: 0.1, noNaN: true }),
      o: fc.double({ min: 0.3, max: 1, noNaN: true }),
      vo: fc.double({ min: 0.001, max: 0.01, noNaN: true }),
      r: fc.double({ min: -0.9, max: 0.9, noNaN: true }),
    })
    fc.assert(
      fc.property(numbers, ({ m, vm, o, vo, r }) => {
        const covariance = r * Math.sqrt(vm * vo)
        const found = ratioOfEffects(
          { value: m, variance: vm, covariance },
          { value: o, variance: vo },
          1.645,
        )
        if (found === null) return
        for (const end of [found.low, found.high]) {
          const variance = vm - 2 * end * covariance + end * end * vo
          expect(Math.abs(m - end * o) / Math.sqrt(variance)).toBeCloseTo(1.645, 5)
        }
      }),
    )
  })
})
