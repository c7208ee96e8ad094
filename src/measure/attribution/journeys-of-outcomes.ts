import {
  journeyOfOutcome,
  outcomesByPerson,
  rangeBefore,
  type TouchesOfPeople,
} from './attribute-touches.ts'

/** What the usual rules say of one outcome, by the numbers of its channels. Nothing says whose it was. */
export interface OutcomeJourney {
  type: number
  /** When the outcome was, in the unit of the touches. */
  t: number
  first: number
  last: number
  /** The steps since the outcome before, one channel after the other; empty where there are none. */
  steps: number[]
  /** The channels met within the window, and their parts by the linear rule and by time decay. */
  channels: number[]
  linear: number[]
  timeDecay: number[]
}

/** Steps that came to nothing, how often, by the hour of their last touch. */
export interface NullJourney {
  t: number
  steps: number[]
  count: number
}

export interface JourneysOfOutcomes {
  preceded: OutcomeJourney[]
  nulls: NullJourney[]
}

interface Outcomes {
  t: Float64Array
  person: Int32Array
  type: Int32Array
}

const HOUR_SECONDS = 3_600

/**
 * The journeys behind the usual rules, outcome by outcome: what `attributeTouches` and `journeysOf` add
 * up, kept apart so that they can be added up again over some types and days, and drawn anew. Outcomes
 * that nothing preceded within `window` are left out; what came to nothing is counted by the hour. Times
 * are in seconds.
 */
export function journeysOfOutcomes(
  touches: TouchesOfPeople,
  outcomes: Outcomes,
  { window, halfLife }: { window: number; halfLife: number },
): JourneysOfOutcomes {
  const preceded: OutcomeJourney[] = []
  const nulls = new Map<string, NullJourney>()
  const own = outcomesByPerson(outcomes, touches.start.length - 1)
  const note = (from: number, to: number) => noteNull(nulls, touches, from, to)
  for (const [person, rows] of own.entries()) {
    let since = touches.start[person] as number
    for (const row of rows) {
      const t = outcomes.t[row] as number
      const [from, to] = rangeBefore(touches, person, t, window)
      note(since, Math.max(since, Math.min(from, to)))
      if (from < to) {
        const steps = journeyOfOutcome(touches.channel, Math.max(since, from), to)
        const parts = partsOf(touches, from, to, t, halfLife)
        preceded.push({ type: outcomes.type[row] as number, t, steps, ...parts })
      }
      since = Math.max(since, to)
    }
    note(since, touches.start[person + 1] as number)
  }
  return { preceded, nulls: [...nulls.values()] }
}

function partsOf(
  { t, channel }: TouchesOfPeople,
  from: number,
  to: number,
  at: number,
  halfLife: number,
) {
  const place = new Map<number, number>()
  const [linear, timeDecay]: [number[], number[]] = [[], []]
  const fading = (i: number) => 2 ** (((t[i] as number) - at) / halfLife)
  let all = 0
  for (let i = from; i < to; i++) all += fading(i)
  for (let i = from; i < to; i++) {
    const one = channel[i] as number
    const at = place.get(one) ?? place.size
    place.set(one, at)
    const part = all > 0 ? fading(i) / all : i === to - 1 ? 1 : 0
    linear[at] = (linear[at] ?? 0) + 1 / (to - from)
    timeDecay[at] = (timeDecay[at] ?? 0) + part
  }
  const [first, last] = [channel[from] as number, channel[to - 1] as number]
  return { first, last, channels: [...place.keys()], linear, timeDecay }
}

function noteNull(
  found: Map<string, NullJourney>,
  { t, channel }: TouchesOfPeople,
  from: number,
  to: number,
): void {
  const steps = journeyOfOutcome(channel, from, to)
  if (steps.length === 0) return
  const hour = Math.floor((t[to - 1] as number) / HOUR_SECONDS) * HOUR_SECONDS
  const key = `${hour} ${steps.join(' ')}`
  const known = found.get(key)
  if (known === undefined) found.set(key, { t: hour, steps, count: 1 })
  else known.count++
}
