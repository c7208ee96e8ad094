import { BUCKETS } from './feature-bag.ts'
import type { FeatureTable } from './feature-table.ts'
import { createLinearModel, type Head, type LinearModel } from './linear-heads.ts'

/** What is known of each text, for every output of the heads. */
export interface TrainingSet {
  features: FeatureTable
  /** [text × outputs + output]: 0 or 1 for labels, a number for linear heads, NaN where unknown. */
  targets: Float32Array
  /** How much each text counts; 1 is usual. */
  weights: Float32Array
  /** [text × outputs + output]: what a base model says already; then only the difference is learnt. */
  baseMargins?: Float32Array
}

export interface TrainingOptions {
  /** How dear an error is against a large weight: higher fits closer. */
  cost: number
  /** How much dearer a missed yes is than a wrong one, by head; 1 where not named. */
  positiveCost?: Readonly<Record<string, number>>
  /** Heads whose weights move the more freely, the more unevenly a feature falls on yes and no. */
  freeByRatio?: ReadonlySet<string>
  epochsMax: number
  /** 0 .. 1, from a seeded generator. */
  random: () => number
}

/**
 * Trains linear heads, each output by itself against all others: squared hinge loss for labels and
 * squared loss for numbers, with an L2 penalty, by dual coordinate descent (C.-J. Hsieh, K.-W. Chang,
 * C.-J. Lin, S. S. Keerthi, S. Sundararajan: "A dual coordinate descent method for large-scale linear
 * SVM", ICML 2008; for numbers C.-H. Ho, C.-J. Lin, JMLR 2012). With `baseMargins` the penalty pulls
 * towards the base instead of zero. Heads of `freeByRatio` penalise a feature the less, the more it
 * tells by itself (after S. Wang, C. D. Manning: "Baselines and bigrams: simple, good sentiment and
 * topic classification", ACL 2012). The same set, options and random numbers give the same weights
 * to the bit. Time: epochs × features × outputs.
 */
export function trainHeads(
  heads: readonly Head[],
  set: TrainingSet,
  options: TrainingOptions,
): LinearModel {
  const model = createLinearModel(heads)
  const weights = model.weights as Float32Array
  // One output at a time in a row of its own: a row fits the cache, the whole matrix does not.
  const row = new Float32Array(BUCKETS)
  let output = 0
  for (const head of heads) {
    const positiveCost = options.positiveCost?.[head.name] ?? 1
    for (let label = 0; label < head.labels.length; label++) {
      row.fill(0)
      const costs = { yes: positiveCost * options.cost, no: options.cost }
      const problem = problemOf(set, row, output, model.outputs, head, costs)
      if (options.freeByRatio?.has(head.name)) freeByRatio(problem)
      model.bias[output] = descend(problem, options)
      for (let bucket = 0; bucket < BUCKETS; bucket++) {
        weights[bucket * model.outputs + output] = row[bucket] as number
      }
      output++
    }
  }
  return model
}

/** One output to be learnt. */
interface Problem {
  features: FeatureTable
  /** By bucket. */
  weights: Float32Array
  isNumber: boolean
  /** The texts of which the answer is known. */
  texts: Uint32Array
  /** By text: +1 or -1 for labels, the number itself for linear heads. */
  answers: Float64Array
  /** By text: what the base says. */
  base: Float64Array
  /** By text: 1 / (2 × its cost), the softness of its error. */
  softness: Float64Array
  /** By bucket: how freely its weight moves, the inverse of its penalty. */
  freedom: Float64Array
}

function problemOf(
  set: TrainingSet,
  weights: Float32Array,
  output: number,
  outputs: number,
  head: Head,
  costs: { yes: number; no: number },
): Problem {
  const count = set.weights.length
  const isNumber = head.kind === 'linear'
  const answers = new Float64Array(count)
  const base = new Float64Array(count)
  const softness = new Float64Array(count)
  const known: number[] = []
  for (let text = 0; text < count; text++) {
    const target = set.targets[text * outputs + output] as number
    const weight = set.weights[text] as number
    if (Number.isNaN(target) || weight <= 0) continue
    known.push(text)
    answers[text] = isNumber ? target : target > 0.5 ? 1 : -1
    base[text] = set.baseMargins?.[text * outputs + output] ?? 0
    softness[text] = 1 / (2 * weight * (!isNumber && target > 0.5 ? costs.yes : costs.no))
  }
  return {
    features: set.features,
    weights,
    isNumber,
    texts: Uint32Array.from(known),
    answers,
    base,
    softness,
    freedom: new Float64Array(BUCKETS).fill(1),
  }
}

