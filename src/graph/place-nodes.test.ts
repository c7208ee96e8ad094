import { describe, expect, it } from 'vitest'
import { edgeList, KARATE, seededChance } from '#test/graphs.ts'
import { drawBlockModel } from './block-model.ts'
import { buildGraph, type Graph } from './csr.ts'
import { placeNodes } from './place-nodes.ts'

/** The mean distance of tied pairs over that of pairs drawn by chance. */
function closeness(graph: Graph): number {
  const { x, y } = placeNodes(graph)
  const between = (v: number, u: number) =>
    Math.hypot((x[v] as number) - (x[u] as number), (y[v] as number) - (y[u] as number))
  const random = seededChance(1, 'pairs')
  let [tied, any] = [0, 0]
  for (let v = 0; v < graph.nodes; v++) {
    for (let e = graph.offsets[v] as number; e < (graph.offsets[v + 1] as number); e++) {
      tied += between(v, graph.targets[e] as number)
      any += between(v, Math.floor(random() * graph.nodes))
    }
  }
  return tied / any
}

describe('places', () => {
  const karate = buildGraph(edgeList(34, KARATE), { rows: 'both' })

  it('lie in the picture, are apart, and the same each time', () => {
    const { x, y } = placeNodes(karate)
    expect(Math.min(...x, ...y)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...x, ...y)).toBeLessThanOrEqual(1)
    const spots = new Set([...x].map((place, v) => `${place.toFixed(3)} ${y[v]?.toFixed(3)}`))
    expect(spots.size).toBe(karate.nodes)
    expect(placeNodes(karate)).toEqual({ x, y })
  })

  it('bring those together who are tied', () => {
    expect(closeness(karate)).toBeLessThan(0.75)
    const random = seededChance(3, 'blocks')
    const { edges } = drawBlockModel({
      nodes: 3_000,
      edges: 12_000,
      blocks: 20,
      mixing: 0.1,
      random,
    })
    expect(closeness(buildGraph(edges, { rows: 'both' }))).toBeLessThan(0.6)
  })

  it('are there for nobody, for one, and for those who are not tied', () => {
    const apart = (nodes: number) =>
      buildGraph(
        { nodes, sources: new Uint32Array(), targets: new Uint32Array(), weights: null },
        { rows: 'both' },
      )
    expect(placeNodes(apart(0)).x).toHaveLength(0)
    expect([...placeNodes(apart(1)).x]).toEqual([0.5])
    expect(new Set(placeNodes(apart(9)).x).size).toBeGreaterThan(5)
  })
})
