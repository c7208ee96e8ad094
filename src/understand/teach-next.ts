import {
  type JudgingQueue,
  READING_PARTS,
  type ReadingPart,
  type TeachingReason,
} from '#vocabulary/index.ts'
import { AUDITS_MIN, type LabelFigures } from './quality-figures.ts'

/** Something that is worth teaching, and in which queue. */
export interface Lesson {
  reason: TeachingReason
  queue: JudgingQueue
  part: ReadingPart
  label: string | null
  lang: string | null
  /** Audits that are missing; wrong, corrected or open posts. */
  posts: number
}

/** Counts by part. */
export type PartCounts = { [Part in ReadingPart]?: number }

/** A share of right answers below this is worth work. */
const SHARE_LOW = 0.7
const CORRECTED_MIN = 3
/** Of the posts looked at, an open part is worth work from this share on. */
const OPEN_SHARE = 0.1
const LESSONS_PER_REASON = 3

/**
 * What teaching would help most: what audits show to be wrong, what members keep correcting, what the
 * reader leaves open, and for what there are too few audits to say. `looked`: posts among which `open`
 * counts.
 */
export function teachNext(
  figures: readonly LabelFigures[],
  corrected: PartCounts,
  open: PartCounts,
  looked: number,
): Lesson[] {
  return [
    ...most(oftenWrong(figures)),
    ...most(countsOf('often-corrected', corrected, CORRECTED_MIN)),
    ...most(countsOf('often-open', open, Math.max(1, looked * OPEN_SHARE))),
    ...most(tooFewAudited(figures)).sort((a, b) => a.posts - b.posts),
  ]
}

function most(lessons: Lesson[]): Lesson[] {
  return lessons.sort((a, b) => b.posts - a.posts).slice(0, LESSONS_PER_REASON)
}

function oftenWrong(figures: readonly LabelFigures[]): Lesson[] {
  return figures.flatMap(({ part, label, lang, precision, recall, said, held, right }) => {
    const isLow = (share: { value: number } | null) => share !== null && share.value < SHARE_LOW
    if (lang === 'all' || !(isLow(precision) || isLow(recall))) return []
    const posts = Math.max(isLow(precision) ? said - right : 0, isLow(recall) ? held - right : 0)
    return [{ reason: 'often-wrong', queue: 'learning', part, label, lang, posts }]
  })
}

function countsOf(
  reason: 'often-corrected' | 'often-open',
  counts: PartCounts,
  postsMin: number,
): Lesson[] {
  return READING_PARTS.flatMap((part) => {
    const posts = counts[part] ?? 0
    if (posts < postsMin) return []
    return [{ reason, queue: 'learning', part, label: null, lang: null, posts }]
  })
}

/** Every second audit counts in a figure; the others choose between models. */
const AUDITS_A_FIGURE = 2

/** Labels of feeling and stage, which every post has; of rare intents there will be few for long. */
function tooFewAudited(figures: readonly LabelFigures[]): Lesson[] {
  return figures.flatMap(({ part, label, lang, held }) => {
    const isAsked = (part === 'sentiment' || part === 'stage') && lang !== 'all'
    if (!isAsked || held >= AUDITS_MIN) return []
    const posts = AUDITS_A_FIGURE * (AUDITS_MIN - held)
    return [{ reason: 'too-few-audited', queue: 'audit', part, label, lang, posts }]
  })
}