/** What every feature is met with before it was met: a rare one is not certain at once. */
const MET_BEFORE = 0.25
/** A feature that falls on one side alone is as free as one twenty times as frequent there. */
const FREEDOM_MAX = 3

/** Frees each weight by how many times as much of the feature's share is in one answer as in the other. */
function freeByRatio({ features, texts, answers, freedom }: Problem): void {
  const { offsets, buckets, values } = features
  const met = { yes: new Float64Array(BUCKETS), no: new Float64Array(BUCKETS) }
  let yeses = 0
  for (const text of texts) {
    const isYes = (answers[text] as number) > 0
    if (isYes) yeses++
    const side = isYes ? met.yes : met.no
    for (let at = offsets[text] as number; at < (offsets[text + 1] as number); at++) {
      const bucket = buckets[at] as number
      side[bucket] = (side[bucket] as number) + Math.abs(values[at] as number)
    }
  }
  // Where all answers are one, no feature falls unevenly.
  if (yeses === 0 || yeses === texts.length) return
  const usual = yeses / texts.length
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const yes = ((met.yes[bucket] as number) + MET_BEFORE * usual) / usual
    const no = ((met.no[bucket] as number) + MET_BEFORE * (1 - usual)) / (1 - usual)
    freedom[bucket] = Math.min(FREEDOM_MAX, Math.abs(Math.log(yes / no)))
  }
}

/** A change of a multiplier below this moves nothing that shows. */
const CHANGE_MIN = 0.005

/** Walks over the texts until none changes much; the weights go into the model, the bias is the answer. */
function descend(problem: Problem, { epochsMax, random }: TrainingOptions): number {
  const { texts, softness } = problem
  const multipliers = new Float64Array(softness.length)
  const lengths = squaredLengths(problem)
  let bias = 0
  for (let epoch = 0; epoch < epochsMax; epoch++) {
    shuffle(texts, random)
    let largest = 0
    for (const text of texts) {
      const change = changeOf(problem, text, bias, multipliers, lengths)
      if (change === 0) continue
      bias += change
      addFeatures(problem, text, change)
      largest = Math.max(largest, Math.abs(change))
    }
    if (largest < CHANGE_MIN) break
  }
  return bias
}

/** The step of one text's multiplier, signed as it moves the weights. */
function changeOf(
  problem: Problem,
  text: number,
  bias: number,
  multipliers: Float64Array,
  lengths: Float64Array,
): number {
  const answer = problem.answers[text] as number
  const before = multipliers[text] as number
  const soft = problem.softness[text] as number
  const said = marginOf(problem, text) + bias + (problem.base[text] as number)
  const curve = (lengths[text] as number) + soft
  if (problem.isNumber) {
    const change = (answer - said - before * soft) / curve
    multipliers[text] = before + change
    return change
  }
  const after = Math.max(0, before - (answer * said - 1 + before * soft) / curve)
  multipliers[text] = after
  return (after - before) * answer
}

function marginOf({ features, weights }: Problem, text: number): number {
  const { offsets, buckets, values } = features
  const end = offsets[text + 1] as number
  let margin = 0
  for (let at = offsets[text] as number; at < end; at++) {
    margin += (values[at] as number) * (weights[buckets[at] as number] as number)
  }
  return margin
}

function addFeatures(problem: Problem, text: number, factor: number): void {
  const { features, weights, freedom } = problem
  const { offsets, buckets, values } = features
  const end = offsets[text + 1] as number
  for (let at = offsets[text] as number; at < end; at++) {
    const bucket = buckets[at] as number
    const change = factor * (values[at] as number) * (freedom[bucket] as number)
    weights[bucket] = (weights[bucket] as number) + change
  }
}

/** The bias counts as one more feature of value 1. */
function squaredLengths({ features, texts, softness, freedom }: Problem): Float64Array {
  const { offsets, buckets, values } = features
  const lengths = new Float64Array(softness.length)
  for (const text of texts) {
    let sum = 1
    const end = offsets[text + 1] as number
    for (let at = offsets[text] as number; at < end; at++) {
      sum += (values[at] as number) ** 2 * (freedom[buckets[at] as number] as number)
    }
    lengths[text] = sum
  }
  return lengths
}

/** Fisher and Yates, in place. */
function shuffle(order: Uint32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const held = order[at] as number
    order[at] = order[other] as number
    order[other] = held
  }
}
