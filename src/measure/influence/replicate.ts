import type { Chance } from '#vocabulary/index.ts'
import type { CaseTouches } from './case-touches.ts'
import { poissonOne, standardNormal } from './draws.ts'
import { shared } from './exposures.ts'
import { logLikelihoods, newtonStep, type Slope, slopeAt } from './fit-theta.ts'
import { levelled } from './levelled.ts'
import {
  addLogRatios,
  MULTIPLIERS,
  type Prior,
  posteriorMeanOfLogs,
  priorMean,
} from './multipliers.ts'
import { type Study, trustOf } from './study.ts'

/**
 * Everything a bootstrap replicate needs, flat, so that threads share it. Replicates take one Newton
 * step from the fit under their weights (Efron's infinitesimal relative: exact to first order), which
 * makes two hundred of them as dear as a few fits.
 */
export interface ReplicateGround {
  features: number
  channels: number
  types: number
  levels: number
  /** The person of each event, numbered from 0 and without gaps. */
  personOfEvent: Int32Array
  people: number
  /** The fits that trust and credit come from: where each stands and what each event pulls. */
  plain: Anchor
  leftOut: Anchor
  /** Of each event, what theta adds to its log likelihood. */
  gain: Float64Array
  /** Parameters' worth of evidence that chance alone would bring. */
  byChance: number
  /** Log ratios of every pair of actor and event on the grid of multipliers. */
  table: Float32Array
  pairStart: Int32Array
  pairEvent: Int32Array
  prior: Prior
  touches: CaseTouches
  typeOfEvent: Int32Array
  /** Further figures that touches fall into. */
  cells: { columns: readonly Int32Array[]; count: number }
}

/** A fitted point with what moves it. */
export interface Anchor {
  theta: Float64Array
  slope: Slope
  /** Scores of the events, one row each. */
  scores: Float64Array
}

/** Gathers the ground of replicates from a study. */
export function replicateGroundOf(
  study: Study,
  touches: CaseTouches,
  sizes: { channels: number; types: number; levels: number },
): ReplicateGround {
  const { sets, kernel, pairs, prior, leftOut } = study
  const numbers = new Map<number, number>()
  const personOfEvent = Int32Array.from(sets.t, (_, e) => {
    const person = sets.people[sets.start[e] as number] as number
    const number = numbers.get(person) ?? numbers.size
    numbers.set(person, number)
    return number
  })
  const { beta } = kernel.fitted
  const at = Float64Array.from([...kernel.fitted.theta, ...beta])
  const none = Float64Array.from([...kernel.fitted.theta.map(() => 0), ...beta])
  const without = logLikelihoods(kernel.design, none)
  return {
    ...sizes,
    features: kernel.design.features,
    personOfEvent,
    people: numbers.size,
    plain: anchorOf(kernel.design, at),
    leftOut: anchorOf(leftOut.design, Float64Array.from([...leftOut.theta, ...leftOut.beta])),
    gain: logLikelihoods(kernel.design, at).map((one, e) => one - (without[e] as number)),
    byChance: study.byChance,
    table: tableOf(study),
    pairStart: pairs.start,
    pairEvent: share(pairs.event),
    prior,
    touches,
    typeOfEvent: sets.type,
    cells: { columns: [], count: 0 },
  }
}

function share(column: Int32Array): Int32Array {
  const into = shared(Int32Array, column.length)
  into.set(column)
  return into
}

function anchorOf(design: Parameters<typeof slopeAt>[0], at: Float64Array): Anchor {
  const events = design.start.length - 1
  const scores = shared(Float64Array, events * at.length)
  const slope = slopeAt(design, at, (event, score) => scores.set(score, event * at.length))
  return { theta: at.slice(0, design.features), slope, scores }
}

function tableOf({ pairs, intensities, multiplier }: Study): Float32Array {
  const grid = MULTIPLIERS.length
  const table = shared(Float32Array, pairs.event.length * grid)
  for (let i = 0; i < pairs.actors.length; i++) {
    const r = multiplier[pairs.actors[i] as number] as number
    for (let p = pairs.start[i] as number; p < (pairs.start[i + 1] as number); p++) {
      const e = pairs.event[p] as number
      const L = intensities.ofCase[e] as number
      const S = intensities.ofAll[e] as number
      const log0 = Math.log(L / S)
      addLogRatios(L, pairs.ofCase[p] as number, S, pairs.ofAll[p] as number, r, table, p * grid)
      for (let k = 0; k < grid; k++) table[p * grid + k] = (table[p * grid + k] as number) - log0
    }
  }
  return table
}

/** How many figures a replicate gives: all, by type, channel, level, actor and cell, and actors' multipliers. */
export function figuresOf(ground: ReplicateGround): number {
  return multiplierBaseOf(ground) + ground.pairStart.length - 1
}

/** Where the multipliers of actors begin. */
export function multiplierBaseOf(ground: ReplicateGround): number {
  return cellBaseOf(ground) + ground.cells.count
}

/** Where the figures of cells begin. */
export function cellBaseOf({ types, channels, levels, pairStart }: ReplicateGround): number {
  return types + channels + levels + pairStart.length
}

/** Relative error of a replicate's level: far below what replicates differ by. */
const LEVEL_NEAR = 1e-3

/**
 * One replicate: weights of the people are Poisson(1); everything is fitted again under them; credit is
 * given to the outcomes as they are; and the luck of which of them really were caused is drawn on top,
 * because an interval is for what happened and not for what was to be expected.
 */
