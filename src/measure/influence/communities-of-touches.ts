import { buildGraph, type EdgeList, findCommunities, findComponents } from '#graph/index.ts'
import { seededChance } from '#vocabulary/index.ts'
import type { Timeline } from './timeline.ts'

/** Communities with fewer people to compare are put together with each other, by component. */
export const PEOPLE_MIN = 30
/** From so many pairs on, the search makes no more than two passes. */
const LARGE = 200_000
/** Of those who reach somebody, so many tell where somebody belongs. */
const PAIRS_MAX = 16

/**
 * The community of everybody whom a touch names, numbered from 0; -1 elsewhere. Leiden on the distinct
 * pairs of actor and person, each connected component on its own, so that whoever is joined by no chain
 * of touches changes nothing. The times of the touches play no part.
 */
export function communitiesOf(timeline: Timeline, names: number, seed: number): Int32Array {
  const pairs = pairsOf(timeline, names)
  const whole = buildGraph(pairs, { rows: 'both' })
  const { component, count } = findComponents(whole)
  const community = new Int32Array(names).fill(-1)
  let first = 0
  for (const part of partsOf(pairs, component, count)) {
    const joined = joinSmall(part, searchPart(part, seed), timeline)
    part.nodes.forEach((name, i) => {
      community[name] = first + (joined.of[i] as number)
    })
    first += joined.count
  }
  return community
}

/** A component: its people with their edges, numbered within it. */
interface Part {
  nodes: Int32Array
  edges: EdgeList
}

/** Distinct actors of each person; of many, some spread evenly over the order in which they came. */
function pairsOf({ start, touches }: Timeline, names: number): EdgeList {
  const sources: number[] = []
  const targets: number[] = []
  const seenBy = new Int32Array(names).fill(-1)
  const own: number[] = []
  for (let person = 0; person < names; person++) {
    own.length = 0
    for (let i = start[person] as number; i < (start[person + 1] as number); i++) {
      const actor = touches.actor[i] as number
      if (seenBy[actor] === person) continue
      seenBy[actor] = person
      own.push(actor)
    }
    const kept = Math.min(PAIRS_MAX, own.length)
    for (let i = 0; i < kept; i++) {
      sources.push(own[Math.floor((i * own.length) / kept)] as number)
      targets.push(person)
    }
  }
  return {
    nodes: names,
    sources: Uint32Array.from(sources),
    targets: Uint32Array.from(targets),
    weights: null,
  }
}

/** The components with more than one name, in the order of their first. */
function partsOf(pairs: EdgeList, component: Uint32Array, count: number): Part[] {
  const size = new Int32Array(count)
  for (const one of component) size[one] = (size[one] as number) + 1
  const edgesOf = new Int32Array(count)
  for (const source of pairs.sources) {
    const one = component[source] as number
    edgesOf[one] = (edgesOf[one] as number) + 1
  }
  const parts = Array.from(size, (nodes, one) => ({
    nodes: new Int32Array(nodes),
    edges: {
      nodes,
      sources: new Uint32Array(edgesOf[one] as number),
      targets: new Uint32Array(edgesOf[one] as number),
      weights: null,
    },
  }))
  const placeOf = new Uint32Array(component.length)
  const filled = new Int32Array(count)
  component.forEach((one, name) => {
    const place = filled[one] as number
    ;(parts[one] as Part).nodes[place] = name
    placeOf[name] = place
    filled[one] = place + 1
  })
  filled.fill(0)
  for (let i = 0; i < pairs.sources.length; i++) {
    const one = component[pairs.sources[i] as number] as number
    const { edges } = parts[one] as Part
    const at = filled[one] as number
    edges.sources[at] = placeOf[pairs.sources[i] as number] as number
    edges.targets[at] = placeOf[pairs.targets[i] as number] as number
    filled[one] = at + 1
  }
  return parts.filter(({ edges }) => edges.sources.length > 0)
}

function searchPart({ nodes, edges }: Part, seed: number): Uint32Array {
  if (nodes.length < 2 * PEOPLE_MIN) return new Uint32Array(nodes.length)
  // A stream of its own by what the component is like, so that its place among others is nothing to it.
  const random = seededChance(seed, `communities ${nodes.length} ${edges.sources.length}`)
  // Strata need no better communities than two passes give; on large graphs each more costs a second.
  const options = edges.sources.length > LARGE ? { random, passesMax: 2 } : { random }
  return findCommunities(buildGraph(edges, { rows: 'both' }), options).communities
}

/** Communities in which too few are reached become one. */
function joinSmall({ nodes }: Part, found: Uint32Array, { start }: Timeline) {
  const people = new Map<number, number>()
  found.forEach((one, i) => {
    const name = nodes[i] as number
    const isReached = (start[name + 1] as number) > (start[name] as number)
    people.set(one, (people.get(one) ?? 0) + (isReached ? 1 : 0))
  })
  let [leftOver, largest] = [0, -1]
  for (const [one, count] of people) {
    if (count < PEOPLE_MIN) leftOver += count
    else if (count > (people.get(largest) ?? 0)) largest = one
  }
  // Too few even together: with the largest, where there is one.
  const small = leftOver < PEOPLE_MIN ? largest : -1
  const numbers = new Map<number, number>()
  const numberOf = (one: number) => {
    const key = (people.get(one) ?? 0) < PEOPLE_MIN ? small : one
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  }
  const of = Int32Array.from(found, numberOf)
  return { of, count: numbers.size }
}
