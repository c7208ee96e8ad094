/**
 * Graphs as compressed sparse rows: the neighbours of node v are `targets[offsets[v]]` up to
 * `targets[offsets[v + 1] - 1]`. Four bytes an entry, eight with weights.
 *
 * Parallel edges are merged by adding their weights (or by `noisy-or` where weights are chances:
 * 1 - (1 - p)(1 - q), at least one of two independent attempts succeeds). Self-loops stand aside in
 * `loops`, since most algorithms treat them apart. Edges of weight 0 are left out; their nodes stay.
 * Time O(n + m).
 */
import type { EdgeList } from './edge-list.ts'

/** Whether rows list whom a node points to (`out`), who points to it (`in`), or both as one (`both`). */
export type Rows = 'out' | 'in' | 'both'

export interface Graph {
  nodes: number
  rows: Rows
  /** nodes + 1 positions in `targets`. */
  offsets: Uint32Array
  targets: Uint32Array
  /** Parallel to `targets`; null where every weight is 1. */
  weights: Float32Array | null
  /** The weight of each node's self-loops; null where there are none. */
  loops: Float64Array | null
  /** Distinct edges, self-loops included; in a `both` graph each counts once. */
  edges: number
}

export interface BuildOptions {
  rows: Rows
  /** What becomes of the weights of parallel edges; `sum` unless said otherwise. */
  merge?: 'sum' | 'noisy-or'
}

/** The graph of an edge list. `both` enters each edge in the rows of both its ends. */
export function buildGraph(edges: EdgeList, { rows, merge = 'sum' }: BuildOptions): Graph {
  const isBoth = rows === 'both'
  const from = rows === 'in' ? edges.targets : edges.sources
  const to = rows === 'in' ? edges.sources : edges.targets
  const oriented = { nodes: edges.nodes, sources: from, targets: to, weights: edges.weights }
  const offsets = countRows(oriented, isBoth)
  const entries = offsets[edges.nodes] as number
  const targets = new Uint32Array(entries)
  const weights = edges.weights === null ? null : new Float32Array(entries)
  scatter(oriented, isBoth, offsets.slice(), targets, weights)
  const merged = mergeParallel(edges.nodes, offsets, targets, weights, merge)
  const loops = loopsOf(oriented, merge)
  const pairs = isBoth ? merged.targets.length / 2 : merged.targets.length
  const loopCount = loops === null ? 0 : loops.reduce((sum, one) => sum + (one > 0 ? 1 : 0), 0)
  return { nodes: edges.nodes, rows, offsets, ...merged, loops, edges: pairs + loopCount }
}

/** Row offsets before merging; self-loops and edges of weight 0 have no place. */
function countRows({ nodes, sources, targets, weights }: EdgeList, isBoth: boolean): Uint32Array {
  const offsets = new Uint32Array(nodes + 1)
  for (let i = 0; i < sources.length; i++) {
    const s = sources[i] as number
    const t = targets[i] as number
    if (s === t || (weights !== null && weights[i] === 0)) continue
    offsets[s + 1] = (offsets[s + 1] as number) + 1
    if (isBoth) offsets[t + 1] = (offsets[t + 1] as number) + 1
  }
  for (let v = 0; v < nodes; v++) {
    offsets[v + 1] = (offsets[v + 1] as number) + (offsets[v] as number)
  }
  return offsets
}

function scatter(
  edges: EdgeList,
  isBoth: boolean,
  cursor: Uint32Array,
  targets: Uint32Array,
  weights: Float32Array | null,
): void {
  const { sources: from, targets: to, weights: given } = edges
  for (let i = 0; i < from.length; i++) {
    const s = from[i] as number
    const t = to[i] as number
    const w = given === null ? 1 : (given[i] as number)
    if (s === t || w === 0) continue
    const at = cursor[s] as number
    cursor[s] = at + 1
    targets[at] = t
    if (weights !== null) weights[at] = w
    if (!isBoth) continue
    const back = cursor[t] as number
    cursor[t] = back + 1
    targets[back] = s
    if (weights !== null) weights[back] = w
  }
}

interface MergedRows {
  targets: Uint32Array
  weights: Float32Array | null
}

/** Merges equal targets of each row in place (first appearance keeps its place) and closes the gaps. */
function mergeParallel(
  nodes: number,
  offsets: Uint32Array,
  targets: Uint32Array,
  given: Float32Array | null,
  merge: 'sum' | 'noisy-or',
): MergedRows {
  let weights = given
  // Of each target, the position after its entry in the current row; stale ones lie before the row.
  const seenAfter = new Uint32Array(nodes)
  let end = 0
  for (let v = 0, e = 0; v < nodes; v++) {
    const rowEnd = offsets[v + 1] as number
    const rowStart = end
    for (; e < rowEnd; e++) {
      const t = targets[e] as number
      const w = weights === null ? 1 : (weights[e] as number)
      const seen = seenAfter[t] as number
      if (seen > rowStart) {
        weights ??= new Float32Array(targets.length).fill(1)
        const before = weights[seen - 1] as number
        weights[seen - 1] = merge === 'sum' ? before + w : 1 - (1 - before) * (1 - w)
        continue
      }
      targets[end] = t
      if (weights !== null) weights[end] = w
      seenAfter[t] = ++end
    }
    offsets[v + 1] = end
  }
  return { targets: fitted(targets, end), weights: weights === null ? null : fitted(weights, end) }
}

/** A view where little is wasted, else a copy that lets the rest go. */
function fitted<Numbers extends Uint32Array | Float32Array>(array: Numbers, length: number) {
  const fits = length > 0.8 * array.length
  return (fits ? array.subarray(0, length) : array.slice(0, length)) as Numbers
}

function loopsOf({ nodes, sources, targets, weights }: EdgeList, merge: 'sum' | 'noisy-or') {
  let loops: Float64Array | null = null
  for (let i = 0; i < sources.length; i++) {
    const v = sources[i] as number
    if (v !== targets[i]) continue
    const w = weights === null ? 1 : (weights[i] as number)
    loops ??= new Float64Array(nodes)
    const before = loops[v] as number
    loops[v] = merge === 'sum' ? before + w : 1 - (1 - before) * (1 - w)
  }
  return loops
}

/** Entries of the row of a node: its degree without self-loops. */
export function degreeOf({ offsets }: Graph, node: number): number {
  return (offsets[node + 1] as number) - (offsets[node] as number)
}

/**
 * The strength of each node: the weights of its row added up; a self-loop counts `loopTimes` times
 * (twice where an edge has two ends, once where it is an arc).
 */
export function strengthsOf(graph: Graph, loopTimes: 1 | 2): Float64Array {
  const { nodes, offsets, weights, loops } = graph
  const strengths = new Float64Array(nodes)
  for (let v = 0; v < nodes; v++) {
    const end = offsets[v + 1] as number
    let sum = weights === null ? end - (offsets[v] as number) : 0
    if (weights !== null) {
      for (let e = offsets[v] as number; e < end; e++) sum += weights[e] as number
    }
    strengths[v] = sum + loopTimes * (loops?.[v] ?? 0)
  }
  return strengths
}
