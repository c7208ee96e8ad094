import type { Interval } from './interval.ts'
import { reachOfLevel } from './normal.ts'

/** How many of some people it happened to. */
export interface Share {
  hits: number
  people: number
}

/**
 * The score interval of one share (E. B. Wilson: "Probable inference, the law of succession, and
 * statistical inference", JASA 22, 1927). Throws without people.
 */
export function intervalOfShare({ hits, people }: Share, level: number): Interval {
  if (!(people > 0) || hits < 0 || hits > people) throw new Error(`No share: ${hits} of ${people}`)
  const z = reachOfLevel(level)
  const value = hits / people
  const middle = value + (z * z) / (2 * people)
  const spread = z * Math.sqrt((value * (1 - value)) / people + (z * z) / (4 * people * people))
  const whole = 1 + (z * z) / people
  const low = hits === 0 ? 0 : (middle - spread) / whole
  const high = hits === people ? 1 : (middle + spread) / whole
  return { value, low, high }
}

/**
 * How much larger the first share is, by the hybrid score method: method 10 of R. G. Newcombe
 * ("Interval estimation for the difference between independent proportions", Statistics in Medicine
 * 17, 1998). It holds for few people and at the ends, where the textbook interval doesn't.
 */
export function differenceOfShares(one: Share, other: Share, level: number): Interval {
  const [a, b] = [intervalOfShare(one, level), intervalOfShare(other, level)]
  const value = a.value - b.value
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
  }
}

/** Halvings of the logarithm of a ratio: from e^40 to less than 1e-12. */
const HALVINGS = 80
const LOG_RATIO_MAX = 40

/**
 * How many times the second share the first is, by the score interval of P. A. R. Koopman
 * ("Confidence intervals for the ratio of two binomial proportions", Biometrics 40, 1984). `high` is
 * infinite where it happened to nobody of the second, `value` then too; null where it happened to
 * nobody at all, which says nothing of a ratio.
 */
export function ratioOfShares(one: Share, other: Share, level: number): Interval | null {
  if (one.hits + other.hits === 0) return null
  const limit = reachOfLevel(level) ** 2
  const value = one.hits / one.people / (other.hits / other.people)
  const bound = (from: number, to: number) => {
    // `from` lies inside of the interval, `to` outside.
    let [inside, outside] = [from, to]
    for (let i = 0; i < HALVINGS; i++) {
      const middle = (inside + outside) / 2
      if (misfit(one, other, Math.exp(middle)) <= limit) inside = middle
      else outside = middle
    }
    return Math.exp((inside + outside) / 2)
  }
  const start = Math.min(LOG_RATIO_MAX, Math.max(-LOG_RATIO_MAX, Math.log(value)))
  return {
    value,
    low: one.hits === 0 ? 0 : bound(start, -LOG_RATIO_MAX),
    high: other.hits === 0 ? Number.POSITIVE_INFINITY : bound(start, LOG_RATIO_MAX),
  }
}

/** Pearson's chi-square of the counts against the likeliest shares that stand in that ratio. */
function misfit(one: Share, other: Share, ratio: number): number {
  const a = ratio * (one.people + other.people)
  const b = ratio * (one.people + other.hits) + one.hits + other.people
  // Written so that nothing cancels: the smaller root is 2c / (b + sqrt(b^2 - 4ac)).
  const c = one.hits + other.hits
  const second = (2 * c) / (b + Math.sqrt(Math.max(0, b * b - 4 * a * c)))
  return apart(one, Math.min(1, ratio * second)) + apart(other, Math.min(1, second))
}

function apart({ hits, people }: Share, expected: number): number {
  const off = hits - people * expected
  if (off === 0) return 0
  return (off * off) / (people * expected * (1 - expected))
}
