/**
 * Refinement (Traag, Waltman, van Eck 2019, algorithm A.2, RefinePartition and MergeNodesSubset): inside
 * each community nodes start alone again and join, in random order, one of the groups of which they
 * gain, with chance proportional to exp(gain / theta). Only nodes and groups that are well connected to
 * the rest of their community take part, and a node joins only a group that it has an edge to, so that
 * every group is connected.
 *
 * Deviation: theta is in units of `unit`, the mean edge weight of the graph, so that scaling all weights
 * changes nothing. Time O(n + m).
 */
import type { Level } from './level.ts'
import { communityByCommunity } from './shuffle.ts'

export interface RefineOptions {
  resolution: number
  theta: number
  unit: number
  random: () => number
}

/** The groups of the nodes within the communities of `group`; numbers below the number of nodes. */
export function refineGroups(level: Level, group: Uint32Array, options: RefineOptions) {
  const { nodes, offsets, targets, weights, strengths } = level
  const { factor, communityStrengths, outward } = prepare(level, group, options.resolution)
  const refined = new Uint32Array(nodes)
  for (let v = 0; v < nodes; v++) refined[v] = v
  const refinedStrengths = strengths.slice()
  const isAlone = new Uint8Array(nodes).fill(1)
  const tied = new Float64Array(nodes)
  const seen = new Uint32Array(nodes)
  const gains = new Float64Array(nodes)
  const scale = 1 / (options.theta * options.unit)
  const order = communityByCommunity(group, options.random)
  for (let turn = 0; turn < nodes; turn++) {
    const v = order[turn] as number
    if (isAlone[v] === 0) continue
    const community = group[v] as number
    const whole = communityStrengths[community] as number
    const strength = strengths[v] as number
    if ((outward[v] as number) < factor * strength * (whole - strength)) continue
    let seenCount = 0
    const rowEnd = offsets[v + 1] as number
    for (let e = offsets[v] as number; e < rowEnd; e++) {
      const u = targets[e] as number
      if (group[u] !== community) continue
      const g = refined[u] as number
      const before = tied[g] as number
      if (before === 0) seen[seenCount++] = g
      tied[g] = before + (weights[e] as number)
    }
    let candidates = 0
    let gainMax = 0
    for (let i = 0; i < seenCount; i++) {
      const g = seen[i] as number
      const held = refinedStrengths[g] as number
      const gain = (tied[g] as number) - factor * strength * held
      const isWellConnected = (outward[g] as number) >= factor * held * (whole - held)
      if (gain < 0 || !isWellConnected) {
        tied[g] = 0
        continue
      }
      seen[candidates] = g
      gains[candidates++] = gain
      if (gain > gainMax) gainMax = gain
    }
    if (candidates === 0) continue
    const chosen = seen[draw(gains, candidates, gainMax, scale, options.random)] as number
    refined[v] = chosen
    isAlone[chosen] = 0
    refinedStrengths[chosen] = (refinedStrengths[chosen] as number) + strength
    outward[chosen] =
      (outward[chosen] as number) + (outward[v] as number) - 2 * (tied[chosen] as number)
    for (let i = 0; i < candidates; i++) tied[seen[i] as number] = 0
  }
  return refined
}

function prepare(level: Level, group: Uint32Array, resolution: number) {
  const { nodes, offsets, targets, weights, strengths } = level
  const communityStrengths = new Float64Array(nodes)
  // Of each group (at first: node), the weight of its edges to the rest of its community.
  const outward = new Float64Array(nodes)
  for (let v = 0; v < nodes; v++) {
    const g = group[v] as number
    communityStrengths[g] = (communityStrengths[g] as number) + (strengths[v] as number)
    let sum = 0
    const rowEnd = offsets[v + 1] as number
    for (let e = offsets[v] as number; e < rowEnd; e++) {
      if (group[targets[e] as number] === g) sum += weights[e] as number
    }
    outward[v] = sum
  }
  return { factor: level.total === 0 ? 0 : resolution / level.total, communityStrengths, outward }
}

/** An index below `count` with chance proportional to exp(gain x scale). */
function draw(
  gains: Float64Array,
  count: number,
  gainMax: number,
  scale: number,
  random: () => number,
): number {
  if (count === 1) return 0
  let sum = 0
  for (let i = 0; i < count; i++) {
    const below = (gainMax - (gains[i] as number)) * scale
    // exp(-40) is nothing beside the best.
    const chance = below > 40 ? 0 : Math.exp(-below)
    gains[i] = chance
    sum += chance
  }
  let left = random() * sum
  for (let i = 0; i < count; i++) {
    left -= gains[i] as number
    if (left < 0) return i
  }
  return count - 1
}
