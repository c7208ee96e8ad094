import type { Design } from './design.ts'
import { fitTheta } from './fit-theta.ts'

/** How alike channels are held to be, and theta as far drawn together. */
export interface Pooled {
  /** 0: every channel by itself. 1: all alike. */
  alike: number
  theta: Float64Array
}

/**
 * Theta of each channel drawn towards one that all channels of a type of outcome share, as far as the
 * outcomes do not tell them apart: by (channels - 1) / gain, gain being twice the log likelihood that a theta
 * of its own for each channel adds to a common one, and by all of it where that is no more than chance
 * would add (James and Stein 1961, with the likelihood ratio for the squared distance). Few outcomes
 * put single channels at the edge, 0, and all credit into others. `plain` is the design with equal actors,
 * `weighted` that under multipliers, in which `theta` and `beta` were fitted.
 */
export function poolTheta(
  plain: { design: Design; logLikelihood: number },
  weighted: { design: Design; theta: Float64Array; beta: Float64Array },
  channels: number,
): Pooled {
  const { theta } = weighted
  const used = new Set(plain.design.feature).size
  const types = new Set(Array.from(plain.design.feature, (k) => Math.floor(k / channels))).size
  if (used <= types) return { alike: 0, theta }
  const common = fitTheta(joinChannels(plain.design, channels))
  const gain = 2 * (plain.logLikelihood - common.logLikelihood)
  const alike = gain <= used - types ? 1 : (used - types) / gain
  const shared = fitTheta(joinChannels(weighted.design, channels), {
    theta: common.theta,
    beta: weighted.beta,
  }).theta
  return {
    alike,
    theta: theta.map(
      (one, k) => one + alike * ((shared[Math.floor(k / channels)] as number) - one),
    ),
  }
}

/** The design with one feature a type of outcome; features stand in order, channels of a type together. */
function joinChannels(design: Design, channels: number): Design {
  const members = design.featureStart.length - 1
  const featureStart = new Int32Array(members + 1)
  const feature = new Int32Array(design.feature.length)
  const value = new Float64Array(design.value.length)
  let size = 0
  for (let m = 0; m < members; m++) {
    const first = size
    const last = design.featureStart[m + 1] as number
    for (let i = design.featureStart[m] as number; i < last; i++) {
      const type = Math.floor((design.feature[i] as number) / channels)
      if (size === first || feature[size - 1] !== type) feature[size++] = type
      value[size - 1] = (value[size - 1] as number) + (design.value[i] as number)
    }
    featureStart[m + 1] = size
  }
  const features = Math.ceil(design.features / channels)
  return {
    ...design,
    ...{ featureStart, features },
    feature: feature.subarray(0, size),
    value: value.subarray(0, size),
  }
}
