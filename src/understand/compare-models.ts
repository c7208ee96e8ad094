import {
  type Judgement,
  type ModelReason,
  READING_PARTS,
  type ReadingPart,
} from '#vocabulary/index.ts'
import { labelIn, labelsOf } from './judgement.ts'

/** Macro F1 (0..1) of one part, of the model that runs and of one that would. */
export interface PartScore {
  part: ReadingPart
  audits: number
  before: number
  after: number
}

export interface Comparison {
  /** Parts with enough audits. */
  scores: PartScore[]
  mean: { before: number; after: number } | null
  reason: Extract<ModelReason, 'better' | 'not-better' | 'worse-on-a-part' | 'too-few-audits'>
}

/** An audited post: what a person says of it, what the running model says, and a new one. */
export interface ComparedPost {
  truth: Judgement
  before: Judgement
  after: Judgement
}

/** With fewer posts a difference is chance. */
const RESERVED_MIN = 40
/** A label with fewer posts in truth is not counted; of a yes as many are needed again. */
const LABEL_MIN = 5
const YES_MIN = 10
/** A part may lose so much, within what chance does. */
const LOSS_MAX = 0.02

/**
 * Whether a new model reads better than the running one, on posts that neither learnt from: its mean
 * of the parts' scores has to be higher, and no part may lose more than two points.
 */
export function compareModels(posts: readonly ComparedPost[]): Comparison {
  const scores =
    posts.length < RESERVED_MIN ? [] : READING_PARTS.flatMap((part) => scorePart(part, posts))
  if (scores.length === 0) return { scores, mean: null, reason: 'too-few-audits' }
  const before = meanOf(scores.map((score) => score.before))
  const after = meanOf(scores.map((score) => score.after))
  const loses = scores.some((score) => score.after < score.before - LOSS_MAX)
  const isBetter = after > before
  const reason = isBetter ? (loses ? 'worse-on-a-part' : 'better') : 'not-better'
  return { scores, mean: { before, after }, reason }
}

/** Nothing for a part that has too few posts of its labels. */
function scorePart(part: ReadingPart, posts: readonly ComparedPost[]): PartScore[] {
  const truth = posts.map((post) => labelIn(post.truth, part))
  const labels = countedLabels(part, truth)
  if (labels.length === 0) return []
  const score = (which: 'before' | 'after') => {
    const said = posts.map((post) => labelIn(post[which], part))
    return meanOf(labels.map((label) => f1(label, truth, said)))
  }
  return [{ part, audits: posts.length, before: score('before'), after: score('after') }]
}

function countedLabels(part: ReadingPart, truth: readonly string[]): string[] {
  const count = (label: string) => truth.filter((one) => one === label).length
  if (labelsOf(part).includes('yes'))
    return count('yes') >= YES_MIN && count('no') >= YES_MIN ? ['yes'] : []
  const labels = labelsOf(part).filter((label) => count(label) >= LABEL_MIN)
  return labels.length < 2 ? [] : labels
}

function f1(label: string, truth: readonly string[], said: readonly string[]): number {
  let right = 0
  let named = 0
  for (const [at, one] of truth.entries()) {
    if (one === label) named++
    if (said[at] === label) named++
    if (one === label && said[at] === label) right++
  }
  return named === 0 ? 0 : (2 * right) / named
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}
