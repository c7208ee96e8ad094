import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededChance } from '#vocabulary/index.ts'
import { choosePlan, type PlanInput, type PlanLimits } from './choose-plan.ts'
import { pickTop } from './comparators.ts'
import { type Links, type LinksInput, linksOf } from './links.ts'
import { type ReasonGround, reasonsFor } from './reasons.ts'
import { expectedMoves, moveChances } from './spread.ts'

type Said = [actor: number, person: number, channel: number, times: number]

/** Parameters under which one touch has strength 0.01 x theta x multiplier. */
function linksFrom(people: number, said: readonly Said[], more: Partial<LinksInput> = {}): Links {
  const rows = said.flatMap(([actor, person, channel, times]) =>
    Array.from({ length: times }, () => ({ actor, person, channel })),
  )
  const column = (name: 'actor' | 'person' | 'channel') => Int32Array.from(rows, (row) => row[name])
  return linksOf({
    ...{ people, channels: 2, lookbackDays: 30, horizonDays: 30 },
    touches: { actor: column('actor'), person: column('person'), channel: column('channel') },
    ...{ theta: Float64Array.of(1, 3), tauDays: 1e-3, windowDays: 7 },
    ...{ multiplier: new Float64Array(people).fill(1), backgroundPerDay: 0.01 },
    ...{ settled: new Uint8Array(people), ...more },
  })
}

function limitsFor(nodes: number, more: Partial<PlanLimits> = {}): PlanLimits {
  return {
    ...{ people: 2, costs: new Float64Array(nodes).fill(1) },
    ...{ groups: Uint32Array.from({ length: nodes }, (_, v) => v), perGroupMax: 2, ...more },
  }
}

function inputFor(links: Links, more: Partial<PlanInput> = {}): PlanInput {
  return {
    ...{
      links,
      limits: limitsFor(links.people),
      ratios: new Float64Array(0),
      widening: 1,
      sway: 0,
    },
    ...{ followers: null, credit: new Float64Array(links.people), seed: 1, ...more },
  }
}

/** What seeds move, exactly: over all worlds of a few links; whoever only reaches themselves isn't moved. */
function exactMoves(links: Links, seeds: readonly number[], values?: Float64Array): number {
  const size = links.actor.length
  let sum = 0
  for (let world = 0; world < 2 ** size; world++) {
    let chance = 1
    const out = new Map<number, number[]>()
    for (let e = 0; e < size; e++) {
      const p = 1 - Math.exp(-(links.strength[e] as number))
      chance *= (world >> e) & 1 ? p : 1 - p
      if (((world >> e) & 1) === 0) continue
      const v = links.actor[e] as number
      out.set(v, [...(out.get(v) ?? []), links.person[e] as number])
    }
    for (let u = 0; u < links.people; u++) {
      const reached = new Set(seeds.filter((seed) => seed !== u))
      for (const v of reached) if (v !== u) for (const next of out.get(v) ?? []) reached.add(next)
      if (reached.has(u)) sum += chance * (values?.[u] ?? 1)
    }
  }
  return sum
}

/** The best of all choices that the limits allow. */
function bestMoves(links: Links, limits: PlanLimits, values?: Float64Array): number {
  let best = 0
  for (let subset = 0; subset < 2 ** links.people; subset++) {
    const seeds = Array.from({ length: links.people }, (_, v) => v).filter((v) => (subset >> v) & 1)
    if (isAllowed(seeds, limits)) best = Math.max(best, exactMoves(links, seeds, values))
  }
  return best
}

function isAllowed(
  seeds: readonly number[],
  { people, costs, budget, groups, perGroupMax }: PlanLimits,
) {
  const cost = seeds.reduce((sum, v) => sum + (costs[v] as number), 0)
  const ofGroup = (v: number) => seeds.filter((one) => groups[one] === groups[v]).length
  return (
    seeds.length <= people &&
    cost <= (budget ?? Number.MAX_VALUE) &&
    seeds.every((v) => ofGroup(v) <= perGroupMax)
  )
}

const world = fc.record({
  said: fc.uniqueArray(fc.tuple(fc.nat(5), fc.nat(5), fc.nat(1), fc.constantFrom(1, 5, 40, 200)), {
    maxLength: 8,
    selector: ([a, b, c]) => (a * 6 + b) * 2 + c,
  }),
  values: fc.array(fc.constantFrom(1, 2, 10), { minLength: 6, maxLength: 6 }),
  costs: fc.array(fc.constantFrom(1, 2, 3, Infinity), { minLength: 6, maxLength: 6 }),
  groups: fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
  budget: fc.constantFrom(undefined, 2, 4),
  perGroupMax: fc.constantFrom(1, 3),
})

