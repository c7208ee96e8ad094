import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyEdges, type Edge, graphOf, KARATE, matrixOf, seededChance } from '#test/graphs.ts'
import { drawBlockModel } from './block-model.ts'
import { findComponents } from './components.ts'
import { buildGraph, type Graph } from './csr.ts'
import { findCommunities, NO_COMMUNITY } from './leiden.ts'
import { modularityOf } from './modularity.ts'

/** Modularity as it is written: over all pairs. */
function slowModularity(matrix: number[][], communities: ArrayLike<number>): number {
  const twice = matrix.map((row, v) => row.map((one, u) => (u === v ? 2 * one : one)))
  const strengths = twice.map((row) => row.reduce((sum, one) => sum + one, 0))
  const total = strengths.reduce((sum, one) => sum + one, 0)
  if (total === 0) return 0
  let sum = 0
  twice.forEach((row, v) => {
    row.forEach((one, u) => {
      if (communities[u] !== communities[v]) return
      sum += one - ((strengths[u] ?? 0) * (strengths[v] ?? 0)) / total
    })
  })
  return sum / total
}

/** The best of all partitions, by trying each. */
function bestModularity(matrix: number[][]): number {
  let best = -1
  const groups = new Array<number>(matrix.length).fill(0)
  const tryFrom = (v: number, used: number) => {
    if (v === matrix.length) {
      best = Math.max(best, slowModularity(matrix, groups))
      return
    }
    for (let g = 0; g <= used; g++) {
      groups[v] = g
      tryFrom(v + 1, Math.max(used, g + 1))
    }
  }
  tryFrom(0, 0)
  return best
}

function expectConnected(graph: Graph, communities: Uint32Array): void {
  const count = new Set(communities).size
  expect(findComponents(graph, communities).count).toBe(count)
}

/** How alike two partitions are: normalised mutual information. */
function likeness(a: Uint32Array, b: Uint32Array): number {
  const joint = new Map<number, number>()
  const [inA, inB] = [new Map<number, number>(), new Map<number, number>()]
  const more = (map: Map<number, number>, key: number) => map.set(key, (map.get(key) ?? 0) + 1)
  a.forEach((one, v) => {
    more(joint, one * 1e6 + (b[v] as number))
    more(inA, one)
    more(inB, b[v] as number)
  })
  const entropy = (map: Map<number, number>) =>
    -[...map.values()].reduce((sum, n) => sum + (n / a.length) * Math.log(n / a.length), 0)
  const shared = entropy(inA) + entropy(inB) - entropy(joint)
  return (2 * shared) / (entropy(inA) + entropy(inB))
}

describe('modularityOf', () => {
  it('is the sum over all pairs, self-loops twice (property)', () => {
    fc.assert(
      fc.property(anyEdges, fc.array(fc.nat(4), { minLength: 14 }), ({ nodes, edges }, groups) => {
        const communities = Uint32Array.from(groups.slice(0, nodes))
        const slow = slowModularity(matrixOf(nodes, edges, false), communities)
        expect(modularityOf(graphOf(nodes, edges), communities)).toBeCloseTo(slow, 9)
      }),
    )
  })
})

