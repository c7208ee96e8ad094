import { type Design, designOf, pushesOf } from './design.ts'
import type { Exposures } from './exposures.ts'
import { type Fitted, fitTheta } from './fit-theta.ts'
import { type Kernel, SHAPES } from './kernel.ts'
import type { RiskSets } from './risk-sets.ts'

/** Means that are tried, from an hour to three weeks and as far as the window goes. */
const TAU_DAYS = [1, 2, 4, 8, 12, 18, 24, 36, 48, 72, 108, 168, 336, 504].map((hours) => hours / 24)

/** Means that are tried, in days; the window's own length where it is shorter than all. */
export function tausWithin(windowDays: number): readonly number[] {
  const taus = TAU_DAYS.filter((tau) => tau <= windowDays)
  return taus.length === 0 ? [windowDays] : taus
}

/** The kernel under which the outcomes are likeliest, with the fit under it. */
export interface KernelFit {
  tauDays: number
  shape: number
  push: Float32Array
  design: Design
  fitted: Fitted
  /** Twice the log likelihood that the touches add to a fit without them. */
  evidence: number
  /** Outcomes that the fit credits. */
  credited: number
  /** By what share the next taus up and down would credit otherwise. */
  sway: number
  /** Log likelihood of the fit without them. */
  without: number
}

/** Twice the log likelihood that another shape than the exponential has to add. */
const SHAPE_GAIN_MIN = 4
const EXPONENTIAL = SHAPES.indexOf(1)

/**
 * Profile likelihood over tau and shape: of the exponential every third tau, then from the best on to
 * its neighbours while it rises, so that few of the grid are fitted. What is not clearly better than the
 * best exponential is left.
 */
export function chooseKernel(
  sets: RiskSets,
  exposures: Exposures,
  features: number,
  mark: Float64Array,
  windowDays: number,
): KernelFit {
  const taus = tausWithin(windowDays)
  const tried = new Map<number, KernelFit>()
  // Without touches there is no kernel: one fit serves the whole grid.
  let without: number | undefined
  let near: Fitted | undefined
  const fitAt = (shape: number, index: number): void => {
    const tauDays = taus[index]
    const place = shape * taus.length + index
    if (tauDays === undefined || SHAPES[shape] === undefined || tried.has(place)) return
    const kernel = { tauDays, shape: SHAPES[shape] }
    const fit = fitKernel(sets, exposures, features, mark, kernel, { without, near })
    without = fit.without
    near = fit.fitted
    tried.set(place, fit)
    release(tried)
  }
  const climb = (shapeSteps: readonly number[]): number => {
    for (;;) {
      const place = bestOf(tried)
      const before = tried.size
      const [shape, index] = [Math.floor(place / taus.length), place % taus.length]
      for (const step of [-1, 1]) fitAt(shape, index + step)
      for (const step of shapeSteps) fitAt(shape + step, index)
      if (tried.size === before) return place
    }
  }
  // Every third first: the profile may have two tops where something lasting is mixed in.
  for (let index = 1; index < taus.length; index += 3) fitAt(EXPONENTIAL, index)
  if (tried.size === 0) fitAt(EXPONENTIAL, 0)
  const plain = climb([])
  const plainFit = tried.get(plain) as KernelFit
  if (plainFit.evidence === 0) return plainFit
  const best = climb([-1, 1])
  const isClear = (tried.get(best) as KernelFit).evidence > plainFit.evidence + SHAPE_GAIN_MIN
  const chosen = isClear ? best : plain
  const fit = tried.get(chosen) as KernelFit
  const sway = swayOf(fit, tried, [chosen - 1, chosen + 1])
  return fit.push.length > 0
    ? { ...fit, sway }
    : { ...fitKernel(sets, exposures, features, mark, fit, { without, near: fit.fitted }), sway }
}

function bestOf(tried: ReadonlyMap<number, KernelFit>): number {
  let [best, most] = [-1, -1]
  for (const [place, { evidence }] of tried) {
    if (evidence > most) [best, most] = [place, evidence]
  }
  return best
}

/** The fit under a kernel that is known, with how far the next taus credit otherwise. */
export function fitAround(
  sets: RiskSets,
  exposures: Exposures,
  near: KernelFit,
  kernel: Required<Kernel>,
  windowDays: number,
): KernelFit {
  const taus = tausWithin(windowDays)
  const { features, mark } = near.design
  const at = taus.indexOf(kernel.tauDays)
  const hint = { without: near.without, near: near.fitted }
  const fit = fitKernel(sets, exposures, features, mark, kernel, hint)
  const tried = new Map([[at, fit]])
  for (const place of [at - 1, at + 1]) {
    const tauDays = taus[place]
    if (tauDays === undefined) continue
    const beside = { ...kernel, tauDays }
    tried.set(
      place,
      fitKernel(sets, exposures, features, mark, beside, { ...hint, near: fit.fitted }),
    )
  }
  return { ...fit, sway: swayOf(fit, tried, [at - 1, at + 1]) }
}

/** How far the credit moves as tau or shape go one step of the grid each way. */
function swayOf(fit: KernelFit, tried: ReadonlyMap<number, KernelFit>, steps: number[]): number {
  if (fit.credited === 0) return 0
  return steps.reduce((most, place) => {
    const other = tried.get(place)
    return other === undefined
      ? most
      : Math.max(most, Math.abs(other.credited - fit.credited) / fit.credited)
  }, 0)
}

/** What a fit with equal actors credits, trust not yet taken in. */
export function creditedBy(design: Design, theta: Float64Array, trust = 1): number {
  let credited = 0
  for (let e = 0; e + 1 < design.start.length; e++) {
    const m = design.start[e] as number
    let level = 1
    for (
      let i = design.featureStart[m] as number;
      i < (design.featureStart[m + 1] as number);
      i++
    ) {
      const strength = trust * (theta[design.feature[i] as number] as number)
      level += strength * (design.value[i] as number)
    }
    credited += 1 - 1 / level
  }
  return credited
}

/** Designs are large: only the best so far is kept whole. */
function release(tried: Map<number, KernelFit>): void {
  const best = bestOf(tried)
  for (const [place, fit] of tried) {
    if (place === best || fit.push.length === 0) continue
    const empty = { ...fit.design, value: new Float64Array(0), feature: new Int32Array(0) }
    tried.set(place, { ...fit, push: new Float32Array(0), design: empty })
  }
}

/** The fit under one kernel; hints save work: the fit under one nearby, and the fit without touches. */
export function fitKernel(
  sets: RiskSets,
  exposures: Exposures,
  features: number,
  mark: Float64Array,
  kernel: Kernel,
  hint: { without?: number | undefined; near?: Fitted | undefined } = {},
): KernelFit {
  const push = pushesOf(exposures, kernel)
  const design = designOf(sets, exposures, push, features, mark)
  const fitted = fitTheta(design, hint.near)
  const without = hint.without ?? fitTheta(design, undefined, true).logLikelihood
  const evidence = Math.max(0, 2 * (fitted.logLikelihood - without))
  const credited = creditedBy(design, fitted.theta)
  const { tauDays, shape = 1 } = kernel
  return { tauDays, shape, push, design, fitted, evidence, credited, sway: 0, without }
}