describe('choosePlan', () => {
  it('stays within 1 - 1/e - eps of the best choice of people (property, exhaustive)', () => {
    fc.assert(
      fc.property(world, ({ said, values }) => {
        const links = linksFrom(6, said)
        const limits = limitsFor(6)
        const worth = Float64Array.from(values)
        const { chosen } = choosePlan(inputFor(links, { limits, values: worth }))
        const found = exactMoves(
          links,
          chosen.map(({ person }) => person),
          worth,
        )
        const best = bestMoves(links, limits, worth)
        expect(found).toBeGreaterThanOrEqual((1 - 1 / Math.E - 0.1) * best - 1e-12)
      }),
      { numRuns: 25 },
    )
  })

  it('keeps every limit, and what it promises of the best choice (property, exhaustive)', () => {
    fc.assert(
      fc.property(world, ({ said, values, costs, groups, budget, perGroupMax }) => {
        const links = linksFrom(6, said)
        const limits = limitsFor(6, {
          ...{ people: 3, costs: Float64Array.from(costs), budget, perGroupMax },
          groups: Uint32Array.from(groups),
        })
        const worth = Float64Array.from(values)
        const plan = choosePlan(inputFor(links, { limits, values: worth }))
        const people = plan.chosen.map(({ person }) => person)
        expect(isAllowed(people, limits)).toBe(true)
        const best = bestMoves(links, limits, worth)
        const found = exactMoves(links, people, worth)
        expect(found).toBeGreaterThanOrEqual(plan.guarantee * best - 1e-9)
        expect(plan.expected.low).toBeLessThanOrEqual(found * 1.01 + 1e-9)
        expect(plan.expected.high).toBeGreaterThanOrEqual(found * 0.99 - 1e-9)
      }),
      { numRuns: 25 },
    )
  })

  it('gives the same answer for the same seed', () => {
    const links = linksFrom(6, [
      [0, 1, 0, 9],
      [1, 2, 1, 4],
      [3, 4, 0, 7],
      [4, 5, 0, 30],
    ])
    const input = inputFor(links, { seed: 7 })
    expect(choosePlan(input)).toEqual(choosePlan(input))
  })

  it('answers for nobody who may be chosen, and for nobody who may be moved', () => {
    const links = linksFrom(3, [[0, 1, 0, 9]])
    const costs = new Float64Array(3).fill(Infinity)
    const none = choosePlan(inputFor(links, { limits: limitsFor(3, { costs }) }))
    expect(none).toMatchObject({ chosen: [], expected: { estimate: 0 } })
    const settled = linksFrom(3, [[0, 1, 0, 9]], { settled: Uint8Array.of(0, 1, 0) })
    expect(choosePlan(inputFor(settled)).expected.estimate).toBe(0)
  })
})

describe('beside usual rankings, in planted worlds', () => {
  /** A loud account with many followers whose words do nothing, and quiet ones whose words move. */
  function planted(seed: number) {
    const random = seededChance(seed, 'planted')
    const people = 400
    const said: Said[] = []
    for (let u = 20; u < people; u++) {
      said.push([0, u, 0, 20])
      for (let v = 1; v < 20; v++)
        if (random() < 0.08) said.push([v, u, 0, 1 + Math.floor(4 * random())])
    }
    const multiplier = Float64Array.from({ length: people }, (_, v) =>
      v === 0 ? 0.001 : 3 * random(),
    )
    const links = linksFrom(people, said, { multiplier })
    const followers = Float64Array.from({ length: people }, (_, v) => (v === 0 ? 900 : v))
    const credit = multiplier.map((one, v) => (v < 20 ? one * random() : 0))
    return inputFor(links, { followers, credit, seed, limits: limitsFor(people, { people: 4 }) })
  }

  it.each([1, 2, 3])(
    'is never below them by more than its bound, and leaves the loud one out (%i)',
    (seed) => {
      const input = planted(seed)
      const plan = choosePlan(input)
      expect(plan.chosen.map(({ person }) => person)).not.toContain(0)
      const found = expectedMoves(
        input.links,
        plan.chosen.map(({ person }) => person),
        undefined,
      )
      for (const { people, expected } of plan.comparators) {
        expect(people).toHaveLength(4)
        const theirs = expectedMoves(input.links, people, undefined)
        expect(found).toBeGreaterThanOrEqual(plan.guarantee * theirs)
        expect(Math.abs((expected?.estimate ?? 0) / theirs - 1)).toBeLessThan(0.05)
      }
      expect(plan.comparators.map(({ by }) => by)).toEqual(['followers', 'page-rank', 'credit'])
      const byFollowers = plan.comparators[0]?.expected?.estimate ?? 0
      expect(plan.expected.estimate).toBeGreaterThan(byFollowers)
    },
  )

  it('widens the interval by what replicates of theta say', () => {
    const input = planted(1)
    const plain = choosePlan(input).expected
    const ratios = Float64Array.from({ length: 2 * 101 }, (_, i) => 0.5 + Math.floor(i / 2) / 100)
    const wide = choosePlan({ ...input, ratios }).expected
    expect(wide.estimate).toBe(plain.estimate)
    // Theta between half and one and a half: nine tenths of it, widened by 1.25 as all intervals are.
    const half = 0.45 * 1.25 * wide.estimate
    expect(wide.estimate - wide.low).toBeGreaterThan(0.9 * half)
    expect(wide.estimate - wide.low).toBeLessThan(1.1 * half)
    expect(choosePlan({ ...input, ratios, widening: 2 }).expected.high).toBeGreaterThan(wide.high)
  })
})

