import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CreditParameters } from './credit.ts'
import { Hops } from './hops.ts'
import { timelineOf } from './timeline.ts'

const DAY = 86_400
const PEOPLE = 5
const CHANNELS = 2
const TYPES = 2

interface OneTouch {
  day: number
  actor: number
  person: number
  channel: number
  activity: number
  parent: number
}

const PARAMETERS: CreditParameters = {
  ...{ tauDays: 2, windowDays: 7, channels: CHANNELS },
  // By type and channel: on average 3 and 1.
  theta: Float64Array.of(4, 1, 2, 1),
  multiplier: Float64Array.of(1, 2, 0.5, 1, 3),
}

function hopsOf(touches: readonly OneTouch[], parameters = PARAMETERS) {
  const ints = (of: (touch: OneTouch) => number) => Int32Array.from(touches, of)
  const timeline = timelineOf(
    {
      t: Float64Array.from(touches, ({ day }) => day * DAY),
      actor: ints(({ actor }) => actor),
      person: ints(({ person }) => person),
      channel: ints(({ channel }) => channel),
      level: ints(() => 0),
      activity: ints(({ activity }) => activity),
      parent: ints(({ parent }) => parent),
    },
    PEOPLE,
  )
  const hops = new Hops(timeline, parameters, TYPES)
  /** Of a touch, by its place in what came in. */
  return (touch: number, most: number) => hops.behind(timeline.row.indexOf(touch), most)
}

/**
 * Gamma by enumeration, nothing dropped and nothing kept: every chain of at most `most` touches that
 * leads back from one, and at the end of each the product of its parts.
 */
function behindSlowly(touches: readonly OneTouch[], from: number, most: number): number[] {
  const sums = new Array<number>(PEOPLE).fill(0)
  for (const chain of chainsBehind(touches, from, most)) {
    const last = touches[chain.at(-1)?.touch ?? -1]
    if (last === undefined) continue
    const part = chain.reduce((product, step) => product * step.part, 1)
    sums[last.actor] = (sums[last.actor] ?? 0) + part
  }
  return sums
}

interface Link {
  touch: number
  part: number
}

function chainsBehind(touches: readonly OneTouch[], from: number, most: number): Link[][] {
  if (most === 0) return []
  return linksBehind(touches, from).flatMap((link) => [
    [link],
    ...chainsBehind(touches, link.touch, most - 1).map((rest) => [link, ...rest]),
  ])
}

/** What stands right behind a touch: its parent whole, else what had reached its actor, in parts. */
function linksBehind(touches: readonly OneTouch[], from: number): Link[] {
  const own = touches[from]
  if (own === undefined) return []
  if (own.parent >= 0) {
    // The activity as it reached whoever has the lowest number, the earliest.
    const carrying = touches.flatMap((one, touch) => (one.activity === own.parent ? [touch] : []))
    const key = (touch: number) => [touches[touch]?.person ?? 0, touches[touch]?.day ?? 0, touch]
    const [first] = carrying.sort((a, b) => compare(key(a), key(b)))
    return first === undefined ? [] : [{ touch: first, part: 1 }]
  }
  const reached = touches.flatMap((one, touch) => {
    // In seconds, as times are kept: what is just within a window must not depend on rounding.
    const oldest = own.day * DAY - PARAMETERS.windowDays * DAY
    const isWithin = one.day < own.day && one.day * DAY >= oldest
    if (one.person !== own.actor || !isWithin) return []
    const days = own.day - one.day
    const theta = [3, 1][one.channel] ?? 0
    const multiplier = PARAMETERS.multiplier[one.actor] ?? 1
    return [{ touch, push: (theta * multiplier * Math.exp(-days / 2)) / 2 }]
  })
  const all = reached.reduce((sum, { push }) => sum + push, 1)
  return reached.map(({ touch, push }) => ({ touch, part: push / all }))
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [i, one] of a.entries()) {
    const other = b[i] ?? 0
    if (one !== other) return one - other
  }
  return 0
}

const touch = (of: Partial<OneTouch>): OneTouch => ({
  ...{ day: 0, actor: 0, person: 1, channel: 0, activity: -1, parent: -1 },
  ...of,
})

