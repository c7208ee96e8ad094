import type { CaseTouches } from './case-touches.ts'

/** Credit of this relative error is near enough for what is shown. */
const NEAR = 1e-6
const STEPS_MAX = 60
/** A total is short from this share on, which other features make up for, and far too short from that. */
const SHORT_MAX = 2e-3
const OFF_MAX = 0.05
const SPREADS_MAX = 5
/** A strength at which whatever can be credited is. */
const EVERYTHING = 1e6

/** Theta at which credit is given, and whether it gives what it should. */
interface Levelled {
  theta: Float64Array
  /** False where the multipliers took out those whom a channel's share rests on. */
  isReached: boolean
}

/**
 * Theta under which each feature is credited what the fit says in which multipliers do not know the outcome
 * at hand (`leftOut`), times trust: there they did not take noise for effect. `multiplier` shares out what
 * each feature has. The fit knows what background each touch met; credit itself knows the kernel alone, so
 * that it can be given as outcomes arrive.
 */
export function levelled(
  touches: CaseTouches,
  trust: number,
  leftOut: Float64Array,
  multiplier: Float64Array,
  near = NEAR,
): Levelled {
  const { push, leftOutPush } = touches
  let aims: Float64Array = creditUnder(touches, leftOutPush, leftOut).map((one) => trust * one)
  const total = sumOf(aims)
  if (total === 0) return { theta: leftOut.map(() => 0), isReached: true }
  const strongest = leftOut.map((one) => one * EVERYTHING)
  const most = sumOf(creditByFeature(touches, push, strongest, multiplier))
  // Multipliers that took everybody out leave nothing to share: actors count as equal then.
  if (most <= total) {
    const equal = new Float64Array(multiplier.length).fill(1)
    return { theta: raked(touches, leftOut, equal, aims, near), isReached: false }
  }
  let theta = raked(touches, leftOut, multiplier, aims, near)
  let isReached = true
  for (let turn = 0; turn < SPREADS_MAX; turn++) {
    const given = creditByFeature(touches, push, theta, multiplier)
    const short = total - sumOf(given)
    if (short < SHORT_MAX * total) break
    if (turn === 0) isReached = short < OFF_MAX * total
    aims = spread(aims, given)
    theta = raked(touches, theta, multiplier, aims, near)
  }
  return { theta, isReached }
}

/** Aims with what some features fall short of laid upon the others, in proportion. */
function spread(aims: Float64Array, given: Float64Array): Float64Array {
  const isShort = (k: number) => (given[k] as number) < (1 - SHORT_MAX) * (aims[k] as number)
  let [missing, others] = [0, 0]
  aims.forEach((aim, k) => {
    if (isShort(k)) missing += aim - (given[k] as number)
    else others += aim
  })
  return aims.map((aim, k) =>
    isShort(k) ? (given[k] as number) : others === 0 ? aim : aim * (1 + missing / others),
  )
}

/** Scales theta feature by feature until each is credited its aim (Deming and Stephan 1940). */
function raked(
  touches: CaseTouches,
  theta: Float64Array,
  multiplier: Float64Array,
  aims: Float64Array,
  near: number,
): Float64Array {
  const at = theta.slice()
  const strength = strengthsOf(touches, touches.push, multiplier)
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
  { event, feature }: CaseTouches,
  strength: Float32Array | Float64Array,
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
