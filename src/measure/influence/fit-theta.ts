import type { Design } from './design.ts'
import { solvePositive } from './solve-positive.ts'

/** Theta by feature, and beta, the exponents of the marks. */
export interface Fitted {
  theta: Float64Array
  /** By mark. */
  beta: Float64Array
  logLikelihood: number
}

/** Where the fit stands after its last look: of one event each, or of all. */
export interface Slope {
  score: Float64Array
  /** Expected information, lower triangle by rows. */
  information: Float64Array
}

const ITERATIONS_MAX = 40
const GAIN_MIN = 1e-7
/** Theta at the start: background and touches push about alike, far from the edge at 0. */
const START_LIFT = 0.3

/**
 * Maximises the partial likelihood of nested case-control data with excess relative risk,
 * sum over events of log(R_case / sum R), R = exp(beta z) (1 + sum theta x), theta >= 0
 * (Thomas 1981, "General relative-risk models for survival time and matched case-control analysis",
 * Biometrics 37; Goldstein and Langholz 1992, Annals of Statistics 20). Newton steps with the expected
 * information, projected on theta >= 0; with the observed one they stick where signals are weak.
 * Steps are halved until the likelihood rises. `isNull` holds theta at 0 and fits beta alone;
 * fewer steps than it takes stop on the way.
 */
export function fitTheta(
  design: Design,
  start?: { theta: Float64Array; beta: Float64Array },
  isNull = false,
  stepsMax = ITERATIONS_MAX,
): Fitted {
  const size = design.features + design.marks
  let at = new Float64Array(size)
  if (!isNull) at.fill(startOf(design), 0, design.features)
  if (start !== undefined) at.set([...start.theta, ...start.beta])
  if (isNull) at.fill(0, 0, design.features)
  let value = logLikelihoodAt(design, at)
  for (let i = 0; i < stepsMax; i++) {
    const step = projectedStep(design, at, slopeAt(design, at), isNull)
    const next = halveUntilBetter(design, at, step, value)
    if (next === undefined) break
    const gain = next.value - value
    at = next.at
    value = next.value
    if (gain < GAIN_MIN * (1 + Math.abs(value))) break
  }
  return {
    theta: at.slice(0, design.features),
    beta: at.slice(design.features),
    logLikelihood: value,
  }
}

function startOf(design: Design): number {
  let sum = 0
  for (let i = 0; i < design.value.length; i++) sum += design.value[i] as number
  return sum === 0 ? 0 : (START_LIFT * Math.max(1, design.featureStart.length - 1)) / sum
}

/** Reusable memory of one pass over the events. */
interface Pass {
  at: Float64Array
  lift: Float64Array
  risk: Float64Array
  mean: Float64Array
  second: Float64Array
}

function passOf(design: Design, at: Float64Array): Pass {
  const size = at.length
  const most = membersMax(design.start)
  return {
    at,
    lift: new Float64Array(most),
    risk: new Float64Array(most),
    mean: new Float64Array(size),
    second: new Float64Array(size * size),
  }
}

function membersMax(start: Int32Array): number {
  let most = 0
  for (let e = 0; e + 1 < start.length; e++) {
    most = Math.max(most, (start[e + 1] as number) - (start[e] as number))
  }
  return most
}

/** Relative risks of an event's members into `pass`; answers their sum. */
function weighMembers(design: Design, pass: Pass, from: number, to: number): number {
  const { featureStart, feature, value, features, mark, marks } = design
  const { at, lift, risk } = pass
  let sum = 0
  for (let m = from; m < to; m++) {
    let one = 1
    const last = featureStart[m + 1] as number
    for (let i = featureStart[m] as number; i < last; i++) {
      one += (at[feature[i] as number] as number) * (value[i] as number)
    }
    lift[m - from] = one
    let power = 0
    for (let q = 0; q < marks; q++) {
      power += (at[features + q] as number) * (mark[m * marks + q] as number)
    }
    if (power !== 0) one *= Math.exp(power)
    risk[m - from] = one
    sum += one
  }
  return sum
}

/** The log likelihood at a point; events without controls say nothing. */
function logLikelihoodAt(design: Design, at: Float64Array): number {
  const pass = passOf(design, at)
  let total = 0
  for (let e = 0; e + 1 < design.start.length; e++) total += logLikelihoodOf(design, pass, e)
  return total
}

/** The log likelihood of each event at a point. */
export function logLikelihoods(design: Design, at: Float64Array): Float64Array {
  const pass = passOf(design, at)
  return Float64Array.from({ length: design.start.length - 1 }, (_, e) =>
    logLikelihoodOf(design, pass, e),
  )
}

function logLikelihoodOf(design: Design, pass: Pass, event: number): number {
  const from = design.start[event] as number
  const to = design.start[event + 1] as number
  if (to - from < 2) return 0
  const sum = weighMembers(design, pass, from, to)
  return Math.log((pass.risk[0] as number) / sum)
}

