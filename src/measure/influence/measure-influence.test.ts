import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { growInfluenceWorld, type WorldWish } from '#test/influence-worlds.ts'
import type { InfluenceInput } from './columns.ts'
import { creditOutcome } from './credit.ts'
import { CreditAsItArrives } from './live-credit.ts'
import { INFLUENCE_DEFAULTS, measureInfluence } from './measure-influence.ts'

const SMALL = { people: 600, actors: 60, communities: 3, days: 40, posts: 900, outcomes: 300 }
const wish = { ...INFLUENCE_DEFAULTS, bootstrap: 40 }
const grow = (more: Partial<WorldWish> & { seed: number }) =>
  growInfluenceWorld({ ...SMALL, ...more })

test('what somebody caused is found, and what nobody caused is not', async () => {
  const caused = grow({ seed: 3, outcomes: 900, caused: 0.5 })
  const found = await measureInfluence(caused.input, wish)
  const ratio = found.credited / caused.truth.caused
  expect(ratio).toBeGreaterThan(0.75)
  expect(ratio).toBeLessThan(1.4)
  expect(found.byActor.findIndex(({ actor }) => actor === caused.truth.quiet)).toBeLessThan(5)
  const idle = grow({ seed: 3, outcomes: 900, caused: 0 })
  const none = await measureInfluence(idle.input, wish)
  expect(none.credited / none.outcomes).toBeLessThan(0.05)
  expect(none.interval.low).toBe(0)
  expect(found.placebo.credited).toBeLessThan(found.credited / 4)
})

test('the same seed gives the same answer', async () => {
  const { input } = grow({ seed: 5 })
  const [one, other] = [await measureInfluence(input, wish), await measureInfluence(input, wish)]
  expect(one.byActor).toEqual(other.byActor)
  expect(one.interval).toEqual(other.interval)
})

test('credit and background add up to the outcomes; channels, types and actors to the credit', async () => {
  const worlds = fc.record({
    seed: fc.integer({ min: 1, max: 10_000 }),
    caused: fc.constantFrom(0, 0.3, 0.6),
    strata: fc.constantFrom('none' as const, 'community' as const),
    types: fc.constantFrom(['buy'], ['buy', 'leave']),
    terminal: fc.boolean(),
  })
  const check = async (world: Partial<WorldWish> & { seed: number }) => {
    const { input } = grow({ ...world, people: 200, posts: 300, outcomes: 80 })
    const found = await measureInfluence(input, { ...wish, bootstrap: 5 })
    const sum = (figures: readonly { credit: number }[]) =>
      figures.reduce((total, { credit }) => total + credit, 0)
    expect(Math.abs(found.credited + found.background - found.outcomes)).toBeLessThan(
      1e-9 * found.outcomes,
    )
    for (const figures of [found.byChannel, found.byType, found.byActor]) {
      expect(sum(figures)).toBeCloseTo(found.credited, 6)
    }
    for (const { low, credit, high } of [...found.byActor, ...found.byChannel]) {
      expect(low).toBeLessThanOrEqual(credit)
      expect(high).toBeGreaterThanOrEqual(credit)
    }
  }
  await fc.assert(fc.asyncProperty(worlds, check), { numRuns: 12 })
})

test('live credit equals that of the files at the same parameters', async () => {
  const { input } = grow({ seed: 9, outcomes: 600 })
  const { parameters, byActor, credited } = await measureInfluence(input, wish)
  const live = new CreditAsItArrives(parameters)
  const { touches, outcomes } = input
  const sums = new Map<number, number>()
  let background = 0
  let next = 0
  for (let o = 0; o < outcomes.t.length; o++) {
    const t = outcomes.t[o] as number
    for (; next < touches.t.length && (touches.t[next] as number) <= t; next++) {
      live.hearTouch(touches.person[next] as number, {
        t: touches.t[next] as number,
        actor: touches.actor[next] as number,
        channel: touches.channel[next] as number,
      })
    }
    const now = live.creditNow(outcomes.person[o] as number, outcomes.type[o] as number, t)
    background += now.background
    now.touches.forEach(({ actor }, i) => {
      sums.set(actor, (sums.get(actor) ?? 0) + (now.parts[i] as number))
    })
  }
  expect(Math.abs(outcomes.t.length - background - credited)).toBeLessThan(1e-6 * credited)
  for (const { actor, credit } of byActor) {
    expect(Math.abs((sums.get(actor) ?? 0) - credit)).toBeLessThan(1e-6 * Math.max(1, credit))
  }
})

