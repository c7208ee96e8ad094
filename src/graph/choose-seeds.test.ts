import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Edge, edgeList, KARATE, seededChance } from '#test/graphs.ts'
import { drawBlockModel } from './block-model.ts'
import { chooseSeeds, reachInOrder, reachOf } from './choose-seeds.ts'
import { buildGraph } from './csr.ts'
import { type Cascade, cascadeOf } from './reverse-sets.ts'

function cascade(nodes: number, edges: Edge[]): Cascade {
  return cascadeOf(buildGraph(edgeList(nodes, edges), { rows: 'in' }), 'weights')
}

/** The edges of a cascade with their chances, as it was meant. */
function edgesOf({ nodes, offsets, sources, chances }: Cascade): [number, number, number][] {
  const edges: [number, number, number][] = []
  for (let v = 0; v < nodes; v++) {
    const [start, end] = [offsets[v] as number, offsets[v + 1] as number]
    for (let e = start; e < end; e++) {
      edges.push([sources[e] as number, v, chances?.[e] ?? 1 / (end - start)])
    }
  }
  return edges
}

function reachedBy(seeds: Iterable<number>, out: Map<number, number[]>): Set<number> {
  const reached = new Set(seeds)
  for (const v of reached) for (const u of out.get(v) ?? []) reached.add(u)
  return reached
}

function outOf(edges: Iterable<readonly [number, number, ...unknown[]]>): Map<number, number[]> {
  const out = new Map<number, number[]>()
  for (const [source, target] of edges) {
    const known = out.get(source)
    if (known === undefined) out.set(source, [target])
    else known.push(target)
  }
  return out
}

/** The cascade forwards, world by world: what the seeds reach on average (and its standard error). */
function simulate(given: Cascade, seeds: number[], worlds: number, random: () => number) {
  const edges = edgesOf(given)
  let [sum, squares] = [0, 0]
  for (let world = 0; world < worlds; world++) {
    const size = reachedBy(seeds, outOf(edges.filter(([, , chance]) => random() < chance))).size
    sum += size
    squares += size * size
  }
  const mean = sum / worlds
  return { mean, error: Math.sqrt((squares / worlds - mean ** 2) / worlds) }
}

/** Exactly: over all worlds of a few edges. */
function exactReach(given: Cascade, seeds: number[], values?: number[]): number {
  const edges = edgesOf(given)
  let sum = 0
  for (let world = 0; world < 2 ** edges.length; world++) {
    const alive = edges.filter((_, i) => (world >> i) & 1)
    const chance = edges.reduce((p, [, , one], i) => p * ((world >> i) & 1 ? one : 1 - one), 1)
    for (const v of reachedBy(seeds, outOf(alive))) sum += chance * (values?.[v] ?? 1)
  }
  return sum
}

const tiny = fc.record({
  edges: fc.uniqueArray(
    fc.tuple(fc.nat(5), fc.nat(5), fc.constantFrom(0.05, 0.1, 0.3, 0.5, 0.9, 1)),
    { maxLength: 9, selector: ([a, b]) => a * 6 + b },
  ),
  seed: fc.nat(5),
})

describe('reachOf', () => {
  it('estimates what all worlds together say (property)', () => {
    fc.assert(
      fc.property(tiny, ({ edges, seed }) => {
        const given = cascade(6, edges.filter(([a, b]) => a !== b) as Edge[])
        const exact = exactReach(given, [seed])
        const random = seededChance(7, 'reach')
        const { estimate, low, high } = reachOf(given, [seed], {
          random,
          sets: 20_000,
          delta: 1e-6,
        })
        expect(Math.abs(estimate - exact)).toBeLessThan(0.13)
        expect(low).toBeLessThanOrEqual(exact)
        expect(high).toBeGreaterThanOrEqual(exact - 1e-9)
      }),
      { numRuns: 60 },
    )
  })

  it('counts value where people have one', () => {
    const given = cascade(3, [
      [0, 1, 0.5],
      [1, 2, 0.5],
    ])
    const values = Float64Array.of(0, 10, 30)
    const random = seededChance(1, 'values')
    const { estimate } = reachOf(given, [0], { random, sets: 200_000, values })
    expect(exactReach(given, [0], [...values])).toBe(12.5)
    expect(estimate).toBeGreaterThan(12.2)
    expect(estimate).toBeLessThan(12.8)
  })
})

