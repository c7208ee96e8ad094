/** Where a correction was made: on a post, or while answering one of the queues. */
export const CORRECTION_ORIGINS = ['page', 'audit', 'learning'] as const
export type CorrectionOrigin = (typeof CORRECTION_ORIGINS)[number]

/** Posts to judge: drawn blindly for the figures, or for what a model would learn most from. */
export const JUDGING_QUEUES = ['audit', 'learning'] as const
export type JudgingQueue = (typeof JUDGING_QUEUES)[number]

export const MODEL_STATES = ['candidate', 'running', 'retired', 'refused'] as const
export type ModelState = (typeof MODEL_STATES)[number]

/** Why a model stands where it stands. */
export const MODEL_REASONS = [
  /** It did better on the reserved audits, so it was promoted. */
  'better',
  /** It did no better in the mean. */
  'not-better',
  /** Better in the mean, and worse on a part by more than is let pass. */
  'worse-on-a-part',
  /** Better in the mean than the running one, and worse than the base. */
  'worse-than-base',
  /** Better in the mean, by so few posts that chance does as much. */
  'may-be-chance',
  /** Too few audits to tell. */
  'too-few-audits',
  /** A member chose it, or another in its place. */
  'chosen',
  /** It learnt on top of a base that a newer version replaced. */
  'base-replaced',
  /** It had learnt from somebody who was erased since. */
  'unlearnt',
] as const
export type ModelReason = (typeof MODEL_REASONS)[number]

/** Why something is worth teaching next. */
export const TEACHING_REASONS = [
  'too-few-audited',
  'often-wrong',
  'often-corrected',
  'often-open',
] as const
export type TeachingReason = (typeof TEACHING_REASONS)[number]
