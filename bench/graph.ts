/**
 * The graph core on generated graphs (degree-corrected block model, seeded), beside graphology (up to
 * 2 M edges: it has no answer at 10 M) and igraph (where a python3 with it is installed), in the same
 * run. Every part runs in a process of its own; told are processor seconds, which other work on the
 * machine disturbs less than the clock, the clock, and the most memory that was resident.
 * Usage: node bench/graph.ts [edges …]       1000000 unless said otherwise
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drawBlockModel } from '#graph/index.ts'
import { seededChance } from '#vocabulary/index.ts'
import { describeMachine } from './measure.ts'

/** What one part of one program took. */
interface Timed {
  part: 'load' | 'pagerank' | 'communities' | 'seeds'
  cpu: number
  wall: number
  /** Modularity, reach or the largest rank: what came out. */
  result?: number
}

interface Measured {
  program: string
  parts: Timed[]
  memoryMb: number
}

const GRAPHOLOGY_EDGES_MAX = 2_000_000
const PARTS = ['load', 'pagerank', 'communities', 'seeds'] as const

const here = fileURLToPath(new URL('.', import.meta.url))
const sizes = process.argv.slice(2).map(Number)
const python = ['python3', '/usr/bin/python3'].find(hasIgraph)
const folder = mkdtempSync(join(tmpdir(), 'enishi-bench-graph-'))
console.log(describeMachine())
try {
  for (const edges of sizes.length > 0 ? sizes : [1_000_000]) compare(edges)
} finally {
  rmSync(folder, { recursive: true })
}

function compare(edges: number): void {
  const nodes = Math.max(10, Math.round(edges / 10))
  const file = join(folder, `${edges}.u32`)
  writePairs(file, nodes, edges)
  console.log(`\n${nodes} nodes, ${edges} edges, undirected`)
  const ours = run('enishi', process.execPath, [join(here, 'graph-ours.ts'), file])
  print(ours, ours)
  if (edges <= GRAPHOLOGY_EDGES_MAX) {
    print(run('graphology', process.execPath, [join(here, 'graph-graphology.ts'), file]), ours)
  }
  if (python === undefined) console.log('igraph: no python3 with igraph here')
  else print(run('igraph', python, [join(here, 'graph-igraph.py'), file]), ours)
}

function writePairs(file: string, nodes: number, count: number): void {
  const random = seededChance(1, 'bench')
  const { edges } = drawBlockModel({ nodes, edges: count, blocks: 100, mixing: 0.3, random })
  const pairs = new Uint32Array(count * 2)
  edges.sources.forEach((source, i) => {
    pairs[2 * i] = source
    pairs[2 * i + 1] = edges.targets[i] as number
  })
  writeFileSync(file, new Uint8Array(pairs.buffer))
}

function run(program: string, command: string, args: string[]): Measured {
  const out = execFileSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 26 })
  return { program, ...(JSON.parse(out) as Omit<Measured, 'program'>) }
}

function hasIgraph(command: string): boolean {
  try {
    execFileSync(command, ['-c', 'import igraph'], { stdio: 'ignore' })
    return true
  } catch (error) {
    // No such command, or no such module: both mean that there is none to compare with.
    return error === undefined
  }
}

function print({ program, parts, memoryMb }: Measured, ours: Measured): void {
  for (const part of PARTS) {
    const theirs = parts.find((one) => one.part === part)
    const own = ours.parts.find((one) => one.part === part)
    if (theirs === undefined || own === undefined) continue
    const ratio = program === ours.program ? '' : `${(theirs.cpu / own.cpu).toFixed(2)} times ours`
    const result = theirs.result === undefined ? '' : `-> ${theirs.result.toPrecision(6)}`
    console.log(
      `${program.padEnd(11)}${part.padEnd(12)}${theirs.cpu.toFixed(2).padStart(8)} CPU s ${theirs.wall.toFixed(2).padStart(8)} s  ${ratio} ${result}`,
    )
  }
  console.log(`${program.padEnd(11)}memory      ${memoryMb.toFixed(0).padStart(8)} MB at most`)
}
