import type { Sentiment, StageOrNone, Stance } from '#vocabulary/index.ts'
import { nameWithVotes } from '../model-delta.ts'
import { type ReadingColumns, scoreFor } from '../reading-columns.ts'
import type { StandingVotes } from './standing-votes.ts'

/**
 * A reader's reading with votes in the parts that it left open, and in no other. They are open no
 * longer; how sure the reader was stays as it was, since a vote does not say how sure it is.
 */
export function votedColumns(
  said: ReadingColumns,
  votes: StandingVotes | undefined,
): ReadingColumns {
  const filled = said.unsure.filter((part) => votes?.labels[part] !== undefined)
  if (votes === undefined || filled.length === 0) return said
  const columns: ReadingColumns = { ...said, model: nameWithVotes(said.model, votes.model) }
  for (const part of filled) {
    const value = votes.labels[part]
    if (part === 'sentiment') {
      columns.sentiment = value as Sentiment
      columns.sentiment_score = scoreFor(columns.sentiment, said.sentiment_score)
    } else if (part === 'stage') columns.stage = value as StageOrNone
    else if (part === 'stance') columns.stance = value as Stance
    else columns[part === 'toxicity' ? 'toxic' : part] = value === 'yes'
  }
  columns.unsure = said.unsure.filter((part) => !filled.includes(part))
  return columns
}
