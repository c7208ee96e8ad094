import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyEdges, type Edge, graphOf, matrixOf, seededChance } from '#test/graphs.ts'
import { drawBlockModel } from './block-model.ts'
import { buildGraph } from './csr.ts'
import { rankPages } from './page-rank.ts'

/** Power iteration on the whole matrix in Float64: slow and plain. */
function slowRanks(matrix: number[][], damping: number): number[] {
  const n = matrix.length
  const out = matrix.map((row) => row.reduce((sum, one) => sum + one, 0))
  let ranks = new Array<number>(n).fill(1 / n)
  for (let turn = 0; turn < 400; turn++) {
    const dangling = ranks.reduce((sum, one, v) => (out[v] === 0 ? sum + one : sum), 0)
    ranks = ranks.map((_, v) => {
      const come = matrix.reduce(
        (sum, row, u) =>
          out[u] === 0 ? sum : sum + ((ranks[u] ?? 0) * (row[v] ?? 0)) / (out[u] ?? 1),
        0,
      )
      return (1 - damping) / n + damping * (come + dangling / n)
    })
  }
  return ranks
}

function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a, (one, i) => Math.abs(one - (b[i] ?? Number.NaN))).reduce((x, y) => x + y, 0)
}

describe('rankPages', () => {
  it('agrees with power iteration to 1e-6, directed and undirected (property)', () => {
    const damping = fc.constantFrom(0.5, 0.85, 0.95)
    fc.assert(
      fc.property(anyEdges, fc.boolean(), damping, ({ nodes, edges }, isDirected, d) => {
        const graph = graphOf(nodes, edges, isDirected ? 'in' : 'both')
        const { ranks } = rankPages(graph, { damping: d })
        expect(distance(ranks, slowRanks(matrixOf(nodes, edges, isDirected), d))).toBeLessThan(1e-6)
      }),
      { numRuns: 300 },
    )
  })

  it('is worked out by hand for a star: the middle has (1/n + d (n - 1)/n) / (1 + d)', () => {
    const n = 5
    const star = Array.from({ length: n - 1 }, (_, i): Edge => [0, i + 1])
    const { ranks } = rankPages(graphOf(n, star))
    const middle = (0.15 / n + 0.85 * (0.15 * ((n - 1) / n))) / (1 - 0.85 ** 2)
    expect(ranks[0]).toBeCloseTo(middle, 6)
  })

  it('stays within 1e-6 of Float64 on a graph of 20,000 edges with hubs and dangling nodes', () => {
    const { edges } = drawBlockModel({
      nodes: 3_000,
      edges: 20_000,
      blocks: 7,
      mixing: 0.3,
      random: seededChance(3, 'ranks'),
    })
    const { ranks, error } = rankPages(buildGraph(edges, { rows: 'in' }))
    expect(error).toBeLessThan(2e-7)
    expect(ranks.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12)
    expect(distance(ranks, sparsePowerIteration(edges))).toBeLessThan(1e-6)
  })

  it('ranks everybody alike where nobody is linked, and answers nothing for nobody', () => {
    expect([
      ...rankPages(
        graphOf(2, [
          [0, 0],
          [1, 1],
        ]),
      ).ranks,
    ]).toEqual([0.5, 0.5])
    expect(rankPages(graphOf(0, [])).ranks).toHaveLength(0)
  })
})

function sparsePowerIteration({
  nodes,
  sources,
  targets,
}: {
  nodes: number
  sources: Uint32Array
  targets: Uint32Array
}): Float64Array {
  const out = new Float64Array(nodes)
  for (const s of sources) out[s] = (out[s] as number) + 1
  let ranks = new Float64Array(nodes).fill(1 / nodes)
  for (let turn = 0; turn < 250; turn++) {
    const next = new Float64Array(nodes)
    const dangling = ranks.reduce((sum, one, v) => (out[v] === 0 ? sum + one : sum), 0)
    for (let i = 0; i < sources.length; i++) {
      const s = sources[i] as number
      const t = targets[i] as number
      next[t] = (next[t] as number) + (ranks[s] as number) / (out[s] as number)
    }
    ranks = next.map((come) => 0.15 / nodes + 0.85 * (come + dangling / nodes))
  }
  return ranks
}
