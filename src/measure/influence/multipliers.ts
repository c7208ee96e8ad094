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
const GRID = MULTIPLIERS.length

/** What actors are like by and large: how many of them have which multiplier; adds up to 1. */
export type Prior = Float64Array

/** Intensities of events under some multipliers: the case's, and the whole risk set's. */
export interface Intensities {
  ofCase: Float64Array
  ofAll: Float64Array
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

/** Logarithms of likelihoods on the grid become the chances of the multipliers under a prior, in place. */
export function conditionalOn(logs: Float64Array, prior: Prior): void {
  toLikelihood(logs)
  let sum = 0
  for (let k = 0; k < GRID; k++) {
    logs[k] = (logs[k] as number) * (prior[k] as number)
    sum += logs[k] as number
  }
  for (let k = 0; k < GRID; k++) logs[k] = (logs[k] as number) / sum
}

function posteriorMean(likelihood: Float64Array, prior: Prior): number {
  let sum = 0
  let weighted = 0
  let faint = 0
  for (let k = 0; k < GRID; k++) {
    const mass = (likelihood[k] as number) * (prior[k] as number)
    sum += mass
    weighted += mass * (MULTIPLIERS[k] as number)
    if (k < FAINT) faint += mass
  }
  if (sum === 0) return priorMean(prior)
  return isNextToNothing(massOfFaint(prior), faint / sum) ? 0 : weighted / sum
}

/**
 * The multipliers of the grid that count as next to nothing, and the Bayes factor that calls them so: with
 * less evidence the mean ranks better, because many who caused a little look like it by chance.
 */
const FAINT = 2
const AGAINST = 30

/** How likely next to nothing is. */
export function massOfFaint(chances: Float64Array): number {
  let mass = 0
  for (let k = 0; k < FAINT; k++) mass += chances[k] as number
  return mass
}

/**
 * Whether the outcomes themselves, and not what actors are like by and large, say that an actor's
 * touches do next to nothing; how likely that was before, and is now. The mean would leave a loud account
 * a sliver of everything that it touched, which is more than quiet ones have in all.
 */
export function isNextToNothing(before: number, now: number): boolean {
  return now > 0.5 && now * (1 - before) > AGAINST * before * (1 - now)
}

export function priorMean(prior: Prior): number {
  return prior.reduce((sum, mass, k) => sum + mass * (MULTIPLIERS[k] as number), 0)
}