/** Exactly, seeds not counted for being seeds: reached along at least one edge. */
function exactlyMoved(given: Cascade, seeds: number[], values?: number[]): number {
  const edges = edgesOf(given)
  let sum = 0
  for (let world = 0; world < 2 ** edges.length; world++) {
    const alive = edges.filter((_, i) => (world >> i) & 1)
    const chance = edges.reduce((p, [, , one], i) => p * ((world >> i) & 1 ? one : 1 - one), 1)
    for (let u = 0; u < given.nodes; u++) {
      // Whoever comes back to themselves was not moved by anybody else.
      const others = seeds.filter((seed) => seed !== u)
      const without = alive.filter(([source]) => source !== u)
      if (others.length > 0 && reachedBy(others, outOf(without)).has(u)) {
        sum += chance * (values?.[u] ?? 1)
      }
    }
  }
  return sum
}

describe('who is moved', () => {
  it('is estimated without counting seeds for being seeds, however rare moves are (property)', () => {
    const some = fc.record({
      edges: fc.uniqueArray(
        fc.tuple(fc.nat(5), fc.nat(5), fc.constantFrom(1e-5, 0.001, 0.05, 0.3, 0.9, 1)),
        { maxLength: 9, selector: ([a, b]) => a * 6 + b },
      ),
      seeds: fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 3 }),
      values: fc.array(fc.constantFrom(0, 1, 7), { minLength: 6, maxLength: 6 }),
    })
    fc.assert(
      fc.property(some, ({ edges, seeds, values }) => {
        const given = cascade(6, edges.filter(([a, b]) => a !== b) as Edge[])
        const exact = exactlyMoved(given, seeds, values)
        const found = reachInOrder(given, seeds, {
          ...{ random: seededChance(7, 'moved'), sets: 20_000, delta: 1e-6, counts: 'moved' },
          values: Float64Array.from(values),
        })
        expect(found.low).toBeLessThanOrEqual(exact * (1 + 1e-6))
        expect(found.high).toBeGreaterThanOrEqual(exact * (1 - 1e-6))
        expect(found.added.reduce((sum, one) => sum + one, 0)).toBeCloseTo(found.estimate, 9)
        seeds.forEach((seed, i) => {
          const alone = exactlyMoved(given, [seed], values)
          expect(Math.abs((found.alone[i] as number) - alone)).toBeLessThan(0.05 * (exact + 1))
        })
      }),
      { numRuns: 60 },
    )
  })

  it('tells a chance of one in a million apart from nothing', () => {
    const given = cascade(4, [
      [0, 1, 1e-6],
      [2, 3, 3e-6],
    ])
    const found = chooseSeeds(given, { k: 1, counts: 'moved', random: seededChance(1, 'rare') })
    expect(found.seeds).toEqual([2])
    expect(found.reach.estimate).toBeGreaterThan(2.9e-6)
    expect(found.reach.estimate).toBeLessThan(3.1e-6)
    const nobody = chooseSeeds(cascade(3, []), {
      ...{ k: 2, counts: 'moved', random: seededChance(1, 'none') },
    })
    expect(nobody).toMatchObject({ seeds: [], reach: { estimate: 0 } })
  })
})

