import { type Judgement, READING_PARTS, type ReadingPart } from '#vocabulary/index.ts'
import { labelIn } from '../judgement.ts'
import { AUDITS_MIN } from '../quality-figures.ts'
import { type ShareInterval, shareInterval } from '../share-interval.ts'

/** A vote on a post that was audited afterwards: the vote, what the reader says, what a person said. */
export interface AuditedVote {
  part: ReadingPart
  value: string
  said: Judgement
  truth: Judgement
}

/** How often the votes on one part are right, beside the reader on the same posts. */
export interface VoteFigures {
  part: ReadingPart
  audited: number
  /** Of the votes; null below 50 audits, as is the reader's. */
  precision: ShareInterval | null
  reader: ShareInterval | null
  /** Whether votes on the part have stopped: from 50 audits on, where the reader alone is right more often. */
  isStopped: boolean
}

/** Parts that have audited votes, in the order of parts. */
export function voteFigures(votes: readonly AuditedVote[]): VoteFigures[] {
  return READING_PARTS.flatMap((part) => {
    const own = votes.filter((vote) => vote.part === part)
    return own.length === 0 ? [] : [figuresOf(part, own)]
  })
}

function figuresOf(part: ReadingPart, votes: readonly AuditedVote[]): VoteFigures {
  const audited = votes.length
  const right = votes.filter(({ value, truth }) => value === labelIn(truth, part)).length
  const readerRight = votes.filter(
    ({ said, truth }) => labelIn(said, part) === labelIn(truth, part),
  ).length
  const isEnough = audited >= AUDITS_MIN
  return {
    ...{ part, audited },
    precision: isEnough ? shareInterval(right, audited) : null,
    reader: isEnough ? shareInterval(readerRight, audited) : null,
    isStopped: isEnough && right < readerRight,
  }
}

export function stoppedParts(figures: readonly VoteFigures[]): ReadingPart[] {
  return figures.filter(({ isStopped }) => isStopped).map(({ part }) => part)
}
