import {
  fitSigmoid,
  fitSoftmax,
  likelihoodsOf,
  type SigmoidCalibration,
  type SoftmaxCalibration,
  sigmoid,
} from '#language/index.ts'
import type { ReaderModel } from '#understand/reader-model.ts'
import { INTENTS, READING_PARTS, SENTIMENTS, STAGES_OR_NONE, STANCES } from '#vocabulary/index.ts'
import { type Example, stanceOf } from './examples.ts'
import type { Unseen } from './folds.ts'
import { scoreLabels, scoreOf } from './measure.ts'
import { OFFSETS } from './targets.ts'

export const CHOICES = [
  ['sentiment', SENTIMENTS, (example: Example) => example.sentiment],
  ['stage', STAGES_OR_NONE, (example: Example) => example.stage],
  ['stance', STANCES, stanceOf],
] as const
export const BINARY = [...INTENTS, 'toxicity'] as const

export function holdsIn(example: Example, part: (typeof BINARY)[number]): boolean {
  return part === 'toxicity' ? example.isToxic === true : example.intents?.has(part) === true
}

export type Decisions = Pick<ReaderModel, 'softmax' | 'sigmoid' | 'holdsFrom' | 'opensBelow'>

/** A part is left open where it is likelier wrong than right; a yes or no where it is nearly even. */
const CHOICE_OPENS_BELOW = 0.5
const BINARY_OPENS_BELOW = 0.6

/** Fits likelihoods and thresholds to what models said of posts whose industry they had not seen. */
export function fitDecisions(unseen: readonly Unseen[]): Decisions {
  const softmax = CHOICES.map(([head, labels, truth]) => {
    const margins = unseen.map((one) => marginsIn(one.margins, head, labels.length))
    const answers = unseen.map(({ example }) => labels.indexOf(truth(example) as never))
    const fitted = rounded(fitSoftmax(margins, answers, labels.length))
    return [head, head === 'stance' ? raiseMixed(fitted, margins, answers) : fitted] as const
  })
  const binary = BINARY.map((part) => [part, fitBinary(unseen, part)] as const)
  return {
    softmax: Object.fromEntries(softmax) as ReaderModel['softmax'],
    sigmoid: Object.fromEntries(
      binary.map(([part, fit]) => [part, fit.calibration]),
    ) as ReaderModel['sigmoid'],
    holdsFrom: Object.fromEntries(
      binary.map(([part, fit]) => [part, fit.holdsFrom]),
    ) as ReaderModel['holdsFrom'],
    opensBelow: Object.fromEntries(
      READING_PARTS.filter((part) => part !== 'stance').map((part) => [
        part,
        part === 'sentiment' || part === 'stage' ? CHOICE_OPENS_BELOW : BINARY_OPENS_BELOW,
      ]),
    ) as ReaderModel['opensBelow'],
  }
}

const MIXED = STANCES.indexOf('mixed')
const RAISED_MAX = 4

/**
 * One post in a hundred is mixed, so nothing is ever likelier than all else to be; for the stance its
 * label counts and not its likelihood. Raised as far as helps the mean F1 over the labels.
 */
function raiseMixed(
  { temperature, offsets }: SoftmaxCalibration,
  margins: readonly Float64Array[],
  answers: readonly number[],
): SoftmaxCalibration {
  const truth = answers.map((answer) => STANCES[answer] ?? '')
  let best = { macroF1: -1, offsets }
  for (let raised = 0; raised <= RAISED_MAX; raised += 0.25) {
    const shifted = offsets.map((offset, label) => round(offset + (label === MIXED ? raised : 0)))
    const said = margins.map((row) => likeliest(row, { temperature, offsets: shifted }))
    const { macroF1 } = scoreLabels(STANCES, truth, said)
    if (macroF1 > best.macroF1) best = { macroF1, offsets: shifted }
  }
  return { temperature, offsets: best.offsets }
}

function likeliest(margins: Float64Array, calibration: SoftmaxCalibration): string {
  const likely = likelihoodsOf(margins, calibration)
  return STANCES[likely.indexOf(Math.max(...likely))] ?? ''
}

export function marginsIn(margins: Float64Array, head: string, labels: number): Float64Array {
  const from = OFFSETS.get(head) as number
  return margins.subarray(from, from + labels)
}

/** Six digits: enough for any use, and the same text for the same model everywhere. */
function rounded(calibration: SoftmaxCalibration): SoftmaxCalibration {
  return { temperature: round(calibration.temperature), offsets: calibration.offsets.map(round) }
}

function round(number: number): number {
  return Math.round(number * 1e6) / 1e6
}

function fitBinary(unseen: readonly Unseen[], part: (typeof BINARY)[number]) {
  const margins = unseen.map((one) => one.margins[OFFSETS.get(part) as number] as number)
  const truth = unseen.map(({ example }) => holdsIn(example, part))
  const fitted = fitSigmoid(margins, truth.map(Number))
  const calibration = { slope: round(fitted.slope), offset: round(fitted.offset) }
  return { calibration, holdsFrom: bestThreshold(margins, truth, calibration) }
}

/** The likelihood from which saying yes gives the best F1. */
function bestThreshold(
  margins: number[],
  truth: boolean[],
  calibration: SigmoidCalibration,
): number {
  const likely = margins.map((margin) => likelihoodOf(margin, calibration))
  let best = { f1: -1, from: 0.5 }
  for (let percent = 15; percent <= 65; percent += 5) {
    const from = percent / 100
    const { f1 } = scoreOf(
      '',
      truth,
      likely.map((one) => one >= from),
    )
    if (f1 > best.f1) best = { f1, from }
  }
  return best.from
}

export function likelihoodOf(margin: number, { slope, offset }: SigmoidCalibration): number {
  return sigmoid(slope * margin + offset)
}

/** What the decisions make of margins: label and confidence of a head with several labels. */
export function chooseLabel<Label extends string>(
  margins: Float64Array,
  head: 'sentiment' | 'stage' | 'stance',
  labels: readonly Label[],
  { softmax }: Decisions,
): { label: Label; confidence: number } {
  const likely = likelihoodsOf(marginsIn(margins, head, labels.length), softmax[head])
  const confidence = Math.max(...likely)
  return { label: labels[likely.indexOf(confidence)] as Label, confidence }
}