describe('chooseSeeds', () => {
  const both = KARATE.flatMap(([a, b]): Edge[] => [
    [a, b],
    [b, a],
  ])
  const karate = cascadeOf(buildGraph(edgeList(34, both), { rows: 'in' }), 'weighted-cascade')

  it('reaches within 2 % of greedy by simulation, and of what it says itself, on the karate club', () => {
    const found = chooseSeeds(karate, { k: 3, random: seededChance(1, 'seeds') })
    const random = seededChance(2, 'worlds')
    const greedy: number[] = []
    while (greedy.length < 3) {
      const gains = Array.from({ length: 34 }, (_, v) =>
        greedy.includes(v) ? 0 : simulate(karate, [...greedy, v], 800, random).mean,
      )
      greedy.push(gains.indexOf(Math.max(...gains)))
    }
    const theirs = simulate(karate, greedy, 20_000, random)
    const ours = simulate(karate, found.seeds, 20_000, random)
    expect(ours.mean / theirs.mean).toBeGreaterThan(0.98)
    expect(Math.abs(found.reach.estimate / ours.mean - 1)).toBeLessThan(0.02)
    expect(found.reach.low).toBeLessThan(ours.mean)
    expect(found.reach.high).toBeGreaterThan(ours.mean)
  })

  it.each(['weighted-cascade', 'weights'] as const)(
    'says on a graph with hubs what simulation says: %s',
    (chances) => {
      const { edges } = drawBlockModel({
        nodes: 600,
        edges: 4_000,
        blocks: 6,
        mixing: 0.3,
        random: seededChance(4, 'model'),
      })
      const random = seededChance(5, 'chances')
      const weights = Float32Array.from(edges.sources, () => 0.02 + 0.1 * random() ** 3)
      const graph = buildGraph({ ...edges, weights }, { rows: 'in', merge: 'noisy-or' })
      const given = cascadeOf(graph, chances)
      const found = chooseSeeds(given, { k: 10, random: seededChance(1, 'seeds') })
      const { mean, error } = simulate(given, found.seeds, 3_000, seededChance(6, 'worlds'))
      expect(error / mean).toBeLessThan(0.006)
      expect(Math.abs(found.reach.estimate / mean - 1)).toBeLessThan(0.02)
      expect(found.guarantee).toBeGreaterThan(1 - 1 / Math.E - 0.1)
      // Greedy's own count is the optimistic one; the reach told comes from elsewhere.
      expect(found.cumulative.at(-1)).not.toBe(found.reach.estimate)
    },
  )

  it('chooses the centres of stars, in order of size', () => {
    const star = (middle: number, from: number, to: number) =>
      Array.from({ length: to - from }, (_, i): Edge => [middle, from + i, 1])
    const given = cascade(40, [...star(0, 1, 20), ...star(20, 21, 33), ...star(33, 34, 40)])
    const { seeds, reach } = chooseSeeds(given, { k: 3, random: seededChance(1, 'stars') })
    expect(seeds).toEqual([0, 20, 33])
    expect(reach.estimate).toBe(40)
  })

  it('spends a budget where it moves most, and leaves out whom it may not choose', () => {
    const star = (middle: number, from: number, to: number) =>
      Array.from({ length: to - from }, (_, i): Edge => [middle, from + i, 1])
    const given = cascade(40, [...star(0, 1, 20), ...star(20, 21, 33), ...star(33, 34, 40)])
    const costs = new Float64Array(40).fill(2)
    const choose = (budget: number) =>
      chooseSeeds(given, { k: 40, costs, budget, random: seededChance(1, 'budget') }).seeds
    costs[0] = 10
    // 13 + 7 of 40 for 4 is more than 20 for 10 would be within a budget of 4.
    expect(choose(4)).toEqual([20, 33])
    // One dear centre beats what is cheap a unit: gain / cost alone would take leaves first.
    costs.fill(1.9)
    costs[0] = 10
    costs[20] = Infinity
    expect(choose(10)).toContain(0)
    const unlimited = chooseSeeds(given, { k: 3, costs, random: seededChance(1, 'free') })
    expect(unlimited.seeds).not.toContain(20)
  })

  it('takes no more of a group than allowed', () => {
    const groups = Uint32Array.from({ length: 34 }, (_, v) => (v < 17 ? 0 : 1))
    const options = { k: 6, groups, perGroupMax: 2, random: seededChance(1, 'groups') }
    const { seeds } = chooseSeeds(karate, options)
    expect(seeds.filter((v) => v < 17)).toHaveLength(2)
    expect(seeds).toHaveLength(4)
  })

  it('answers for one person, for nobody linked and for as many seeds as people', () => {
    const choose = (nodes: number, k: number) =>
      chooseSeeds(cascade(nodes, []), { k, random: seededChance(1, 'few') })
    expect(choose(1, 1)).toMatchObject({ seeds: [0], reach: { estimate: 1, high: 1 } })
    expect(choose(5, 5).seeds.toSorted()).toEqual([0, 1, 2, 3, 4])
    expect(choose(5, 5).reach.estimate).toBe(5)
  })

  it('says what its choice is worth where there is no room for more sets, or nobody can be paid', () => {
    const found = chooseSeeds(karate, { k: 3, membersMax: 100, random: seededChance(1, 'room') })
    expect(found.seeds).toHaveLength(3)
    expect(found.guarantee).toBeLessThan(1 - 1 / Math.E - 0.1)
    const costs = new Float64Array(34).fill(5)
    const none = chooseSeeds(karate, { k: 3, costs, budget: 4, random: seededChance(1, 'poor') })
    expect(none).toMatchObject({ seeds: [], reach: { estimate: 0, low: 0 } })
  })
})
