/**
 * What is usual: the outbreak detection of Farrington et al. (1996), "A statistical algorithm for
 * the early detection of outbreaks of infectious disease", J. R. Stat. Soc. A 159(3), with the
 * weights of Noufaily et al. (2013), "An improved algorithm for outbreak detection in multiple
 * surveillance systems", Stat. Med. 32(7). A count is compared with the same weekday (or the same
 * length of days) of the weeks before; what stood out then hardly counts as usual.
 *
 * Deviations: the first fit is by median; no trend is fitted (eight values carry none reliably), so that a steady rise shows as
 * unusual for some weeks; the lower bound mirrors the upper one.
 */

/** What a count is judged by. */
export interface Usual {
  expected: number
  /** Counts from `low` to `high` are within what is usual. */
  low: number
  high: number
}

export interface Judged extends Usual {
  count: number
  /** Distance from what is expected, in units of the distance to the bound; 1 and more is unusual. */
  score: number
}

/** With fewer weeks than these nothing is called unusual. */
export const WEEKS_MIN = 4
/** Weeks looked back at. */
export const WEEKS_MAX = 8

/** Standard normal quantile of the bounds: of usual counts about 1 in 370 falls outside. */
const QUANTILE = 3
/** Anscombe residuals beyond this are down-weighted (Noufaily et al., section 3.3). */
const RESIDUAL_MAX = 2.58

/**
 * The usual count, from counts of the weeks before (newest or oldest first, all of the same kind).
 * Null with fewer than {@link WEEKS_MIN}.
 */
export function usualOf(references: Float64Array): Usual | null {
  const n = references.length
  if (n < WEEKS_MIN) return null
  const { mean, dispersion } = fitWeighted(references, weightsOf(references, firstFit(references)))
  // A week without any post leaves no variance to learn from: one post is what it takes at least.
  const m = Math.max(mean, 0.5 / n)
  const tau = dispersion + dispersion / n
  const spread = (2 / 3) * QUANTILE * Math.sqrt(tau / m)
  return {
    expected: mean,
    low: m * Math.max(0, 1 - spread) ** 1.5,
    high: m * (1 + spread) ** 1.5,
  }
}

/** Judges a count against the weeks before; null where they are too few. */
export function judge(count: number, references: Float64Array): Judged | null {
  const usual = usualOf(references)
  if (usual === null) return null
  const { expected, low, high } = usual
  if (count >= expected) return { ...usual, count, score: (count - expected) / (high - expected) }
  // Where the bound is 0 no count is low enough to say anything.
  return { ...usual, count, score: low === 0 ? 0 : (expected - count) / (expected - low) }
}

interface Fit {
  mean: number
  /** Of the variance over the mean; at least that of Poisson counts. */
  dispersion: number
}

/** By the median and the median deviation: one outbreak among eight weeks would hide itself otherwise. */
function firstFit(counts: Float64Array): Fit {
  const mean = medianOf(counts)
  if (mean === 0) return { mean, dispersion: 1 }
  const deviation = 1.4826 * medianOf(counts.map((count) => Math.abs(count - mean)))
  return { mean, dispersion: Math.max(1, deviation ** 2 / mean) }
}

function medianOf(counts: Float64Array): number {
  const sorted = counts.toSorted()
  const middle = sorted.length >> 1
  const upper = sorted[middle] as number
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] as number)) / 2
}

function fitWeighted(counts: Float64Array, weights: Float64Array): Fit {
  let [sum, total] = [0, 0]
  for (let i = 0; i < counts.length; i++) {
    sum += (weights[i] as number) * (counts[i] as number)
    total += weights[i] as number
  }
  const mean = sum / total
  if (mean === 0) return { mean, dispersion: 1 }
  let squares = 0
  for (let i = 0; i < counts.length; i++) {
    squares += (weights[i] as number) * ((counts[i] as number) - mean) ** 2
  }
  return { mean, dispersion: Math.max(1, squares / mean / (counts.length - 1)) }
}

/** Weights that sum up to the number of counts; those far above the mean get less. */
function weightsOf(counts: Float64Array, { mean, dispersion }: Fit): Float64Array {
  const weights = new Float64Array(counts.length).fill(1)
  if (mean === 0) return weights
  const scale = 2 * Math.sqrt(dispersion) * mean ** (1 / 6) * Math.sqrt(1 - 1 / counts.length)
  let total = 0
  for (let i = 0; i < counts.length; i++) {
    const residual = (3 * ((counts[i] as number) ** (2 / 3) - mean ** (2 / 3))) / scale
    weights[i] = residual > RESIDUAL_MAX ? residual ** -2 : 1
    total += weights[i] as number
  }
  return weights.map((weight) => (weight * counts.length) / total)
}
