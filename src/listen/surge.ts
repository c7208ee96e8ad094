/** What a count is when it stands beside earlier ones of the same weekday. */
export interface SurgeJudgement {
  /** Their median. */
  expected: number
  isSurge: boolean
}

/** Fewer posts than this surprise nobody; with fewer weeks nobody knows what is usual. */
const POSTS_MIN = 5
const WEEKS_MIN = 3
/** One false alarm in about ten thousand looks, were posts independent. */
const TAIL_MAX = 1e-4
const DEVIATIONS_MIN = 3
/** Of normally distributed values, from the median absolute deviation to the standard deviation. */
const MAD_SCALE = 1.4826

/**
 * Whether so many posts are unusual against the same weekday of earlier weeks. They must be too many
 * for a Poisson process with the median as its mean, and lie three deviations (median absolute
 * deviation, so that one wild week does not hide the next) above it. Null with too few weeks.
 */
export function judgeSurge(posts: number, weeksBefore: readonly number[]): SurgeJudgement | null {
  if (weeksBefore.length < WEEKS_MIN) return null
  const expected = median(weeksBefore)
  const spread = MAD_SCALE * median(weeksBefore.map((count) => Math.abs(count - expected)))
  const isFar = posts > expected + DEVIATIONS_MIN * spread
  const isSurge =
    posts >= POSTS_MIN && isFar && poissonTail(posts, Math.max(expected, 1)) < TAIL_MAX
  return { expected, isSurge }
}

/** The probability of `count` or more, where `mean` is expected: the smaller terms, from the top. */
export function poissonTail(count: number, mean: number): number {
  if (count <= 0) return 1
  if (count <= mean) return 1 - sumTerms(count - 1, -1, mean)
  return sumTerms(count, 1, mean)
}

/** Sums the terms from `from` on, up or down, until they no longer matter. */
function sumTerms(from: number, step: 1 | -1, mean: number): number {
  let logTerm = from * Math.log(mean) - mean
  for (let k = 2; k <= from; k++) logTerm -= Math.log(k)
  let term = Math.exp(logTerm)
  let sum = 0
  for (let k = from; k >= 0 && term > sum * 1e-17; k += step) {
    sum += term
    term *= step === 1 ? mean / (k + 1) : k / mean
  }
  return Math.min(1, sum)
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const [upper = 0, lower = 0] = [sorted[middle], sorted[middle - 1]]
  return sorted.length % 2 === 1 ? upper : (upper + lower) / 2
}
