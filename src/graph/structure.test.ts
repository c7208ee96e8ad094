import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  anyEdges,
  type Edge,
  edgeList,
  graphOf,
  KARATE,
  matrixOf,
  seededChance,
} from '#test/graphs.ts'
import { betweennessOf, pathsFor, sampleBetweenness } from './betweenness.ts'
import { bridgingOf, countTriangles } from './bridging.ts'
import { findComponents } from './components.ts'
import { coreNumbers } from './k-core.ts'
import { largestValues } from './largest.ts'
import { sortRowsByWeight } from './sort-rows.ts'
import { graphOfWindow, orderByTime, windowsOf } from './windows.ts'

/** Whether each two are tied, self-loops left out. */
function ties(nodes: number, edges: Edge[], isDirected = false): boolean[][] {
  return matrixOf(nodes, edges, isDirected).map((row, v) => row.map((w, u) => u !== v && w > 0))
}

const karate = graphOf(34, KARATE)

describe('findComponents', () => {
  it('joins exactly those between whom there is a way (property)', () => {
    fc.assert(
      fc.property(anyEdges, ({ nodes, edges }) => {
        const isTied = ties(nodes, edges)
        const reach = isTied.map((row, v) => row.map((tied, u) => tied || u === v))
        // Warshall's closure.
        for (let k = 0; k < nodes; k++) {
          for (let i = 0; i < nodes; i++) {
            for (let j = 0; j < nodes; j++) {
              if (reach[i]?.[k] && reach[k]?.[j]) (reach[i] as boolean[])[j] = true
            }
          }
        }
        const { component, count } = findComponents(graphOf(nodes, edges))
        reach.forEach((row, i) => {
          row.forEach((is, j) => {
            expect(component[i] === component[j]).toBe(is)
          })
        })
        expect(count).toBe(new Set(component).size)
      }),
    )
  })
})

describe('coreNumbers', () => {
  it('are those of peeling by hand (property)', () => {
    fc.assert(
      fc.property(anyEdges, ({ nodes, edges }) => {
        const isTied = ties(nodes, edges)
        const core = new Array<number>(nodes).fill(0)
        for (let k = 1; k < nodes; k++) {
          let left = Array.from({ length: nodes }, (_, v) => v)
          for (;;) {
            const stay = left.filter((v) => left.filter((u) => isTied[v]?.[u]).length >= k)
            if (stay.length === left.length) break
            left = stay
          }
          for (const v of left) core[v] = k
        }
        expect([...coreNumbers(graphOf(nodes, edges))]).toEqual(core)
      }),
    )
  })

  it('of the karate club go up to 4, for ten members', () => {
    const cores = coreNumbers(karate)
    expect(cores.filter((core) => core === 4)).toHaveLength(10)
    expect(Math.max(...cores)).toBe(4)
  })
})

/** Betweenness by listing every shortest path. */
function slowBetweenness(nodes: number, isTied: boolean[][]): number[] {
  const through = new Array<number>(nodes).fill(0)
  for (let s = 0; s < nodes; s++) {
    let paths: number[][] = [[s]]
    const seen = new Set([s])
    while (paths.length > 0) {
      const longer = paths.flatMap((path) =>
        Array.from({ length: nodes }, (_, u) => u)
          .filter((u) => isTied[path.at(-1) as number]?.[u] && !seen.has(u))
          .map((u) => [...path, u]),
      )
      for (const target of new Set(longer.map((path) => path.at(-1) as number))) {
        seen.add(target)
        const there = longer.filter((path) => path.at(-1) === target)
        for (const v of there.flatMap((path) => path.slice(1, -1))) {
          through[v] = (through[v] as number) + 1 / there.length
        }
      }
      paths = longer
    }
  }
  return through.map((count) => count / Math.max(1, nodes * (nodes - 1)))
}

describe('betweennessOf', () => {
  it('is the share of shortest paths, directed and undirected (property)', () => {
    fc.assert(
      fc.property(anyEdges, fc.boolean(), ({ nodes, edges }, isDirected) => {
        const slow = slowBetweenness(nodes, ties(nodes, edges, isDirected))
        const ours = betweennessOf(graphOf(nodes, edges, isDirected ? 'out' : 'both'))
        ours.forEach((one, v) => {
          expect(one).toBeCloseTo(slow[v] as number, 9)
        })
      }),
      { numRuns: 60 },
    )
  })

  it('of the karate club is 231.07 for the instructor and 160.55 for the president', () => {
    const counts = betweennessOf(karate).map((share) => (share * 34 * 33) / 2)
    expect(counts[0]).toBeCloseTo(231.0714, 3)
    expect(counts[33]).toBeCloseTo(160.5516, 3)
  })
})

describe('sampleBetweenness', () => {
  it('stays within epsilon of the exact values', () => {
    const exact = betweennessOf(karate)
    for (let seed = 1; seed <= 5; seed++) {
      const random = seededChance(seed, 'paths')
      const sampled = sampleBetweenness(karate, karate, { random, epsilon: 0.02, delta: 0.01 })
      const worst = Math.max(
        ...exact.map((one, v) => Math.abs(one - (sampled.betweenness[v] ?? 0))),
      )
      expect(worst).toBeLessThan(0.02)
      expect(worst).toBeGreaterThan(0)
    }
  })

  it('draws as many paths as the bound asks for', () => {
    // 0.5 / 0.01^2 (floor(log2 8) + 1 + ln 10) with 10 nodes on the longest path.
    expect(pathsFor(10, 0.01, 0.1)).toBe(31_513)
  })

  it('follows the direction of edges', () => {
    const line: Edge[] = [
      [0, 1],
      [1, 2],
    ]
    const options = { random: seededChance(1, 'line'), epsilon: 0.05 }
    const [out, into] = [graphOf(3, line, 'out'), graphOf(3, line, 'in')]
    const { betweenness } = sampleBetweenness(out, into, options)
    expect(Math.abs((betweenness[1] ?? 0) - 1 / 6)).toBeLessThan(0.05)
    expect([betweenness[0], betweenness[2]]).toEqual([0, 0])
  })
})

