/**
 * Core numbers (Seidman 1983) by the bin method of Batagelj and Zaveršnik, "An O(m) algorithm for cores
 * decomposition of networks", 2003: the k-core is the largest part in which everybody has at least k
 * neighbours within it. Weights and self-loops do not count. Rows of kind `both`. Time O(n + m).
 */
import { degreeOf, type Graph } from './csr.ts'

/** The core number of each node: the largest k whose k-core it is in. */
export function coreNumbers(graph: Graph): Uint32Array {
  const { nodes, offsets, targets } = graph
  const core = Uint32Array.from({ length: nodes }, (_, v) => degreeOf(graph, v))
  const degreeMax = core.reduce((most, one) => Math.max(most, one), 0)
  // Nodes by rising degree; `starts[d]` is where degree d begins.
  const starts = new Uint32Array(degreeMax + 2)
  for (const degree of core) starts[degree + 1] = (starts[degree + 1] as number) + 1
  for (let d = 0; d <= degreeMax; d++) {
    starts[d + 1] = (starts[d + 1] as number) + (starts[d] as number)
  }
  const cursor = starts.slice()
  const order = new Uint32Array(nodes)
  const placeOf = new Uint32Array(nodes)
  for (let v = 0; v < nodes; v++) {
    const degree = core[v] as number
    const at = cursor[degree] as number
    cursor[degree] = at + 1
    placeOf[v] = at
    order[at] = v
  }
  for (let i = 0; i < nodes; i++) {
    const v = order[i] as number
    for (let e = offsets[v] as number; e < (offsets[v + 1] as number); e++) {
      const u = targets[e] as number
      if ((core[u] as number) > (core[v] as number)) lower(u, core, starts, order, placeOf)
    }
  }
  return core
}

/** Takes one from a node's degree: it changes places with the first of its bin, which begins one later. */
function lower(
  u: number,
  core: Uint32Array,
  starts: Uint32Array,
  order: Uint32Array,
  placeOf: Uint32Array,
): void {
  const degree = core[u] as number
  const place = placeOf[u] as number
  const first = starts[degree] as number
  const other = order[first] as number
  order[place] = other
  placeOf[other] = place
  order[first] = u
  placeOf[u] = first
  starts[degree] = first + 1
  core[u] = degree - 1
}
