import { creditedBy, type KernelFit } from './choose-kernel.ts'
import { DAY_SECONDS } from './columns.ts'
import { designOf } from './design.ts'
import { type Exposures, shared } from './exposures.ts'
import { type Fitted, fitTheta } from './fit-theta.ts'
import type { Habits } from './habits.ts'
import type { RiskSets } from './risk-sets.ts'
import type { Strata } from './strata.ts'

/** What is needed to tell how a touch and the background go together. */
export interface BackgroundGround {
  sets: RiskSets
  strata: Strata
  exposures: Exposures
  habits: Habits
  mark: Float64Array
  features: number
}

/** A fit whose pushes are in proportion to the background that they meet. */
export interface BackgroundFit extends KernelFit {
  /** 0: a touch multiplies the background. 1: it adds to it, whatever that is. */
  adds: number
  /** Pushes without regard to the background: those of the kernel alone. */
  plainPush: Float32Array
  /** Of each exposure, what regard to the background makes of its push; undefined: leaves it as it is. */
  ease: Float32Array | undefined
}

/** With the rounds of levels and fit in turn: the first is there to tell where it goes. */
const POWERS = [
  { power: 0.5, rounds: 1 },
  { power: 1, rounds: 2 },
]
/** Twice the log likelihood that another way of going together has to add. */
const GAIN_MIN = 4

/**
 * Whether touches multiply somebody's background or add to it: lambda = mu h [1 + sum theta x / (m h)^a],
 * m being the background of a stratum at a time, h what habits say of a person, both relative to the
 * mean, and a = 0, 1/2 or 1, whichever the outcomes are likeliest under. Where touches add and the fit
 * supposes that they multiply, times and people of much background have too much credited, and so has
 * whatever is frequent then.
 */
export function fitBackground(fit: KernelFit, ground: BackgroundGround): BackgroundFit {
  let best: BackgroundFit = { ...fit, adds: 0, plainPush: fit.push, ease: undefined }
  // What chance alone would bring needs no background.
  const used = fit.fitted.theta.filter((theta) => theta > 0).length
  if (fit.credited === 0 || fit.evidence <= 2 * used) return best
  for (const { power, rounds } of POWERS) {
    const other = fitPower(fit, ground, power, rounds)
    // Where half is no better, the whole is not either.
    if (other.evidence <= best.evidence) break
    if (best.adds > 0 || other.evidence > best.evidence + GAIN_MIN) best = other
  }
  return {
    ...best,
    sway: Math.hypot(fit.sway, Math.abs(best.credited - fit.credited) / fit.credited / 2),
  }
}

function fitPower(
  fit: KernelFit,
  ground: BackgroundGround,
  adds: number,
  rounds: number,
): BackgroundFit {
  const { exposures, sets, mark, features } = ground
  let { design } = fit
  let fitted: Fitted = fit.fitted
  let push = fit.push
  let ease: Float32Array | undefined
  for (let round = 0; round < rounds; round++) {
    const level = levelsOf(ground, backgroundOf(design, fitted.theta))
    ease = easeOf(ground, level, habitLevels(ground, fitted.beta), adds)
    push = easedBy(fit.push, ease)
    design = designOf(sets, exposures, push, features, mark)
    fitted = fitTheta(design, fitted)
  }
  const evidence = Math.max(0, 2 * (fitted.logLikelihood - fit.without))
  const credited = creditedBy(design, fitted.theta)
  return { ...fit, adds, push, plainPush: fit.push, ease, design, fitted, evidence, credited }
}

/** Of each event, the share that is background. */
function backgroundOf(design: KernelFit['design'], theta: Float64Array): Float64Array {
  const { start, featureStart, feature, value } = design
  return Float64Array.from({ length: start.length - 1 }, (_, e) => {
    const m = start[e] as number
    let all = 1
    for (let i = featureStart[m] as number; i < (featureStart[m + 1] as number); i++) {
      all += (theta[feature[i] as number] as number) * (value[i] as number)
    }
    return 1 / all
  })
}

/** Outcomes that a level rests on at least, in expectation; and what is added of the wider level. */
const EVENTS_ABOUT = 12
const WIDER_EVENTS = 5

/**
 * The background of each event's stratum around its time, per person, relative to that of everyone over
 * all the time: of everybody, then of the wider group, then of the stratum itself, each drawn towards
 * the one before as far as it rests on few. The event itself is left out, or levels would be high
 * wherever there are outcomes.
 */
