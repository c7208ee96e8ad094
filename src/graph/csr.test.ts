import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyEdges, edgeList, graphOf, matrixOf } from '#test/graphs.ts'
import { buildGraph, type Graph, strengthsOf } from './csr.ts'
import { EdgeBuffer } from './edge-list.ts'

function toMatrix(graph: Graph): number[][] {
  return Array.from({ length: graph.nodes }, (_, v) => {
    const row = new Array<number>(graph.nodes).fill(0)
    for (let e = graph.offsets[v] as number; e < (graph.offsets[v + 1] as number); e++) {
      const u = graph.targets[e] as number
      expect(row[u], 'each neighbour stands once in a row').toBe(0)
      row[u] = graph.weights === null ? 1 : (graph.weights[e] as number)
    }
    row[v] = graph.loops?.[v] ?? 0
    return row
  })
}

describe('buildGraph', () => {
  it('holds the weights between all pairs, parallel edges added up (property)', () => {
    fc.assert(
      fc.property(anyEdges, ({ nodes, edges }) => {
        const list = edgeList(nodes, edges)
        expect(toMatrix(buildGraph(list, { rows: 'both' }))).toEqual(matrixOf(nodes, edges, false))
        const out = matrixOf(nodes, edges, true)
        expect(toMatrix(buildGraph(list, { rows: 'out' }))).toEqual(out)
        const transposed = out.map((row, i) => row.map((_, j) => out[j]?.[i]))
        expect(toMatrix(buildGraph(list, { rows: 'in' }))).toEqual(transposed)
      }),
    )
  })

  it('counts distinct edges, self-loops included and edges of weight 0 left out', () => {
    const graph = graphOf(4, [
      [0, 1],
      [1, 0],
      [2, 2],
      [2, 2],
      [1, 3, 0],
    ])
    expect(graph.edges).toBe(2)
    expect([...strengthsOf(graph, 2)]).toEqual([2, 2, 4, 0])
  })

  it('joins parallel chances as independent attempts', () => {
    const list = edgeList(2, [
      [0, 1, 0.5],
      [0, 1, 0.5],
      [0, 1, 1],
    ])
    const graph = buildGraph(list, { rows: 'in', merge: 'noisy-or' })
    expect(graph.weights?.[0]).toBe(1)
    const two = buildGraph(
      edgeList(2, [
        [0, 1, 0.5],
        [0, 1, 0.5],
      ]),
      { rows: 'in', merge: 'noisy-or' },
    )
    expect(two.weights?.[0]).toBe(0.75)
  })

  it('grows edge by edge, weights beginning late', () => {
    const buffer = new EdgeBuffer(1)
    for (let i = 0; i < 100; i++) buffer.add(i, i + 1, i < 50 ? 1 : 2)
    const { sources, targets, weights } = buffer.list(101)
    expect([...sources]).toEqual(Array.from({ length: 100 }, (_, i) => i))
    expect(targets[99]).toBe(100)
    expect([weights?.[49], weights?.[50], weights?.length]).toEqual([1, 2, 100])
  })
})
