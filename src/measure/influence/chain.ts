import type { Chance } from '#vocabulary/index.ts'
import { type ActorPushes, actorPushesOf } from './actor-pushes.ts'
import { gammaOf, standardNormal } from './draws.ts'
import type { Exposures } from './exposures.ts'
import { memberWeights } from './habits.ts'
import { conditionalOn, MULTIPLIERS, type Prior } from './multipliers.ts'
import type { RiskSets } from './risk-sets.ts'

/** What a chain walks over; all but the pushes stays as it is. */
export interface ChainGround {
  sets: RiskSets
  exposures: Exposures
  /** Exposures in the order of actor and event. */
  order: Int32Array
  push: Float32Array
  mark: Float64Array
  features: number
}

/** Where a chain stands. */
export interface Chain {
  features: number
  /** Features that occur, with the least and most that theta may be. */
  used: readonly { feature: number; least: number; most: number }[]
  pushes: ActorPushes
  theta: Float64Array
  /** By name. */
  multiplier: Float64Array
  prior: Prior
  /** Pushes under the multipliers by event x features + feature: on the case, and on all members. */
  ofCase: Float64Array
  ofAll: Float64Array
  /** Intensities of the events: the case's, and the whole risk set's. */
  lift: Float64Array
  liftOfAll: Float64Array
  /** Of each feature, and of all at once, how far the logarithm of theta is moved. */
  step: Float64Array
}

/** Theta in terms of that which makes a mean member's push 1: where a chain starts at least, and its range. */
const THETA = { start: 0.01, least: 1e-6, most: 100 }
const STEP_START = 0.3

/** A chain at the start: equal actors, theta as fitted with them. */
export function chainOf(ground: ChainGround, theta: Float64Array, names: number): Chain {
  const { features, sets, exposures, push } = ground
  const sums = new Float64Array(features)
  for (let x = 0; x < push.length; x++) {
    const k = exposures.feature[x] as number
    sums[k] = (sums[k] as number) + (push[x] as number)
  }
  const events = sets.t.length
  const usual = Array.from(sums, (sum) => sets.people.length / sum)
  return {
    features,
    used: usual.flatMap((one, feature) =>
      Number.isFinite(one) ? [{ feature, least: THETA.least * one, most: THETA.most * one }] : [],
    ),
    pushes: actorPushesOf(sets, exposures, ground.order.subarray(0, 0), push, new Float64Array(0)),
    theta: theta.map((one, k) =>
      Number.isFinite(usual[k]) ? Math.max(one, THETA.start * (usual[k] as number)) : 0,
    ),
    multiplier: new Float64Array(names).fill(1),
    prior: new Float64Array(MULTIPLIERS.length).fill(1 / MULTIPLIERS.length),
    ofCase: new Float64Array(events * features),
    ofAll: new Float64Array(events * features),
    lift: new Float64Array(events),
    liftOfAll: new Float64Array(events),
    step: new Float64Array(features + 1).fill(STEP_START),
  }
}

/** Takes other habits: every member weighs anew, and all sums are made from scratch. */
export function weighAnew(chain: Chain, ground: ChainGround, beta: Float64Array): void {
  const { sets, exposures, order, push, mark } = ground
  const weight = memberWeights(mark, beta)
  const isPlain = weight.length === 0
  const weightOf = isPlain ? new Float64Array(sets.people.length).fill(1) : weight
  chain.pushes = actorPushesOf(sets, exposures, order, push, weightOf)
  chain.ofCase.fill(0)
  chain.ofAll.fill(0)
  chain.lift.fill(1)
  for (let e = 0; e < sets.t.length; e++) {
    let all = 0
    for (let m = sets.start[e] as number; m < (sets.start[e + 1] as number); m++) {
      all += weightOf[m] as number
    }
    chain.liftOfAll[e] = all
  }
  const { actors, start } = chain.pushes
  for (let i = 0; i < actors.length; i++) {
    const r = chain.multiplier[actors[i] as number] as number
    if (r > 0) shift(chain, start[i] as number, start[i + 1] as number, r)
  }
}