function levelsOf({ sets, strata }: BackgroundGround, share: Float64Array): Float64Array {
  const { t } = sets
  const events = Array.from(t.keys()).sort((a, b) => (t[a] as number) - (t[b] as number))
  const day = t.map((one) => one / DAY_SECONDS)
  const span = { from: day[events[0] ?? 0] ?? 0, to: day[events.at(-1) ?? 0] ?? 0 }
  const days = Math.max(1, span.to - span.from)
  const stratumOf = Int32Array.from(
    t.keys(),
    (e) => strata.of[sets.people[sets.start[e] as number] as number] as number,
  )
  const people = Int32Array.from({ length: strata.count }, (_, s) => sizeOf(strata, s))
  const all = events.reduce((sum, e) => sum + (share[e] as number), 0)
  const rate = all / Math.max(1, strata.members.length) / days
  const level = new Float64Array(t.length).fill(1)
  const groupings: ((stratum: number) => number)[] = [
    () => 0,
    (s) => strata.wider[s] as number,
    (s) => s,
  ]
  for (const groupOf of groupings) {
    const members = new Map<number, number>()
    people.forEach((count, s) => {
      members.set(groupOf(s), (members.get(groupOf(s)) ?? 0) + count)
    })
    const eventsOf = new Map<number, number[]>()
    for (const e of events) {
      if ((stratumOf[e] as number) < 0) continue
      const group = groupOf(stratumOf[e] as number)
      const own = eventsOf.get(group)
      if (own === undefined) eventsOf.set(group, [e])
      else own.push(e)
    }
    for (const [group, own] of eventsOf) {
      fillLevels(own, day, share, span, (members.get(group) ?? 1) * rate, level)
    }
  }
  return level
}

function sizeOf({ start }: Strata, stratum: number): number {
  return (start[stratum + 1] as number) - (start[stratum] as number)
}

/** Around each event of a group as many days as hold enough; `perDay` are expected where it is like all. */
function fillLevels(
  own: readonly number[],
  day: Float64Array,
  share: Float64Array,
  span: { from: number; to: number },
  perDay: number,
  level: Float64Array,
): void {
  const found = own.reduce((sum, e) => sum + (share[e] as number), 0)
  const usual = Math.max(found / Math.max(1, span.to - span.from), perDay / 10)
  const half = Math.min(span.to - span.from, Math.max(0.5, EVENTS_ABOUT / 2 / usual))
  const dayAt = (i: number) => day[own[i] as number] as number
  let [first, last, inside] = [0, 0, 0]
  own.forEach((e, i) => {
    const now = dayAt(i)
    for (; last < own.length && dayAt(last) <= now + half; last++) {
      inside += share[own[last] as number] as number
    }
    for (; dayAt(first) < now - half; first++) inside -= share[own[first] as number] as number
    const width = Math.min(span.to, now + half) - Math.max(span.from, now - half)
    const others = Math.max(0, inside - (share[e] as number))
    const wider = level[e] as number
    level[e] = (wider * (others + WIDER_EVENTS)) / (wider * perDay * width + WIDER_EVENTS)
  })
}

/** Nobody counts for less or more background than these times the mean. */
const HABIT_RANGE = { low: 0.05, high: 20 }

/** exp(beta z) of every person relative to the mean of the stratum. */
function habitLevels({ habits, strata }: BackgroundGround, beta: Float64Array): Float64Array {
  const { marks, value } = habits
  const level = Float64Array.from(strata.of, (_, person) => {
    let power = 0
    for (let q = 0; q < beta.length; q++) {
      power += (beta[q] as number) * (value[person * marks + q] as number)
    }
    return Math.exp(power)
  })
  for (let s = 0; s < strata.count; s++) {
    const members = strata.members.subarray(strata.start[s], strata.start[s + 1])
    let sum = 0
    for (const person of members) sum += level[person] as number
    const mean = sum / Math.max(1, members.length)
    for (const person of members) {
      const relative = (level[person] as number) / mean
      level[person] = Math.min(HABIT_RANGE.high, Math.max(HABIT_RANGE.low, relative))
    }
  }
  return level
}

/** 1 / (m h)^a of every exposure. */
function easeOf(
  { sets, exposures }: BackgroundGround,
  level: Float64Array,
  habit: Float64Array,
  adds: number,
): Float32Array {
  const { member, event } = exposures
  return Float32Array.from(member, (m, x) => {
    const background =
      (level[event[x] as number] as number) * (habit[sets.people[m] as number] as number)
    return 1 / (adds === 1 ? background : background ** adds)
  })
}

/** Pushes of a kernel with regard to the background. */
export function easedBy(push: Float32Array, ease: Float32Array | undefined): Float32Array {
  if (ease === undefined) return push
  const eased = shared(Float32Array, push.length)
  for (let x = 0; x < push.length; x++) eased[x] = (push[x] as number) * (ease[x] as number)
  return eased
}
