import type { InfluenceInput } from './columns.ts'
import { madeStrata } from './made-strata.ts'
import type { Timeline } from './timeline.ts'

/** Who is compared with whom. */
export interface Strata {
  /** Of each name, its stratum. */
  of: Int32Array
  /** Members of stratum s stand at `start[s]` up to `start[s + 1]` of `members`. */
  start: Int32Array
  members: Int32Array
  count: number
  /** Of each stratum, the wider one that steps in when nobody is left: everyone. */
  everyone: Int32Array
  made: 'given' | 'made'
  /** Of each stratum, what it is part of: its community where strata were made, else itself. */
  wider: Int32Array
}

/**
 * The strata of the people list where there is one, else made ones (made-strata.ts). Persons whom the list leaves out share a stratum of their own kind.
 * Where no list is given, persons whom nothing ever reached stand in no risk set: those of them
 * without an outcome are unknown, so that the others would be compared with nobody like them.
 */
export function strataOf(input: InfluenceInput, timeline: Timeline, seed: number): Strata {
  const isGiven = input.strata.length > 0
  if (isGiven) {
    const own = membersOf(givenStrata(input, timeline))
    return { ...own, made: 'given', wider: Int32Array.from({ length: own.count }, (_, s) => s) }
  }
  const { of, community } = madeStrata(input, timeline, seed)
  const own = membersOf(of)
  return { ...own, made: 'made', wider: communityOfStrata(own, community) }
}

/** A stratum lies within one community: that of its first member. */
function communityOfStrata(
  { start, members, count }: Omit<Strata, 'made' | 'wider'>,
  community: Int32Array,
): Int32Array {
  return Int32Array.from(
    { length: count },
    (_, s) => community[members[start[s] as number] ?? 0] ?? 0,
  )
}

function givenStrata(input: InfluenceInput, timeline: Timeline): Int32Array {
  const none = input.strata.length
  return input.stratum.map((stratum, person) =>
    stratum >= 0 ? stratum : isReached(timeline, person) ? none : -1,
  )
}

function isReached({ start }: Timeline, person: number): boolean {
  return (start[person + 1] as number) > (start[person] as number)
}

function membersOf(of: Int32Array): Omit<Strata, 'made' | 'wider'> {
  const count = of.reduce((most, stratum) => Math.max(most, stratum + 1), 0)
  const start = new Int32Array(count + 1)
  for (const stratum of of)
    if (stratum >= 0) start[stratum + 1] = (start[stratum + 1] as number) + 1
  for (let s = 0; s < count; s++) start[s + 1] = (start[s + 1] as number) + (start[s] as number)
  const members = new Int32Array(start[count] as number)
  const everyone = new Int32Array(members.length)
  const free = start.slice(0, count)
  let listed = 0
  for (let person = 0; person < of.length; person++) {
    const stratum = of[person] as number
    if (stratum < 0) continue
    members[free[stratum] as number] = person
    free[stratum] = (free[stratum] as number) + 1
    everyone[listed++] = person
  }
  return { of, start, members, count, everyone }
}
