import { sigmoid, softmaxInPlace } from './linear-heads.ts'

/** Margins of one head become likelihoods: softmax(margin / temperature + offset). */
export interface SoftmaxCalibration {
  temperature: number
  /** One a label: what the margins leave out about how common a label is. */
  offsets: readonly number[]
}

/** Likelihood of yes = 1 / (1 + exp(-(slope × margin + offset))). */
export interface SigmoidCalibration {
  slope: number
  offset: number
}

const STEPS = 150
const RATE = 0.2

/**
 * Fits a head's temperature and offsets to margins of texts that the model did not learn from, by
 * the likelihood of their labels (C. Guo et al.: "On calibration of modern neural networks", ICML
 * 2017, with a bias a label). `margins` holds one row of `labels` numbers a text. AdaGrad over full
 * batches, a fixed number of steps: the same numbers give the same answer.
 */
export function fitSoftmax(
  margins: readonly Float64Array[],
  truth: readonly number[],
  labels: number,
): SoftmaxCalibration {
  // The offsets, then the sharpness (1 / temperature).
  const fitted = new Float64Array(labels + 1).fill(1, labels)
  const squares = new Float64Array(labels + 1)
  for (let step = 0; step < STEPS; step++) {
    const slope = slopeOf(margins, truth, fitted)
    for (let at = 0; at <= labels; at++) {
      const mean = (slope[at] as number) / margins.length
      squares[at] = (squares[at] as number) + mean * mean
      const change = (RATE * mean) / (Math.sqrt(squares[at] as number) + 1e-9)
      fitted[at] = (fitted[at] as number) - change
    }
    fitted[labels] = Math.max(0.05, fitted[labels] as number)
  }
  return { temperature: 1 / (fitted[labels] as number), offsets: [...fitted.subarray(0, labels)] }
}

/** How the texts' log loss rises with each offset and, last, with the sharpness. */
function slopeOf(
  margins: readonly Float64Array[],
  truth: readonly number[],
  fitted: Float64Array,
): Float64Array {
  const labels = fitted.length - 1
  const sharpness = fitted[labels] as number
  const slope = new Float64Array(labels + 1)
  const likely = new Float64Array(labels)
  for (const [text, row] of margins.entries()) {
    for (let label = 0; label < labels; label++) {
      likely[label] = (row[label] as number) * sharpness + (fitted[label] as number)
    }
    softmaxInPlace(likely, 0, labels)
    for (let label = 0; label < labels; label++) {
      const error = (likely[label] as number) - (truth[text] === label ? 1 : 0)
      slope[label] = (slope[label] as number) + error
      slope[labels] = (slope[labels] as number) + error * (row[label] as number)
    }
  }
  return slope
}

/** What a head's margins amount to: likelihoods that sum to 1. */
export function likelihoodsOf(
  margins: ArrayLike<number>,
  { temperature, offsets }: SoftmaxCalibration,
): Float64Array {
  const powers = new Float64Array(margins.length)
  let highest = Number.NEGATIVE_INFINITY
  for (let label = 0; label < powers.length; label++) {
    const power = (margins[label] as number) / temperature + (offsets[label] ?? 0)
    powers[label] = power
    highest = Math.max(highest, power)
  }
  let sum = 0
  for (let label = 0; label < powers.length; label++) {
    powers[label] = Math.exp((powers[label] as number) - highest)
    sum += powers[label] as number
  }
  for (let label = 0; label < powers.length; label++) {
    powers[label] = (powers[label] as number) / sum
  }
  return powers
}

/**
 * Fits the likelihood of yes to margins of texts that the model did not learn from (J. Platt:
 * "Probabilistic outputs for support vector machines", 1999, with the targets of H.-T. Lin, C.-J. Lin
 * and R. Weng, 2007), by Newton's method.
 */
export function fitSigmoid(
  margins: ArrayLike<number>,
  truth: ArrayLike<number>,
): SigmoidCalibration {
  let yes = 0
  for (let text = 0; text < truth.length; text++) yes += truth[text] as number
  const no = truth.length - yes
  const targetOfYes = (yes + 1) / (yes + 2)
  const targetOfNo = 1 / (no + 2)
  let slope = 1
  let offset = Math.log((yes + 1) / (no + 1))
  for (let step = 0; step < 50; step++) {
    const curve = { ss: 1e-9, so: 0, oo: 1e-9, s: 0, o: 0 }
    for (let text = 0; text < truth.length; text++) {
      const margin = margins[text] as number
      const said = sigmoid(slope * margin + offset)
      const error = said - ((truth[text] as number) > 0.5 ? targetOfYes : targetOfNo)
      const bend = Math.max(1e-6, said * (1 - said))
      curve.s += error * margin
      curve.o += error
      curve.ss += bend * margin * margin
      curve.so += bend * margin
      curve.oo += bend
    }
    const determinant = curve.ss * curve.oo - curve.so * curve.so
    const dSlope = (curve.oo * curve.s - curve.so * curve.o) / determinant
    const dOffset = (curve.ss * curve.o - curve.so * curve.s) / determinant
    slope -= dSlope
    offset -= dOffset
    if (Math.abs(dSlope) + Math.abs(dOffset) < 1e-8) break
  }
  return { slope, offset }
}

/**
 * How far confidence is from being right, 0..1: texts sorted by confidence into `bins` of equal
 * numbers, the mean distance of confidence and share right (M. P. Naeini, G. F. Cooper, M.
 * Hauskrecht: "Obtaining well calibrated probabilities using Bayesian binning", AAAI 2015).
 */
export function expectedCalibrationError(
  confidence: readonly number[],
  isRight: readonly boolean[],
  bins = 10,
): number {
  const order = confidence.map((_, text) => text)
  order.sort((a, b) => (confidence[a] as number) - (confidence[b] as number))
  let error = 0
  for (let bin = 0; bin < bins; bin++) {
    const texts = order.slice(
      Math.floor((bin * order.length) / bins),
      Math.floor(((bin + 1) * order.length) / bins),
    )
    const said = texts.reduce((sum, text) => sum + (confidence[text] as number), 0)
    const right = texts.filter((text) => isRight[text]).length
    error += Math.abs(said - right)
  }
  return order.length === 0 ? 0 : error / order.length
}
