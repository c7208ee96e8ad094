import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { buildGraph, drawBlockModel, findCommunities, TextEdgeReader } from '#graph/index.ts'
import { KARATE, seededChance } from '#test/graphs.ts'

/**
 * Leiden beside igraph's own, on graphs of many makes. Where CI runs, igraph has to be there
 * (ENISHI_REQUIRE_IGRAPH, set by .ci/run); elsewhere the comparison is left out, and says so.
 */
const python = ['python3', '/usr/bin/python3'].find(hasIgraph)
const isRequired = process.env.ENISHI_REQUIRE_IGRAPH === '1'
if (python === undefined) {
  process.stderr.write(
    'SKIPPED: no python3 with igraph here (Debian: apt-get install python3-igraph), so Leiden is not held to it.\n',
  )
}

/** What igraph reaches may differ by so much. */
const MODULARITY_NEAR = 0.002
const SEEDS = 3

const folder = mkdtempSync(join(tmpdir(), 'enishi-igraph-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Pairs = readonly (readonly [number, number])[]

const blocks = (nodes: number, edges: number, count: number, mixing: number) => (): Pairs => {
  const random = seededChance(nodes + edges + count, 'beside igraph')
  const { edges: drawn } = drawBlockModel({ nodes, edges, blocks: count, mixing, random })
  // igraph and we count self-loops of communities otherwise.
  return Array.from(drawn.sources, (source, i) => [source, drawn.targets[i] ?? 0] as const).filter(
    ([a, b]) => a !== b,
  )
}

/** Cliques of eight in a ring, one edge between neighbours: where resolution is at its limit. */
function ringOfCliques(cliques: number): Pairs {
  const pairs: [number, number][] = []
  for (let c = 0; c < cliques; c++) {
    for (let a = 0; a < 8; a++) for (let b = a + 1; b < 8; b++) pairs.push([8 * c + a, 8 * c + b])
    pairs.push([8 * c, 8 * ((c + 1) % cliques) + 1])
  }
  return pairs
}

/** Everybody beside their neighbours, a few far away (Watts and Strogatz 1998). */
function smallWorld(nodes: number): Pairs {
  const chance = seededChance(nodes, 'small world')
  return Array.from({ length: 3 * nodes }, (_, i) => {
    const from = i % nodes
    const step = 1 + Math.floor(i / nodes)
    const isFar = chance() < 0.1
    const to = isFar ? Math.floor(chance() * nodes) : (from + step) % nodes
    return [from, to] as const
  }).filter(([a, b]) => a !== b)
}

const FACEBOOK = fileURLToPath(
  new URL('../../shared/data/graph/ego-facebook.txt.gz', import.meta.url),
)

function facebook(): Pairs {
  const reader = new TextEdgeReader()
  reader.push(gunzipSync(readFileSync(FACEBOOK)))
  const { sources, targets } = reader.end().list
  return Array.from(sources, (a, i) => [a, targets[i] ?? 0] as const).filter(([a, b]) => a < b)
}

const GRAPHS: Record<string, () => Pairs> = {
  'the karate club': () => KARATE.map(([a, b]) => [a, b] as const),
  'a ring of 60 cliques': () => ringOfCliques(60),
  'a small world of 3,000': () => smallWorld(3_000),
  'sharp communities': blocks(2_000, 20_000, 20, 0.1),
  'blurred communities': blocks(2_000, 20_000, 20, 0.4),
  'many small communities': blocks(5_000, 30_000, 250, 0.2),
  'hardly any communities': blocks(2_000, 20_000, 8, 0.7),
  'no communities at all': blocks(1_500, 12_000, 1, 1),
  'sparse, in many pieces': blocks(4_000, 4_000, 40, 0.2),
  'a larger one': blocks(20_000, 200_000, 60, 0.3),
  ...(existsSync(FACEBOOK) ? { 'ego-Facebook': facebook } : {}),
}

it.runIf(isRequired)('igraph is there to be compared with', () => {
  expect(python).toBeDefined()
})

describe.skipIf(python === undefined)('communities beside igraph', () => {
  it.each(Object.entries(GRAPHS))(
    'of %s',
    (name, grow) => {
      const pairs = grow()
      const sources = Uint32Array.from(pairs, ([a]) => a)
      const targets = Uint32Array.from(pairs, ([, b]) => b)
      const nodes = 1 + pairs.reduce((most, [a, b]) => Math.max(most, a, b), 0)
      const graph = buildGraph({ nodes, sources, targets, weights: null }, { rows: 'both' })
      for (let seed = 1; seed <= SEEDS; seed++) {
        const { communities, modularity } = findCommunities(graph, {
          random: seededChance(seed, 'beside igraph'),
        })
        const judged = judge(pairs, communities)
        expect(modularity).toBeCloseTo(judged.modularity, 9)
        expect(judged.disconnected).toBe(0)
        const best = Math.max(...judged.found)
        if (seed === 1) console.log(name, modularity.toFixed(5), 'igraph', best.toFixed(5))
        expect(modularity).toBeGreaterThan(best - MODULARITY_NEAR)
      }
    },
    120_000,
  )
})

interface Judged {
  modularity: number
  disconnected: number
  found: number[]
}

function judge(pairs: Pairs, communities: Uint32Array): Judged {
  const files = ['pairs', 'membership'].map((name) => join(folder, name))
  const columns = [Uint32Array.from(pairs.flat()), communities]
  files.forEach((file, i) => {
    writeFileSync(file, new Uint8Array((columns[i] as Uint32Array).slice().buffer))
  })
  const script = fileURLToPath(new URL('./support/igraph-leiden.py', import.meta.url))
  const out = execFileSync(python ?? '', [script, ...files, String(SEEDS)], { encoding: 'utf8' })
  return JSON.parse(out) as Judged
}

function hasIgraph(command: string): boolean {
  try {
    execFileSync(command, ['-c', 'import igraph'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
