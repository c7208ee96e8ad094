import {
  FeatureBag,
  type FeatureTable,
  fillFromTable,
  foldText,
  headOffsets,
  scoreFeatures,
  tableOfFeatures,
  trainHeads,
} from '#language/index.ts'
import { READING_PARTS, type ReadingPart } from '#vocabulary/index.ts'
import { decisionShifts } from './decision-shifts.ts'
import { labelsOf, type Truth } from './judgement.ts'
import { deltaOf, type ModelDelta } from './model-delta.ts'
import type { ReaderModel } from './reader-model.ts'
import { addReadingFeatures } from './reading-features.ts'
import { findTurns } from './turns/all.ts'
import { pushesOf, pushMargins } from './turns/turn.ts'
import { weighTogether } from './weigh-together.ts'

/** A post with what people, or a model that is sure of itself, say of it. */
export interface JudgedPost {
  /** Title and text joined by a line break. */
  text: string
  lang: string
  truth: Truth
  /** 1 for what a person said. */
  weight: number
}

/** How closely the judged posts are followed against staying with the base; by the learning curve. */
const COST = 1
const EPOCHS_MAX = 30

/**
 * What judged posts teach beyond a base: the smallest change of its weights under which it says of
 * them what was said (squared hinge, L2 towards the base). Time: posts × features × outputs × 30. The
 * same posts in the same order and the same random numbers (0..1) give the same delta.
 */
export function learnDelta(
  base: ReaderModel,
  posts: readonly JudgedPost[],
  random: () => number,
  cost = COST,
): ModelDelta {
  const features = tableOfFeatures(posts.length, (at, bag) => {
    const { text, lang } = posts[at] as JudgedPost
    addReadingFeatures(bag, text, lang)
  })
  const set = {
    features,
    targets: targetsOf(base, posts),
    weights: Float32Array.from(posts, ({ weight }) => weight),
    baseMargins: marginsOf(base, features, posts),
  }
  const learnt = trainHeads(base.heads.heads, set, { cost, epochsMax: EPOCHS_MAX, random })
  return deltaOf(base.name, learnt)
}

function targetsOf({ heads }: ReaderModel, posts: readonly JudgedPost[]): Float32Array {
  const targets = new Float32Array(posts.length * heads.outputs).fill(Number.NaN)
  const offsets = headOffsets(heads.heads)
  for (const [at, { truth }] of posts.entries()) {
    for (const part of READING_PARTS) {
      const said = truth[part]
      const offset = offsets.get(part)
      if (said === undefined || offset === undefined) continue
      const from = at * heads.outputs + offset
      for (const [label, isSaid] of answersOf(part, said).entries()) targets[from + label] = isSaid
    }
  }
  return targets
}

/** One answer an output of the part's head. */
function answersOf(part: ReadingPart, said: string): number[] {
  const labels = labelsOf(part)
  if (labels.includes('yes')) return [said === 'yes' ? 1 : 0]
  return labels.map((label) => (label === said ? 1 : 0))
}

/**
 * What the base says of each post, measured from where it decides: thresholds of its own and what it
 * knows of how common labels are lie beside its margins.
 */
function marginsOf(
  base: ReaderModel,
  features: FeatureTable,
  posts: readonly JudgedPost[],
): Float32Array {
  const { heads } = base
  const shifts = decisionShifts(base)
  const margins = new Float32Array(posts.length * heads.outputs)
  const bag = new FeatureBag()
  const row = new Float64Array(heads.outputs)
  for (const [post, { text, lang }] of posts.entries()) {
    bag.clear()
    fillFromTable(bag, features, post)
    scoreFeatures(heads, bag, row)
    if (base.joint !== undefined) weighTogether(base.joint, row, lang)
    pushMargins(row, pushesOf(findTurns(foldText(text), lang)))
    for (let output = 0; output < heads.outputs; output++) {
      margins[post * heads.outputs + output] = (row[output] as number) + (shifts[output] as number)
    }
  }
  return margins
}
