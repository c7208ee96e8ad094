import type { IncomingHandle } from './activity.ts'

/** What came of it, as the business counts it. */
export const OUTCOME_TYPES = [
  'sign-up',
  'purchase',
  'renewal',
  'referral',
  'churn',
  'case-solved',
] as const
export type OutcomeType = (typeof OUTCOME_TYPES)[number]

/**
 * The account of outcomes that name nobody. They count as what happened and to nobody's name: no figure of
 * influence holds them, and each says how many there are. Whoever it belongs to is no person.
 */
export const NOBODY: IncomingHandle = {
  ...{ platform: 'nobody', externalId: 'nobody', username: 'nobody' },
  ...{ displayName: '(nobody)', kind: 'group' },
}

/** What an outcome may say of where it came from: each is evidence of its own class. */
export const CLAIM_CLASSES = ['coupon', 'referral', 'said', 'click'] as const
export type ClaimClass = (typeof CLAIM_CLASSES)[number]

export const CODE_KINDS = ['coupon', 'referral'] as const
export type CodeKind = (typeof CODE_KINDS)[number]

/** What is kept of the device that followed a link. */
export const AGENT_CLASSES = ['phone', 'tablet', 'desktop', 'other'] as const
export type AgentClass = (typeof AGENT_CLASSES)[number]

/** One thing that an outcome says of where it came from. */
export interface IncomingClaim {
  class: ClaimClass
  /** The code, the click id, the answer to "how did you hear of us?". */
  text: string
  /** Who is meant, where the source says; looked up, never made. */
  by?: IncomingHandle
}

/** What is handed to a target as `enishi_click`, and comes back with an outcome. */
export const CLICK_ID = /^ck_[A-Za-z0-9_-]{20,40}$/

export interface IncomingOutcome {
  type: OutcomeType
  /** In the currency's minor unit (yen, cents). */
  valueMinor?: number
  /** ISO 4217. */
  currency?: string
  /** What was bought, as the source names it. */
  about?: string
  /** Where it says to have come from. What another form of it said stays. */
  claims?: IncomingClaim[]
}
