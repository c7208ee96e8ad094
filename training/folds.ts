import {
  FeatureBag,
  fillFromTable,
  type LinearModel,
  quantise,
  scoreFeatures,
  type TrainingOptions,
  type TrainingSet,
  trainHeads,
} from '#language/index.ts'
import { READING_HEADS } from '#understand/reading-heads.ts'
import { INTENTS, seededChance } from '#vocabulary/index.ts'
import type { Example } from './examples.ts'
import { OUTPUTS } from './targets.ts'

/** The 15 industries of the seed corpus; its other files are of kinds of text, not of industries. */
export const INDUSTRIES: readonly string[] = [
  'automotive',
  'beauty',
  'dining',
  'education',
  'electronics',
  'entertainment',
  'fashion',
  'finance',
  'grocery',
  'health',
  'home',
  'software',
  'telecom',
  'transport',
  'travel',
]
export const FOLDS = 5

/**
 * The fold in which an industry is the unseen one, three at a time, or a contrast, one in five; -1 for what
 * is always learnt from.
 */
export function foldOf({ source, fold }: Example): number {
  if (fold !== undefined) return fold
  const at = INDUSTRIES.indexOf(source)
  return at < 0 ? -1 : at % FOLDS
}

export function trainingOptions(seed: number): TrainingOptions {
  return {
    cost: 2,
    // A missed yes is dearer than a wrong one: each intent holds for one post in six at most.
    positiveCost: Object.fromEntries([...INTENTS, 'toxicity'].map((name) => [name, 2])),
    // Of the others, mixed stances and insults are too rare for their ratios to say much.
    freeByRatio: new Set(['sentiment', 'stage', ...INTENTS]),
    epochsMax: 15,
    random: seededChance(seed, 'order'),
  }
}

/** A post of the seed corpus with what a model said that had never seen its industry. */
export interface Unseen {
  example: Example
  fold: number
  margins: Float64Array
  /** The same by weights of one byte. */
  quantised: Float64Array
}

/** Trains once a fold without its industries, and scores these: every industry as an unseen one. */
export function scoreUnseen(
  examples: readonly Example[],
  set: TrainingSet,
  seed: number,
  log: (line: string) => void,
): Unseen[] {
  const unseen: Unseen[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = set.weights.map((weight, at) =>
      foldOf(examples[at] as Example) === fold ? 0 : weight,
    )
    const model = trainHeads(READING_HEADS, { ...set, weights }, trainingOptions(seed))
    const small = quantise(model)
    for (const [at, example] of examples.entries()) {
      if (foldOf(example) !== fold) continue
      const margins = marginsOf(model, set, at)
      unseen.push({ example, fold, margins, quantised: marginsOf(small, set, at) })
    }
    log(`fold ${fold + 1} of ${FOLDS}`)
  }
  return unseen
}

const bag = new FeatureBag()

function marginsOf(model: LinearModel, { features }: TrainingSet, text: number): Float64Array {
  bag.clear()
  fillFromTable(bag, features, text)
  const margins = new Float64Array(OUTPUTS)
  scoreFeatures(model, bag, margins)
  return margins
}
