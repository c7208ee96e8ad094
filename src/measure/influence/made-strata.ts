import type { InfluenceInput } from './columns.ts'
import { communitiesOf, PEOPLE_MIN } from './communities-of-touches.ts'
import type { Timeline } from './timeline.ts'

/** Thirds of the time: those who came in the same one are compared. */
const TENURES = 3

/** Of each name its stratum, -1 where it has none, and its community. */
interface MadeStrata {
  of: Int32Array
  community: Int32Array
}

/**
 * Strata from the touches alone, where no list of people gives any: community x when somebody came x
 * how much somebody says x how much reaches somebody, the last two in doublings over the whole time.
 * What somebody says comes before what reaches them, because it is no part of the exposure. Classes of
 * a community that hold too few are put together with the next of it. -1: whom nothing reached and no
 * list names.
 */
export function madeStrata(input: InfluenceInput, timeline: Timeline, seed: number): MadeStrata {
  const names = input.names.length
  const community = communitiesOf(timeline, names, seed)
  const key = classesOf(input, timeline)
  const people: number[] = []
  for (let person = 0; person < names; person++) {
    if (reachOf(timeline, person) > 0 || input.listed[person] === 1) people.push(person)
  }
  const order = Int32Array.from(people).sort(
    (a, b) =>
      (community[a] as number) - (community[b] as number) ||
      (key[a] as number) - (key[b] as number) ||
      a - b,
  )
  return { of: gather(order, community, key), community }
}

/** Walks the people by community and class; a stratum is closed where a class ends and it holds enough. */
function gather(order: Int32Array, community: Int32Array, key: Int32Array): Int32Array {
  const of = new Int32Array(community.length).fill(-1)
  let stratum = -1
  let first = 0
  let previous = -1
  for (let i = 0; i < order.length; i++) {
    const person = order[i] as number
    const before = order[i - 1]
    if (before === undefined || community[before] !== community[person]) {
      // What is left over of a community goes with its last full stratum, and leaves its number free.
      const isLeftOver = i - first < PEOPLE_MIN && previous >= 0
      if (isLeftOver) refill(of, order, first, i, previous)
      else stratum++
      previous = -1
      first = i
    } else if (key[before] !== key[person] && i - first >= PEOPLE_MIN) {
      previous = stratum
      stratum++
      first = i
    }
    of[person] = stratum
  }
  if (order.length - first < PEOPLE_MIN && previous >= 0) {
    refill(of, order, first, order.length, previous)
  }
  return of
}

function refill(of: Int32Array, order: Int32Array, from: number, to: number, stratum: number) {
  for (let i = from; i < to; i++) of[order[i] as number] = stratum
}

/** When somebody came, what they say and what reaches them, as one number that sorts in that order. */
function classesOf(input: InfluenceInput, timeline: Timeline): Int32Array {
  const said = new Int32Array(input.names.length)
  for (const actor of input.touches.actor) said[actor] = (said[actor] as number) + 1
  const came = arrivals(input, timeline)
  const { low, high } = span(input)
  return said.map((count, person) => {
    const share = ((came[person] as number) - low) / Math.max(1, high - low)
    const tenure = Math.max(0, Math.min(TENURES - 1, Math.floor(share * TENURES) || 0))
    return (tenure * 64 + doublings(count)) * 64 + doublings(reachOf(timeline, person))
  })
}

/** When each person joined or, where that isn't known, was first seen, reached or speaking. */
function arrivals({ joined, touches }: InfluenceInput, { start, touches: own }: Timeline) {
  const spoke = new Float64Array(joined.length).fill(Number.POSITIVE_INFINITY)
  for (let i = 0; i < touches.actor.length; i++) {
    const actor = touches.actor[i] as number
    spoke[actor] = Math.min(spoke[actor] as number, touches.t[i] as number)
  }
  return joined.map((since, person) => {
    if (Number.isFinite(since)) return since
    const first = start[person] as number
    const reached = reachOf({ start }, person) > 0 ? (own.t[first] as number) : since
    return Math.min(reached, spoke[person] as number)
  })
}

function span({ touches }: InfluenceInput): { low: number; high: number } {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const t of touches.t) {
    if (t < low) low = t
    if (t > high) high = t
  }
  return { low, high }
}

const reachOf = ({ start }: Pick<Timeline, 'start'>, person: number) =>
  (start[person + 1] as number) - (start[person] as number)

/** Fixed classes, so that others' touches change nobody's. */
const doublings = (count: number) => Math.floor(Math.log2(1 + count))
