import { findCommunities, type Graph, NO_COMMUNITY } from '#graph/index.ts'
import { COMMUNITY_PEOPLE_MIN } from '#vocabulary/index.ts'

export interface Groups {
  /** The group of each node, 0 … count - 1, or {@link NO_COMMUNITY}. */
  groups: Uint32Array
  count: number
  /** Of the whole partition, small groups included. */
  modularity: number
}

/** Entries of the rows up to which a second search, from nothing, is worth its time. */
const SEARCHED_TWICE_MAX = 4_000_000
/** What a search from nothing has to be better by, to be worth that communities change hands. */
const GAIN_MIN = 0.01

/**
 * Who turns to each other more than to others: Leiden, begun from where everybody was last time
 * (`last`, {@link NO_COMMUNITY} for whoever was in none), so that what has not changed stays. Where
 * a search from nothing finds clearly more, its answer is taken. Groups of fewer than five people are
 * none.
 */
export function findGroups(
  graph: Graph,
  last: Uint32Array | undefined,
  random: () => number,
): Groups {
  const warm = last === undefined ? undefined : findCommunities(graph, { random, start: last })
  const isFresh = warm === undefined || graph.targets.length <= SEARCHED_TWICE_MAX
  const fresh = isFresh ? findCommunities(graph, { random }) : undefined
  const best =
    warm !== undefined && (fresh === undefined || fresh.modularity < warm.modularity + GAIN_MIN)
      ? warm
      : (fresh ?? findCommunities(graph, { random }))
  return { ...withoutSmall(best.communities, best.count), modularity: best.modularity }
}

function withoutSmall(communities: Uint32Array, all: number): Omit<Groups, 'modularity'> {
  const sizes = new Uint32Array(all)
  for (const c of communities) sizes[c] = (sizes[c] as number) + 1
  let count = 0
  const numbers = sizes.map((size) => (size < COMMUNITY_PEOPLE_MIN ? NO_COMMUNITY : count++))
  return { groups: communities.map((c) => numbers[c] as number), count }
}