describe('links and spread', () => {
  it('has the chances of the formula', () => {
    const links = linksFrom(
      3,
      [
        [0, 1, 0, 5],
        [0, 1, 1, 2],
        [1, 2, 0, 1],
      ],
      {
        ...{ horizonDays: 60, tauDays: 2, multiplier: Float64Array.of(1.5, 1, 1) },
      },
    )
    const inWindow = 1 - Math.exp(-7 / 2)
    const first = 1 - Math.exp(-2 * 0.01 * 1.5 * inWindow * (5 * 1 + 2 * 3))
    const second = 1 - Math.exp(-2 * 0.01 * inWindow)
    const chances = moveChances(links, [0])
    expect(chances.get(1)).toBeCloseTo(first, 12)
    expect(chances.get(2)).toBeCloseTo(first * second, 12)
  })

  it('leaves nobody above 1, and nobody reached by themselves', () => {
    const links = linksFrom(2, [
      [0, 1, 1, 100_000],
      [0, 0, 1, 9],
    ])
    expect(links.actor).toHaveLength(1)
    expect(moveChances(links, [0]).get(1)).toBe(1)
  })

  it('is exact on trees (property)', () => {
    const strength = fc.constantFrom(1, 5, 40, 200)
    const tree = fc.tuple(...[1, 2, 3, 4, 5].map((u) => fc.tuple(fc.nat(u - 1), strength)))
    fc.assert(
      fc.property(tree, (parents) => {
        const said = parents.map(([v, touches], i): Said => [v, i + 1, 0, touches])
        const links = linksFrom(6, said)
        expect(expectedMoves(links, [0], undefined)).toBeCloseTo(exactMoves(links, [0]), 9)
      }),
    )
  })

  it('is never too low where ways meet (property)', () => {
    fc.assert(
      fc.property(world, ({ said }) => {
        const links = linksFrom(6, said)
        const mean = expectedMoves(links, [0], undefined)
        expect(mean).toBeGreaterThanOrEqual(exactMoves(links, [0]) - 1e-9)
      }),
      { numRuns: 40 },
    )
  })
})

describe('pickTop', () => {
  it('passes over whoever does not fit', () => {
    const limits = limitsFor(5, {
      ...{ people: 3, budget: 6, costs: Float64Array.of(1, 5, 2, Infinity, 2) },
      ...{ groups: Uint32Array.of(0, 1, 0, 1, 2), perGroupMax: 1 },
    })
    expect(pickTop(Float64Array.of(9, 10, 8, 7, 1), limits)).toEqual([1, 0])
    expect(pickTop(Float64Array.of(9, 0, 8, 7, 1), limits)).toEqual([0, 4])
  })
})

describe('reasonsFor', () => {
  const links = linksFrom(8, [
    ...[2, 3, 4].map((u): Said => [0, u, 0, 50]),
    ...[5, 6].map((u): Said => [0, u, 0, 40]),
    [1, 2, 0, 50],
  ])
  const ground: ReasonGround = {
    links,
    community: Int32Array.of(-1, -1, 0, 0, 0, 1, 1, -1),
    stage: Int32Array.of(-1, -1, 2, 2, 1, 0, 0, -1),
    multiplier: Float64Array.of(2, 1, 1, 1, 1, 1, 1, 1),
    outcomes: Float64Array.of(12, 0, 0, 0, 0, 0, 0, 0),
    credit: Float64Array.of(3.5, 0, 0, 0, 0, 0, 0, 0),
  }

  it('tells whom they move and where, what they bridge, and what is behind them', () => {
    const [moves, bridges, ...rest] = reasonsFor(0, ground, 40)
    expect(moves).toMatchObject({ kind: 'moves', people: 3, community: 0, stage: 2 })
    expect(moves?.kind === 'moves' && moves.expected).toBeCloseTo(3 * (1 - Math.exp(-0.5)), 9)
    expect(bridges).toMatchObject({ kind: 'bridges', communities: [0, 1] })
    expect(rest).toEqual([
      { kind: 'outcomes', outcomes: 12, credit: 3.5 },
      { kind: 'pushes', times: 2 },
      { kind: 'not-contacted', days: 40 },
    ])
  })

  it('says only what is there', () => {
    const found = reasonsFor(1, ground, null)
    expect(found.map(({ kind }) => kind)).toEqual(['moves', 'not-contacted'])
    expect(found.at(-1)).toEqual({ kind: 'not-contacted', days: null })
  })
})
