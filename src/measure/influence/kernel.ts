import { DAY_SECONDS } from './columns.ts'

/** How long after a touch what it causes happens: a gamma density over days. */
export interface Kernel {
  /** Mean, in days. */
  tauDays: number
  /** 1 or not said: exponential, freshest first. More: after a time of its own, ever more to the point. */
  shape?: number
}

/** Shapes that are tried: steeper than exponential at first, exponential, and ever later and narrower. */
export const SHAPES = [0.5, 1, 2, 4, 10, 30] as const

/** Below a minute ages say nothing, and the steep shape has no end there. */
const AGE_MIN_DAYS = 60 / DAY_SECONDS

/** The density at an age in days, per day; with shape 1 exp(-d/tau)/tau. */
export function densityOf({ tauDays, shape = 1 }: Kernel): (days: number) => number {
  if (shape === 1) return (days) => Math.exp(-days / tauDays) / tauDays
  const factor = Math.exp(shape * Math.log(shape) - logGamma(shape)) / tauDays
  return (days) => {
    const age = Math.max(days, AGE_MIN_DAYS) / tauDays
    return factor * age ** (shape - 1) * Math.exp(-shape * age)
  }
}

/** Steps of Simpson's rule: narrow shapes need some. */
const STEPS = 2000

/** The share of what a touch causes that happens within some days. */
export function massWithin(kernel: Kernel, days: number): number {
  if ((kernel.shape ?? 1) === 1) return -Math.expm1(-days / kernel.tauDays)
  const density = densityOf(kernel)
  // By the square root of the age, so that the steep shape is smooth at 0.
  const width = Math.sqrt(days) / STEPS
  let sum = 0
  for (let i = 1; i <= STEPS; i++) {
    const root = i * width
    sum += (i === STEPS ? 1 : i % 2 === 1 ? 4 : 2) * 2 * root * density(root * root)
  }
  return Math.min(1, (sum * width) / 3)
}

/** Of halves and whole numbers, by the recurrence. */
function logGamma(x: number): number {
  let sum = 0
  let left = x
  for (; left > 1; left--) sum += Math.log(left - 1)
  return left === 0.5 ? sum + Math.log(Math.PI) / 2 : sum
}