test('a post reaches those who follow when they act, and eight are kept of an author', () => {
  const parameters = {
    tauDays: 1,
    windowDays: 7,
    channels: 1,
    theta: Float64Array.of(2),
    multiplier: Float64Array.of(1, 1),
  }
  const live = new CreditAsItArrives(parameters)
  live.follow(1, 0)
  for (let i = 0; i < 10; i++) live.hearPost({ t: i * 60, actor: 0, channel: 0 })
  const { touches, background, parts } = live.creditNow(1, 0, 3600)
  expect(touches.map(({ t }) => t / 60)).toEqual([2, 3, 4, 5, 6, 7, 8, 9])
  expect(parts.reduce((sum, part) => sum + part, background)).toBeCloseTo(1, 12)
})

test('parts of an outcome by hand', () => {
  const parameters = {
    tauDays: 2,
    windowDays: 7,
    channels: 1,
    theta: Float64Array.of(4),
    multiplier: Float64Array.of(0.5),
  }
  const day = 86_400
  const touch = (t: number) => ({ t, actor: 0, channel: 0 })
  const { parts, background } = creditOutcome(parameters, 0, 10 * day, [
    touch(8 * day),
    touch(10 * day),
    touch(2 * day),
  ])
  // theta r exp(-2 / 2) / 2; a touch at the same instant and one out of the window have no part.
  const push = Math.exp(-1)
  expect([...parts]).toEqual([push / (1 + push), 0, 0])
  expect(background).toBeCloseTo(1 / (1 + push), 12)
})

describe('an unrelated community', () => {
  test('changes nobody’s credit beyond noise', async () => {
    const one = grow({ seed: 11, outcomes: 900, caused: 0.5 })
    const other = grow({ seed: 12, outcomes: 900, caused: 0.5 })
    const alone = await measureInfluence(one.input, wish)
    const both = await measureInfluence(beside(one.input, other.input), wish)
    const found = new Map(both.byActor.map((one) => [one.actor, one]))
    let total = 0
    for (const { actor, credit } of both.byActor)
      if (actor < one.input.names.length) total += credit
    expect(total).toBeGreaterThan(alone.interval.low)
    expect(total).toBeLessThan(alone.interval.high)
    for (const { actor, credit, low, high } of alone.byActor.slice(0, 20)) {
      const now = found.get(actor) ?? { credit: 0, low: 0, high: 0 }
      const noise = Math.max(high - low, now.high - now.low) / 2
      expect(Math.abs(now.credit - credit)).toBeLessThan(Math.max(2, noise))
    }
  })
})

describe('next to nothing', () => {
  const { input } = grow({ seed: 2 })
  const few = (count: number): InfluenceInput => ({
    ...input,
    outcomes: {
      t: input.outcomes.t.slice(0, count),
      person: input.outcomes.person.slice(0, count),
      type: input.outcomes.type.slice(0, count),
      value: input.outcomes.value.slice(0, count),
    },
  })

  test.each([0, 1, 3])('%i outcomes', async (count) => {
    const found = await measureInfluence(few(count), wish)
    expect(found.outcomes).toBe(count)
    expect(found.credited + found.background).toBe(count)
    expect(Number.isFinite(found.credited)).toBe(true)
    expect(found.byActor.every(({ enough }) => !enough)).toBe(true)
  })

  test('no touches: all is background', async () => {
    const none = new Int32Array(0)
    const touches = {
      t: new Float64Array(0),
      actor: none,
      person: none,
      channel: none,
      level: none,
      activity: none,
      parent: none,
    }
    const found = await measureInfluence({ ...input, touches }, wish)
    expect(found.credited).toBe(0)
    expect(found.background).toBe(found.outcomes)
  })
})

/** Two worlds side by side: own people, own strata, the same channels. */
function beside(one: InfluenceInput, other: InfluenceInput): InfluenceInput {
  const shift = one.names.length
  const ints = (a: Int32Array, b: Int32Array, by = 0) =>
    Int32Array.from([...a, ...b.map((value) => (value < 0 ? value : value + by))])
  const floats = (a: Float64Array, b: Float64Array) => Float64Array.from([...a, ...b])
  return {
    ...one,
    names: [...one.names, ...other.names.map((name) => `other ${name}`)],
    strata: [...one.strata, ...other.strata.map((name) => `other ${name}`)],
    stratum: ints(one.stratum, other.stratum, one.strata.length),
    joined: floats(one.joined, other.joined),
    listed: new Uint8Array(shift + other.names.length),
    touches: {
      t: floats(one.touches.t, other.touches.t),
      actor: ints(one.touches.actor, other.touches.actor, shift),
      person: ints(one.touches.person, other.touches.person, shift),
      channel: ints(one.touches.channel, other.touches.channel),
      level: ints(one.touches.level, other.touches.level),
      activity: ints(one.touches.activity, other.touches.activity, 1e6),
      parent: ints(one.touches.parent, other.touches.parent),
    },
    outcomes: {
      t: floats(one.outcomes.t, other.outcomes.t),
      person: ints(one.outcomes.person, other.outcomes.person, shift),
      type: ints(one.outcomes.type, other.outcomes.type),
      value: floats(one.outcomes.value, other.outcomes.value),
    },
  }
}
