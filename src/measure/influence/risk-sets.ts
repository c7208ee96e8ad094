import type { Chance } from '#vocabulary/index.ts'
import type { InfluenceInput } from './columns.ts'
import type { Strata } from './strata.ts'

/** Outcomes with those who might have had them at the same instant. */
export interface RiskSets {
  /** Of each event: when, of which type, and which outcome row it came from. */
  t: Float64Array
  type: Int32Array
  outcome: Int32Array
  /** People of event e stand at `start[e]` up to `start[e + 1]`, whoever had the outcome first. */
  start: Int32Array
  people: Int32Array
  /** Events for which nobody of the stratum was left, so that controls came from everyone. */
  widened: number
  /** Events for which nobody at all was left: they are background. */
  alone: number
}

/** One outcome to match: the case may be another person than the books say (placebos). */
export interface Case {
  outcome: number
  t: number
  person: number
  type: number
}

/** Who can still have an outcome of a type. */
export interface AtRisk {
  joined: Float64Array
  /** Of each type that ends: when each person had it. */
  endedAt: readonly (Float64Array | undefined)[]
}

/** A type is one that ends a person's risk if nobody has it twice although chance would have it so. */
const REPEATS_EXPECTED_MIN = 5

/**
 * Which types nobody has twice. Given as many repeats as people drawn at random would have, none
 * seen means that one outcome takes somebody out of risk (a first purchase, leaving).
 */
export function atRiskOf(
  { types, outcomes, joined, names }: InfluenceInput,
  people: number,
): AtRisk {
  const endedAt = types.map((_, type) => {
    const first = new Float64Array(names.length).fill(Number.POSITIVE_INFINITY)
    let count = 0
    for (let i = 0; i < outcomes.t.length; i++) {
      if (outcomes.type[i] !== type) continue
      const person = outcomes.person[i] as number
      if (first[person] !== Number.POSITIVE_INFINITY) return undefined
      first[person] = outcomes.t[i] as number
      count++
    }
    return (count * count) / (2 * Math.max(1, people)) >= REPEATS_EXPECTED_MIN ? first : undefined
  })
  return { joined, endedAt }
}

export function isAtRisk(
  { joined, endedAt }: AtRisk,
  person: number,
  type: number,
  t: number,
): boolean {
  if ((joined[person] as number) > t) return false
  const ended = endedAt[type]
  return ended === undefined || (ended[person] as number) >= t
}

/** The stream of chance of one event: its own, so that other events leave its controls as they are. */
export type ChanceOf = (stratum: number, ordinal: number, t: number) => Chance

/** Draws up to `controls` others of the case's stratum for each case, all at risk at its instant. */
export function drawRiskSets(
  cases: readonly Case[],
  strata: Strata,
  atRisk: AtRisk,
  controls: number,
  chanceOf: ChanceOf,
): RiskSets {
  const events = cases.length
  const start = new Int32Array(events + 1)
  const people = new Int32Array(events * (controls + 1))
  const ordinals = new Int32Array(strata.count + 1)
  let size = 0
  let widened = 0
  let alone = 0
  for (let e = 0; e < events; e++) {
    const one = cases[e] as Case
    const stratum = strata.of[one.person] as number
    const slot = stratum < 0 ? strata.count : stratum
    const ordinal = ordinals[slot] as number
    ordinals[slot] = ordinal + 1
    people[size++] = one.person
    if (stratum >= 0) {
      const chance = chanceOf(stratum, ordinal, one.t)
      const { members } = strata
      const stratumMembers = members.subarray(strata.start[stratum], strata.start[stratum + 1])
      let drawn = drawControls(one, stratumMembers, atRisk, controls, chance, people, size)
      if (drawn === 0) {
        drawn = drawControls(one, strata.everyone, atRisk, controls, chance, people, size)
        if (drawn > 0) widened++
      }
      if (drawn === 0) alone++
      size += drawn
    } else alone++
    start[e + 1] = size
  }
  return {
    t: Float64Array.from(cases, ({ t }) => t),
    type: Int32Array.from(cases, ({ type }) => type),
    outcome: Int32Array.from(cases, ({ outcome }) => outcome),
    start,
    people: people.slice(0, size),
    widened,
    alone,
  }
}

/** Draws without replacement into `into`; answers how many there were. */
function drawControls(
  one: Case,
  among: Int32Array,
  atRisk: AtRisk,
  controls: number,
  chance: Chance,
  into: Int32Array,
  from: number,
): number {
  const isFree = (person: number, drawn: number) => {
    if (person === one.person || !isAtRisk(atRisk, person, one.type, one.t)) return false
    for (let i = 0; i < drawn; i++) if (into[from + i] === person) return false
    return true
  }
  let drawn = 0
  if (among.length > 3 * controls) {
    // Most are at risk, so a few tries find them; where they don't, everybody is looked at below.
    for (let tries = 6 * controls; tries > 0 && drawn < controls; tries--) {
      const person = among[Math.floor(chance() * among.length)] as number
      if (isFree(person, drawn)) into[from + drawn++] = person
    }
    if (drawn === controls) return drawn
  }
  const left = among.filter((person) => isFree(person, drawn))
  for (let i = 0; i < left.length && drawn < controls; i++) {
    const other = i + Math.floor(chance() * (left.length - i))
    const person = left[other] as number
    left[other] = left[i] as number
    into[from + drawn++] = person
  }
  return drawn
}