/** Adds `by` times the pushes of some rows to the sums of their events. */
function shift(chain: Chain, from: number, to: number, by: number): void {
  const { pushes, theta, features, ofCase, ofAll, lift, liftOfAll } = chain
  for (let row = from; row < to; row++) {
    const e = pushes.event[row] as number
    const k = pushes.feature[row] as number
    const place = e * features + k
    const [a, b] = [by * (pushes.ofCase[row] as number), by * (pushes.ofAll[row] as number)]
    ofCase[place] = (ofCase[place] as number) + a
    ofAll[place] = (ofAll[place] as number) + b
    lift[e] = (lift[e] as number) + (theta[k] as number) * a
    liftOfAll[e] = (liftOfAll[e] as number) + (theta[k] as number) * b
  }
}

const GRID = MULTIPLIERS.length
/** So many factors are multiplied before a logarithm is taken; each is far below 1e19. */
const PRODUCTS = 16

/** The likelihood of an actor's rows on the grid of multipliers, all else as it is, as logarithms. */
function weighActor(chain: Chain, from: number, to: number, old: number, logs: Float64Array) {
  const { pushes, theta, lift, liftOfAll } = chain
  above.fill(1)
  below.fill(1)
  logs.fill(0)
  let events = 0
  for (let row = from; row < to; ) {
    const e = pushes.event[row] as number
    let [a, b] = [0, 0]
    for (; row < to && pushes.event[row] === e; row++) {
      const strength = theta[pushes.feature[row] as number] as number
      a += strength * (pushes.ofCase[row] as number)
      b += strength * (pushes.ofAll[row] as number)
    }
    b /= (liftOfAll[e] as number) - old * b
    for (let g = 1; g < GRID; g++)
      below[g] = (below[g] as number) * (1 + (MULTIPLIERS[g] as number) * b)
    // Most rows are of controls alone.
    if (a > 0) {
      a /= (lift[e] as number) - old * a
      for (let g = 1; g < GRID; g++)
        above[g] = (above[g] as number) * (1 + (MULTIPLIERS[g] as number) * a)
    }
    if (++events % PRODUCTS === 0) addLogs(logs)
  }
  addLogs(logs)
}

/** Products over events that wait for their logarithm. */
const above = new Float64Array(GRID)
const below = new Float64Array(GRID)

function addLogs(logs: Float64Array): void {
  for (let g = 0; g < GRID; g++) {
    logs[g] = (logs[g] as number) + Math.log((above[g] as number) / (below[g] as number))
    above[g] = 1
    below[g] = 1
  }
}

/**
 * Draws every actor's multiplier in turn, given all else, and then the prior given the multipliers.
 * `tell` hears of each actor the chances of the multipliers before the draw.
 */
export function moveMultipliers(
  chain: Chain,
  chance: Chance,
  loud: ReadonlySet<number>,
  tell: (actor: number, chances: Float64Array) => void,
): void {
  const { actors, start } = chain.pushes
  const doubted = doubt(chain.prior)
  const chances = new Float64Array(GRID)
  const count = new Float64Array(GRID)
  for (let i = 0; i < actors.length; i++) {
    const actor = actors[i] as number
    const [from, to] = [start[i] as number, start[i + 1] as number]
    const old = chain.multiplier[actor] as number
    weighActor(chain, from, to, old, chances)
    conditionalOn(chances, loud.has(actor) ? doubted : chain.prior)
    tell(actor, chances)
    const drawn = drawFrom(chances, chance)
    count[drawn] = (count[drawn] as number) + 1
    const now = MULTIPLIERS[drawn] as number
    if (now === old) continue
    chain.multiplier[actor] = now
    shift(chain, from, to, now - old)
  }
  drawPrior(chain.prior, count, chance)
}

/**
 * How likely it is beforehand that a loud actor does anything: their touches are wherever outcomes are, so a
 * little that no control matches looks like an effect of theirs, the surer the more they say. What they
 * truly cause is told by evidence far beyond this.
 */
const LOUD_DOES = 0.001

function doubt(prior: Prior): Prior {
  const doubted = prior.map((mass) => mass * LOUD_DOES)
  doubted[0] = 1 - LOUD_DOES
  return doubted
}

/** Of the prior, what is fixed: half of it on nothing at all, and the rest on all other multipliers alike. */
const FIXED = 0.1

/**
 * Draws the prior given how many actors have which multiplier, one actor's worth spread evenly. A part of
 * it is fixed: where masses could vanish, an actor of whom the outcomes say much could not get past
 * multipliers that nobody has, and nothing at all would be forgotten where few actors speak for it.
 */
