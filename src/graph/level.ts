/**
 * A weighted undirected graph as community search sees it: at the first level the graph itself, above
 * it one node for each group of nodes below.
 */
import { type Graph, strengthsOf } from './csr.ts'
import { listMembers } from './list-members.ts'

export interface Level {
  nodes: number
  offsets: Uint32Array
  targets: Uint32Array
  weights: Float32Array | Float64Array
  /** Of each node, the weight of edges inside it. */
  loops: Float64Array
  /** Of each node, its edges' weights added up, those inside twice. */
  strengths: Float64Array
  /** All strengths added up: twice the weight of all edges. */
  total: number
}

/** The first level. `graph` has rows of kind `both`. */
export function firstLevel(graph: Graph): Level {
  if (graph.rows !== 'both') throw new RangeError('communities are found in rows of kind "both"')
  const strengths = strengthsOf(graph, 2)
  return {
    nodes: graph.nodes,
    offsets: graph.offsets,
    targets: graph.targets,
    weights: graph.weights ?? new Float32Array(graph.targets.length).fill(1),
    loops: graph.loops ?? new Float64Array(graph.nodes),
    strengths,
    total: strengths.reduce((sum, one) => sum + one, 0),
  }
}

/** The level above: one node for each group 0 … groups - 1. Time O(n + m). */
export function aggregate(level: Level, group: Uint32Array, groups: number): Level {
  const { starts, members } = listMembers(group, groups)
  const offsets = new Uint32Array(groups + 1)
  // Room for every entry: pages never written take no memory.
  const targets = new Uint32Array(level.targets.length)
  const weights = new Float64Array(level.targets.length)
  const loops = new Float64Array(groups)
  const strengths = new Float64Array(groups)
  // Of each group, the position after its entry in the current row; stale ones lie before the row.
  const seenAfter = new Uint32Array(groups)
  let end = 0
  for (let g = 0; g < groups; g++) {
    const rowStart = end
    let [loop, inside, strength] = [0, 0, 0]
    for (let i = starts[g] as number; i < (starts[g + 1] as number); i++) {
      const v = members[i] as number
      loop += level.loops[v] as number
      strength += level.strengths[v] as number
      const rowEnd = level.offsets[v + 1] as number
      for (let e = level.offsets[v] as number; e < rowEnd; e++) {
        const other = group[level.targets[e] as number] as number
        const w = level.weights[e] as number
        const seen = seenAfter[other] as number
        if (other === g) inside += w
        else if (seen > rowStart) weights[seen - 1] = (weights[seen - 1] as number) + w
        else {
          targets[end] = other
          weights[end] = w
          seenAfter[other] = ++end
        }
      }
    }
    loops[g] = loop + inside / 2
    strengths[g] = strength
    offsets[g + 1] = end
  }
  return {
    nodes: groups,
    offsets,
    targets: targets.subarray(0, end),
    weights: weights.subarray(0, end),
    loops,
    strengths,
    total: level.total,
  }
}

/** The same level with its nodes in another order: `order[i]` becomes node i. */
export function reorder(level: Level, order: Uint32Array): Level {
  const { nodes, offsets, targets, weights } = level
  const placeOf = new Uint32Array(nodes)
  for (let i = 0; i < nodes; i++) placeOf[order[i] as number] = i
  const newOffsets = new Uint32Array(nodes + 1)
  const newTargets = new Uint32Array(targets.length)
  const newWeights = weights.slice()
  const loops = new Float64Array(nodes)
  const strengths = new Float64Array(nodes)
  let at = 0
  for (let i = 0; i < nodes; i++) {
    const v = order[i] as number
    loops[i] = level.loops[v] as number
    strengths[i] = level.strengths[v] as number
    const rowEnd = offsets[v + 1] as number
    for (let e = offsets[v] as number; e < rowEnd; e++) {
      newTargets[at] = placeOf[targets[e] as number] as number
      newWeights[at++] = weights[e] as number
    }
    newOffsets[i + 1] = at
  }
  const rows = { offsets: newOffsets, targets: newTargets, weights: newWeights }
  return { nodes, ...rows, loops, strengths, total: level.total }
}

/** Renumbers groups to 0, 1, … in order of first appearance, in place; answers how many there are. */
export function renumber(group: Uint32Array): number {
  const numberOf = new Uint32Array(group.reduce((most, one) => Math.max(most, one), 0) + 1)
  let count = 0
  for (let v = 0; v < group.length; v++) {
    const g = group[v] as number
    if (numberOf[g] === 0) numberOf[g] = ++count
    group[v] = (numberOf[g] as number) - 1
  }
  return count
}

/** Modularity of a partition of a level (see modularity.ts), at a resolution. */
export function levelModularity(level: Level, group: Uint32Array, resolution: number): number {
  if (level.total === 0) return 0
  const groups = group.reduce((most, one) => Math.max(most, one), 0) + 1
  const strengths = new Float64Array(groups)
  let inside = 0
  for (let v = 0; v < level.nodes; v++) {
    const g = group[v] as number
    strengths[g] = (strengths[g] as number) + (level.strengths[v] as number)
    inside += 2 * (level.loops[v] as number)
    const rowEnd = level.offsets[v + 1] as number
    for (let e = level.offsets[v] as number; e < rowEnd; e++) {
      if (group[level.targets[e] as number] === g) inside += level.weights[e] as number
    }
  }
  let expected = 0
  for (let g = 0; g < groups; g++) expected += ((strengths[g] as number) / level.total) ** 2
  return inside / level.total - resolution * expected
}
