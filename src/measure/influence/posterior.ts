import type { Chance } from '#vocabulary/index.ts'
import {
  addChainCredit,
  type Chain,
  type ChainGround,
  chainOf,
  moveMultipliers,
  moveThetas,
  weighAnew,
} from './chain.ts'
import { designOf } from './design.ts'
import { newtonStep, slopeAt } from './fit-theta.ts'
import { isNextToNothing, MULTIPLIERS, massOfFaint, type Prior, priorMean } from './multipliers.ts'

/** What outcomes say of theta and multipliers together: means over the posterior. */
export interface Posterior {
  /** By feature; its scale goes with that of the multipliers. */
  theta: Float64Array
  /** By name; 0 where the outcomes speak against an actor, the prior's mean where nobody was reached. */
  multiplier: Float64Array
  prior: Prior
  beta: Float64Array
  /** Outcomes that each feature is credited. */
  credit: Float64Array
}

/** Sweeps before anything is kept, and those that are. */
const SWEEPS = { burn: 40, kept: 80 }
/** Habits are fitted anew after so many sweeps. */
const HABITS_EVERY = { burn: 10, kept: 20 }

/**
 * Samples who moves people and how strong channels are from their joint posterior (Gibbs over the
 * multipliers on their grid, Metropolis over theta, the prior of the multipliers learnt along; Gelfand and
 * Smith 1990, JASA 85). Multipliers put in at their means and theta fitted on top take the same noise for
 * effect, and weak channels with many touches most of it; averaged over what the multipliers may be,
 * credit does not. Actors start as equals.
 */
export function samplePosterior(
  ground: ChainGround,
  theta: Float64Array,
  { marks, loud }: { marks: number; loud: readonly number[] },
  names: number,
  chance: Chance,
): Posterior {
  const chain = chainOf(ground, theta, names)
  let beta: Float64Array = new Float64Array(marks)
  const sums = sumsOf(ground.features, names)
  for (let sweep = 0; sweep < SWEEPS.burn + SWEEPS.kept; sweep++) {
    const isKept = sweep >= SWEEPS.burn
    if (sweep % (isKept ? HABITS_EVERY.kept : HABITS_EVERY.burn) === 0) {
      beta = fitHabits(chain, ground, beta)
      weighAnew(chain, ground, beta)
    }
    moveMultipliers(chain, chance, (actor, chances) => {
      if (isKept) addActor(sums, actor, chances)
    })
    moveThetas(chain, chance, !isKept)
    if (isKept) addSweep(sums, chain)
  }
  return { ...meansOf(sums, chain, ground, loud), beta }
}

/** Sums over the sweeps that are kept. */
interface Sums {
  theta: Float64Array
  credit: Float64Array
  prior: Float64Array
  multiplier: Float64Array
  /** By name: how likely next to nothing is. */
  faint: Float64Array
}

function sumsOf(features: number, names: number): Sums {
  return {
    theta: new Float64Array(features),
    credit: new Float64Array(features),
    prior: new Float64Array(MULTIPLIERS.length),
    multiplier: new Float64Array(names),
    faint: new Float64Array(names),
  }
}

/** Chances instead of what was drawn from them: the same mean with less noise (Rao and Blackwell). */
function addActor(sums: Sums, actor: number, chances: Float64Array): void {
  let mean = 0
  for (let g = 0; g < chances.length; g++) {
    mean += (chances[g] as number) * (MULTIPLIERS[g] as number)
  }
  sums.multiplier[actor] = (sums.multiplier[actor] as number) + mean
  sums.faint[actor] = (sums.faint[actor] as number) + massOfFaint(chances)
}

function addSweep(sums: Sums, chain: Chain): void {
  addChainCredit(chain, sums.credit)
  chain.theta.forEach((one, k) => {
    sums.theta[k] = (sums.theta[k] as number) + one
  })
  chain.prior.forEach((one, g) => {
    sums.prior[g] = (sums.prior[g] as number) + one
  })
}

/** A loud actor whose touches do less than this part of what a usual touch does has no credit. */
const LOUD_LEAST = 0.15

/**
 * Means; 0 for those of whom the outcomes say that they do next to nothing. Of the loud it is enough that
 * this is likelier than not, or that little is left: a sliver of everything that they touched would be
 * more than quiet ones have in all.
 */
function meansOf(
  sums: Sums,
  { pushes }: Chain,
  { exposures }: ChainGround,
  loud: readonly number[],
): Omit<Posterior, 'beta'> {
  const mean = (values: Float64Array) => values.map((one) => one / SWEEPS.kept)
  const prior = mean(sums.prior)
  const before = massOfFaint(prior)
  const multiplier = new Float64Array(sums.multiplier.length).fill(priorMean(prior))
  for (const actor of pushes.actors) {
    const isOut = isNextToNothing(before, (sums.faint[actor] as number) / SWEEPS.kept)
    multiplier[actor] = isOut ? 0 : (sums.multiplier[actor] as number) / SWEEPS.kept
  }
  let all = 0
  for (const actor of exposures.actor) all += multiplier[actor] as number
  const least = (LOUD_LEAST * all) / Math.max(1, exposures.actor.length)
  for (const actor of loud) {
    const isFaint = (sums.faint[actor] as number) > 0.5 * SWEEPS.kept
    if (isFaint || (multiplier[actor] as number) < least) multiplier[actor] = 0
  }
  return { theta: mean(sums.theta), credit: mean(sums.credit), prior, multiplier }
}

/** One Newton step of the habits where the chain stands. */
function fitHabits(chain: Chain, ground: ChainGround, beta: Float64Array): Float64Array {
  if (beta.length === 0) return beta
  const { sets, exposures, push, features, mark } = ground
  const design = designOf(sets, exposures, push, features, mark, chain.multiplier)
  const at = Float64Array.from([...chain.theta, ...beta])
  const step = newtonStep(slopeAt(design, at), at.length, (k) => k >= features)
  return beta.map((one, q) => one + (step[features + q] as number))
}
