import { FeatureBag, fillFromTable, scoreFeatures, trainHeads } from '#language/index.ts'
import { READING_HEADS } from '#understand/reading-heads.ts'
import type { Example } from './examples.ts'
import { trainingOptions } from './folds.ts'
import { featuresOf, OFFSETS, OUTPUTS, trainingSetOf } from './targets.ts'

const SCORE = OFFSETS.get('score') as number

/** Trains the head of the score alone, and answers what it says of other examples. */
export function trainRated(examples: readonly Example[]): (others: readonly Example[]) => number[] {
  const set = trainingSetOf(examples)
  const targets = set.targets.map((target, at) => (at % OUTPUTS === SCORE ? target : Number.NaN))
  const model = trainHeads(READING_HEADS, { ...set, targets }, trainingOptions(1))
  return (others) => {
    const features = featuresOf(others)
    const bag = new FeatureBag()
    const margins = new Float64Array(OUTPUTS)
    return others.map((_, at) => {
      bag.clear()
      fillFromTable(bag, features, at)
      scoreFeatures(model, bag, margins)
      return margins[SCORE] as number
    })
  }
}
