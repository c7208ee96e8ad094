import { BUCKETS, type FeatureBag } from './feature-bag.ts'

/** How the outputs of a head are read: one of several labels, yes or no, or a number. */
export type HeadKind = 'softmax' | 'sigmoid' | 'linear'

/** One question that the model answers; its labels are outputs side by side. */
export interface Head {
  name: string
  kind: HeadKind
  /** One output each; a sigmoid or linear head has exactly one. */
  labels: readonly string[]
}

/** Linear heads over one shared set of hashed features: weights[bucket × outputs + output]. */
export interface LinearModel {
  heads: readonly Head[]
  outputs: number
  /** Float32 while it learns, Int8 with a scale an output when it ships. */
  weights: Float32Array | Int8Array
  scales: Float32Array
  bias: Float32Array
}

/** A model that knows nothing. */
export function createLinearModel(heads: readonly Head[]): LinearModel {
  const outputs = heads.reduce((sum, head) => sum + head.labels.length, 0)
  return {
    heads,
    outputs,
    weights: new Float32Array(BUCKETS * outputs),
    scales: new Float32Array(outputs).fill(1),
    bias: new Float32Array(outputs),
  }
}

/** Where each head's outputs begin. */
export function headOffsets(heads: readonly Head[]): Map<string, number> {
  const offsets = new Map<string, number>()
  let offset = 0
  for (const head of heads) {
    offsets.set(head.name, offset)
    offset += head.labels.length
  }
  return offsets
}

/** The raw outputs (logits) for a bag of features, into `into`; linear in features × outputs. */
export function scoreFeatures(model: LinearModel, bag: FeatureBag, into: Float64Array): void {
  const { outputs, scales, bias } = model
  let output = 0
  for (; output + 4 <= outputs; output += 4) sumFour(model, bag, output, into)
  for (; output < outputs; output++) sumOne(model, bag, output, into)
  for (output = 0; output < outputs; output++) {
    into[output] = (into[output] as number) * (scales[output] as number) + (bias[output] as number)
  }
}

/** Four outputs side by side: their sums stay in registers, which halves the time of all at once. */
function sumFour(model: LinearModel, bag: FeatureBag, output: number, into: Float64Array): void {
  const { outputs, weights } = model
  const { buckets, values, size } = bag
  let first = 0
  let second = 0
  let third = 0
  let fourth = 0
  for (let at = 0; at < size; at++) {
    const cell = (buckets[at] as number) * outputs + output
    const value = values[at] as number
    first += value * (weights[cell] as number)
    second += value * (weights[cell + 1] as number)
    third += value * (weights[cell + 2] as number)
    fourth += value * (weights[cell + 3] as number)
  }
  into[output] = first
  into[output + 1] = second
  into[output + 2] = third
  into[output + 3] = fourth
}

function sumOne(model: LinearModel, bag: FeatureBag, output: number, into: Float64Array): void {
  const { outputs, weights } = model
  let sum = 0
  for (let at = 0; at < bag.size; at++) {
    const cell = (bag.buckets[at] as number) * outputs + output
    sum += (bag.values[at] as number) * (weights[cell] as number)
  }
  into[output] = sum
}

/** The weight of one bucket for one output, in the unit of the logits. */
export function weightAt(model: LinearModel, bucket: number, output: number): number {
  const weight = model.weights[bucket * model.outputs + output] as number
  return weight * (model.scales[output] as number)
}

/** In place: logits [from, from + count) become probabilities that sum to 1; logits are divided by `temperature`. */
export function softmaxInPlace(
  logits: Float64Array,
  from: number,
  count: number,
  temperature = 1,
): void {
  let highest = Number.NEGATIVE_INFINITY
  for (let at = from; at < from + count; at++) highest = Math.max(highest, logits[at] as number)
  let sum = 0
  for (let at = from; at < from + count; at++) {
    const power = Math.exp(((logits[at] as number) - highest) / temperature)
    logits[at] = power
    sum += power
  }
  for (let at = from; at < from + count; at++) logits[at] = (logits[at] as number) / sum
}

export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}

/** The model with weights of one byte: each output scaled so that its largest weight is 127. */
export function quantise(model: LinearModel): LinearModel {
  const { outputs, weights } = model
  const scales = new Float32Array(outputs)
  for (let at = 0; at < weights.length; at++) {
    const output = at % outputs
    scales[output] = Math.max(scales[output] as number, Math.abs(weights[at] as number) / 127)
  }
  const small = new Int8Array(weights.length)
  for (let at = 0; at < weights.length; at++) {
    const scale = scales[at % outputs] as number
    small[at] = scale === 0 ? 0 : Math.round((weights[at] as number) / scale)
  }
  return { ...model, weights: small, scales }
}
