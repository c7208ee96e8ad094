import { describe, expect, it } from 'vitest'
import { seededChance } from '#vocabulary/index.ts'
import { attributeJourneys, attributeTouches } from './attribute-touches.ts'
import { compareRules } from './compare-rules.ts'
import { journeysOfOutcomes } from './journeys-of-outcomes.ts'

const DAY = 86_400
const NAMES = ['a', 'b', 'c', 'd']

/** Forty people with touches in four channels and outcomes of three types, each person's in the order of time. */
function growLog(seed: number) {
  const chance = seededChance(seed, 'rules')
  const people = Array.from({ length: 40 }, () =>
    Array.from({ length: Math.floor(chance() * 12) }, () => ({
      t: chance() * 30 * DAY,
      channel: Math.floor(chance() * NAMES.length),
    })).sort((a, b) => a.t - b.t),
  )
  const start = new Int32Array(people.length + 1)
  people.forEach((own, p) => {
    start[p + 1] = (start[p] as number) + own.length
  })
  const all = people.flat()
  const touches = {
    start,
    t: Float64Array.from(all, ({ t }) => t),
    channel: Int32Array.from(all, ({ channel }) => channel),
  }
  const outcomes = {
    t: Float64Array.from({ length: 90 }, () => chance() * 32 * DAY),
    person: Int32Array.from({ length: 90 }, () => Math.floor(chance() * 40)),
    type: Int32Array.from({ length: 90 }, () => Math.floor(chance() * 3)),
  }
  return { touches, outcomes }
}

const WINDOW = { window: 7 * DAY, halfLife: 3.5 * DAY }

describe('the usual rules, outcome by outcome', () => {
  it.each([1, 2, 3])('add up to what the rules say of all outcomes at once (seed %i)', (seed) => {
    const { touches, outcomes } = growLog(seed)
    const journeys = journeysOfOutcomes(touches, outcomes, WINDOW)
    const figures = compareRules(journeys, NAMES.length, 1)
    const rules = attributeTouches(touches, outcomes, NAMES.length, WINDOW)
    const chain = attributeJourneys(touches, outcomes, NAMES, WINDOW.window)
    expect(journeys.preceded).toHaveLength(rules.preceded)
    for (const [c, name] of NAMES.entries()) {
      for (const rule of ['lastTouch', 'firstTouch', 'linear', 'timeDecay'] as const) {
        expect(figures[c]?.[rule].credit, rule).toBeCloseTo(rules[rule][c] ?? Number.NaN, 9)
      }
      const known = chain.find(({ channel }) => channel === name)
      expect(figures[c]?.markov.credit).toBeCloseTo(known?.markov ?? Number.NaN, 9)
      expect(figures[c]?.shapley.credit).toBeCloseTo(known?.shapley ?? Number.NaN, 9)
    }
  })

  it('has intervals as wide as counting allows: last touch is a count, so its spread is its root', () => {
    const journeys = {
      preceded: Array.from({ length: 400 }, (_, i) => ({
        ...{ type: 0, t: i, first: 0, last: 0, steps: [0] },
        ...{ channels: [0], linear: [1], timeDecay: [1] },
      })),
      nulls: [],
    }
    const [figure] = compareRules(journeys, 1, 5)
    const { credit, low, high } = figure?.lastTouch ?? { credit: 0, low: 0, high: 0 }
    expect(credit).toBe(400)
    expect((high - low) / 2).toBeGreaterThan(1.645 * 20 * 0.8)
    expect((high - low) / 2).toBeLessThan(1.645 * 20 * 1.2)
    expect(compareRules(journeys, 1, 5)).toEqual(compareRules(journeys, 1, 5))
    expect(compareRules(journeys, 1, 6)).not.toEqual(compareRules(journeys, 1, 5))
  })

  it('of nothing is nothing', () => {
    const [figure] = compareRules({ preceded: [], nulls: [{ t: 0, steps: [0], count: 3 }] }, 1, 1)
    expect(figure?.markov).toEqual({ credit: 0, low: 0, high: 0 })
  })
})