function drawPrior(prior: Prior, count: Float64Array, chance: Chance): void {
  const masses = count.map((one, g) => {
    // Who has what is fixed says nothing of what is drawn.
    const isDrawn = 1 - fixedMass(g) / (prior[g] as number)
    let drawn = 0
    for (let actor = 0; actor < one; actor++) if (chance() < isDrawn) drawn++
    return gammaOf(chance, drawn + 1 / GRID)
  })
  const all = masses.reduce((sum, one) => sum + one, Number.MIN_VALUE)
  for (let g = 0; g < GRID; g++) {
    prior[g] = fixedMass(g) + ((1 - FIXED) * (masses[g] as number)) / all
  }
}

const fixedMass = (g: number) => FIXED * (g === 0 ? 0.5 : 0.5 / (GRID - 1))

function drawFrom(chances: Float64Array, chance: Chance): number {
  let left = chance()
  for (let g = 0; g < GRID - 1; g++) {
    left -= chances[g] as number
    if (left < 0) return g
  }
  return GRID - 1
}

/**
 * The power of theta in its prior, theta^(power - 1): between flat in theta (1), under which many
 * channels of little effect add up to much, and flat in its logarithm (0).
 */
const POWER = 0.5
/** Moves of a theta a sweep. */
const MOVES = 2
/** Steps grow and shrink until a good third is taken (1.15^1 x 0.93^2 = 1). */
const STEP = { up: 1.15, down: 0.93 }

/** Moves each theta, and all together, on the logarithm (Metropolis); `isLearning` adjusts the steps. */
export function moveThetas(chain: Chain, chance: Chance, isLearning: boolean): void {
  const { used, step, features } = chain
  const moves: { at: number; which: Chain['used'] }[] = [
    ...used.flatMap((one) =>
      Array.from({ length: MOVES }, () => ({ at: one.feature, which: [one] })),
    ),
    { at: features, which: used },
  ]
  for (const { at, which } of moves) {
    const isTaken = moveTheta(chain, which, (step[at] as number) * standardNormal(chance), chance)
    if (isLearning) step[at] = (step[at] as number) * (isTaken ? STEP.up : STEP.down)
  }
}

function moveTheta(chain: Chain, which: Chain['used'], far: number, chance: Chance): boolean {
  const { theta, lift, liftOfAll } = chain
  const by = Math.expm1(far)
  const isInRange = ({ feature, least, most }: Chain['used'][number]) => {
    const next = (theta[feature] as number) * (1 + by)
    return next >= least && next <= most
  }
  if (!which.every(isInRange)) return false
  let gain = POWER * far * which.length
  const [a, b] = [new Float64Array(lift.length), new Float64Array(lift.length)]
  for (const { feature } of which) addPushes(chain, feature, by, a, b)
  let product = 1
  for (let e = 0; e < lift.length; e++) {
    if (b[e] === 0) continue
    product *=
      (1 + (a[e] as number) / (lift[e] as number)) /
      (1 + (b[e] as number) / (liftOfAll[e] as number))
    if (product < 1e30 && product > 1e-30) continue
    gain += Math.log(product)
    product = 1
  }
  gain += Math.log(product)
  if (Math.log(1 - chance()) >= gain) return false
  for (let e = 0; e < lift.length; e++) {
    lift[e] = (lift[e] as number) + (a[e] as number)
    liftOfAll[e] = (liftOfAll[e] as number) + (b[e] as number)
  }
  for (const { feature } of which) theta[feature] = (theta[feature] as number) * (1 + by)
  return true
}

/** Adds `by` times what a feature does to each event's case and risk set. */
function addPushes(chain: Chain, feature: number, by: number, a: Float64Array, b: Float64Array) {
  const { ofCase, ofAll, features, theta } = chain
  const strength = by * (theta[feature] as number)
  for (let e = 0; e < a.length; e++) {
    const place = e * features + feature
    a[e] = (a[e] as number) + strength * (ofCase[place] as number)
    b[e] = (b[e] as number) + strength * (ofAll[place] as number)
  }
}

/** Outcomes that each feature is credited where the chain stands, added to `sums`. */
export function addChainCredit(chain: Chain, sums: Float64Array): void {
  const { used, features, theta, ofCase, lift } = chain
  for (const { feature } of used) {
    const strength = theta[feature] as number
    let sum = 0
    for (let e = 0; e < lift.length; e++) {
      sum += (strength * (ofCase[e * features + feature] as number)) / (lift[e] as number)
    }
    sums[feature] = (sums[feature] as number) + sum
  }
}