export function replicate(ground: ReplicateGround, chance: Chance, into: Float32Array): void {
  const ofPerson = Float64Array.from({ length: ground.people }, () => poissonOne(chance))
  const weight = Float64Array.from(ground.personOfEvent, (person) => ofPerson[person] as number)
  const plain = stepped(ground.plain, weight, ground.features)
  let evidence = plain.bend
  for (let e = 0; e < weight.length; e++) {
    evidence += 2 * (weight[e] as number) * (ground.gain[e] as number)
  }
  const trust = trustOf(evidence, Math.max(1, ground.byChance))
  const leftOut = stepped(ground.leftOut, weight, ground.features)
  const multiplier = multipliersUnder(ground, weight)
  const { touches } = ground
  const { theta } = levelled(touches, trust, leftOut.theta, multiplier, LEVEL_NEAR)
  creditAgain(ground, theta, multiplier, chance, into)
  into.set(multiplier, multiplierBaseOf(ground))
}

/** The point after one Newton step under weights, projected; and by how much the step lifts twice the likelihood. */
function stepped(anchor: Anchor, weight: Float64Array, features: number) {
  const size = anchor.slope.score.length
  const score = new Float64Array(size)
  for (let e = 0; e < weight.length; e++) {
    const by = (weight[e] as number) - 1
    if (by === 0) continue
    for (let k = 0; k < size; k++) {
      score[k] = (score[k] as number) + by * (anchor.scores[e * size + k] as number)
    }
  }
  const isFree = (k: number) =>
    k >= features ||
    (anchor.theta[k] as number) > 0 ||
    (score[k] as number) + (anchor.slope.score[k] as number) > 0
  const step = newtonStep({ score, information: anchor.slope.information }, size, isFree)
  let bend = 0
  for (let k = 0; k < features; k++) bend += (step[k] as number) * (score[k] as number)
  const theta = anchor.theta.map((one, k) => Math.max(0, one + (step[k] as number)))
  return { theta, bend: Math.max(0, bend) }
}

function multipliersUnder(ground: ReplicateGround, weight: Float64Array): Float64Array {
  const grid = MULTIPLIERS.length
  const { pairStart, pairEvent, table, prior } = ground
  const logs = new Float64Array(grid)
  const usual = priorMean(prior)
  return Float64Array.from({ length: pairStart.length - 1 }, (_, i) => {
    logs.fill(0)
    let heard = 0
    for (let p = pairStart[i] as number; p < (pairStart[i + 1] as number); p++) {
      const by = weight[pairEvent[p] as number] as number
      if (by === 0) continue
      heard += by
      const at = p * grid
      for (let k = 0; k < grid; k++) logs[k] = (logs[k] as number) + by * (table[at + k] as number)
    }
    return heard === 0 ? usual : posteriorMeanOfLogs(logs, prior)
  })
}

/** Sums the parts of all touches by every figure, with the luck of what really was caused. */
function creditAgain(
  ground: ReplicateGround,
  theta: Float64Array,
  multiplier: Float64Array,
  chance: Chance,
  into: Float32Array,
): void {
  const variance = new Float32Array(into.length)
  into.fill(0)
  addCredit(ground, theta, multiplier, into, variance)
  for (let i = 0; i < into.length; i++) {
    const spread = Math.sqrt(Math.max(0, variance[i] as number))
    if (spread > 0) into[i] = Math.max(0, (into[i] as number) + spread * standardNormal(chance))
  }
}

/** Adds credit of every touch to its figures, and the variance of a coin with that chance. */
export function addCredit(
  ground: ReplicateGround,
  theta: Float64Array,
  multiplier: Float64Array,
  sums: Float32Array | Float64Array,
  variance?: Float32Array,
): void {
  const { touches, types, channels, typeOfEvent, levels, cells } = ground
  const count = touches.event.length
  const cellBase = cellBaseOf(ground)
  const channelBase = 1 + types
  const levelBase = channelBase + channels
  const actorBase = levelBase + levels
  const add = (figure: number, part: number) => {
    sums[figure] = (sums[figure] as number) + part
    if (variance !== undefined) {
      variance[figure] = (variance[figure] as number) + part * (1 - part)
    }
  }
  const ofChannel = new Float64Array(channels)
  for (let first = 0; first < count; ) {
    const e = touches.event[first] as number
    let last = first
    let all = 1
    for (; last < count && touches.event[last] === e; last++) {
      all += pushOf(touches, last, theta, multiplier)
    }
    ofChannel.fill(0)
    for (let i = first; i < last; i++) {
      const part = pushOf(touches, i, theta, multiplier) / all
      if (part === 0) continue
      const channel = touches.channel[i] as number
      ofChannel[channel] = (ofChannel[channel] as number) + part
      const level = touches.level[i] as number
      if (level >= 0) add(levelBase + level, part)
      add(actorBase + (touches.actor[i] as number), part)
      for (const column of cells.columns) {
        const cell = column[i] as number
        if (cell >= 0) add(cellBase + cell, part)
      }
    }
    for (let c = 0; c < channels; c++) {
      if (ofChannel[c] !== 0) add(channelBase + c, ofChannel[c] as number)
    }
    add(0, 1 - 1 / all)
    add(1 + (typeOfEvent[e] as number), 1 - 1 / all)
    first = last
  }
}

function pushOf(
  touches: CaseTouches,
  i: number,
  theta: Float64Array,
  multiplier: Float64Array,
): number {
  return (
    (theta[touches.feature[i] as number] as number) *
    (touches.push[i] as number) *
    (multiplier[touches.actor[i] as number] as number)
  )
}
