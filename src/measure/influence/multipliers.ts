import type { ActorEvents } from './actor-events.ts'

/** Multipliers that are tried for each actor: nothing at all, a twentieth, and up to 34 times the usual. */
export const MULTIPLIERS = Float64Array.of(
  0,
  0.05,
  0.12,
  0.25,
  0.5,
  0.8,
  1.2,
  2,
  3.5,
  6,
  10,
  18,
  34,
)
/** How many they are. */
export const GRID = MULTIPLIERS.length

/** What actors are like by and large: how many of them have which multiplier; adds up to 1. */
export type Prior = Float64Array

export const flatPrior = (): Prior => new Float64Array(GRID).fill(1 / GRID)

/** Intensities of events under some multipliers: the case's, and the whole risk set's. */
export interface Intensities {
  ofCase: Float64Array
  ofAll: Float64Array
}

const SWEEPS = 2
const PRIOR_STEPS = 10

/**
 * Updates every actor's multiplier in turn to its posterior mean, and the prior to what all of them
 * together make likeliest (nonparametric empirical Bayes: Kiefer and Wolfowitz 1956; Koenker and
 * Mizera 2014, JASA 109). A prior that may have a spike at 0 takes loud actors who cause nothing out,
 * and leaves quiet ones theirs; a gamma prior did neither. Changes `multiplier`, `prior` and
 * `intensities` in place.
 */
export function updateMultipliers(
  pairs: ActorEvents,
  intensities: Intensities,
  multiplier: Float64Array,
  prior: Prior,
): void {
  const likelihoods = new Float64Array(pairs.actors.length * GRID)
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let i = 0; i < pairs.actors.length; i++) {
      const likelihood = likelihoods.subarray(i * GRID, (i + 1) * GRID)
      const actor = pairs.actors[i] as number
      const old = multiplier[actor] as number
      weighGrid(pairs, i, old, intensities, likelihood)
      const mean = posteriorMean(likelihood, prior)
      shift(pairs, i, mean - old, intensities)
      multiplier[actor] = mean
    }
    improvePrior(likelihoods, prior)
  }
}

/** Log likelihood of an actor's events on the grid, all else as it is; the highest is 0, as a likelihood. */
function weighGrid(
  pairs: ActorEvents,
  actor: number,
  old: number,
  { ofCase, ofAll }: Intensities,
  into: Float64Array,
): void {
  into.fill(0)
  const last = pairs.start[actor + 1] as number
  for (let i = pairs.start[actor] as number; i < last; i++) {
    const e = pairs.event[i] as number
    const a = pairs.ofCase[i] as number
    const b = pairs.ofAll[i] as number
    addLogRatios(ofCase[e] as number, a, ofAll[e] as number, b, old, into, 0)
  }
  toLikelihood(into)
}

/** Adds log((L + (r - old) a) / (S + (r - old) b)) for every r of the grid. */
export function addLogRatios(
  L: number,
  a: number,
  S: number,
  b: number,
  old: number,
  into: Float64Array | Float32Array,
  at: number,
): void {
  for (let k = 0; k < GRID; k++) {
    const by = (MULTIPLIERS[k] as number) - old
    const place = at + k
    into[place] = (into[place] as number) + Math.log((L + by * a) / (S + by * b))
  }
}

function toLikelihood(logs: Float64Array): void {
  let best = Number.NEGATIVE_INFINITY
  for (let k = 0; k < GRID; k++) best = Math.max(best, logs[k] as number)
  for (let k = 0; k < GRID; k++) logs[k] = Math.exp((logs[k] as number) - best)
}

/** Posterior mean of a multiplier from logs of likelihoods on the grid (changed in place). */
export function posteriorMeanOfLogs(logs: Float64Array, prior: Prior): number {
  toLikelihood(logs)
  return posteriorMean(logs, prior)
}

/** Posterior mean of a multiplier; 0 where the outcomes speak against any push. */
export function posteriorMean(likelihood: Float64Array, prior: Prior): number {
  return speaksAgainst(likelihood, prior) ? 0 : meanUnder(likelihood, prior)
}

/** The mean under likelihood and prior and nothing else. */
export function meanUnder(likelihood: Float64Array, prior: Prior): number {
  let sum = 0
  let weighted = 0
  for (let k = 0; k < GRID; k++) {
    const mass = (likelihood[k] as number) * (prior[k] as number)
    sum += mass
    weighted += mass * (MULTIPLIERS[k] as number)
  }
  return sum === 0 ? priorMean(prior) : weighted / sum
}

/** Divides by the highest. */
export function scaleToOne(likelihood: Float64Array): void {
  let best = 0
  for (let k = 0; k < GRID; k++) best = Math.max(best, likelihood[k] as number)
  for (let k = 0; k < GRID; k++) likelihood[k] = (likelihood[k] as number) / best
}

/**
 * The multipliers of the grid that count as next to nothing, and the Bayes factor that calls them so: with
 * less evidence the mean ranks better, because many who caused a little look like it by chance.
 */
const FAINT = 2
const AGAINST = 30

/**
 * Whether the outcomes themselves, and not what actors are like by and large, say that an actor's
 * touches do next to nothing. The mean would leave a loud account a sliver of everything that it
 * touched, which is more than quiet ones have in all.
 */
function speaksAgainst(likelihood: Float64Array, prior: Prior): boolean {
  let before = 0
  let faint = 0
  let sum = 0
  for (let k = 0; k < GRID; k++) {
    const mass = (likelihood[k] as number) * (prior[k] as number)
    sum += mass
    if (k >= FAINT) continue
    before += prior[k] as number
    faint += mass
  }
  const now = sum === 0 ? 0 : faint / sum
  return now > 0.5 && now * (1 - before) > AGAINST * before * (1 - now)
}

export function priorMean(prior: Prior): number {
  return prior.reduce((sum, mass, k) => sum + mass * (MULTIPLIERS[k] as number), 0)
}

function shift(pairs: ActorEvents, actor: number, by: number, intensities: Intensities): void {
  const last = pairs.start[actor + 1] as number
  for (let i = pairs.start[actor] as number; i < last; i++) {
    const e = pairs.event[i] as number
    intensities.ofCase[e] = (intensities.ofCase[e] as number) + by * (pairs.ofCase[i] as number)
    intensities.ofAll[e] = (intensities.ofAll[e] as number) + by * (pairs.ofAll[i] as number)
  }
}

/** Steps of expectation and maximisation; one actor's worth of the flat prior keeps all masses positive. */
export function improvePrior(likelihoods: Float64Array, prior: Prior): void {
  for (let step = 0; step < PRIOR_STEPS; step++) improveOnce(likelihoods, prior)
}

function improveOnce(likelihoods: Float64Array, prior: Prior): void {
  const sums = new Float64Array(GRID)
  const actors = likelihoods.length / GRID
  for (let i = 0; i < actors; i++) {
    let sum = 0
    for (let k = 0; k < GRID; k++) {
      sum += (likelihoods[i * GRID + k] as number) * (prior[k] as number)
    }
    if (sum === 0) continue
    for (let k = 0; k < GRID; k++) {
      const mass = ((likelihoods[i * GRID + k] as number) * (prior[k] as number)) / sum
      sums[k] = (sums[k] as number) + mass
    }
  }
  for (let k = 0; k < GRID; k++) prior[k] = ((sums[k] as number) + 1 / GRID) / (actors + 1)
}