describe('findCommunities', () => {
  it('reaches the best known modularity of the karate club, 0.4198, with any of ten seeds', () => {
    const graph = graphOf(34, KARATE)
    for (let seed = 1; seed <= 10; seed++) {
      const found = findCommunities(graph, { random: seededChance(seed, 'communities') })
      expect(found.modularity).toBeCloseTo(0.41979, 5)
      expect(found.count).toBe(4)
      expectConnected(graph, found.communities)
    }
  })

  it('finds the best of all partitions on small graphs, nearly always (property)', () => {
    const small = anyEdges.filter(({ nodes }) => nodes <= 7)
    let [runs, near] = [0, 0]
    fc.assert(
      fc.property(small, fc.nat(1000), ({ nodes, edges }, seed) => {
        const graph = graphOf(nodes, edges)
        const { modularity } = findCommunities(graph, { random: seededChance(seed, 'x') })
        const best = bestModularity(matrixOf(nodes, edges, false))
        runs += 1
        if (modularity > best - 0.02) near += 1
        expect(modularity).toBeGreaterThan(best - 0.25)
        expect(modularity).toBeLessThan(best + 1e-9)
      }),
      { numRuns: 150 },
    )
    // Moves that each gain can end beside the best: it happens to a graph in a hundred or two.
    expect(near / runs).toBeGreaterThan(0.95)
  })

  it('leaves no community disconnected and tells the modularity it has (property)', () => {
    fc.assert(
      fc.property(anyEdges, fc.nat(1000), ({ nodes, edges }, seed) => {
        const graph = graphOf(nodes, edges)
        const found = findCommunities(graph, { random: seededChance(seed, 'x'), runs: 1 })
        expectConnected(graph, found.communities)
        expect(found.modularity).toBeCloseTo(modularityOf(graph, found.communities), 12)
        expect(found.passes).toBeGreaterThanOrEqual(2)
        // Numbered in order of first appearance.
        const firsts = [...new Set(found.communities)]
        expect(firsts).toEqual(firsts.map((_, i) => i))
        expect(found.count).toBe(firsts.length)
      }),
    )
  })

  it('does not depend on the scale of weights', () => {
    const scaled = (by: number) => KARATE.map(([a, b]): Edge => [a, b, by])
    const search = (by: number) =>
      findCommunities(graphOf(34, scaled(by)), { random: seededChance(1, 'x'), runs: 1 })
    const plain = search(1)
    for (const by of [2 ** -20, 2 ** 30]) expect(search(by).communities).toEqual(plain.communities)
  })

  it('finds planted communities, also where it orders nodes anew, and none disconnected', () => {
    const drawn = { nodes: 30_000, edges: 300_000, blocks: 25, mixing: 0.25 }
    const { edges, blocks } = drawBlockModel({ ...drawn, random: seededChance(5, 'model') })
    const graph = buildGraph(edges, { rows: 'both' })
    const found = findCommunities(graph, { random: seededChance(1, 'x') })
    expect(found.modularity).toBeGreaterThan(modularityOf(graph, blocks) - 0.002)
    expect(likeness(found.communities, blocks)).toBeGreaterThan(0.9)
    expectConnected(graph, found.communities)
    expect(found.modularity).toBeCloseTo(modularityOf(graph, found.communities), 12)
  })

  it('goes on from where it was: a warm start is never worse, and newcomers find their place', () => {
    const drawn = { nodes: 2_000, edges: 16_000, blocks: 8, mixing: 0.2 }
    const { edges } = drawBlockModel({ ...drawn, random: seededChance(9, 'model') })
    const graph = buildGraph(edges, { rows: 'both' })
    const cold = findCommunities(graph, { random: seededChance(1, 'x'), runs: 1 })
    const start = cold.communities.map((one, v) => (v % 10 === 0 ? NO_COMMUNITY : one + 70_000))
    const warm = findCommunities(graph, { random: seededChance(2, 'x'), start })
    expect(warm.modularity).toBeGreaterThan(cold.modularity - 0.001)
    expect(likeness(warm.communities, cold.communities)).toBeGreaterThan(0.9)
    expectConnected(graph, warm.communities)
  })

  it('splits what a warm start wrongly joined', () => {
    const graph = graphOf(4, [
      [0, 1],
      [2, 3],
    ])
    const start = Uint32Array.of(7, 7, 7, 7)
    const { communities } = findCommunities(graph, { random: seededChance(1, 'x'), start })
    expect([...communities]).toEqual([0, 0, 1, 1])
  })

  it('answers for graphs of nobody, of one person, without edges and of self-loops only', () => {
    const search = (nodes: number, edges: Edge[]) =>
      findCommunities(graphOf(nodes, edges), { random: seededChance(1, 'x') })
    expect(search(0, [])).toMatchObject({ count: 0, modularity: 0 })
    expect(search(1, [[0, 0]])).toMatchObject({ count: 1, modularity: 0 })
    expect(search(3, [])).toMatchObject({ count: 3, modularity: 0 })
    const loops = search(2, [
      [0, 0],
      [1, 1],
    ])
    expect([...loops.communities]).toEqual([0, 1])
    expect(loops.modularity).toBeCloseTo(0.5, 12)
  })
})
