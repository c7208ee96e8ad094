import type { Answer } from '../../api.ts'

export type Overview = Answer<'GET /overview'>
export type Voices = Answer<'GET /overview/voices'>

/** The share of negative posts; null where there is no post to have a share of. */
export function negativeShare(
  counts: Omit<Overview['total'], 'byIntent' | 'toxic'>,
): number | null {
  return counts.posts === 0 ? null : counts.bySentiment.negative / counts.posts
}
