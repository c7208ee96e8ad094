import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attributeJourneys, attributeTouches, journeysOf } from './attribute-touches.ts'

/** Person 0 meets a at 1, b at 2 and 4, a at 9; person 1 meets b at 3; person 2 nothing. */
const touches = {
  start: Int32Array.of(0, 4, 5, 5),
  t: Float64Array.of(1, 2, 4, 9, 3),
  channel: Int32Array.of(0, 1, 1, 0, 1),
}
const outcomes = { t: Float64Array.of(5, 9, 3, 7), person: Int32Array.of(0, 0, 1, 2) }

test('rules by hand', () => {
  const found = attributeTouches(touches, outcomes, 2, { window: 3, halfLife: 2 })
  // At 5 those of 2 and 4 count; at 9 nothing is young enough, and what comes at 9 is too late; so is 3 for person 1.
  expect(found.preceded).toBe(1)
  expect([...found.lastTouch]).toEqual([0, 1])
  const wide = attributeTouches(touches, outcomes, 2, { window: 10, halfLife: 2 })
  expect(wide.preceded).toBe(2)
  expect([...wide.firstTouch]).toEqual([2, 0])
  expect([...wide.lastTouch]).toEqual([0, 2])
  expect(wide.linear[0]).toBeCloseTo(2 / 3, 12)
  // 2^-2, 2^-1.5 and 2^-0.5 at 5; each fades by the same from there to 9.
  const whole = 2 ** -2 + 2 ** -1.5 + 2 ** -0.5
  expect(wide.timeDecay[0]).toBeCloseTo((2 * 2 ** -2) / whole, 12)
})

test('journeys end at an outcome, begin anew after it, and come to nothing where none follows', () => {
  const paths = journeysOf(touches, outcomes, 10)
  expect(paths).toEqual([
    { channels: [0, 1], conversions: 1, value: 0, nulls: 0 },
    { channels: [0], conversions: 0, value: 0, nulls: 1 },
    { channels: [1], conversions: 0, value: 0, nulls: 1 },
  ])
})

test('every rule deals out exactly what something preceded', () => {
  const world = fc.record({
    touches: fc.array(fc.tuple(fc.nat(4), fc.nat(50), fc.nat(2)), { maxLength: 40 }),
    outcomes: fc.array(fc.tuple(fc.nat(4), fc.nat(50)), { maxLength: 10 }),
    window: fc.integer({ min: 1, max: 60 }),
  })
  fc.assert(
    fc.property(world, (drawn) => {
      const rows = [...drawn.touches].sort((a, b) => a[0] - b[0] || a[1] - b[1])
      const seen = {
        start: Int32Array.from({ length: 6 }, (_, p) => rows.filter(([who]) => who < p).length),
        t: Float64Array.from(rows, ([, t]) => t),
        channel: Int32Array.from(rows, ([, , channel]) => channel),
      }
      const had = {
        t: Float64Array.from(drawn.outcomes, ([, t]) => t),
        person: Int32Array.from(drawn.outcomes, ([person]) => person),
      }
      const { window } = drawn
      const found = attributeTouches(seen, had, 3, { window, halfLife: 5 })
      const preceded = drawn.outcomes.filter(([who, at]) =>
        rows.some(([person, t]) => person === who && t < at && t >= at - window),
      ).length
      expect(found.preceded).toBe(preceded)
      for (const rule of ['lastTouch', 'firstTouch', 'linear', 'timeDecay'] as const) {
        expect(found[rule].reduce((sum, one) => sum + one, 0)).toBeCloseTo(preceded, 9)
      }
      const journeys = journeysOf(seen, had, window)
      const conversions = journeys.reduce((sum, one) => sum + one.conversions, 0)
      const channels = attributeJourneys(seen, had, ['a', 'b', 'c'], window)
      const shapley = channels.reduce((sum, one) => sum + one.shapley, 0)
      expect(shapley).toBeCloseTo(conversions, 9)
    }),
  )
})
