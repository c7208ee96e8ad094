import { type Comparators, comparatorsOf } from '../influence/comparators.ts'
import type { InfluenceMeasured, InfluenceWish } from '../influence/measure-influence.ts'
import type { Placebos } from '../influence/placebos.ts'
import type { Ground, ScopeInput } from './scope-input.ts'

/** What live credit and the pages need to know of a measurement; kept with its run. */
export interface RunParameters {
  tauDays: number
  /** Of the kernel; runs before it was fitted have none: 1. */
  shape: number
  windowDays: number
  controls: number
  seed: number
  bootstrap: number
  /** Of the intervals. */
  level: number
  hops: number
  /** Of each placebo; measurements from before they were shown with their spread have none. */
  draws: number
  trust: number
  evidence: number
  byChance: number
  sway: number
  /** 0: touches multiply the background. 1: they add to it. */
  adds: number
  /** Push in days, by channel and, within it, by type. */
  theta: Record<string, Record<string, number>>
  /** Of accounts without a row of their own. */
  multiplierOfOthers: number
  placebo: Placebos
  strata: { count: number; made: 'given' | 'made'; widened: number; alone: number }
  /** Types that somebody has once. */
  ending: string[]
  /** By channel id. */
  comparators: Comparators
  /** What the channels of kept journeys are numbered by. */
  journeyChannels: readonly string[]
  /** From when on touches were read; null: all of the log. */
  reachesBackTo: string | null
}

export function runParameters(
  ground: Ground,
  { input }: ScopeInput,
  measured: InfluenceMeasured,
  wish: InfluenceWish,
): RunParameters {
  const { tauDays, shape, trust, evidence, byChance, sway, adds } = measured.parameters
  return {
    ...{ tauDays, shape, trust, evidence, byChance, sway, adds },
    windowDays: wish.windowDays,
    controls: wish.controls,
    seed: wish.seed,
    bootstrap: wish.bootstrap,
    level: wish.level,
    hops: wish.hops,
    draws: wish.draws,
    theta: thetaByName(input, measured),
    multiplierOfOthers: multiplierOfOthers(measured),
    placebo: measured.placebo,
    strata: measured.strata,
    ending: measured.ending.map((type) => input.types[type] ?? ''),
    comparators: comparatorsOf(input, measured.timeline, wish.windowDays),
    journeyChannels: input.channels,
    reachesBackTo: ground.touches.reachesBackTo?.toISOString() ?? null,
  }
}

function thetaByName(
  { channels, types }: ScopeInput['input'],
  { parameters: { theta } }: InfluenceMeasured,
): RunParameters['theta'] {
  const ofChannel = (c: number) =>
    Object.fromEntries(types.map((type, s) => [type, theta[s * channels.length + c] ?? 0]))
  return Object.fromEntries(channels.map((channel, c) => [channel, ofChannel(c)]))
}

/** Those who were never seen before an outcome all have the mean. */
function multiplierOfOthers({ study, parameters: { multiplier } }: InfluenceMeasured): number {
  const seen = new Set<number>(study.pairs.actors)
  const other = multiplier.findIndex((_, person) => !seen.has(person))
  return other < 0 ? 1 : (multiplier[other] as number)
}
