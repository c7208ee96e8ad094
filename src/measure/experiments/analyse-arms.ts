import { differenceOfShares, ratioOfShares, type Share } from './compare-shares.ts'
import type { Interval } from './interval.ts'
import { reachOfLevel } from './normal.ts'

/** What happened to the people of one arm within the horizon. */
export interface ArmCounts extends Share {
  /** Those whom we engaged. */
  engagedPeople: number
  engagedHits: number
}

export interface ArmsOfChannel {
  engage: ArmCounts
  holdOut: ArmCounts
}

/** Fewer than these say nothing yet. */
const ENOUGH = { heldOutMin: 20, engagePeopleMin: 20, hitsMin: 10 } as const

/** Why there is no figure. */
export type LiftGap = 'few-people' | 'few-outcomes'
export type CalibrationGap =
  | LiftGap
  | 'nobody-engaged'
  | 'everybody-engaged'
  | 'held-out-engaged'
  | 'observed-unclear'

/** How much of the observed lift holds, with the variance by which it is pooled. */
export interface Calibration extends Interval {
  variance: number
}

export interface AnalysedArms {
  /** By intention to treat: everybody counts in the arm that they were given. */
  difference: Interval | null
  /** How much more often, as a share: 0.2 is a fifth more. Null where nothing happened. */
  lift: Interval | null
  /** Of those really engaged: how much their share rose by it. */
  perEngaged: Interval | null
  /** What one would have said without an experiment: engaged minus not engaged, among those not held out. */
  observed: Interval | null
  /** Measured over observed. */
  rho: Calibration | null
  gap: LiftGap | null
  rhoGap: CalibrationGap | null
}

/**
 * What an experiment shows of one channel. The lift is by intention to treat. For the calibration the
 * effect on those really engaged is that lift over the difference in who was engaged (J. D. Angrist,
 * G. W. Imbens, D. B. Rubin: "Identification of causal effects using instrumental variables", JASA 91,
 * 1996), beside what the same people look like without the draw: engaged minus not engaged inside the
 * arm that could be engaged (as B. R. Gordon and others: "A comparison of approaches to advertising
 * measurement", Marketing Science 38, 2019).
 */
export function analyseArms({ engage, holdOut }: ArmsOfChannel, level: number): AnalysedArms {
  const isThere = engage.people > 0 && holdOut.people > 0
  const ratio = isThere ? ratioOfShares(engage, holdOut, level) : null
  const gap = liftGap(engage, holdOut)
  const [measured, observed] = [effectOfEngaging(engage, holdOut), asObserved(engage)]
  const found = gap ?? calibrationGap({ engage, holdOut }, observed, level)
  const z = reachOfLevel(level)
  return {
    difference: isThere ? differenceOfShares(engage, holdOut, level) : null,
    lift: ratio && { value: ratio.value - 1, low: ratio.low - 1, high: ratio.high - 1 },
    perEngaged: measured && spread(measured.value, measured.variance, z),
    observed: observed && spread(observed.value, observed.variance, z),
    rho:
      found === null && measured !== null && observed !== null
        ? ratioOfEffects(measured, observed, z)
        : null,
    gap,
    rhoGap: found,
  }
}

function liftGap(engage: ArmCounts, holdOut: ArmCounts): LiftGap | null {
  const isFew = holdOut.people < ENOUGH.heldOutMin || engage.people < ENOUGH.engagePeopleMin
  if (isFew) return 'few-people'
  return engage.hits + holdOut.hits < ENOUGH.hitsMin ? 'few-outcomes' : null
}

/** Below so many standard errors the observed figure may be next to nothing, and nothing is a share of it. */
const OBSERVED_REACH_MIN = 3

function calibrationGap(
  { engage, holdOut }: ArmsOfChannel,
  observed: { value: number; variance: number } | null,
  level: number,
): CalibrationGap | null {
  if (engage.engagedPeople === 0) return 'nobody-engaged'
  if (engage.engagedPeople === engage.people) return 'everybody-engaged'
  const shares = [engage, holdOut].map((arm) => arm.engagedPeople / arm.people) as [number, number]
  if (shares[0] <= shares[1]) return 'held-out-engaged'
  const least = Math.max(OBSERVED_REACH_MIN, reachOfLevel(level))
  const isClear =
    observed !== null && Math.abs(observed.value) > least * Math.sqrt(observed.variance)
  return isClear ? null : 'observed-unclear'
}

function rateOf(hits: number, people: number): { rate: number; variance: number } {
  const rate = hits / people
  // One of each is added for the spread alone: it is never nothing, whatever was counted.
  const softened = (hits + 1) / (people + 2)
  return { rate, variance: (softened * (1 - softened)) / people }
}

interface Effect {
  value: number
  variance: number
}

/** The effect on those really engaged, with its covariance with the observed difference. */
function effectOfEngaging(
  engage: ArmCounts,
  holdOut: ArmCounts,
): (Effect & { covariance: number }) | null {
  if (engage.people === 0 || holdOut.people === 0) return null
  const taken = engage.engagedPeople / engage.people
  const more = taken - holdOut.engagedPeople / holdOut.people
  if (more <= 0) return null
  const [met, left] = [rateOf(engage.hits, engage.people), rateOf(holdOut.hits, holdOut.people)]
  const parts = splitArm(engage)
  const covariance = parts ? taken * parts.engaged.variance - (1 - taken) * parts.rest.variance : 0
  return {
    value: (met.rate - left.rate) / more,
    variance: (met.variance + left.variance) / (more * more),
    covariance: covariance / more,
  }
}

function splitArm({ people, hits, engagedPeople, engagedHits }: ArmCounts) {
  if (engagedPeople === 0 || engagedPeople === people) return null
  return {
    engaged: rateOf(engagedHits, engagedPeople),
    rest: rateOf(hits - engagedHits, people - engagedPeople),
  }
}

function asObserved(engage: ArmCounts): Effect | null {
  const parts = splitArm(engage)
  if (parts === null) return null
  const { engaged, rest } = parts
  return { value: engaged.rate - rest.rate, variance: engaged.variance + rest.variance }
}

function spread(value: number, variance: number, z: number): Interval {
  const reach = z * Math.sqrt(variance)
  return { value, low: value - reach, high: value + reach }
}

/**
 * One effect over another that it goes with, with the interval of E. C. Fieller ("Some problems in
 * interval estimation", JRSS B 16, 1954) and, for pooling, the variance by the delta method. The second
 * must differ from nothing by more than `z` standard errors, or there is no interval: null.
 */
export function ratioOfEffects(
  measured: Effect & { covariance: number },
  observed: Effect,
  z: number,
): Calibration | null {
  const { value: m, variance: vm, covariance: c } = measured
  const { value: o, variance: vo } = observed
  const g = (z * z * vo) / (o * o)
  if (!(g < 1)) return null
  const value = m / o
  const inside = vm - 2 * value * c + value * value * vo - g * (vm - (c * c) / vo)
  const reach = (z / Math.abs(o)) * Math.sqrt(Math.max(0, inside))
  const centre = value - (g * c) / vo
  return {
    value,
    low: (centre - reach) / (1 - g),
    high: (centre + reach) / (1 - g),
    variance: (vm - 2 * value * c + value * value * vo) / (o * o),
  }
}
