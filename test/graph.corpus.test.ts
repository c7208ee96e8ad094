import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import {
  buildGraph,
  cascadeOf,
  chooseSeeds,
  findCommunities,
  findComponents,
  graphOfWindow,
  modularityOf,
  orderByTime,
  type ReadEdges,
  rankPages,
  reachOf,
  TextEdgeReader,
  type TextRules,
  windowsOf,
} from '#graph/index.ts'
import { seededChance } from '#vocabulary/index.ts'

const GRAPHS = fileURLToPath(new URL('../../shared/data/graph', import.meta.url))

function read(file: string, rules: TextRules = {}): ReadEdges {
  const reader = new TextEdgeReader(rules)
  reader.push(gunzipSync(readFileSync(`${GRAPHS}/${file}`)))
  return reader.end()
}

const here = existsSync(GRAPHS)
if (!here) process.stderr.write(`skipped: there is no ${GRAPHS}\n`)

describe.skipIf(!here)(`real graphs in ${GRAPHS}`, () => {
  it('finds communities of ego-Facebook at modularity 0.834 or more with any of five seeds, none disconnected', () => {
    const { list, header } = read('ego-facebook.txt.gz')
    expect(header).toEqual({ nodes: 4039, edges: 176_468 })
    const graph = buildGraph(list, { rows: 'both' })
    expect([graph.nodes, graph.edges]).toEqual([4039, 88_234])
    for (let seed = 1; seed <= 5; seed++) {
      const found = findCommunities(graph, { random: seededChance(seed, 'communities') })
      expect(found.modularity).toBeGreaterThan(0.834)
      expect(found.modularity).toBeCloseTo(modularityOf(graph, found.communities), 12)
      expect(findComponents(graph, found.communities).count).toBe(found.count)
    }
  })

  it('reaches on ego-Facebook what simulation says, within 2 %', () => {
    const { list } = read('ego-facebook.txt.gz')
    const cascade = cascadeOf(buildGraph(list, { rows: 'in' }), 'weighted-cascade')
    const { seeds, reach } = chooseSeeds(cascade, { k: 50, random: seededChance(1, 'seeds') })
    const { mean, error } = simulateForwards(list, seeds, 4_000, seededChance(2, 'worlds'))
    expect(error / mean).toBeLessThan(0.005)
    expect(Math.abs(reach.estimate / mean - 1)).toBeLessThan(0.02)
    // Other random numbers choose others that reach as far.
    for (let seed = 2; seed <= 4; seed++) {
      const other = chooseSeeds(cascade, { k: 50, random: seededChance(seed, 'seeds') })
      const random = seededChance(seed, 'reach')
      const again = reachOf(cascade, other.seeds, { random, sets: 200_000 })
      expect(Math.abs(again.estimate / mean - 1)).toBeLessThan(0.02)
    }
  })

  it('follows messages among students week by week', () => {
    const { list } = read('college-messages.txt.gz')
    expect([list.nodes, list.sources.length]).toEqual([1899, 59_835])
    const times = Float64Array.from(list.weights ?? [])
    const ordered = orderByTime({ list: { ...list, weights: null }, times })
    const windows = windowsOf(ordered, { width: 28 * 86_400, step: 14 * 86_400 })
    expect(windows.length).toBeGreaterThan(12)
    let start: Uint32Array | undefined
    for (const window of windows) {
      const graph = graphOfWindow(ordered, window, { rows: 'both' })
      const random = seededChance(1, 'weeks')
      const found = findCommunities(graph, { random, ...(start ? { start } : {}) })
      expect(findComponents(graph, found.communities).count).toBe(found.count)
      start = found.communities
    }
    const ranks = rankPages(buildGraph(list, { rows: 'in' })).ranks
    expect(ranks.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9)
  })
})

/** The weighted cascade forwards, world by world, on the edges as they stand in the file. */
function simulateForwards(
  { nodes, sources, targets }: ReadEdges['list'],
  seeds: number[],
  worlds: number,
  random: () => number,
) {
  const indegree = new Float64Array(nodes)
  const out = Array.from({ length: nodes }, (): number[] => [])
  sources.forEach((s, i) => {
    const t = targets[i] as number
    indegree[t] = (indegree[t] as number) + 1
    out[s]?.push(t)
  })
  let [sum, squares] = [0, 0]
  for (let world = 0; world < worlds; world++) {
    const reached = new Set(seeds)
    for (const v of reached) {
      for (const u of out[v] ?? []) {
        if (!reached.has(u) && random() * (indegree[u] as number) < 1) reached.add(u)
      }
    }
    sum += reached.size
    squares += reached.size ** 2
  }
  const mean = sum / worlds
  return { mean, error: Math.sqrt((squares / worlds - mean ** 2) / worlds) }
}
