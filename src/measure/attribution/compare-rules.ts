import { type Chance, seededChance } from '#vocabulary/index.ts'
import { poissonOne, standardNormal } from '../influence/draws.ts'
import type { JourneysOfOutcomes, OutcomeJourney } from './journeys-of-outcomes.ts'
import { attributeByMarkovChain } from './markov-chain.ts'
import type { Path } from './paths.ts'

const RULES = ['lastTouch', 'firstTouch', 'linear', 'timeDecay', 'markov', 'shapley'] as const
export type Rule = (typeof RULES)[number]

/** What a rule credits a channel, in outcomes, with its 90 % bootstrap interval. */
export interface RuleFigure {
  credit: number
  low: number
  high: number
}

export type RuleFigures = Record<Rule, RuleFigure>

const LEVEL = 0.9
const REPLICATES_MAX = 200
const REPLICATES_MIN = 40
/** Of outcomes times channels met: beyond it fewer replicates are drawn, so that nobody waits. */
const DRAWS_MAX = 4_000_000

/**
 * What each of the usual rules credits each channel, with percentile intervals of a Poisson bootstrap
 * over the outcomes (and over what came to nothing, for the chain). The same seed gives the same
 * intervals. The intervals say how far the figures would move with other outcomes of the same kind: not
 * that anything was caused.
 */
export function compareRules(
  journeys: JourneysOfOutcomes,
  channels: number,
  seed: number,
): RuleFigures[] {
  const whole = creditsOf(journeys, channels, null)
  const entries = journeys.preceded.reduce((sum, one) => sum + 2 + 3 * one.channels.length, 1)
  const wanted = Math.floor(DRAWS_MAX / entries)
  const replicates = Math.min(REPLICATES_MAX, Math.max(REPLICATES_MIN, wanted))
  const drawn = Array.from({ length: replicates }, (_, b) =>
    creditsOf(journeys, channels, seededChance(seed, `rules ${b}`)),
  )
  return Array.from({ length: channels }, (_, c) => {
    const figure = (rule: Rule): RuleFigure => {
      const values = Float64Array.from(drawn, (one) => one[rule][c] as number).sort()
      const at = (part: number) => values[Math.round(part * (values.length - 1))] as number
      const credit = whole[rule][c] as number
      const [low, high] = [at((1 - LEVEL) / 2), at((1 + LEVEL) / 2)]
      return { credit, low: Math.min(low, credit), high: Math.max(high, credit) }
    }
    return Object.fromEntries(RULES.map((rule) => [rule, figure(rule)])) as RuleFigures
  })
}

/** Credits by rule; with a chance, of outcomes that each count as often as a draw from Poisson(1) says. */
function creditsOf(
  { preceded, nulls }: JourneysOfOutcomes,
  channels: number,
  chance: Chance | null,
): Record<Rule, Float64Array> {
  const of = () => new Float64Array(channels)
  const sums = { lastTouch: of(), firstTouch: of(), linear: of(), timeDecay: of(), shapley: of() }
  const paths: Path[] = []
  for (const one of preceded) {
    const weight = chance === null ? 1 : poissonOne(chance)
    if (weight === 0) continue
    addOutcome(sums, one, weight)
    if (one.steps.length > 0) {
      paths.push({ channels: one.steps, conversions: weight, value: 0, nulls: 0 })
    }
  }
  for (const { steps, count } of nulls) {
    const often = chance === null ? count : poissonOf(chance, count)
    if (often > 0) paths.push({ channels: steps, conversions: 0, value: 0, nulls: often })
  }
  const names = Array.from({ length: channels }, (_, c) => `${c}`)
  return { ...sums, markov: attributeByMarkovChain({ names, paths }).credit }
}

function addOutcome(
  sums: Record<Exclude<Rule, 'markov'>, Float64Array>,
  { first, last, channels, linear, timeDecay, steps }: OutcomeJourney,
  weight: number,
): void {
  const add = (to: Float64Array, channel: number, amount: number) => {
    to[channel] = (to[channel] as number) + weight * amount
  }
  add(sums.firstTouch, first, 1)
  add(sums.lastTouch, last, 1)
  for (const [i, channel] of channels.entries()) {
    add(sums.linear, channel, linear[i] as number)
    add(sums.timeDecay, channel, timeDecay[i] as number)
  }
  const distinct = new Set(steps)
  for (const channel of distinct) add(sums.shapley, channel, 1 / distinct.size)
}

/** Beyond it a normal draw stands for the sum of draws. */
const SUMMED_MAX = 20

function poissonOf(chance: Chance, mean: number): number {
  if (mean > SUMMED_MAX) return Math.max(0, mean + Math.sqrt(mean) * standardNormal(chance))
  let sum = 0
  for (let i = 0; i < mean; i++) sum += poissonOne(chance)
  return sum
}
