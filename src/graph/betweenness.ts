/**
 * Betweenness: on how large a share of shortest paths (counted in steps) between two others a node lies.
 *
 * Exact by dependency accumulation (Brandes, "A faster algorithm for betweenness centrality", J. Math.
 * Sociology 25(2), 2001), time O(n m); or estimated from shortest paths between random pairs, one
 * path of each pair at random (Riondato and Kornaropoulos, "Fast approximation of betweenness centrality
 * through sampling", WSDM 2014): with
 *
 *   r = 0.5 / epsilon^2 (floor(log2(VD - 2)) + 1 + ln(1 / delta))
 *
 * paths, VD the most nodes of any shortest path, every value is within epsilon with chance 1 - delta.
 * Time O(m) a path at most.
 *
 * Deviations: values are shares of all n (n - 1) ordered pairs (Riondato's scale; times (n - 1) n for
 * Brandes' counts); VD is bounded for undirected graphs by two searches a component, else by n. Rows of
 * kind `out` or `both`.
 */
import { findComponents } from './components.ts'
import type { Graph } from './csr.ts'

/** Breadth-first search with the number of shortest paths. */
class Search {
  readonly order: Uint32Array
  readonly paths: Float64Array
  readonly distance: Int32Array
  private readonly graph: Graph
  count = 0

  constructor(graph: Graph) {
    this.graph = graph
    this.order = new Uint32Array(graph.nodes)
    this.paths = new Float64Array(graph.nodes)
    this.distance = new Int32Array(graph.nodes).fill(-1)
  }

  /** Visits from `source`, nearest first; ends after the step in which it finds `target`. */
  from(source: number, target = -1): void {
    const { offsets, targets } = this.graph
    const { order, paths, distance } = this
    for (let i = 0; i < this.count; i++) distance[order[i] as number] = -1
    order[0] = source
    paths[source] = 1
    distance[source] = 0
    this.count = 1
    for (let head = 0; head < this.count; head++) {
      const v = order[head] as number
      const step = distance[v] as number
      if (target >= 0 && distance[target] === step) return
      for (let e = offsets[v] as number; e < (offsets[v + 1] as number); e++) {
        const u = targets[e] as number
        if (distance[u] === -1) {
          distance[u] = step + 1
          paths[u] = 0
          order[this.count++] = u
        }
        if (distance[u] === step + 1) paths[u] = (paths[u] as number) + (paths[v] as number)
      }
    }
  }
}

/** Exact betweenness of all nodes, as shares of ordered pairs. */
export function betweennessOf(graph: Graph): Float64Array {
  const { nodes, offsets, targets } = graph
  const search = new Search(graph)
  const betweenness = new Float64Array(nodes)
  const dependency = new Float64Array(nodes)
  for (let source = 0; source < nodes; source++) {
    search.from(source)
    for (let i = search.count - 1; i >= 0; i--) {
      const v = search.order[i] as number
      let sum = 0
      for (let e = offsets[v] as number; e < (offsets[v + 1] as number); e++) {
        const u = targets[e] as number
        if (search.distance[u] !== (search.distance[v] as number) + 1) continue
        sum += (1 + (dependency[u] as number)) / (search.paths[u] as number)
      }
      dependency[v] = sum * (search.paths[v] as number)
      if (v !== source) betweenness[v] = (betweenness[v] as number) + (dependency[v] as number)
    }
  }
  const pairs = Math.max(1, nodes * (nodes - 1))
  return betweenness.map((one) => one / pairs)
}

export interface BetweennessOptions {
  /** Numbers in [0, 1). */
  random: () => number
  /** The error that no value exceeds, with chance 1 - delta. */
  epsilon?: number
  delta?: number
  /** No more than so many paths, whatever the error then is: for graphs in which each takes long. */
  pathsMax?: number
}

/** Estimated betweenness, with how many paths were drawn. `incoming` is the same graph with rows of kind `in`; for `both`, the graph itself. */
export function sampleBetweenness(
  graph: Graph,
  incoming: Graph,
  { random, epsilon = 0.01, delta = 0.1, pathsMax = Number.POSITIVE_INFINITY }: BetweennessOptions,
): { betweenness: Float64Array; paths: number } {
  const { nodes } = graph
  const betweenness = new Float64Array(nodes)
  const wanted = nodes < 3 ? 0 : pathsFor(vertexDiameterBound(graph), epsilon, delta)
  const paths = Math.min(wanted, pathsMax)
  const search = new Search(graph)
  for (let i = 0; i < paths; i++) {
    const source = Math.floor(random() * nodes)
    const other = Math.floor(random() * (nodes - 1))
    const target = other < source ? other : other + 1
    search.from(source, target)
    if (search.distance[target] === -1) continue
    for (let v = before(target, search, incoming, random); v !== source; ) {
      betweenness[v] = (betweenness[v] as number) + 1 / paths
      v = before(v, search, incoming, random)
    }
  }
  return { betweenness, paths }
}

/** How many paths the bound asks for. */
export function pathsFor(vertexDiameter: number, epsilon: number, delta: number): number {
  const dimension = Math.floor(Math.log2(Math.max(1, vertexDiameter - 2))) + 1
  return Math.ceil((0.5 / epsilon ** 2) * (dimension + Math.log(1 / delta)))
}

/** A predecessor on a random shortest path: each with chance proportional to the paths through it. */
function before(v: number, search: Search, incoming: Graph, random: () => number): number {
  const { offsets, targets } = incoming
  let left = random() * (search.paths[v] as number)
  let last = v
  for (let e = offsets[v] as number; e < (offsets[v + 1] as number); e++) {
    const u = targets[e] as number
    if (search.distance[u] !== (search.distance[v] as number) - 1) continue
    last = u
    left -= search.paths[u] as number
    if (left < 0) break
  }
  return last
}

/** An upper bound on the nodes of any shortest path: a component's depth from any node, doubled. */
function vertexDiameterBound(graph: Graph): number {
  if (graph.rows !== 'both') return graph.nodes
  const { component } = findComponents(graph)
  const search = new Search(graph)
  let [bound, next] = [1, 0]
  for (let v = 0; v < graph.nodes; v++) {
    if (component[v] !== next) continue
    next++
    search.from(v)
    const farthest = search.order[search.count - 1] as number
    bound = Math.max(bound, 2 * (search.distance[farthest] as number) + 1)
  }
  return bound
}
