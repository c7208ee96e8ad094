/**
 * Local moving with a queue (Traag, Waltman, van Eck, "From Louvain to Leiden: guaranteeing
 * well-connected communities", Scientific Reports 9, 5233, 2019, algorithm A.2, MoveNodesFast): each node
 * goes where modularity gains most, an empty community included; whoever's neighbour moved away is
 * looked at again. Time O(m) a round over the queue; a few rounds in practice.
 */
import type { Level } from './level.ts'

/** Gains below this share of a node's strength are rounding. */
const NOISE = 1e-10

export interface MoveOptions {
  resolution: number
  /** All nodes, in the order of their first turn. */
  order: Uint32Array
}

/**
 * Moves nodes between communities until none gains. `group` (numbers below the number of nodes) is
 * changed in place. Answers the number of moves.
 */
export function moveNodes(
  level: Level,
  group: Uint32Array,
  { resolution, order }: MoveOptions,
): number {
  const { nodes, offsets, targets, weights, strengths } = level
  const factor = level.total === 0 ? 0 : resolution / level.total
  const { groupStrengths, empty } = fillGroups(level, group)
  const queue = order.slice()
  const queued = new Uint8Array(nodes).fill(1)
  const tied = new Float64Array(nodes)
  const seen = new Uint32Array(nodes)
  let [head, waiting, moves] = [0, nodes, 0]
  while (waiting > 0) {
    const v = queue[head] as number
    head = head + 1 === nodes ? 0 : head + 1
    waiting--
    queued[v] = 0
    const own = group[v] as number
    const strength = strengths[v] as number
    const rowStart = offsets[v] as number
    const rowEnd = offsets[v + 1] as number
    let seenCount = 0
    for (let e = rowStart; e < rowEnd; e++) {
      const g = group[targets[e] as number] as number
      const before = tied[g] as number
      if (before === 0) seen[seenCount++] = g
      tied[g] = before + (weights[e] as number)
    }
    groupStrengths[own] = (groupStrengths[own] as number) - strength
    const cost = strength * factor
    let best = own
    let bestGain = (tied[own] as number) - cost * (groupStrengths[own] as number)
    const least = NOISE * strength
    for (let i = 0; i < seenCount; i++) {
      const g = seen[i] as number
      const gain = (tied[g] as number) - cost * (groupStrengths[g] as number)
      tied[g] = 0
      if (gain > bestGain + least) {
        best = g
        bestGain = gain
      }
    }
    if (bestGain < -least && empty.count > 0) best = empty.groups[empty.count - 1] as number
    const arriving = groupStrengths[best] as number
    groupStrengths[best] = arriving + strength
    if (best === own) continue
    moves++
    leave(empty, own, best)
    group[v] = best
    for (let e = rowStart; e < rowEnd; e++) {
      const u = targets[e] as number
      if (queued[u] === 1 || group[u] === best) continue
      queued[u] = 1
      const tail = head + waiting
      queue[tail >= nodes ? tail - nodes : tail] = u
      waiting++
    }
  }
  return moves
}

/** Which communities hold nobody, as a stack, and how many each holds. */
interface Vacancies {
  groups: Uint32Array
  count: number
  sizes: Uint32Array
}

function fillGroups({ nodes, strengths }: Level, group: Uint32Array) {
  const groupStrengths = new Float64Array(nodes)
  const sizes = new Uint32Array(nodes)
  for (let v = 0; v < nodes; v++) {
    const g = group[v] as number
    groupStrengths[g] = (groupStrengths[g] as number) + (strengths[v] as number)
    sizes[g] = (sizes[g] as number) + 1
  }
  const empty: Vacancies = { groups: new Uint32Array(nodes), count: 0, sizes }
  for (let g = nodes - 1; g >= 0; g--) if (sizes[g] === 0) empty.groups[empty.count++] = g
  return { groupStrengths, empty }
}

/** Keeps the books when a node goes from one community to another. */
function leave(empty: Vacancies, from: number, to: number): void {
  const left = (empty.sizes[from] as number) - 1
  empty.sizes[from] = left
  const arrived = empty.sizes[to] as number
  // The only vacancy that is ever moved into is the top of the stack.
  if (arrived === 0) empty.count--
  empty.sizes[to] = arrived + 1
  if (left === 0) empty.groups[empty.count++] = from
}
