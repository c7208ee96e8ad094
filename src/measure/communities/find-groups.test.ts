import { describe, expect, it } from 'vitest'
import { buildGraph, drawBlockModel, findComponents, NO_COMMUNITY } from '#graph/index.ts'
import { seededChance } from '#vocabulary/index.ts'
import { findGroups } from './find-groups.ts'

function planted(seed: number, mixing = 0.08) {
  const random = seededChance(seed, 'planted')
  const { edges, blocks } = drawBlockModel({ nodes: 400, edges: 4_000, blocks: 8, mixing, random })
  return { graph: buildGraph(edges, { rows: 'both' }), blocks }
}

/** Pairs of nodes on which two partitions agree (Rand 1971), nodes in no group left out. */
function agreement(a: Uint32Array, b: Uint32Array): number {
  let [same, all] = [0, 0]
  for (let v = 0; v < a.length; v++) {
    if (a[v] === NO_COMMUNITY) continue
    for (let u = 0; u < v; u++) {
      if (a[u] === NO_COMMUNITY) continue
      all += 1
      if ((a[u] === a[v]) === (b[u] === b[v])) same += 1
    }
  }
  return same / all
}

describe('groups', () => {
  it.each([1, 2, 3])('are those that were planted (seed %i)', (seed) => {
    const { graph, blocks } = planted(seed)
    const { groups, count } = findGroups(graph, undefined, seededChance(1, 'find'))
    expect(count).toBe(8)
    expect(agreement(groups, blocks)).toBeGreaterThan(0.97)
  })

  it('are a partition into connected groups of five or more', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { graph } = planted(seed, 0.4)
      const { groups, count } = findGroups(graph, undefined, seededChance(seed, 'find'))
      const sizes = new Array<number>(count).fill(0)
      for (const group of groups) if (group !== NO_COMMUNITY) sizes[group] = (sizes[group] ?? 0) + 1
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(5)
      // As many components within groups as there are groups, but for nodes in none.
      const alone = groups.map((group, v) => (group === NO_COMMUNITY ? count + v : group))
      const { component } = findComponents(graph, alone)
      const inside = new Set(component.filter((_, v) => groups[v] !== NO_COMMUNITY))
      expect(inside.size).toBe(count)
    }
  })

  it('stay as they were when they are found from themselves', () => {
    const { graph } = planted(4, 0.3)
    const first = findGroups(graph, undefined, seededChance(1, 'find'))
    for (const seed of [2, 3, 4]) {
      const again = findGroups(graph, first.groups, seededChance(seed, 'find'))
      expect(again.count).toBe(first.count)
      expect(agreement(again.groups, first.groups)).toBe(1)
    }
  })

  it('part again where a start has put two together', () => {
    const { graph, blocks } = planted(5)
    const merged = blocks.map((block) => (block === 7 ? 6 : block))
    const { groups, count } = findGroups(graph, merged, seededChance(1, 'find'))
    expect(count).toBe(8)
    expect(agreement(groups, blocks)).toBeGreaterThan(0.97)
  })

  it('are none where nobody, or only a few, are tied', () => {
    const none = { nodes: 0, sources: new Uint32Array(), targets: new Uint32Array(), weights: null }
    expect(findGroups(buildGraph(none, { rows: 'both' }), undefined, () => 0.5).count).toBe(0)
    const pair = { nodes: 2, sources: Uint32Array.of(0), targets: Uint32Array.of(1), weights: null }
    const { groups, count } = findGroups(buildGraph(pair, { rows: 'both' }), undefined, () => 0.5)
    expect([count, ...groups]).toEqual([0, NO_COMMUNITY, NO_COMMUNITY])
  })
})
