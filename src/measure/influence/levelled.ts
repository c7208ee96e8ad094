import type { CaseTouches } from './case-touches.ts'
import type { Exposures } from './exposures.ts'
import type { RiskSets } from './risk-sets.ts'

/** Credit of this relative error is near enough for what is shown. */
const NEAR = 1e-6
const STEPS_MAX = 60
/** A strength at which whatever can be credited is. */
const EVERYTHING = 1e6

/** Touches of the cases in the order of events, as far as credit by feature needs them. */
type Credited = Pick<CaseTouches, 'event' | 'feature'>

/**
 * Theta under which each feature is credited what the fits say: all touches together what the fit with
 * equal actors credits (`plain`), times `lift`, what the posterior credits beyond that, times trust; and
 * of that each feature its share under multipliers (`theta`). Both know what background each touch
 * met; credit itself knows the kernel alone, so that it can be given as outcomes arrive.
 */
export function levelled(
  touches: CaseTouches,
  { trust, lift }: { trust: number; lift: number },
  plain: Float64Array,
  theta: Float64Array,
  multiplier: Float64Array,
  near = NEAR,
): Float64Array {
  const { push, easedPush } = touches
  const equal = new Float64Array(multiplier.length).fill(1)
  const ofPlain = creditByFeature(touches, easedPush, plain, equal)
  const total = trust * lift * sumOf(ofPlain)
  if (total === 0) return theta.map(() => 0)
  const shares = creditByFeature(touches, easedPush, theta, multiplier)
  const all = sumOf(shares)
  const strongest = theta.map((one) => one * EVERYTHING)
  const most = all === 0 ? 0 : sumOf(creditByFeature(touches, push, strongest, multiplier))
  // Multipliers that took everybody out leave nothing to share: actors count as equal then.
  if (most <= total) {
    const aims = ofPlain.map((one) => one * trust)
    return raked(touches, strengthsOf(touches, push, equal), plain, aims, near)
  }
  const aims = shares.map((one) => (one * total) / all)
  return raked(touches, strengthsOf(touches, push, multiplier), theta, aims, near)
}

/** Theta, from a start, under which the cases' touches under multipliers have what each feature should be credited. */
export function creditedAs(
  sets: RiskSets,
  exposures: Exposures,
  push: Float32Array,
  multiplier: Float64Array,
  theta: Float64Array,
  credit: Float64Array,
): Float64Array {
  const rows: number[] = []
  for (let e = 0; e < sets.t.length; e++) {
    const m = sets.start[e] as number
    for (let x = exposures.start[m] as number; x < (exposures.start[m + 1] as number); x++)
      rows.push(x)
  }
  const touches = {
    event: Int32Array.from(rows, (x) => exposures.event[x] as number),
    feature: Int32Array.from(rows, (x) => exposures.feature[x] as number),
  }
  const strength = Float64Array.from(
    rows,
    (x) => (push[x] as number) * (multiplier[exposures.actor[x] as number] as number),
  )
  return raked(touches, strength, theta, credit, NEAR)
}

/** Scales theta feature by feature until each is credited its aim (Deming and Stephan 1940). */
function raked(
  touches: Credited,
  strength: Float64Array,
  theta: Float64Array,
  aims: Float64Array,
  near: number,
): Float64Array {
  const at = theta.slice()
  for (let step = 0; step < STEPS_MAX; step++) {
    const credit = creditUnder(touches, strength, at)
    let off = 0
    for (let k = 0; k < at.length; k++) {
      const [own, aim] = [credit[k] as number, aims[k] as number]
      if (own === 0) continue
      at[k] = ((at[k] as number) * aim) / own
      if (aim > 0) off = Math.max(off, Math.abs(own / aim - 1))
    }
    if (off < near) break
  }
  return at
}

function creditByFeature(
  touches: CaseTouches,
  push: Float32Array,
  theta: Float64Array,
  multiplier: Float64Array,
): Float64Array {
  return creditUnder(touches, strengthsOf(touches, push, multiplier), theta)
}

/** Push times multiplier of every touch. */
function strengthsOf({ actor }: CaseTouches, push: Float32Array, multiplier: Float64Array) {
  const strength = new Float64Array(push.length)
  for (let i = 0; i < push.length; i++) {
    strength[i] = (push[i] as number) * (multiplier[actor[i] as number] as number)
  }
  return strength
}

function creditUnder(
  { event, feature }: Credited,
  strength: Float64Array,
  theta: Float64Array,
): Float64Array {
  const credit = new Float64Array(theta.length)
  const own = new Float64Array(theta.length)
  const count = event.length
  for (let i = 0; i < count; ) {
    const [first, e] = [i, event[i]]
    let all = 1
    for (; i < count && event[i] === e; i++) {
      const k = feature[i] as number
      const one = (theta[k] as number) * (strength[i] as number)
      own[k] = (own[k] as number) + one
      all += one
    }
    for (let j = first; j < i; j++) {
      const k = feature[j] as number
      credit[k] = (credit[k] as number) + (own[k] as number) / all
      own[k] = 0
    }
  }
  return credit
}

const sumOf = (values: Float64Array) => values.reduce((sum, one) => sum + one, 0)
