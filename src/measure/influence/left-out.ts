import {
  type ActorEvents,
  actorEventsOf,
  intensitiesOf,
  pairOfExposures,
  strengthsOf,
} from './actor-events.ts'
import { type Design, designOf } from './design.ts'
import { type Exposures, shared } from './exposures.ts'
import { fitTheta } from './fit-theta.ts'
import { memberWeights } from './habits.ts'
import {
  GRID,
  type Intensities,
  improvePrior,
  MULTIPLIERS,
  meanUnder,
  type Prior,
  posteriorMean,
  scaleToOne,
} from './multipliers.ts'
import type { RiskSets } from './risk-sets.ts'

/** What the fit with multipliers found without the outcome at hand rests on. */
export interface LeftOutGround {
  sets: RiskSets
  exposures: Exposures
  /** Exposures by actor and event. */
  order: Int32Array
  /** Of each exposure, under the kernel and the background that it met. */
  push: Float32Array
  features: number
  /** Marks of every member. */
  mark: Float64Array
}

/** Where the fit begins; changed by nobody. */
interface LeftOutStart {
  theta: Float64Array
  beta: Float64Array
  multiplier: Float64Array
  prior: Prior
}

/** Theta by feature where each outcome meets multipliers that do not know it. */
export interface LeftOutFit extends LeftOutStart {
  mark: Float64Array
  memberWeight: Float64Array
  design: Design
  /** Of each exposure: push times the multiplier of its actor without the outcome at hand. */
  push: Float32Array
  pairs: ActorEvents
  /** Of each pair, the multiplier of its actor without the outcome at hand. */
  withoutOutcome: Float64Array
  logLikelihood: number
}

/** Rounds of multipliers and theta in turn; shares of channels stand still after three or four. */
const ROUNDS = 4

/**
 * Fits theta with a multiplier of its own for every pair of actor and outcome: the posterior mean of the
 * actor's under all other outcomes. A multiplier that knows the outcome it is to explain takes its noise
 * for effect, and theta fitted on top takes it a second time, in channels with few posts an actor more than
 * in others. Without the outcome, the mean is what could be expected of the actor, and an error that is
 * spread around the mean leaves a linear strength as it is (Berkson 1950, JASA 45). The prior of
 * multipliers is learnt along (see updateMultipliers).
 */
export function fitLeftOut(ground: LeftOutGround, start: LeftOutStart): LeftOutFit {
  const { sets, exposures, order, features, mark } = ground
  const multiplier = start.multiplier.slice()
  const prior = start.prior.slice()
  const pairOf = pairOfExposures(exposures, order)
  const push = shared(Float32Array, ground.push.length)
  let { theta, beta } = start
  let memberWeight = memberWeights(mark, beta)
  let leftOut: Float64Array | undefined
  let fitted: { design: Design; pairs: ActorEvents; logLikelihood: number } | undefined
  for (let round = 0; round < ROUNDS; round++) {
    const pairs = actorEventsOf(sets, exposures, order, ground.push, theta, memberWeight)
    leftOut ??= strengthsOf(pairs, multiplier)
    const now = intensitiesOf(sets, pairs, leftOut, memberWeight)
    updateLeftOut(pairs, now, leftOut, multiplier, prior)
    for (let x = 0; x < push.length; x++) {
      push[x] = (ground.push[x] as number) * (leftOut[pairOf[x] as number] as number)
    }
    const design = designOf(sets, exposures, push, features, mark)
    // On the way one step does: multipliers move as well.
    const isLast = round === ROUNDS - 1
    const next = fitTheta(design, { theta, beta }, false, isLast ? undefined : 1)
    theta = next.theta
    beta = next.beta
    memberWeight = memberWeights(mark, beta)
    fitted = { design, pairs, logLikelihood: next.logLikelihood }
  }
  if (fitted === undefined || leftOut === undefined) throw new Error('no round was fitted')
  const withoutOutcome = leftOut
  return { ...fitted, theta, beta, multiplier, prior, mark, memberWeight, push, withoutOutcome }
}

/**
 * The fit of two that the outcomes speak for, each parameter of its marks paid for with half the logarithm
 * of their number (Schwarz 1978, Annals of Statistics 6). Likelihoods of outcomes under multipliers that do
 * not know them are those of a prediction, so that only marks have to be paid for.
 */
export function likelier(one: LeftOutFit, other: LeftOutFit): LeftOutFit {
  const worth = ({ logLikelihood, beta, design }: LeftOutFit) =>
    logLikelihood - (beta.length / 2) * Math.log(Math.max(1, design.start.length - 1))
  return worth(other) > worth(one) ? other : one
}

/** Every pair's multiplier in turn, every actor's, and the prior; intensities go along. */
export function updateLeftOut(
  pairs: ActorEvents,
  now: Intensities,
  leftOut: Float64Array,
  multiplier: Float64Array,
  prior: Prior,
): void {
  const likelihoods = new Float64Array(pairs.actors.length * GRID)
  const without = new Float64Array(GRID)
  let ratios = new Float64Array(0)
  for (let i = 0; i < pairs.actors.length; i++) {
    const [from, to] = [pairs.start[i] as number, pairs.start[i + 1] as number]
    if (ratios.length < (to - from) * GRID) ratios = new Float64Array(2 * (to - from) * GRID)
    const likelihood = likelihoods.subarray(i * GRID, (i + 1) * GRID)
    weighPairs(pairs, from, to, now, leftOut, ratios, likelihood)
    multiplier[pairs.actors[i] as number] = posteriorMean(likelihood, prior)
    for (let p = from; p < to; p++) {
      const at = (p - from) * GRID
      for (let k = 0; k < GRID; k++) {
        without[k] = (likelihood[k] as number) / (ratios[at + k] as number)
      }
      const e = pairs.event[p] as number
      const mean = meanUnder(without, prior)
      const by = mean - (leftOut[p] as number)
      now.ofCase[e] = (now.ofCase[e] as number) + by * (pairs.ofCase[p] as number)
      now.ofAll[e] = (now.ofAll[e] as number) + by * (pairs.ofAll[p] as number)
      leftOut[p] = mean
    }
  }
  improvePrior(likelihoods, prior)
}

/** Products beyond are divided by their highest. */
const PRODUCT_MAX = 1e100

/** Likelihood ratios of an actor's pairs on the grid, against the multipliers as they are, and their product. */
function weighPairs(
  pairs: ActorEvents,
  from: number,
  to: number,
  { ofCase, ofAll }: Intensities,
  leftOut: Float64Array,
  ratios: Float64Array,
  product: Float64Array,
): void {
  product.fill(1)
  for (let p = from; p < to; p++) {
    const e = pairs.event[p] as number
    const [L, S] = [ofCase[e] as number, ofAll[e] as number]
    const [a, b] = [pairs.ofCase[p] as number, pairs.ofAll[p] as number]
    const at = (p - from) * GRID
    let most = 0
    for (let k = 0; k < GRID; k++) {
      const by = (MULTIPLIERS[k] as number) - (leftOut[p] as number)
      // Without any push the case's intensity is 1, and its risk set's not less.
      const ratio = (Math.max(1, L + by * a) / L) * (S / Math.max(1, S + by * b))
      ratios[at + k] = ratio
      product[k] = (product[k] as number) * ratio
      most = Math.max(most, product[k] as number)
    }
    if (most > PRODUCT_MAX || most < 1 / PRODUCT_MAX) scaleToOne(product)
  }
  scaleToOne(product)
}
