import { attributeJourneys, attributeTouches } from '../attribution/attribute-touches.ts'
import { DAY_SECONDS, type InfluenceInput } from './columns.ts'
import type { Timeline } from './timeline.ts'

/** What the usual rules would credit a channel, in outcomes. */
export interface ChannelComparison {
  channel: string
  lastTouch: number
  firstTouch: number
  linear: number
  timeDecay: number
  markov: number
  shapley: number
}

/** The usual rules over the same touches and outcomes, for "why not last click?". */
export interface Comparators {
  /** Outcomes that some touch within the window preceded: the rules credit them whole. */
  preceded: number
  halfLifeDays: number
  /** Most last touches first. */
  byChannel: ChannelComparison[]
}

/** Compares the rules by channel; time decay halves twice within the window. */
export function comparatorsOf(
  input: InfluenceInput,
  { start, touches }: Timeline,
  windowDays: number,
): Comparators {
  const window = windowDays * DAY_SECONDS
  const seen = { start, t: touches.t, channel: touches.channel }
  const { outcomes, channels } = input
  const rules = attributeTouches(seen, outcomes, channels.length, { window, halfLife: window / 2 })
  const journeys = attributeJourneys(seen, outcomes, channels, window)
  const chain = new Map(journeys.map((one) => [one.channel, one]))
  const byChannel = channels.map((channel, c) => ({
    channel,
    lastTouch: rules.lastTouch[c] as number,
    firstTouch: rules.firstTouch[c] as number,
    linear: rules.linear[c] as number,
    timeDecay: rules.timeDecay[c] as number,
    markov: chain.get(channel)?.markov ?? 0,
    shapley: chain.get(channel)?.shapley ?? 0,
  }))
  byChannel.sort((a, b) => b.lastTouch - a.lastTouch || (a.channel < b.channel ? -1 : 1))
  return { preceded: rules.preceded, halfLifeDays: windowDays / 2, byChannel }
}