/** Score and expected information at a point; `each` receives the score of every event. */
export function slopeAt(
  design: Design,
  at: Float64Array,
  each?: (event: number, score: Float64Array) => void,
): Slope {
  const size = at.length
  const pass = passOf(design, at)
  const slope = { score: new Float64Array(size), information: new Float64Array(size * size) }
  const own = new Float64Array(size)
  for (let e = 0; e + 1 < design.start.length; e++) {
    own.fill(0)
    addEvent(design, pass, e, own, slope.information)
    for (let k = 0; k < size; k++) slope.score[k] = (slope.score[k] as number) + (own[k] as number)
    each?.(e, own)
  }
  return slope
}

function addEvent(
  design: Design,
  pass: Pass,
  event: number,
  score: Float64Array,
  information: Float64Array,
): void {
  const from = design.start[event] as number
  const to = design.start[event + 1] as number
  if (to - from < 2) return
  const { mean, second, at } = pass
  const size = at.length
  const sum = weighMembers(design, pass, from, to)
  mean.fill(0)
  second.fill(0)
  for (let m = from; m < to; m++) addMember(design, pass, m, m - from, sum, score)
  for (let k = 0; k < size; k++) {
    const mk = mean[k] as number
    score[k] = (score[k] as number) - mk
    for (let l = 0; l <= k; l++) {
      const place = k * size + l
      information[place] =
        (information[place] as number) + (second[place] as number) - mk * (mean[l] as number)
    }
  }
}

/** Moments of the gradient of log R under the members' shares; the case's own gradient into `score`. */
function addMember(
  design: Design,
  pass: Pass,
  member: number,
  offset: number,
  sum: number,
  score: Float64Array,
): void {
  const { featureStart, feature, value, features, mark, marks } = design
  const { mean, second, at } = pass
  const size = at.length
  const share = (pass.risk[offset] as number) / sum
  const lift = pass.lift[offset] as number
  const first = featureStart[member] as number
  const last = featureStart[member + 1] as number
  const marksFrom = member * marks
  for (let i = first; i < last; i++) {
    const k = feature[i] as number
    const slope = (value[i] as number) / lift
    const shared = share * slope
    const weight = shared / lift
    mean[k] = (mean[k] as number) + shared
    if (offset === 0) score[k] = (score[k] as number) + slope
    for (let j = first; j <= i; j++) {
      const place = k * size + (feature[j] as number)
      second[place] = (second[place] as number) + weight * (value[j] as number)
    }
    for (let q = 0; q < marks; q++) {
      const place = (features + q) * size + k
      second[place] = (second[place] as number) + shared * (mark[marksFrom + q] as number)
    }
  }
  for (let q = 0; q < marks; q++) {
    const k = features + q
    const z = mark[marksFrom + q] as number
    const shared = share * z
    mean[k] = (mean[k] as number) + shared
    if (offset === 0) score[k] = (score[k] as number) + z
    const row = k * size + features
    for (let o = 0; o <= q; o++) {
      second[row + o] = (second[row + o] as number) + shared * (mark[marksFrom + o] as number)
    }
  }
}

/** What Newton would go, over what isn't held at 0 by a falling score. */
function projectedStep(
  design: Design,
  at: Float64Array,
  slope: Slope,
  isNull: boolean,
): Float64Array {
  const isFree = (k: number) => {
    if (k >= design.features) return true
    return !isNull && !(at[k] === 0 && (slope.score[k] as number) <= 0)
  }
  return newtonStep(slope, at.length, isFree)
}

/** Information^-1 score over the free ones; 0 elsewhere. */
export function newtonStep(
  { score, information }: Slope,
  size: number,
  isFree: (k: number) => boolean,
): Float64Array {
  const free: number[] = []
  for (let k = 0; k < size; k++) {
    if (isFree(k) && (information[k * size + k] as number) > 0) free.push(k)
  }
  const rows = free.map((k) =>
    Float64Array.from([
      ...free.map((l) => information[Math.max(k, l) * size + Math.min(k, l)] as number),
      score[k] as number,
    ]),
  )
  const solved = solvePositive(rows)
  const step = new Float64Array(size)
  free.forEach((k, i) => {
    step[k] = solved[i] as number
  })
  return step
}

function halveUntilBetter(
  design: Design,
  at: Float64Array,
  step: Float64Array,
  value: number,
): { at: Float64Array<ArrayBuffer>; value: number } | undefined {
  for (let size = 1; size > 1e-6; size /= 2) {
    const next = Float64Array.from(at, (theta, k) => {
      const moved = theta + size * (step[k] as number)
      return k < design.features ? Math.max(0, moved) : moved
    })
    const reached = logLikelihoodAt(design, next)
    if (reached > value) return { at: next, value: reached }
  }
  return undefined
}