describe('bridgingOf', () => {
  it('is participation times effective size, both counted plainly (property)', () => {
    const groups = fc.array(fc.nat(3), { minLength: 14, maxLength: 14 })
    fc.assert(
      fc.property(anyEdges, groups, ({ nodes, edges }, given) => {
        const matrix = matrixOf(nodes, edges, false)
        const isTied = ties(nodes, edges)
        const found = bridgingOf(graphOf(nodes, edges), Uint32Array.from(given.slice(0, nodes)))
        for (let v = 0; v < nodes; v++) {
          const contacts = Array.from({ length: nodes }, (_, u) => u).filter((u) => isTied[v]?.[u])
          const weight = (some: number[]) => some.reduce((sum, u) => sum + (matrix[v]?.[u] ?? 0), 0)
          const shares = [0, 1, 2, 3].map(
            (g) => weight(contacts.filter((u) => given[u] === g)) / weight(contacts),
          )
          const participation =
            contacts.length === 0 ? 0 : 1 - shares.reduce((sum, share) => sum + share ** 2, 0)
          // Burt: of each contact, the share of the others that it is tied to, left out.
          const effective = contacts.reduce(
            (sum, u) => sum + 1 - contacts.filter((w) => isTied[u]?.[w]).length / contacts.length,
            0,
          )
          expect(found.participation[v]).toBeCloseTo(participation, 6)
          expect(found.effectiveSize[v]).toBeCloseTo(effective, 9)
          expect(found.leap[v]).toBeCloseTo(participation * effective, 6)
        }
      }),
    )
  })

  it('counts the 45 triangles of the karate club', () => {
    expect(countTriangles(karate).reduce((sum, one) => sum + one, 0) / 3).toBe(45)
    expect(countTriangles(karate)[0]).toBe(18)
  })

  it('puts whoever joins two cliques above everybody else', () => {
    const clique = (from: number): Edge[] =>
      [0, 1, 2, 3].flatMap((i) =>
        [0, 1, 2, 3].filter((j) => j > i).map((j): Edge => [from + i, from + j]),
      )
    const graph = graphOf(9, [...clique(0), ...clique(4), [8, 0], [8, 4]])
    const { leap } = bridgingOf(graph, Uint32Array.of(0, 0, 0, 0, 1, 1, 1, 1, 0))
    expect(largestValues(leap, 1)).toEqual([8])
    expect(leap[1]).toBe(0)
  })
})

describe('largestValues', () => {
  it('are the first of a full sort (property)', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.nat(8), (values, count) => {
        const sorted = [...values.keys()].sort(
          (a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b,
        )
        expect(largestValues(values, count)).toEqual(sorted.slice(0, count))
      }),
    )
  })
})

describe('sortRowsByWeight', () => {
  it('sorts each row by falling weight and loses nothing (property)', () => {
    const some = anyEdges.map(({ nodes, edges }) => ({
      nodes,
      edges: edges.map(([s, t], i): Edge => [s, t, ((i * 7919) % 97) / 97 + 0.001]),
    }))
    fc.assert(
      fc.property(some, ({ nodes, edges }) => {
        const graph = graphOf(nodes, edges, 'in')
        if (graph.weights === null) return
        const sorted = sortRowsByWeight(graph, graph.weights)
        for (let v = 0; v < nodes; v++) {
          const [from, to] = [graph.offsets[v] as number, graph.offsets[v + 1] as number]
          const row = (targets: Uint32Array, weights: Float32Array) =>
            Array.from(targets.subarray(from, to), (t, i): [number, number] => [
              t,
              weights[from + i] as number,
            ])
          const expected = row(graph.targets, graph.weights).sort(([, a], [, b]) => b - a)
          expect(row(sorted.targets, sorted.weights)).toEqual(expected)
        }
      }),
    )
  })
})

describe('windowsOf', () => {
  const timed = (times: number[]) =>
    orderByTime({
      list: edgeList(
        times.length + 1,
        times.map((_, i): Edge => [i, i + 1]),
      ),
      times: Float64Array.from(times),
    })

  it('holds each edge in exactly the windows that its time is in (property)', () => {
    const times = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 20 })
    const size = fc.integer({ min: 1, max: 30 })
    fc.assert(
      fc.property(times, size, size, fc.nat(5), (given, width, step, origin) => {
        const ordered = timed(given)
        const windows = windowsOf(ordered, { width, step, origin })
        for (const { from, until, start, end } of windows) {
          expect(Math.abs((from - origin) % step)).toBe(0)
          const inside = given.flatMap((t, i) => (t >= from && t < until ? [i] : []))
          expect([...ordered.order.subarray(start, end)].sort((a, b) => a - b)).toEqual(inside)
        }
        const held = windows.flatMap(({ start, end }) => [...ordered.order.subarray(start, end)])
        if (step <= width) expect(new Set(held).size).toBe(given.length)
      }),
    )
  })

  it('makes a graph of each, over the same nodes', () => {
    const ordered = timed([0, 5, 12])
    const windows = windowsOf(ordered, { width: 10 })
    const graphs = windows.map((window) => graphOfWindow(ordered, window, { rows: 'both' }))
    expect(graphs.map(({ nodes, edges }) => [nodes, edges])).toEqual([
      [4, 2],
      [4, 1],
    ])
  })
})
