import { addUp, type LineSum } from './add-up.ts'
import type { InfluenceInput } from './columns.ts'
import { creditOutcome } from './credit.ts'
import type { InfluenceMeasured, InfluenceWish } from './measure-influence.ts'

/**
 * What outcomes were worth, times the part of each that is credited, with its interval; in the unit of the
 * input. Null where no outcome says what it was worth.
 */
export function creditedValue(
  { outcomes }: InfluenceInput,
  measured: InfluenceMeasured,
  wish: InfluenceWish,
): LineSum | null {
  if (outcomes.value.every((value) => value === 0)) return null
  const { sets } = measured.study
  const events = sets.t.length
  const worthOf = (e: number) => outcomes.value[sets.outcome[e] as number] as number
  const shares = {
    person: Int32Array.from(sets.t, (_, e) => sets.people[sets.start[e] as number] as number),
    outcome: Int32Array.from(sets.t, (_, e) => e),
    line: new Int32Array(events),
    channel: new Int32Array(events),
    share: creditedParts(measured),
    worth: Float64Array.from(sets.t, (_, e) => worthOf(e)),
    ...{ people: measured.timeline.start.length - 1, outcomes: events, lines: 1 },
  }
  const { bootstrap: replicates, seed, level } = wish
  const doubt = { factors: [factorsOf(measured)], sway: measured.parameters.sway }
  return addUp(shares, doubt, { replicates, seed, level })[0] ?? null
}

/** Of each event, what is no background. */
function creditedParts({ study, touches, timeline, parameters }: InfluenceMeasured): Float64Array {
  const { t, type } = study.sets
  const credited = new Float64Array(t.length)
  const count = touches.event.length
  for (let first = 0; first < count; ) {
    const e = touches.event[first] as number
    let last = first
    while (last < count && touches.event[last] === e) last++
    const seen = Array.from(touches.touch.subarray(first, last), (row) => ({
      t: timeline.touches.t[row] as number,
      actor: timeline.touches.actor[row] as number,
      channel: timeline.touches.channel[row] as number,
    }))
    const { background } = creditOutcome(parameters, type[e] as number, t[e] as number, seen)
    credited[e] = 1 - background
    first = last
  }
  return credited
}

/** By how much each replicate credits more than was measured. */
function factorsOf({ channelReplicates, credited }: InfluenceMeasured): Float64Array {
  const [first = []] = channelReplicates
  if (credited <= 0) return new Float64Array()
  return Float64Array.from(first, (_, b) =>
    channelReplicates.reduce((sum, one) => sum + (one[b] ?? 0) / credited, 0),
  )
}
