/**
 * PageRank (Brin and Page, "The anatomy of a large-scale hypertextual Web search engine", 1998): where
 * a surfer is found who follows a link with chance d, in proportion to its weight, and else jumps
 * anywhere. Nodes without a link out ("dangling") jump anywhere.
 *
 * Solved as the linear system (I - d P') y = 1 with dangling nodes left out and y scaled to sum 1
 * afterwards, which has the same answer (Del Corso, Gullì, Romani, "Fast PageRank computation via a
 * sparse linear system", Internet Mathematics 2(3), 2005), by Gauss-Seidel sweeps: new values are used
 * at once. After a sweep that changed y by D (L1) the residual is at most d D, and the error of y at
 * most d D / (1 - d), since no column of P' sums above 1; the sweeps end when that is below the tolerance.
 *
 * Deviations: contributions are kept as Float32 and nodes are renumbered by falling degree, so that what
 * is read most lies close together (Float64 and given numbers cost about three times as much at 10 M
 * edges). A self-loop is an arc to oneself and counts once, also in an undirected graph.
 * Complexity: O(n + m) a sweep, some 20 sweeps; memory 8 bytes an entry and 24 a node.
 */
import { type Graph, strengthsOf } from './csr.ts'
import { nodesByDegree } from './nodes-by-degree.ts'

export interface PageRankOptions {
  /** d: the chance to follow a link. */
  damping?: number
  /** The L1 error allowed, beside the rounding of contributions. */
  tolerance?: number
  sweepsMax?: number
}

export interface PageRanks {
  /** Sums up to 1. */
  ranks: Float64Array
  sweeps: number
  /** A bound on the L1 error, rounding left out. */
  error: number
}

/** The graph with rows and numbers as the sweeps want them. */
interface Ordered {
  /** Node at each place, most neighbours first. */
  nodeAt: Uint32Array
  offsets: Uint32Array
  sources: Uint32Array
  weights: Float32Array | null
  /** 1 / strength out; 0 for dangling nodes. */
  share: Float64Array
  loops: Float64Array | null
}

/** Ranks of all nodes. `graph` has rows of kind `in` (directed) or `both` (undirected). */
export function rankPages(graph: Graph, options: PageRankOptions = {}): PageRanks {
  const { damping = 0.85, tolerance = 2e-7, sweepsMax = 500 } = options
  if (graph.rows === 'out') throw new RangeError('rankPages reads rows of kind "in" or "both"')
  const n = graph.nodes
  const ordered = orderByDegree(graph)
  const values = firstGuess(ordered, damping)
  const contributions = new Float32Array(n)
  const sweep = ordered.weights === null ? sweepPlain : sweepWeighted
  let [sweeps, error, sum] = [0, n === 0 ? 0 : Infinity, 0]
  while (error > tolerance && sweeps < sweepsMax) {
    balance(ordered, damping, values, contributions)
    const change = sweep(ordered, damping, values, contributions)
    sum = sumOf(values)
    error = (2 * damping * change) / (1 - damping) / sum
    sweeps++
  }
  const ranks = new Float64Array(n)
  for (let i = 0; i < n; i++) ranks[ordered.nodeAt[i] as number] = (values[i] as number) / sum
  return { ranks, sweeps, error }
}

/** What ranks would be if everybody's links came from average pages: of undirected graphs nearly the answer. */
function firstGuess({ offsets }: Ordered, damping: number): Float64Array {
  const n = offsets.length - 1
  const mean = (offsets[n] as number) / n
  const share = mean > 0 ? damping / (1 - damping) / mean : 0
  return Float64Array.from(
    { length: n },
    (_, v) => 1 + share * ((offsets[v + 1] as number) - (offsets[v] as number)),
  )
}

/**
 * Scales values to the sum that the solution has: (1 - d) sum(y) + d sum(y of dangling nodes) = n. Without
 * it that sum is what converges last, by d^2 a sweep.
 */
function balance(
  { share }: Ordered,
  damping: number,
  values: Float64Array,
  contributions: Float32Array,
): void {
  const n = values.length
  let [sum, dangling] = [0, 0]
  for (let v = 0; v < n; v++) {
    const value = values[v] as number
    sum += value
    if (share[v] === 0) dangling += value
  }
  const scale = n / ((1 - damping) * sum + damping * dangling)
  for (let v = 0; v < n; v++) {
    const value = (values[v] as number) * scale
    values[v] = value
    contributions[v] = value * (share[v] as number)
  }
}

function sumOf(values: Float64Array): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i] as number
  return sum
}

function sweepPlain(
  { offsets, sources, share, loops }: Ordered,
  damping: number,
  values: Float64Array,
  contributions: Float32Array,
): number {
  let change = 0
  let e = 0
  for (let v = 0; v < values.length; v++) {
    const end = offsets[v + 1] as number
    let sum = 0
    for (; e < end; e++) sum += contributions[sources[e] as number] as number
    const out = share[v] as number
    let value = 1 + damping * sum
    if (loops !== null) value /= 1 - damping * (loops[v] as number) * out
    change += Math.abs(value - (values[v] as number))
    values[v] = value
    contributions[v] = value * out
  }
  return change
}

function sweepWeighted(
  { offsets, sources, weights, share, loops }: Ordered,
  damping: number,
  values: Float64Array,
  contributions: Float32Array,
): number {
  if (weights === null) return 0
  let change = 0
  let e = 0
  for (let v = 0; v < values.length; v++) {
    const end = offsets[v + 1] as number
    let sum = 0
    for (; e < end; e++) {
      sum += (contributions[sources[e] as number] as number) * (weights[e] as number)
    }
    const out = share[v] as number
    let value = 1 + damping * sum
    if (loops !== null) value /= 1 - damping * (loops[v] as number) * out
    change += Math.abs(value - (values[v] as number))
    values[v] = value
    contributions[v] = value * out
  }
  return change
}

function orderByDegree(graph: Graph): Ordered {
  const { nodes, offsets, targets, weights } = graph
  const nodeAt = nodesByDegree(graph)
  const placeOf = new Uint32Array(nodes)
  for (let i = 0; i < nodes; i++) placeOf[nodeAt[i] as number] = i
  const newOffsets = new Uint32Array(nodes + 1)
  const sources = new Uint32Array(targets.length)
  const newWeights = weights === null ? null : new Float32Array(targets.length)
  let at = 0
  for (let i = 0; i < nodes; i++) {
    const v = nodeAt[i] as number
    const end = offsets[v + 1] as number
    for (let e = offsets[v] as number; e < end; e++) {
      sources[at] = placeOf[targets[e] as number] as number
      if (newWeights !== null && weights !== null) newWeights[at] = weights[e] as number
      at++
    }
    newOffsets[i + 1] = at
  }
  const strengths = graph.rows === 'both' ? strengthsOf(graph, 1) : strengthsOut(graph)
  const inOrder = (values: Float64Array) =>
    values.map((_, i) => values[nodeAt[i] as number] as number)
  const share = inOrder(strengths).map((strength) => (strength > 0 ? 1 / strength : 0))
  const loops = graph.loops === null ? null : inOrder(graph.loops)
  return { nodeAt, offsets: newOffsets, sources, weights: newWeights, share, loops }
}

/** Strengths out of each node, of a graph whose rows list who points in. */
function strengthsOut({ nodes, targets, weights, loops }: Graph): Float64Array {
  const strengths = loops === null ? new Float64Array(nodes) : loops.slice()
  for (let e = 0; e < targets.length; e++) {
    const source = targets[e] as number
    strengths[source] =
      (strengths[source] as number) + (weights === null ? 1 : (weights[e] as number))
  }
  return strengths
}
