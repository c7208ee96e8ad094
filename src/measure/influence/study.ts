import {
  type ActorEvents,
  actorEventsOf,
  intensitiesOf,
  orderByActor,
  strengthsOf,
} from './actor-events.ts'
import { type BackgroundFit, type BackgroundGround, fitBackground } from './background.ts'
import { chooseKernel, fitAround } from './choose-kernel.ts'
import type { InfluenceInput } from './columns.ts'
import { designOf } from './design.ts'
import { clustersOf, parametersByChance } from './evidence-by-chance.ts'
import { type Exposures, gatherExposures } from './exposures.ts'
import { fitTheta } from './fit-theta.ts'
import { type Habits, marksOf, memberWeights } from './habits.ts'
import { fitLeftOut, type LeftOutFit, likelier } from './left-out.ts'
import { marksByLoudest } from './loudest.ts'
import {
  flatPrior,
  type Intensities,
  type Prior,
  priorMean,
  updateMultipliers,
} from './multipliers.ts'
import { kernelWhereActorsDiffer } from './own-kernel.ts'
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
  /** Theta by feature, in days of background per touch; trust not yet taken in. */
  theta: Float64Array
  /** The fit that channels have their shares of: outcomes under multipliers that do not know them. */
  leftOut: LeftOutFit
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

/** Rounds of multipliers and channels in turn; the figures stand still after three or four. */
const ROUNDS = 4

/** Fits kernel, theta and multipliers to risk sets. */
export function fitStudy(
  input: InfluenceInput,
  timeline: Timeline,
  habits: Habits,
  sets: RiskSets,
  windowDays: number,
  strata: Strata,
): Study {
  const features = input.channels.length * input.types.length
  const exposures = gatherExposures(sets, timeline, windowDays, input.channels.length)
  const shared = marksOf(sets, habits)
  const order = orderByActor(exposures, input.names.length)
  const bare = { sets, strata, exposures, habits, mark: shared, features, order }
  const { kernel, alike, byChance } = fitAlike(bare, input.names.length, windowDays)
  // With equal actors there is nothing to take out of the loud ones; between actors there is.
  const { mark, marks, loud } = marksByLoudest(sets, timeline, input.channels.length, windowDays)
  // From habits that tell nothing: fitted with equal actors, they make up for loud ones who cause nothing.
  let beta: Float64Array = new Float64Array(marks)
  let memberWeight = memberWeights(mark, beta)
  const multiplier = new Float64Array(input.names.length).fill(1)
  const prior = flatPrior()
  let theta: Float64Array = kernel.fitted.theta.slice()
  const pairsAt = (at: Float64Array) =>
    actorEventsOf(sets, exposures, order, kernel.push, at, memberWeight)
  const refit = () => {
    const design = designOf(sets, exposures, kernel.push, features, mark, multiplier)
    const next = fitTheta(design, { theta, beta })
    theta = next.theta
    beta = next.beta
    memberWeight = memberWeights(mark, beta)
  }
  // What their crowds are like comes first: a push has to show beyond that.
  for (const actor of loud) multiplier[actor] = 0
  if (loud.length > 0) refit()
  for (let round = 0; round < ROUNDS; round++) {
    const pairs = pairsAt(theta)
    const now = intensitiesOf(sets, pairs, strengthsOf(pairs, multiplier), memberWeight)
    updateMultipliers(pairs, now, multiplier, prior)
    refit()
  }
  fillUnseen(multiplier, exposures, prior)
  const trust = trustOf(kernel.evidence, byChance)
  const ground = { sets, exposures, order, push: kernel.push, features }
  const found = { theta, beta, multiplier, prior }
  const leftOut =
    loud.length === 0 ? alike : likelier(alike, fitLeftOut({ ...ground, mark }, found))
  const pairs = pairsAt(theta)
  const intensities = intensitiesOf(sets, pairs, strengthsOf(pairs, multiplier), memberWeight)
  return {
    sets,
    exposures,
    mark,
    kernel,
    beta,
    memberWeight,
    theta,
    leftOut,
    multiplier,
    prior,
    trust,
    byChance,
    pairs,
    intensities,
  }
}

/** With less trust the touches hardly say more than chance would, and nothing of their delays. */
const TRUST_FOR_DELAYS = 0.5

/**
 * Kernel and background with equal actors, and the fit that shares come from without marks of loud ones;
 * both once more where actors that differ speak for another kernel.
 */
function fitAlike(
  bare: BackgroundGround & { order: Int32Array },
  names: number,
  windowDays: number,
): { kernel: BackgroundFit; alike: LeftOutFit; byChance: number } {
  const { sets, strata, exposures, features, mark } = bare
  const first = chooseKernel(sets, exposures, features, mark, windowDays)
  const kernel = fitBackground(first, bare)
  const equal = { multiplier: new Float64Array(names).fill(1), prior: flatPrior() }
  const alike = fitLeftOut({ ...bare, push: kernel.push }, { ...kernel.fitted, ...equal })
  const chanceOf = ({ design, fitted }: BackgroundFit) =>
    parametersByChance(design, fitted, clustersOf(sets, strata))
  const byChance = chanceOf(kernel)
  if (trustOf(kernel.evidence, byChance) < TRUST_FOR_DELAYS) return { kernel, alike, byChance }
  const own = kernelWhereActorsDiffer(alike, bare, kernel, windowDays)
  if (own.tauDays === kernel.tauDays && own.shape === kernel.shape) {
    return { kernel, alike, byChance }
  }
  const again = fitBackground(fitAround(sets, exposures, first, own, windowDays), bare)
  const refitted = fitLeftOut({ ...bare, push: again.push }, alike)
  return { kernel: again, alike: refitted, byChance: chanceOf(again) }
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

function fillUnseen(multiplier: Float64Array, { actor }: Exposures, prior: Prior): void {
  const isSeen = new Uint8Array(multiplier.length)
  for (let x = 0; x < actor.length; x++) isSeen[actor[x] as number] = 1
  const mean = priorMean(prior)
  for (let v = 0; v < multiplier.length; v++) if (isSeen[v] === 0) multiplier[v] = mean
}

/** Multipliers of the fit that shares come from, of every name. */
export function multipliersOfShares({ exposures, leftOut }: Study): Float64Array {
  const multiplier = leftOut.multiplier.slice()
  fillUnseen(multiplier, exposures, leftOut.prior)
  return multiplier
}

/** The study as seen by the fit that shares come from, under other multipliers. */
export function byLeftOut(study: Study, multiplier: Float64Array): Study {
  const { mark, theta, beta, memberWeight, prior, pairs } = study.leftOut
  const strength = strengthsOf(pairs, multiplier)
  const intensities = intensitiesOf(study.sets, pairs, strength, memberWeight)
  return { ...study, mark, theta, beta, memberWeight, multiplier, prior, pairs, intensities }
}
