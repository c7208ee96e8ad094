import { attributePaths, type ChannelAttribution } from './attribute-paths.ts'
import type { Path } from './paths.ts'

/** Touches of people, each person's in the order of time: person p's at `start[p]` up to `start[p + 1]`. */
export interface TouchesOfPeople {
  start: Int32Array
  t: Float64Array
  channel: Int32Array
}

/** What people did, in any order; times in the unit of the touches. */
export interface OutcomesOfPeople {
  t: Float64Array
  person: Int32Array
}

/** What a rule credits each channel, in outcomes; outcomes that nothing preceded are credited to none. */
export interface RuleCredits {
  lastTouch: Float64Array
  firstTouch: Float64Array
  linear: Float64Array
  timeDecay: Float64Array
  /** Outcomes that some touch within the window preceded. */
  preceded: number
}

/**
 * The usual rules over touches with their times: last, first, linear, and time decay with the given half
 * life (in the unit of the times), each over the touches strictly before the outcome and at most
 * `window` old. Every preceded outcome is dealt out whole: these rules know no background.
 */
export function attributeTouches(
  touches: TouchesOfPeople,
  outcomes: OutcomesOfPeople,
  channels: number,
  { window, halfLife }: { window: number; halfLife: number },
): RuleCredits {
  const of = () => new Float64Array(channels)
  const credits = { lastTouch: of(), firstTouch: of(), linear: of(), timeDecay: of(), preceded: 0 }
  for (let o = 0; o < outcomes.t.length; o++) {
    const t = outcomes.t[o] as number
    const [from, to] = rangeBefore(touches, outcomes.person[o] as number, t, window)
    if (from === to) continue
    credits.preceded++
    add(credits.firstTouch, touches.channel[from] as number, 1)
    add(credits.lastTouch, touches.channel[to - 1] as number, 1)
    const fading = (i: number) => 2 ** (((touches.t[i] as number) - t) / halfLife)
    let all = 0
    for (let i = from; i < to; i++) all += fading(i)
    for (let i = from; i < to; i++) {
      add(credits.linear, touches.channel[i] as number, 1 / (to - from))
      const part = all > 0 ? fading(i) / all : i === to - 1 ? 1 : 0
      add(credits.timeDecay, touches.channel[i] as number, part)
    }
  }
  return credits
}

/**
 * Journeys of channels for the chain and for Shapley: of each person the touches since the last outcome,
 * within the window before the next; what no outcome followed within the window is a journey that
 * came to nothing. Touches in the same channel one after the other are one step. Journeys without a
 * step are left out.
 */
export function journeysOf(
  touches: TouchesOfPeople,
  outcomes: OutcomesOfPeople,
  window: number,
): Path[] {
  const found = new Map<string, Path>()
  const own = outcomesByPerson(outcomes, touches.start.length - 1)
  for (let person = 0; person + 1 < touches.start.length; person++) {
    let from = touches.start[person] as number
    const until = touches.start[person + 1] as number
    for (const row of own[person] ?? []) {
      const t = outcomes.t[row] as number
      const [recent, to] = rangeBefore(touches, person, t, window)
      note(found, touches.channel, Math.max(from, recent), to, true)
      note(found, touches.channel, from, Math.max(from, Math.min(recent, to)), false)
      from = Math.max(from, to)
    }
    note(found, touches.channel, from, until, false)
  }
  return [...found.values()]
}

/** Markov and Shapley over the journeys of people; the rest of their kin for the same journeys. */
export function attributeJourneys(
  touches: TouchesOfPeople,
  outcomes: OutcomesOfPeople,
  names: readonly string[],
  window: number,
): ChannelAttribution[] {
  return attributePaths({ names, paths: journeysOf(touches, outcomes, window) }).channels
}

/** A journey longer than this is cut to its last steps. */
const STEPS_MAX = 50

function note(
  found: Map<string, Path>,
  channel: Int32Array,
  from: number,
  to: number,
  isConversion: boolean,
): void {
  const steps = journeyOfOutcome(channel, from, to)
  if (steps.length === 0) return
  const key = steps.join(' ')
  const path = found.get(key) ?? { channels: steps, conversions: 0, value: 0, nulls: 0 }
  if (isConversion) path.conversions++
  else path.nulls++
  found.set(key, path)
}

/** The channels of some touches in their order, each that follows itself once: at most the last fifty. */
export function journeyOfOutcome(channel: Int32Array, from: number, to: number): number[] {
  const steps: number[] = []
  for (let i = to - 1; i >= from && steps.length < STEPS_MAX; i--) {
    const one = channel[i] as number
    if (steps.at(-1) !== one) steps.push(one)
  }
  return steps.reverse()
}

/** The rows of each person's outcomes in the order of time. */
export function outcomesByPerson({ t, person }: OutcomesOfPeople, people: number): number[][] {
  const own: number[][] = Array.from({ length: people }, () => [])
  for (let o = 0; o < t.length; o++) own[person[o] as number]?.push(o)
  for (const rows of own) rows.sort((a, b) => (t[a] as number) - (t[b] as number))
  return own
}

/** Rows of a person's touches strictly before an instant and at most `window` old. */
export function rangeBefore(
  { start, t }: TouchesOfPeople,
  person: number,
  at: number,
  window: number,
): [number, number] {
  let to = start[person + 1] as number
  const first = start[person] as number
  while (to > first && (t[to - 1] as number) >= at) to--
  let from = to
  while (from > first && (t[from - 1] as number) >= at - window) from--
  return [from, to]
}

function add(sums: Float64Array, index: number, amount: number): void {
  sums[index] = (sums[index] as number) + amount
}
