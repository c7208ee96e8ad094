import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededChance } from '#vocabulary/index.ts'
import { differenceOfShares } from './compare-shares.ts'
import { type Aim, peopleNeeded, planWeeks, powerOf, smallestLift } from './plan-people.ts'

const aim = (more: Partial<Aim>): Aim => ({
  ...{ baseRate: 0.1, lift: 0.2, holdoutShare: 0.1, engagedShare: 1, level: 0.9, power: 0.8 },
  ...more,
})
const even = { holdoutShare: 0.5, level: 0.95 }

describe('how many people an experiment needs', () => {
  it('agrees with the examples of power.prop.test in R', () => {
    // ?power.prop.test: p1 = .50, p2 = .75, power = .90 => n = 76.7; n = 50 => power = 0.740.
    const example = aim({ ...even, baseRate: 0.5, lift: 0.5, power: 0.9 })
    expect(peopleNeeded(example) / 2).toBeCloseTo(76.7, 1)
    expect(powerOf(example, 100)).toBeCloseTo(0.74, 3)
  })

  it('agrees with Fleiss, Levin and Paik 2003 on equal arms', () => {
    // Statistical Methods for Rates and Proportions, 4.2: .25 against .40 at 5 %, power 80 %: 152.
    const found = peopleNeeded(aim({ ...even, baseRate: 0.25, lift: 0.6 }))
    expect(Math.ceil(found / 2)).toBe(152)
  })

  it('is seen as often as it says, with one person in ten held out', () => {
    const wanted = aim({ baseRate: 0.2, lift: 0.4 })
    const people = Math.ceil(peopleNeeded(wanted))
    const chance = seededChance(7, 'power')
    const heldOut = Math.round(people / 10)
    const draw = (n: number, rate: number) => {
      let hits = 0
      for (let i = 0; i < n; i++) if (chance() < rate) hits += 1
      return { hits, people: n }
    }
    let seen = 0
    const trials = 500
    for (let i = 0; i < trials; i++) {
      const found = differenceOfShares(draw(people - heldOut, 0.28), draw(heldOut, 0.2), 0.9)
      if (found.low > 0) seen += 1
    }
    expect(seen / trials).toBeGreaterThan(0.74)
    expect(seen / trials).toBeLessThan(0.86)
  })

  it('needs fewer for a larger lift, more for unequal arms, and the power comes back', () => {
    const rates = fc.double({ min: 0.01, max: 0.4, noNaN: true })
    const lifts = fc.double({ min: 0.05, max: 1, noNaN: true })
    fc.assert(
      fc.property(rates, lifts, (baseRate, lift) => {
        const wanted = aim({ baseRate, lift })
        const people = peopleNeeded(wanted)
        expect(peopleNeeded({ ...wanted, lift: lift * 1.1 })).toBeLessThan(people)
        expect(peopleNeeded({ ...wanted, holdoutShare: 0.5 })).toBeLessThan(people)
        expect(peopleNeeded({ ...wanted, engagedShare: 0.5 })).toBeGreaterThan(people)
        expect(powerOf(wanted, people)).toBeCloseTo(0.8, 4)
        expect(smallestLift(wanted, people)).toBeCloseTo(lift, 6)
      }),
    )
  })
})

describe('how many weeks it takes', () => {
  it('counts the weeks of meeting people and of waiting for the last of them', () => {
    const wanted = aim({})
    const people = Math.ceil(peopleNeeded(wanted))
    const found = planWeeks(wanted, people / 4, 14)
    expect(found).toMatchObject({ verdict: 'feasible', weeks: 6, people })
  })

  it('says why it can’t be done', () => {
    expect(planWeeks(aim({ baseRate: 0 }), 10, 14).verdict).toBe('nothing-happens')
    expect(planWeeks(aim({}), 0, 14).verdict).toBe('nobody-comes')
    expect(planWeeks(aim({ baseRate: 0.9 }), 10, 14).verdict).toBe('beyond-everybody')
    expect(planWeeks(aim({ baseRate: 0.01 }), 10, 14).verdict).toBe('too-long')
    expect(smallestLift(aim({ baseRate: 0.9 }), 5)).toBeNull()
  })
})
