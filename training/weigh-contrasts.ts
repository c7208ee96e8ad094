/**
 * How much contrasts should count: for each weight, what is read of industries left out and of contrasts
 * left out, by weights that had seen neither. A choice made by these has not looked at any minimal pair.
 *   node training/weigh-contrasts.ts 0 0.5 1 2
 */
import {
  CONTRASTS,
  type ContrastFigures,
  contrastExamples,
  judgeLeftOut,
  readContrasts,
  splitContrasts,
} from './contrasts.ts'
import { readSeedCorpus } from './examples.ts'
import { figuresBy } from './figures.ts'
import { scoreUnseen } from './folds.ts'
import { readDavidson, readRated } from './given-sets.ts'
import { weighUnseen } from './joint.ts'
import { trainingSetOf } from './targets.ts'
import { turnUnseen } from './turns.ts'

const SEED = 1
const weights = process.argv.slice(2).map(Number)
const contrasts = ['en', 'ja'].flatMap(readContrasts)
const examples = [
  ...readSeedCorpus(),
  ...readRated(),
  ...readDavidson(),
  ...contrastExamples(contrasts, 1),
]
const set = trainingSetOf(examples)
for (const weight of weights) {
  const weighed = set.weights.map((one, at) => (examples[at]?.source === CONTRASTS ? weight : one))
  const alone = scoreUnseen(examples, { ...set, weights: weighed }, SEED, console.error)
  const { posts } = splitContrasts(alone)
  const read = splitContrasts(turnUnseen(weighUnseen(alone, posts)))
  console.log(`\nweight ${weight}`)
  printContrasts(judgeLeftOut(contrasts, read.contrasts, read.posts))
  for (const { group, choices, binary } of figuresBy(read.posts, ({ lang }) => lang)) {
    const scores = [
      ...Object.entries(choices).map(([part, { macroF1 }]) => `${part} ${macroF1.toFixed(1)}`),
      ...Object.entries(binary).map(([part, { f1 }]) => `${part} ${f1.toFixed(1)}`),
    ]
    console.log(`${group}, industries left out: ${scores.join(', ')}`)
  }
}

function printContrasts(figures: readonly ContrastFigures[]): void {
  for (const [lang, group] of Map.groupBy(figures, (one) => one.lang)) {
    const right = group.reduce((sum, one) => sum + one.right, 0)
    const all = group.reduce((sum, one) => sum + one.of, 0)
    const parts = group.map((one) => `${one.phenomenon} ${one.right}/${one.of}`)
    const share = ((100 * right) / all).toFixed(1)
    console.log(`${lang}, contrasts left out: ${share} % of ${all} (${parts.join(', ')})`)
  }
}
