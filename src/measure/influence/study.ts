import type { Chance } from '#vocabulary/index.ts'
import { type ActorEvents, actorEventsOf, orderByActor } from './actor-events.ts'
import { type BackgroundFit, fitBackground } from './background.ts'
import { chooseKernel } from './choose-kernel.ts'
import type { InfluenceInput } from './columns.ts'
import { clustersOf, parametersByChance } from './evidence-by-chance.ts'
import { type Exposures, gatherExposures } from './exposures.ts'
import { type Habits, marksOf, memberWeights } from './habits.ts'
import { creditedAs } from './levelled.ts'
import { marksByLoudest } from './loudest.ts'
import type { Intensities, Prior } from './multipliers.ts'
import { samplePosterior } from './posterior.ts'
import type { RiskSets } from './risk-sets.ts'
import type { Strata } from './strata.ts'
import type { Timeline } from './timeline.ts'

/** What was fitted, and all that credit needs. */
export interface Study {
  sets: RiskSets
  exposures: Exposures
  /** Of every member, under the multipliers. */
  mark: Float64Array
  kernel: BackgroundFit
  /** Of the marks, under the multipliers. */
  beta: Float64Array
  /** exp(beta z) of every member relative to its case. */
  memberWeight: Float64Array
  /**
   * Theta by feature, in days of background per touch, under which the multipliers give each channel
   * what it has in the posterior; trust not yet taken in.
   */
  theta: Float64Array
  /** What all touches together have in the posterior, relative to the fit with equal actors. */
  lift: number
  /** Of every name; those who reached nobody have the mean. */
  multiplier: Float64Array
  prior: Prior
  /** How far the touches' evidence goes beyond what chance alone would show: 0 none, 1 fully. */
  trust: number
  /** Parameters' worth of evidence that chance alone would bring. */
  byChance: number
  pairs: ActorEvents
  intensities: Intensities
}

/** Fits kernel, theta and multipliers to risk sets; `chance` is for the posterior of who moves people. */
export function fitStudy(
  input: InfluenceInput,
  timeline: Timeline,
  habits: Habits,
  sets: RiskSets,
  windowDays: number,
  strata: Strata,
  chance: Chance,
): Study {
  const features = input.channels.length * input.types.length
  const exposures = gatherExposures(sets, timeline, windowDays, input.channels.length)
  const shared = marksOf(sets, habits)
  const kernel = fitBackground(chooseKernel(sets, exposures, features, shared, windowDays), {
    ...{ sets, strata, exposures, habits, mark: shared, features },
  })
  // With equal actors there is nothing to take out of the loud ones; between actors there is.
  const { mark, marks, loud } = marksByLoudest(sets, timeline, input.channels.length, windowDays)
  const { push } = kernel
  const order = orderByActor(exposures, input.names.length)
  const ground = { sets, exposures, order, push, mark, features }
  const names = input.names.length
  const found = samplePosterior(ground, kernel.fitted.theta, { marks, loud }, names, chance)
  const { multiplier, prior, beta } = found
  const theta = creditedAs(sets, exposures, push, multiplier, found.theta, found.credit)
  const memberWeight = memberWeights(mark, beta)
  const pairs = actorEventsOf(sets, exposures, order, push, theta, memberWeight)
  const byChance = parametersByChance(kernel.design, kernel.fitted, clustersOf(sets, strata))
  const credited = found.credit.reduce((sum, one) => sum + one, 0)
  return {
    ...{
      sets,
      exposures,
      mark,
      kernel,
      beta,
      memberWeight,
      theta,
      multiplier,
      prior,
      byChance,
      pairs,
    },
    lift: kernel.credited > 0 ? credited / kernel.credited : 1,
    trust: trustOf(kernel.evidence, byChance),
    intensities: intensitiesOf(sets, pairs, multiplier, memberWeight),
  }
}

/** Tau, shape, and whether touches add or multiply. */
const KERNEL_PARAMETERS = 3

/**
 * Positive-part shrinkage: of the evidence (twice the gain in log likelihood), two parts a parameter that
 * chance alone would bring, those of the kernel among them, count for nothing (Akaike 1974, Takeuchi 1976). Below that
 * nothing is credited; above, the loss fades with the square.
 */
export function trustOf(evidence: number, parameters: number): number {
  const byChance = 2 * (parameters + KERNEL_PARAMETERS)
  return evidence <= byChance ? 0 : 1 - (byChance / evidence) ** 2
}

/** Intensities of the events under multipliers. */
function intensitiesOf(
  sets: RiskSets,
  pairs: ActorEvents,
  multiplier: Float64Array,
  memberWeight: Float64Array,
): Intensities {
  const events = sets.t.length
  const ofCase = new Float64Array(events).fill(1)
  const ofAll = new Float64Array(events)
  for (let e = 0; e < events; e++) {
    for (let m = sets.start[e] as number; m < (sets.start[e + 1] as number); m++) {
      ofAll[e] = (ofAll[e] as number) + (memberWeight[m] as number)
    }
  }
  for (let i = 0; i < pairs.actors.length; i++) {
    const r = multiplier[pairs.actors[i] as number] as number
    for (let p = pairs.start[i] as number; p < (pairs.start[i + 1] as number); p++) {
      const e = pairs.event[p] as number
      ofCase[e] = (ofCase[e] as number) + r * (pairs.ofCase[p] as number)
      ofAll[e] = (ofAll[e] as number) + r * (pairs.ofAll[p] as number)
    }
  }
  return { ofCase, ofAll }
}
