/** How the hearing of one record ends. The set is closed: every record read ends in exactly one. */
export const ENDINGS = ['new', 'duplicate', 'updated', 'deleted', 'refused'] as const
export type EndingKind = (typeof ENDINGS)[number]

/** Why a record was refused. Each has words in both languages in `refusal-words.ts`. */
export const REFUSAL_REASONS = [
  'not-json',
  'not-an-object',
  'not-text',
  'not-xml',
  'not-a-feed',
  'not-a-mail',
  'line-too-long',
  'too-large',
  'missing-field',
  'bad-field',
  'bad-date',
  'not-an-activity',
  'nothing-to-delete',
  'erased',
  'use-stopped',
  'unknown-stage',
  'unknown-pipeline',
  'several-people',
  'not-a-number',
  'not-yes-no',
  'not-a-choice',
  'not-an-address',
  'unknown-owner',
  'date-to-come',
  'end-before-start',
  'date-without-relation',
  'too-many-tags',
] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]

export interface Refusal {
  reason: RefusalReason
  /** Path of the field at fault, as the input names it: `account.url`, column `日付`. */
  field?: string
  /** The offending value or the parser's words, cut to a readable length. */
  detail?: string
}

export type Ending =
  | { kind: 'new' | 'duplicate' | 'updated' | 'deleted'; activityId: string | null }
  | { kind: 'refused'; refusal: Refusal }

/** The tally of an import; `read` is the sum of the rest. */
export interface Tally {
  read: number
  new: number
  duplicate: number
  updated: number
  deleted: number
  refused: number
}

export function emptyTally(): Tally {
  return { read: 0, new: 0, duplicate: 0, updated: 0, deleted: 0, refused: 0 }
}

/** Counts one ending into the tally, in place. */
export function countEnding(tally: Tally, kind: EndingKind): void {
  tally.read += 1
  tally[kind] += 1
}
