import {
  type FeatureTable,
  headOffsets,
  type TrainingSet,
  tableOfFeatures,
} from '#language/index.ts'
import { addReadingFeatures } from '#understand/reading-features.ts'
import { READING_HEADS } from '#understand/reading-heads.ts'
import { INTENTS, SENTIMENTS, STAGES_OR_NONE, STANCES } from '#vocabulary/index.ts'
import { type Example, stanceOf } from './examples.ts'

export const OUTPUTS = READING_HEADS.reduce((sum, head) => sum + head.labels.length, 0)
export const OFFSETS = headOffsets(READING_HEADS)
/** The score of a plainly positive post, where only its side is known. */
const PLAIN_SCORE = 0.5

/** Examples as features and targets of the reading heads. */
export function trainingSetOf(examples: readonly Example[]): TrainingSet {
  return {
    features: featuresOf(examples),
    targets: targetsOf(examples),
    weights: Float32Array.from(examples, ({ weight }) => weight),
  }
}

/** What is known of each example: [example × outputs + output], NaN where nothing is. */
export function targetsOf(examples: readonly Example[]): Float32Array {
  const targets = new Float32Array(examples.length * OUTPUTS).fill(Number.NaN)
  for (const [at, example] of examples.entries()) fillTargets(targets, at * OUTPUTS, example)
  return targets
}

export function featuresOf(examples: readonly Example[]): FeatureTable {
  return tableOfFeatures(examples.length, (at, bag) => {
    const { text, lang } = examples[at] as Example
    addReadingFeatures(bag, text, lang)
  })
}

function fillTargets(targets: Float32Array, base: number, example: Example): void {
  const choose = (head: string, labels: readonly string[], label: string | undefined) => {
    if (label === undefined) return
    const from = base + (OFFSETS.get(head) as number)
    for (const [at, one] of labels.entries()) targets[from + at] = one === label ? 1 : 0
  }
  const answer = (head: string, value: number | boolean | undefined) => {
    if (value !== undefined) targets[base + (OFFSETS.get(head) as number)] = Number(value)
  }
  choose('sentiment', SENTIMENTS, example.sentiment)
  choose('stage', STAGES_OR_NONE, example.stage)
  choose('stance', STANCES, stanceOf(example))
  for (const intent of INTENTS) {
    answer(intent, example.intents?.has(intent) ?? example.answers?.[intent])
  }
  answer('toxicity', example.isToxic)
  answer('score', example.score ?? plainScore(example))
}

function plainScore({ sentiment }: Example): number | undefined {
  return sentiment && (SENTIMENTS.indexOf(sentiment) - 1) * PLAIN_SCORE
}
