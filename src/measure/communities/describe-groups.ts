import {
  type Bridging,
  bridgingOf,
  buildGraph,
  coreNumbers,
  type Graph,
  NO_COMMUNITY,
  placeNodes,
  rankPages,
} from '#graph/index.ts'
import type { TiedPeople } from './load-people.ts'
import { type GroupPicture, pictureOf } from './picture-of-group.ts'
import type { Sides } from './sides.ts'

/** The people of a group, with their figures in parallel. */
export interface GroupPeople {
  nodes: Uint32Array
  /** PageRank inside, times the number of people. */
  rank: Float64Array
  core: Uint32Array
  strength: Float64Array
  leap: Float64Array
  x: Float32Array
  y: Float32Array
  picture: GroupPicture
  /** Pairs with a tie; those in which both turned to the other. */
  pairs: number
  mutual: number
}

/** Ties between two groups; `first` is the lower number. */
export interface GroupLink {
  first: number
  second: number
  ties: number
  strength: number
}

/** Everybody's place in their group. */
export function describeGroups(
  people: TiedPeople,
  groups: Uint32Array,
  count: number,
): GroupPeople[] {
  const { leap } = bridgeGroups(people.graph, groups, count)
  const mutuality = countMutual(people, groups, count)
  return membersOf(groups, count).map((nodes, group) => {
    const inside = insideOf(people.graph, groups, nodes)
    const rank = rankPages(inside).ranks.map((share) => share * nodes.length)
    return {
      ...{ nodes, rank, core: coreNumbers(inside), strength: strengthInside(inside) },
      ...{ leap: Float64Array.from(nodes, (v) => leap[v] as number), ...placeNodes(inside) },
      picture: pictureOf(inside, rank),
      ...{ pairs: mutuality.pairs[group] ?? 0, mutual: mutuality.mutual[group] ?? 0 },
    }
  })
}

/** Bridging; whoever is in no group is a group of their own kind, so that ties to them lead elsewhere. */
function bridgeGroups(graph: Graph, groups: Uint32Array, count: number): Bridging {
  return bridgingOf(
    graph,
    groups.map((group) => (group === NO_COMMUNITY ? count : group)),
  )
}

function membersOf(groups: Uint32Array, count: number): Uint32Array[] {
  const members = Array.from({ length: count }, (): number[] => [])
  groups.forEach((group, node) => {
    if (group !== NO_COMMUNITY) members[group]?.push(node)
  })
  return members.map((nodes) => Uint32Array.from(nodes))
}

/** The ties among the nodes of one group, numbered by their place in `nodes`. */
function insideOf(graph: Graph, groups: Uint32Array, nodes: Uint32Array): Graph {
  const placeOf = new Map<number, number>()
  nodes.forEach((node, place) => {
    placeOf.set(node, place)
  })
  const group = groups[nodes[0] ?? 0]
  const [sources, targets, weights]: [number[], number[], number[]] = [[], [], []]
  nodes.forEach((v, place) => {
    for (let e = graph.offsets[v] as number; e < (graph.offsets[v + 1] as number); e++) {
      const u = graph.targets[e] as number
      if (u <= v || groups[u] !== group) continue
      sources.push(place)
      targets.push(placeOf.get(u) ?? 0)
      weights.push(graph.weights === null ? 1 : (graph.weights[e] as number))
    }
  })
  return buildGraph(
    {
      ...{ nodes: nodes.length, sources: Uint32Array.from(sources) },
      ...{ targets: Uint32Array.from(targets), weights: Float32Array.from(weights) },
    },
    { rows: 'both' },
  )
}

function strengthInside({ nodes, offsets, weights }: Graph): Float64Array {
  return Float64Array.from({ length: nodes }, (_, v) => {
    let sum = 0
    for (let e = offsets[v] as number; e < (offsets[v + 1] as number); e++) {
      sum += weights === null ? 1 : (weights[e] as number)
    }
    return sum
  })
}

function countMutual({ mutual }: TiedPeople, groups: Uint32Array, count: number) {
  const pairs = new Uint32Array(count)
  const both = new Uint32Array(count)
  mutual.first.forEach((v, i) => {
    const group = groups[v] ?? NO_COMMUNITY
    if (group === NO_COMMUNITY || group !== groups[mutual.second[i] as number]) return
    pairs[group] = (pairs[group] as number) + 1
    both[group] = (both[group] as number) + (mutual.isMutual[i] as number)
  })
  return { pairs, mutual: both }
}

/** Ties from group to group. */
export function linkGroups(graph: Graph, groups: Uint32Array): GroupLink[] {
  const links = new Map<string, GroupLink>()
  for (let v = 0; v < graph.nodes; v++) {
    const first = groups[v] as number
    if (first === NO_COMMUNITY) continue
    for (let e = graph.offsets[v] as number; e < (graph.offsets[v + 1] as number); e++) {
      const second = groups[graph.targets[e] as number] as number
      if (second === NO_COMMUNITY || second <= first) continue
      const key = `${first} ${second}`
      const link = links.get(key) ?? { first, second, ties: 0, strength: 0 }
      links.set(key, link)
      link.ties += 1
      link.strength += graph.weights === null ? 1 : (graph.weights[e] as number)
    }
  }
  return [...links.values()]
}

/** In touch with fewer people of a community is not to be present there. */
const KNOWN_MIN = 2

/** How many of a side are in each group, or in touch with two of its people or more. */
export function countPresent(
  people: TiedPeople,
  groups: Uint32Array,
  count: number,
  side: Sides[keyof Sides],
): number[] {
  const present = Array.from({ length: count }, () => new Set<string>())
  const touched = new Map<string, Set<number>[]>()
  const touch = (who: string, node: number) => {
    const group = groups[node] ?? NO_COMMUNITY
    if (group === NO_COMMUNITY) return
    const known = touched.get(who) ?? []
    touched.set(who, known)
    known[group] = (known[group] ?? new Set<number>()).add(node)
  }
  people.handles.forEach((handles, node) => {
    if (!handles.some((id) => side.has(id))) return
    const own = groups[node] ?? NO_COMMUNITY
    if (own !== NO_COMMUNITY) present[own]?.add(`${node}`)
    const { offsets, targets } = people.graph
    for (let e = offsets[node] as number; e < (offsets[node + 1] as number); e++) {
      touch(`${node}`, targets[e] as number)
    }
  })
  for (const { handleId, node } of people.outside) if (side.has(handleId)) touch(handleId, node)
  for (const [who, known] of touched) {
    known.forEach((nodes, group) => {
      if (nodes.size >= KNOWN_MIN) present[group]?.add(who)
    })
  }
  return present.map((who) => who.size)
}
