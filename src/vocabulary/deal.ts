/** Where a deal stands, beside its stage. */
export const DEAL_STATES = ['open', 'won', 'lost'] as const
export type DealState = (typeof DEAL_STATES)[number]

/** Why a deal was lost. */
export const LOST_REASONS = [
  'price',
  'budget',
  'competitor',
  'fit',
  'timing',
  'no-need',
  'no-decision',
  'no-answer',
  'other',
] as const
export type LostReason = (typeof LOST_REASONS)[number]

/** What somebody is in a deal. */
export const DEAL_ROLES = [
  'decision-maker',
  'champion',
  'influencer',
  'user',
  'technical',
  'purchasing',
  'sceptic',
  'other',
] as const
export type DealRole = (typeof DEAL_ROLES)[number]

/** How we met somebody outside the net. */
export const CONTACT_KINDS = [
  'phone',
  'visit',
  'meeting',
  'shop',
  'exhibition',
  'mail',
  'other',
] as const
export type ContactKind = (typeof CONTACT_KINDS)[number]

/** What a task or a note may be about. */
export const SUBJECT_KINDS = ['person', 'organisation', 'deal'] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]
