import fc from 'fast-check'
import { buildGraph, type EdgeList, type Graph, type Rows } from '#graph/index.ts'

/** The graph core sees nothing outside; its tests take their random numbers from here. */
export { seededChance } from '#vocabulary/index.ts'

/**
 * W. W. Zachary, "An information flow model for conflict and fission in small groups", J. Anthropol. Res.
 * 33 (1977): 34 members of a karate club, 78 ties, numbered from 1.
 */
export const KARATE = [
  '1-2 1-3 1-4 1-5 1-6 1-7 1-8 1-9 1-11 1-12 1-13 1-14 1-18 1-20 1-22 1-32 2-3 2-4 2-8 2-14 2-18 2-20',
  '2-22 2-31 3-4 3-8 3-9 3-10 3-14 3-28 3-29 3-33 4-8 4-13 4-14 5-7 5-11 6-7 6-11 6-17 7-17 9-31 9-33',
  '9-34 10-34 14-34 15-33 15-34 16-33 16-34 19-33 19-34 20-34 21-33 21-34 23-33 23-34 24-26 24-28',
  '24-30 24-33 24-34 25-26 25-28 25-32 26-32 27-30 27-34 28-34 29-32 29-34 30-33 30-34 31-33 31-34',
  '32-33 32-34 33-34',
]
  .join(' ')
  .split(' ')
  .map((tie) => tie.split('-').map((one) => Number(one) - 1) as [number, number])

export type Edge = [source: number, target: number, weight?: number]

export function edgeList(nodes: number, edges: readonly Edge[]): EdgeList {
  return {
    nodes,
    sources: Uint32Array.from(edges, ([source]) => source),
    targets: Uint32Array.from(edges, ([, target]) => target),
    weights: edges.some(([, , weight]) => weight !== undefined)
      ? Float32Array.from(edges, ([, , weight]) => weight ?? 1)
      : null,
  }
}

export function graphOf(nodes: number, edges: readonly Edge[], rows: Rows = 'both'): Graph {
  return buildGraph(edgeList(nodes, edges), { rows })
}

/** Small graphs with self-loops, parallel edges, weights of 0, several parts and nodes without edges. */
export const anyEdges = fc.integer({ min: 1, max: 14 }).chain((nodes) => {
  const node = fc.nat(nodes - 1)
  const weight = fc.oneof(
    { weight: 3, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.constantFrom(0, 0.25, 0.5, 2, 3, 10) },
  )
  const edge = fc.tuple(node, node, weight)
  return fc.record({
    nodes: fc.constant(nodes),
    edges: fc.array(edge as fc.Arbitrary<Edge>, { maxLength: 40 }),
  })
})

/** Weights between all pairs, as a matrix: the slow reference of every graph. */
export function matrixOf(nodes: number, edges: readonly Edge[], isDirected: boolean): number[][] {
  const matrix = Array.from({ length: nodes }, () => new Array<number>(nodes).fill(0))
  const add = (from: number, to: number, weight: number) => {
    const row = matrix[from] as number[]
    row[to] = (row[to] as number) + weight
  }
  for (const [source, target, weight = 1] of edges) {
    add(source, target, weight)
    if (!isDirected && source !== target) add(target, source, weight)
  }
  return matrix
}
