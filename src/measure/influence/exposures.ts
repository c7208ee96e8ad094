import { DAY_SECONDS } from './columns.ts'
import type { RiskSets } from './risk-sets.ts'
import { firstAtOrAfter, type Timeline } from './timeline.ts'

/** What had reached each member of each risk set within the window before the event. */
export interface Exposures {
  /** Touches of member m (as numbered in the risk sets) stand at `start[m]` up to `start[m + 1]`. */
  start: Int32Array
  /** Row in the timeline. */
  touch: Int32Array
  actor: Int32Array
  /** Channel and type of outcome as one number: type x channels + channel. */
  feature: Int32Array
  event: Int32Array
  member: Int32Array
  /** Days from touch to event. */
  ageDays: Float64Array
}

/** Gathers the touches of every member, strictly before the event and at most `windowDays` old. */
export function gatherExposures(
  sets: RiskSets,
  timeline: Timeline,
  windowDays: number,
  channels: number,
): Exposures {
  const { start, first } = rangesOf(sets, timeline, windowDays)
  const size = start[sets.people.length] as number
  const ints = () => shared(Int32Array, size)
  const exposures: Exposures = {
    start,
    touch: ints(),
    actor: ints(),
    feature: ints(),
    event: ints(),
    member: ints(),
    ageDays: shared(Float64Array, size),
  }
  const { t, actor, channel } = timeline.touches
  for (let e = 0; e < sets.t.length; e++) {
    const at = sets.t[e] as number
    const base = (sets.type[e] as number) * channels
    const until = sets.start[e + 1] as number
    for (let m = sets.start[e] as number; m < until; m++) {
      let row = first[m] as number
      for (let x = start[m] as number; x < (start[m + 1] as number); x++, row++) {
        exposures.touch[x] = row
        exposures.actor[x] = actor[row] as number
        exposures.feature[x] = base + (channel[row] as number)
        exposures.event[x] = e
        exposures.member[x] = m
        exposures.ageDays[x] = (at - (t[row] as number)) / DAY_SECONDS
      }
    }
  }
  return exposures
}

function rangesOf(sets: RiskSets, timeline: Timeline, windowDays: number) {
  const members = sets.people.length
  const start = new Int32Array(members + 1)
  const first = new Int32Array(members)
  const { t } = timeline.touches
  for (let e = 0; e < sets.t.length; e++) {
    const at = sets.t[e] as number
    const until = sets.start[e + 1] as number
    for (let m = sets.start[e] as number; m < until; m++) {
      const person = sets.people[m] as number
      const to = timeline.start[person + 1] as number
      const from = timeline.start[person] as number
      const oldest = firstAtOrAfter(t, from, to, at - windowDays * DAY_SECONDS)
      first[m] = oldest
      start[m + 1] = (start[m] as number) + firstAtOrAfter(t, oldest, to, at) - oldest
    }
  }
  return { start, first }
}

type Column = Int32Array | Float32Array | Float64Array

/** A column that threads can share. */
export function shared<One extends Column>(
  kind: { new (buffer: SharedArrayBuffer): One; BYTES_PER_ELEMENT: number },
  length: number,
): One {
  return new kind(new SharedArrayBuffer(length * kind.BYTES_PER_ELEMENT))
}
