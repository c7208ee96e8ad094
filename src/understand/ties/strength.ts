import type { TieKind } from '#vocabulary/index.ts'

/**
 * What one act is worth: an answer is a word said to somebody; a share stands for them before others;
 * a mention names them; a like costs a finger; a follow is an ear lent for long, done once.
 */
export const TIE_WEIGHTS: Readonly<Record<TieKind, number>> = {
  answers: 1,
  shares: 0.8,
  mentions: 0.5,
  follows: 0.5,
  likes: 0.2,
}

/** After so many days an act counts half. */
export const TIE_HALF_LIFE_DAYS = 90
