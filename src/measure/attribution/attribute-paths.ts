import { attributeByMarkovChain } from './markov-chain.ts'
import type { Paths } from './paths.ts'
import { firstTouch, lastTouch, linear, shapley, timeDecay } from './rules.ts'

/** What the usual rules say of one channel; all but the removal effect are conversions. */
export interface ChannelAttribution {
  channel: string
  removalEffect: number
  markov: number
  shapley: number
  lastTouch: number
  firstTouch: number
  linear: number
  timeDecay: number
}

/** The usual rules beside each other, for "why not last click?". */
export interface PathAttribution {
  conversionProbability: number
  /** Highest Markov credit first. */
  channels: ChannelAttribution[]
}

/** What each of the usual rules would credit; each rule's credits add up to all conversions. */
export function attributePaths(paths: Paths): PathAttribution {
  const { conversionProbability, removalEffect, credit } = attributeByMarkovChain(paths)
  const columns = {
    removalEffect,
    markov: credit,
    shapley: shapley(paths),
    lastTouch: lastTouch(paths),
    firstTouch: firstTouch(paths),
    linear: linear(paths),
    timeDecay: timeDecay(paths),
  }
  const channels = paths.names.map((channel, index) => ({
    channel,
    removalEffect: columns.removalEffect[index] ?? 0,
    markov: columns.markov[index] ?? 0,
    shapley: columns.shapley[index] ?? 0,
    lastTouch: columns.lastTouch[index] ?? 0,
    firstTouch: columns.firstTouch[index] ?? 0,
    linear: columns.linear[index] ?? 0,
    timeDecay: columns.timeDecay[index] ?? 0,
  }))
  return {
    conversionProbability,
    channels: channels.sort((a, b) => b.markov - a.markov || (a.channel < b.channel ? -1 : 1)),
  }
}
