import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CaseTouches } from './case-touches.ts'
import { levelled } from './levelled.ts'

const row = fc.record({
  event: fc.integer({ min: 0, max: 40 }),
  feature: fc.integer({ min: 0, max: 2 }),
  push: fc.double({ min: 0.05, max: 2, noNaN: true }),
  easing: fc.double({ min: 0.5, max: 2, noNaN: true }),
})
const theta = fc.array(fc.double({ min: 0.1, max: 2, noNaN: true }), {
  minLength: 3,
  maxLength: 3,
})

function touchesOf(
  rows: readonly { event: number; feature: number; push: number; easing: number }[],
) {
  const sorted = [...rows].sort((a, b) => a.event - b.event)
  const ints = (of: (one: (typeof sorted)[number]) => number) => Int32Array.from(sorted, of)
  return {
    ...{ event: ints(({ event }) => event), feature: ints(({ feature }) => feature) },
    ...{
      channel: ints(() => 0),
      level: ints(() => -1),
      actor: ints(() => 0),
      touch: ints(() => 0),
    },
    push: Float32Array.from(sorted, ({ push }) => push),
    leftOutPush: Float32Array.from(sorted, ({ push, easing }) => push * easing),
  } satisfies CaseTouches
}

/** What each feature is credited, added up outcome by outcome. */
function creditOf(touches: CaseTouches, push: Float32Array, theta: Float64Array): number[] {
  const credit = [0, 0, 0]
  for (const event of new Set(touches.event)) {
    const own = [...touches.event.keys()].filter((i) => touches.event[i] === event)
    const strength = (i: number) => (theta[touches.feature[i] ?? 0] ?? 0) * (push[i] ?? 0)
    const all = own.reduce((sum, i) => sum + strength(i), 1)
    for (const i of own) {
      const k = touches.feature[i] ?? 0
      credit[k] = (credit[k] ?? 0) + strength(i) / all
    }
  }
  return credit
}

test('each feature is credited under the kernel alone what the fits say, times trust', () => {
  const check = (rows: Parameters<typeof touchesOf>[0], values: number[], trust: number) => {
    const touches = touchesOf(rows)
    const at = Float64Array.from(values)
    const found = levelled(touches, trust, at, Float64Array.of(1))
    const reached = creditOf(touches, touches.push, found.theta)
    const aimed = creditOf(touches, touches.leftOutPush, at)
    aimed.forEach((one, k) => {
      expect(Math.abs((reached[k] ?? 0) - trust * one)).toBeLessThan(1e-3)
    })
  }
  const rows = fc.array(row, { minLength: 30, maxLength: 60 })
  fc.assert(fc.property(rows, theta, fc.double({ min: 0.2, max: 0.8, noNaN: true }), check), {
    numRuns: 40,
  })
})

test('no trust, no credit', () => {
  const touches = touchesOf([{ event: 0, feature: 0, push: 1, easing: 1 }])
  const one = Float64Array.of(1, 1, 1)
  expect([...levelled(touches, 0, one, Float64Array.of(1)).theta]).toEqual([0, 0, 0])
})
