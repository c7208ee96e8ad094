import {
  type Judgement,
  type ModelReason,
  READING_PARTS,
  type ReadingPart,
} from '#vocabulary/index.ts'
import { labelIn, labelsOf } from './judgement.ts'
import { signTest } from './sign-test.ts'

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
  /** Audits that were compared. */
  audits: number
  /** Of those, posts of which the new model reads more parts right than the running one, and fewer. */
  better: number
  worse: number
  reason: Extract<
    ModelReason,
    | 'better'
    | 'not-better'
    | 'worse-on-a-part'
    | 'worse-than-base'
    | 'may-be-chance'
    | 'too-few-audits'
  >
}

/** An audited post: what a person says of it, what the base says, the running model, and a new one. */
export interface ComparedPost {
  truth: Judgement
  base: Judgement
  before: Judgement
  after: Judgement
}

/** With fewer posts a part's score hangs on single posts. */
export const COMPARED_MIN = 40
/** A label with fewer posts in truth is not counted; of a yes as many are needed again. */
const LABEL_MIN = 5
const YES_MIN = 10
/** A part may lose so much, and more where chance does it more often than this. */
const LOSS_MAX = 0.02
const LOSS_CHANCE_MAX = 0.2
/** Chance alone may look like this much of an improvement once in twenty comparisons. */
const CHANCE_MAX = 0.05

/**
 * Whether a new model reads better than the running one, on posts that neither learnt from: its mean
 * of the parts' scores has to be higher, and not lower than the base's; no part may lose more than two
 * points, unless on as few posts as chance does once in five; and of the posts that both read differently so many must be read better that chance alone
 * does it in less than one of twenty comparisons (sign test over posts: parts of one post hang together).
 */
export function compareModels(posts: readonly ComparedPost[]): Comparison {
  const scores =
    posts.length < COMPARED_MIN ? [] : READING_PARTS.flatMap((part) => scorePart(part, posts))
  const counts = { audits: posts.length, ...countChanged(posts) }
  if (scores.length === 0) return { scores, mean: null, ...counts, reason: 'too-few-audits' }
  const before = meanOf(scores.map((score) => score.before))
  const after = meanOf(scores.map((score) => score.after))
  const base = meanOf(scores.map(({ part }) => scoreOf(part, posts, 'base')))
  const isLosing = scores.some((score) => loses(score, posts))
  const reason = decide({ before, after, base }, isLosing, counts)
  return { scores, mean: { before, after }, ...counts, reason }
}

function decide(
  mean: { before: number; after: number; base: number },
  isLosing: boolean,
  { better, worse }: { better: number; worse: number },
): Comparison['reason'] {
  if (mean.after <= mean.before) return 'not-better'
  if (isLosing) return 'worse-on-a-part'
  if (mean.after < mean.base) return 'worse-than-base'
  return signTest(better, worse) <= CHANCE_MAX ? 'better' : 'may-be-chance'
}

function loses({ part, before, after }: PartScore, posts: readonly ComparedPost[]): boolean {
  if (after >= before - LOSS_MAX) return false
  const { better, worse } = countChanged(posts, [part])
  return signTest(worse, better) <= LOSS_CHANCE_MAX
}

/** Posts of which more of these parts are read right than before, and fewer. */
function countChanged(
  posts: readonly ComparedPost[],
  parts: readonly ReadingPart[] = READING_PARTS,
): { better: number; worse: number } {
  const gains = posts.map(
    ({ truth, before, after }) =>
      partsRight(truth, after, parts) - partsRight(truth, before, parts),
  )
  return {
    better: gains.filter((gain) => gain > 0).length,
    worse: gains.filter((gain) => gain < 0).length,
  }
}

function partsRight(truth: Judgement, said: Judgement, parts: readonly ReadingPart[]): number {
  return parts.filter((part) => labelIn(truth, part) === labelIn(said, part)).length
}

/** Nothing for a part that has too few posts of its labels. */
function scorePart(part: ReadingPart, posts: readonly ComparedPost[]): PartScore[] {
  const truth = posts.map((post) => labelIn(post.truth, part))
  if (countedLabels(part, truth).length === 0) return []
  const [before, after] = [scoreOf(part, posts, 'before'), scoreOf(part, posts, 'after')]
  return [{ part, audits: posts.length, before, after }]
}

/** Macro F1 of a part. */
function scoreOf(
  part: ReadingPart,
  posts: readonly ComparedPost[],
  which: 'base' | 'before' | 'after',
): number {
  const truth = posts.map((post) => labelIn(post.truth, part))
  const said = posts.map((post) => labelIn(post[which], part))
  return meanOf(countedLabels(part, truth).map((label) => f1(label, truth, said)))
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
