import {
  createFeatureMaker,
  FeatureBag,
  type FeatureTable,
  fillFromTable,
  foldText,
  type Head,
  scoreFeatures,
  tableOfFeatures,
  trainHeads,
} from '#language/index.ts'
import { seededChance } from '#vocabulary/index.ts'

/** A text of a given set with its one label. */
export interface LabelledText {
  text: string
  label: string
}

/** What a model of one head says of a text, and by how much its best label leads zero. */
export interface LabelSaid {
  label: string
  margin: number
}

const addFeatures = createFeatureMaker()

/**
 * Trains the engine's linear heads on one set of labels, with the features that need no dictionary, and
 * labels other texts: how the engine is measured on published tasks.
 */
export function learnLabels(
  train: readonly LabelledText[],
  { cost = 4, positiveCost = 1, epochsMax = 20, seed = 1 } = {},
): (texts: readonly string[]) => LabelSaid[] {
  const labels = [...new Set(train.map(({ label }) => label))].sort()
  const head: Head = { name: 'label', kind: 'softmax', labels }
  const targets = new Float32Array(train.length * labels.length)
  for (const [at, { label }] of train.entries())
    targets[at * labels.length + labels.indexOf(label)] = 1
  const features = tableOf(train.map(({ text }) => text))
  const weights = new Float32Array(train.length).fill(1)
  const random = seededChance(seed, 'order')
  const model = trainHeads(
    [head],
    { features, targets, weights },
    {
      cost,
      positiveCost: { label: positiveCost },
      epochsMax,
      random,
    },
  )
  return (texts) => {
    const table = tableOf(texts)
    const bag = new FeatureBag()
    const margins = new Float64Array(labels.length)
    return texts.map((_, at) => {
      bag.clear()
      fillFromTable(bag, table, at)
      scoreFeatures(model, bag, margins)
      const margin = Math.max(...margins)
      return { label: labels[margins.indexOf(margin)] as string, margin }
    })
  }
}

function tableOf(texts: readonly string[]): FeatureTable {
  return tableOfFeatures(texts.length, (at, bag) => {
    addFeatures(bag, foldText(texts[at] as string), [])
    bag.normalise()
  })
}
