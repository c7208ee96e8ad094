import type { RiskSets } from './risk-sets.ts'
import type { Timeline } from './timeline.ts'

/** What reaches each person in the long run, in logarithms, `marks` numbers a person. */
export interface Habits {
  marks: number
  value: Float32Array
}

/** Marks beside those of channels: how many touches, and how many actors. */
const OVERALL = 2
/** Channels with a mark of their own: those with most touches. */
const CHANNELS_MAX = 8

/**
 * Counts over the whole time, of all touches, of actors and of the touches of each larger channel; a
 * person's own timing plays no part in them. Touches of actors `without` do not count.
 */
export function habitsOf(
  { start, touches }: Timeline,
  channels: number,
  without: ReadonlySet<number> = new Set(),
): Habits {
  const people = start.length - 1
  const place = placesOfChannels(touches.channel, channels)
  const marks = OVERALL + place.reduce((most, one) => Math.max(most, one + 1), 0)
  const value = new Float32Array(people * marks)
  const lastPerson = new Int32Array(people).fill(-1)
  for (let person = 0; person < people; person++) {
    const own = value.subarray(person * marks, (person + 1) * marks)
    for (let i = start[person] as number; i < (start[person + 1] as number); i++) {
      const actor = touches.actor[i] as number
      if (without.has(actor)) continue
      const mark = place[touches.channel[i] as number] as number
      if (mark >= 0) own[OVERALL + mark] = (own[OVERALL + mark] as number) + 1
      own[0] = (own[0] as number) + 1
      if (lastPerson[actor] === person) continue
      lastPerson[actor] = person
      own[1] = (own[1] as number) + 1
    }
    for (let q = 0; q < marks; q++) own[q] = Math.log(1 + (own[q] as number))
  }
  return { marks, value }
}

/** The mark of each channel, -1 where it has none; the only channel is all touches already. */
function placesOfChannels(channel: Int32Array, channels: number): Int32Array {
  const place = new Int32Array(channels).fill(-1)
  if (channels < 2) return place
  const count = new Int32Array(channels)
  for (const one of channel) count[one] = (count[one] as number) + 1
  Array.from(count.keys())
    .filter((one) => (count[one] as number) > 0)
    .sort((a, b) => (count[b] as number) - (count[a] as number) || a - b)
    .slice(0, CHANNELS_MAX)
    .forEach((one, i) => {
      place[one] = i
    })
  return place
}

/**
 * Habits of each member as the difference from the case's. Fitted along, they take out that those whom
 * more reaches also do more by themselves, which strata leave over inside: given how much reaches
 * somebody in all and through each channel, when it does is chance, and theta rests on that (the
 * means of a person beside what changes: Mundlak 1978, Econometrica 46).
 */
export function marksOf(sets: RiskSets, { marks, value }: Habits): Float64Array {
  const mark = new Float64Array(sets.people.length * marks)
  for (let e = 0; e < sets.t.length; e++) {
    const from = sets.start[e] as number
    const own = (sets.people[from] as number) * marks
    for (let m = from; m < (sets.start[e + 1] as number); m++) {
      const other = (sets.people[m] as number) * marks
      for (let q = 0; q < marks; q++) {
        mark[m * marks + q] = (value[other + q] as number) - (value[own + q] as number)
      }
    }
  }
  return mark
}

/** exp(beta z) of every member: its background relative to the case's. */
export function memberWeights(mark: Float64Array, beta: Float64Array): Float64Array {
  const marks = beta.length
  return Float64Array.from({ length: marks === 0 ? 0 : mark.length / marks }, (_, m) => {
    let power = 0
    for (let q = 0; q < marks; q++) {
      power += (beta[q] as number) * (mark[m * marks + q] as number)
    }
    return Math.exp(power)
  })
}
