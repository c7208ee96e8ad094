/** What a field that a workspace adds may hold. */
export const FIELD_KINDS = [
  'text',
  'number',
  'date',
  'choice',
  'choices',
  'yes-no',
  'url',
  'money',
] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

/**
 * A value of such a field: a number (of money in minor units), a text (a date as YYYY-MM-DD, a
 * choice as its id), yes or no, or ids of several choices.
 */
export type FieldValue = string | number | boolean | string[]

/** The main owner, and who stands in. */
export const OWNER_RANKS = ['main', 'second'] as const
export type OwnerRank = (typeof OWNER_RANKS)[number]

/** Why somebody hands over. */
export const HANDOVER_REASONS = ['transfer', 'leave', 'other'] as const
export type HandoverReason = (typeof HANDOVER_REASONS)[number]
