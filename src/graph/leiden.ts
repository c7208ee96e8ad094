/**
 * Leiden community search for modularity (Traag, Waltman, van Eck, "From Louvain to Leiden:
 * guaranteeing well-connected communities", Scientific Reports 9, 5233, 2019): local moving
 * (move-nodes.ts), refinement (refine-groups.ts), aggregation by the refined groups (level.ts), again
 * on the aggregate until nothing joins; the whole repeated from its own result, at least twice, until
 * modularity stops growing (on large graphs: grows by less than 1e-4). The first pass alone leaves
 * more badly connected communities than Louvain (their Fig. 4).
 *
 * Deviations: modularity with resolution only; theta in units of the mean edge weight; at the end each
 * community is split into its connected components, which can only raise modularity, so that "never a
 * disconnected community" holds whatever the rounding; small graphs are searched from several random
 * orders and the best is kept. Directed graphs are searched as undirected: build them with rows of kind
 * `both`, which adds the weights of both directions. Time O(n + m) a pass and level; memory some 20 bytes
 * an entry of the rows beside the graph.
 */
import { findComponents } from './components.ts'
import type { Graph } from './csr.ts'
import { aggregate, firstLevel, type Level, levelModularity, renumber, reorder } from './level.ts'
import { listMembers } from './list-members.ts'
import { moveNodes } from './move-nodes.ts'
import { refineGroups } from './refine-groups.ts'
import { communityByCommunity, shuffled } from './shuffle.ts'

export interface CommunityOptions {
  /** Numbers in [0, 1). */
  random: () => number
  /** Above 1 for more and smaller communities. */
  resolution?: number
  /** Randomness of the refinement, in mean edge weights; Traag's 0.01. */
  theta?: number
  /** Passes over the whole graph at most; at least 2 are made. */
  passesMax?: number
  /** Independent searches of which the best is kept; 10 on small graphs, otherwise 1. Always 1 with `start`. */
  runs?: number
  /**
   * Communities to start from (warm start), one for each node, any numbers; nodes in
   * {@link NO_COMMUNITY} start alone.
   */
  start?: Uint32Array
}

export interface Communities {
  /** The community of each node, numbered in order of first appearance. */
  communities: Uint32Array
  count: number
  modularity: number
  /** Passes of the search that was kept. */
  passes: number
}

/** In a warm start: a node that was in no community yet. */
export const NO_COMMUNITY = 0xffffffff

/** Entries of the rows up to which a graph is small enough for several searches. */
const SMALL = 400_000
const RUNS_SMALL = 10
/** On large graphs, a pass that raises modularity by less is the last. */
const GAIN_MIN = 1e-4

/** Communities of a graph with rows of kind `both`. The same random numbers give the same communities. */
export function findCommunities(graph: Graph, options: CommunityOptions): Communities {
  const level = firstLevel(graph)
  const runs = options.start === undefined ? (options.runs ?? (isSmall(graph) ? RUNS_SMALL : 1)) : 1
  let best = searchOnce(level, options)
  for (let run = 1; run < runs; run++) {
    const found = searchOnce(level, options)
    if (found.modularity > best.modularity) best = found
  }
  return best
}

function isSmall({ targets }: Graph | Level): boolean {
  return targets.length <= SMALL
}

function searchOnce(given: Level, options: CommunityOptions): Communities {
  const { resolution = 1, passesMax = 10 } = options
  const small = isSmall(given)
  const { level, order, moved } = small ? asGiven(given, options) : sideBySide(given, options)
  let [communities, isMoved] = [moved, !small]
  let [modularity, passes, gain] = [-Infinity, 0, Infinity]
  while (passes < 2 || (passes < passesMax && gain > (small ? 0 : GAIN_MIN))) {
    const next = passOver(level, communities, isMoved, options)
    const reached = levelModularity(level, next, resolution)
    gain = reached - modularity
    isMoved = false
    passes++
    if (gain < 0) continue
    communities = next
    modularity = reached
  }
  communities = inOrderOf(order, findComponents(level, communities).component)
  const count = renumber(communities)
  modularity = levelModularity(given, communities, resolution)
  return { communities, count, modularity, passes }
}

/** What passes run on: a level, the node of the given level at each place, the groups to begin with. */
interface Prepared {
  level: Level
  order?: Uint32Array
  moved: Uint32Array
}

function asGiven(level: Level, { start }: CommunityOptions): Prepared {
  return { level, moved: startFrom(level.nodes, start) }
}

/**
 * Moves nodes once and puts those of a community side by side: what the passes read then lies close
 * together, which on large graphs halves their time.
 */
function sideBySide(given: Level, options: CommunityOptions): Prepared {
  const group = startFrom(given.nodes, options.start)
  const { random, resolution = 1 } = options
  moveNodes(given, group, { resolution, order: shuffled(given.nodes, random) })
  const order = listMembers(group, renumber(group)).members
  const moved = order.map((v) => group[v] as number)
  return { level: reorder(given, order), order, moved }
}

/** Back from places to nodes. */
function inOrderOf(order: Uint32Array | undefined, placed: Uint32Array): Uint32Array {
  if (order === undefined) return placed
  const values = new Uint32Array(placed.length)
  for (let i = 0; i < placed.length; i++) values[order[i] as number] = placed[i] as number
  return values
}

/** Numbers below the number of nodes; nodes without a community alone. */
function startFrom(nodes: number, start: Uint32Array | undefined): Uint32Array {
  const communities = new Uint32Array(nodes)
  const numbers = new Map<number, number>()
  for (let v = 0, next = 0; v < nodes; v++) {
    const given = start?.[v] ?? NO_COMMUNITY
    const known = given === NO_COMMUNITY ? undefined : numbers.get(given)
    const number = known ?? next++
    if (known === undefined && given !== NO_COMMUNITY) numbers.set(given, number)
    communities[v] = number
  }
  return communities
}

/**
 * One pass: up the levels until nothing joins. Answers the community of each node of the first level.
 * `isMoved` says that the nodes have been moved to where they gain most already.
 */
function passOver(
  first: Level,
  start: Uint32Array,
  isMoved: boolean,
  options: CommunityOptions,
): Uint32Array {
  const { random, resolution = 1, theta = 0.01 } = options
  const unit = first.total / Math.max(1, first.targets.length)
  const refining = { resolution, theta, unit: unit > 0 ? unit : 1, random }
  let level = first
  let group = start.slice()
  // The node of the present level that each node of the first is part of.
  let placeOf: Uint32Array | undefined
  for (;;) {
    if (level !== first || !isMoved) {
      const order = isSmall(level)
        ? shuffled(level.nodes, random)
        : communityByCommunity(group, random)
      moveNodes(level, group, { resolution, order })
    }
    if (renumber(group) === level.nodes) break
    const refined = refineGroups(level, group, refining)
    const count = renumber(refined)
    if (count === level.nodes) break
    const above = new Uint32Array(count)
    for (let v = 0; v < level.nodes; v++) above[refined[v] as number] = group[v] as number
    const next = aggregate(level, refined, count)
    placeOf = placeOf === undefined ? refined : placeOf.map((place) => refined[place] as number)
    group = above
    level = next
  }
  return placeOf === undefined ? group : placeOf.map((place) => group[place] as number)
}