describe('hops', () => {
  it('give what an activity answers the whole of it, hop by hop', () => {
    const chain = [
      touch({ day: 1, actor: 1, person: 2, activity: 10 }),
      touch({ day: 2, actor: 2, person: 3, activity: 11, parent: 10 }),
      touch({ day: 3, actor: 3, person: 4, activity: 12, parent: 11 }),
    ]
    const behind = hopsOf(chain)
    expect([...behind(2, 1)]).toEqual([[2, 1]])
    expect(new Map(behind(2, 2))).toEqual(
      new Map([
        [2, 1],
        [1, 1],
      ]),
    )
    expect(behind(2, 0).size).toBe(0)
    expect(behind(0, 3).size).toBe(0)
  })

  it('share out what had reached an author, leaving to themselves what is theirs', () => {
    const two = [
      touch({ day: 0, actor: 0, person: 1 }),
      touch({ day: 1, actor: 3, person: 1, channel: 1 }),
      touch({ day: 2, actor: 1, person: 2 }),
      // Later, or too long ago: no part.
      touch({ day: 2, actor: 4, person: 1 }),
      touch({ day: -6, actor: 4, person: 1 }),
    ]
    const [a, b] = [(3 * Math.exp(-1)) / 2, Math.exp(-0.5) / 2]
    const shares = hopsOf(two)(2, 3)
    expect([...shares.keys()].sort()).toEqual([0, 3])
    expect(shares.get(0)).toBeCloseTo(a / (1 + a + b), 12)
    expect(shares.get(3)).toBeCloseTo(b / (1 + a + b), 12)
  })

  it('end where activities answer each other, or what is not there', () => {
    const round = [
      touch({ day: 1, actor: 1, person: 2, activity: 1, parent: 2 }),
      touch({ day: 2, actor: 2, person: 1, activity: 2, parent: 1 }),
      touch({ day: 3, actor: 3, person: 1, activity: 3, parent: 99 }),
    ]
    const behind = hopsOf(round)
    expect(behind(0, 3).get(2)).toBe(2)
    expect(behind(0, 3).get(1)).toBe(1)
    expect(behind(2, 3).size).toBe(0)
  })

  it('are what enumerating every chain gives, but for parts below a thousandth', () => {
    const number = (max: number) => fc.integer({ min: 0, max })
    const one = fc.record({
      day: number(100).map((tenths) => tenths / 10),
      actor: number(PEOPLE - 1),
      person: number(PEOPLE - 1),
      channel: number(CHANNELS - 1),
      activity: number(4),
      parent: fc.oneof(fc.constant(-1), number(5)),
    })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 9 }), number(3), (touches, most) => {
        const behind = hopsOf(touches)
        for (const [from] of touches.entries()) {
          const slow = behindSlowly(touches, from, most)
          const shares = behind(from, most)
          for (const [person, expected] of slow.entries()) {
            const share = shares.get(person) ?? 0
            expect(share).toBeLessThanOrEqual(expected + 1e-9)
            // Each of the chains may lose a part that is too small, in each hop.
            expect(expected - share).toBeLessThan(1e-3 * most * touches.length + 1e-9)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('are exact where nothing is too small', () => {
    const one = fc.record({
      day: fc.integer({ min: 0, max: 3 }),
      actor: fc.integer({ min: 0, max: PEOPLE - 1 }),
      person: fc.integer({ min: 0, max: PEOPLE - 1 }),
    })
    const world = fc.array(one, { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(world, (some) => {
        const touches = some.map((of) => touch(of))
        const behind = hopsOf(touches)
        for (const [from] of touches.entries()) {
          const chains = chainsBehind(touches, from, 3)
          const isSmall = chains.some(
            (chain) => chain.reduce((product, { part }) => product * part, 1) < 1e-3,
          )
          if (isSmall) continue
          const slow = behindSlowly(touches, from, 3)
          for (const [person, expected] of slow.entries()) {
            expect(behind(from, 3).get(person) ?? 0).toBeCloseTo(expected, 12)
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})
