import type { Interval } from './interval.ts'
import { reachOfLevel } from './normal.ts'

/** What one study found, with the variance of that figure. */
export interface Finding {
  value: number
  variance: number
}

export interface Pooled extends Finding {
  /** How much the true figures differ among studies, as a variance. */
  between: number
  /** Cochran's Q. */
  heterogeneity: number
}

/**
 * What several studies say together, each with a true figure of its own: random effects by the method
 * of moments (R. DerSimonian, N. Laird: "Meta-analysis in clinical trials", Controlled Clinical Trials
 * 7, 1986). Throws without findings, or where a variance isn't positive.
 */
export function poolFindings(findings: readonly Finding[]): Pooled {
  if (findings.length === 0) throw new Error('Nothing to pool')
  if (findings.some(({ variance }) => !(variance > 0))) throw new Error('No variance to pool by')
  const fixed = weighted(findings, 0)
  const weights = findings.map(({ variance }) => 1 / variance)
  const [sum, squares] = [total(weights), total(weights.map((weight) => weight * weight))]
  const heterogeneity = total(
    findings.map(({ value, variance }) => (value - fixed.value) ** 2 / variance),
  )
  const spare = sum - squares / sum
  const between = spare > 0 ? Math.max(0, (heterogeneity - (findings.length - 1)) / spare) : 0
  return { ...weighted(findings, between), between, heterogeneity }
}

/** The mean by the inverse of the variance, with what is added to each. */
function weighted(findings: readonly Finding[], between: number): Finding {
  const weights = findings.map(({ variance }) => 1 / (variance + between))
  const sum = total(weights)
  const value = total(findings.map((finding, i) => finding.value * (weights[i] ?? 0))) / sum
  return { value, variance: 1 / sum }
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}

/**
 * Each finding drawn towards what all say, the more the less it says itself (empirical Bayes: C. N.
 * Morris, "Parametric empirical Bayes inference", JASA 78, 1983), in an interval of `level`. The
 * variance counts that the mean of all was estimated too; how much the true figures differ is taken as
 * known, so that with two or three findings the intervals are somewhat narrow.
 */
export function poolPartially(findings: readonly Finding[], level: number): (Finding & Interval)[] {
  const all = poolFindings(findings)
  const z = reachOfLevel(level)
  return findings.map((own) => {
    const drawn = own.variance / (own.variance + all.between)
    const value = (1 - drawn) * own.value + drawn * all.value
    const variance = (1 - drawn) * own.variance + drawn * drawn * all.variance
    const reach = z * Math.sqrt(variance)
    return { value, variance, low: value - reach, high: value + reach }
  })
}

/** What one experiment found of one channel. */
export interface ChannelFinding extends Finding {
  channelId: string
}

export interface CalibratedChannel {
  rho: number
  low: number
  high: number
  /** How many experiments speak of this channel. */
  experiments: number
}

/**
 * Of each channel how much of the observed lift holds: its own experiments together by their weight,
 * then drawn towards those of the other channels.
 */
export function calibrateChannels(
  found: readonly ChannelFinding[],
  level: number,
): Map<string, CalibratedChannel> {
  if (found.length === 0) return new Map()
  const byChannel = Map.groupBy(found, ({ channelId }) => channelId)
  const channels = [...byChannel].map(([channelId, findings]) => ({
    ...{ channelId, experiments: findings.length },
    ...weighted(findings, 0),
  }))
  const pooled = poolPartially(channels, level)
  return new Map(
    channels.map(({ channelId, experiments }, i) => {
      const { value, low, high } = pooled[i] ?? { value: 0, low: 0, high: 0 }
      return [channelId, { rho: value, low, high, experiments }]
    }),
  )
}
