/**
 * Random graphs with planted communities and a few very busy nodes: the degree-corrected block model
 * (Karrer and Newman, "Stochastic blockmodels and community structure in networks", Phys. Rev. E 83,
 * 016107, 2011). Weights of nodes follow a power law; one end of each edge is drawn by weight, the other
 * by weight within the same block, or with chance `mixing` from all nodes. For tests and benchmarks.
 *
 * Deviations: exactly `edges` edges are drawn (not a Poisson number); parallel edges and self-loops
 * occur, as they do in real logs. Time O(n + m).
 */
import type { EdgeList } from './edge-list.ts'
import { shuffled } from './shuffle.ts'

export interface BlockModelOptions {
  nodes: number
  edges: number
  blocks: number
  /** Chance that an edge ignores blocks. */
  mixing: number
  /** Exponent of the power law of weights; 2.5 unless said otherwise. */
  exponent?: number
  /** Numbers in [0, 1). */
  random: () => number
}

export interface BlockModel {
  edges: EdgeList
  /** The planted block of each node. */
  blocks: Uint32Array
}

/** Weights above this many times the least are cut, so that no node holds most of a block. */
const WEIGHT_MAX = 1000

/** A seeded graph: the same random numbers give the same edges. */
export function drawBlockModel(options: BlockModelOptions): BlockModel {
  const { nodes, edges, mixing, random, exponent = 2.5 } = options
  const blockCount = Math.max(1, Math.min(options.blocks, nodes))
  // Blocks are runs of nodes here, and nodes are renamed at the end.
  const starts = Uint32Array.from({ length: blockCount + 1 }, (_, b) =>
    Math.floor((b * nodes) / blockCount),
  )
  const upTo = new Float64Array(nodes + 1)
  for (let v = 0; v < nodes; v++) {
    const weight = Math.min((1 - random()) ** (-1 / (exponent - 1)), WEIGHT_MAX)
    upTo[v + 1] = (upTo[v] as number) + weight
  }
  const blockOf = new Uint32Array(nodes)
  for (let b = 0; b < blockCount; b++) blockOf.fill(b, starts[b], starts[b + 1])
  const name = shuffled(nodes, random)
  const sources = new Uint32Array(edges)
  const targets = new Uint32Array(edges)
  const guide = guideTo(upTo)
  for (let i = 0; i < edges; i++) {
    const s = drawBetween(upTo, guide, 0, nodes, random)
    const b = blockOf[s] as number
    const isMixed = random() < mixing
    const from = isMixed ? 0 : (starts[b] as number)
    const to = isMixed ? nodes : (starts[b + 1] as number)
    sources[i] = name[s] as number
    targets[i] = name[drawBetween(upTo, guide, from, to, random)] as number
  }
  const blocks = new Uint32Array(nodes)
  for (let v = 0; v < nodes; v++) blocks[name[v] as number] = blockOf[v] as number
  return { edges: { nodes, sources, targets, weights: null }, blocks }
}

/** Where to begin looking: of each of n equal parts of the sum, the first node that reaches into it. */
function guideTo(upTo: Float64Array): Uint32Array {
  const nodes = upTo.length - 1
  const guide = new Uint32Array(nodes + 1)
  const step = (upTo[nodes] as number) / nodes
  for (let part = 0, v = 0; part <= nodes; part++) {
    while (v < nodes - 1 && (upTo[v + 1] as number) <= part * step) v++
    guide[part] = v
  }
  return guide
}

/** A node from `from` up to `to`, with chance proportional to its weight (Chen and Asau's guide table). */
function drawBetween(
  upTo: Float64Array,
  guide: Uint32Array,
  from: number,
  to: number,
  random: () => number,
): number {
  const low = upTo[from] as number
  const at = low + random() * ((upTo[to] as number) - low)
  const nodes = upTo.length - 1
  let v = guide[Math.floor((at / (upTo[nodes] as number)) * nodes)] as number
  if (v < from) v = from
  while (v < to - 1 && (upTo[v + 1] as number) <= at) v++
  return v
}
