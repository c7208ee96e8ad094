import {
  createKnownUnits,
  createLinearModel,
  FeatureBag,
  fitSigmoid,
  fitSoftmax,
  foldText,
  headOffsets,
  type LinearModel,
  learnUnits,
  quantise,
  scoreFeatures,
} from '#language/index.ts'
import { INTENTS, READING_PARTS, seededChance } from '#vocabulary/index.ts'
import { labelIn, labelsOf, truthOf } from '../judgement.ts'
import { learnDelta } from '../learn-delta.ts'
import { applyDelta } from '../model-delta.ts'
import type { ReaderModel } from '../reader-model.ts'
import { addReadingFeatures } from '../reading-features.ts'
import { READING_HEADS } from '../reading-heads.ts'
import { type InventedPost, inventPosts } from './invented-posts.ts'

const kept = new Map<string, ReaderModel>()

/** How many posts each base has learnt from: a later one reads better. */
const POSTS = { 'small-0': 24, 'small-1': 600 }

/**
 * A base of the test's own: trained on invented posts in common words, calibrated on others, a byte a
 * weight as the real one.
 */
export function smallBase(name: keyof typeof POSTS = 'small-1'): ReaderModel {
  const base = kept.get(name) ?? trainSmallBase(name, POSTS[name])
  kept.set(name, base)
  return base
}

function trainSmallBase(name: string, count: number): ReaderModel {
  const chance = seededChance(1, 'small base')
  const posts = inventPosts(count, chance, 0)
  const empty = modelOf(name, createLinearModel(READING_HEADS))
  const judged = posts.map(({ text, lang, truth }) => {
    return { text, lang, truth: truthOf(truth), weight: 1 }
  })
  const learnt = applyDelta(empty, learnDelta(empty, judged, chance), 0)
  const model = modelOf(name, quantise(learnt.heads))
  for (const { text } of posts) learnUnits(model.known, foldText(text))
  return calibrate(model, inventPosts(300, chance, 0))
}

const SOFTMAX = ['sentiment', 'stage', 'stance'] as const
const BINARY = [...INTENTS, 'toxicity'] as const

function modelOf(name: string, heads: LinearModel): ReaderModel {
  const plain = (labels: readonly string[]) => ({ temperature: 1, offsets: labels.map(() => 0) })
  const each = <Part extends string, T>(parts: readonly Part[], of: (part: Part) => T) =>
    Object.fromEntries(parts.map((part) => [part, of(part)])) as Record<Part, T>
  return {
    name,
    heads,
    softmax: each(SOFTMAX, (part) => plain(labelsOf(part))),
    sigmoid: each(BINARY, () => ({ slope: 1, offset: 0 })),
    holdsFrom: each(BINARY, () => 0.5),
    opensBelow: each([...BINARY, 'sentiment', 'stage'], () => 0.6),
    known: createKnownUnits(),
    novelty: { usual: 0.5, strange: 2 },
  }
}

function calibrate(model: ReaderModel, posts: readonly InventedPost[]): ReaderModel {
  const offsets = headOffsets(READING_HEADS)
  const bag = new FeatureBag()
  const rows = posts.map(({ text, lang }) => {
    const row = new Float64Array(model.heads.outputs)
    bag.clear()
    addReadingFeatures(bag, text, lang)
    scoreFeatures(model.heads, bag, row)
    return row
  })
  const fitted = { ...model, softmax: { ...model.softmax }, sigmoid: { ...model.sigmoid } }
  for (const part of READING_PARTS) {
    const from = offsets.get(part) as number
    const truth = posts.map((post) => labelsOf(part).indexOf(labelIn(post.truth, part)))
    if (part === 'sentiment' || part === 'stage' || part === 'stance') {
      const count = labelsOf(part).length
      const margins = rows.map((row) => row.slice(from, from + count))
      fitted.softmax[part] = fitSoftmax(margins, truth, count)
    } else if (truth.includes(1)) {
      fitted.sigmoid[part] = fitSigmoid(
        rows.map((row) => row[from] as number),
        truth,
      )
    }
  }
  return fitted
}
