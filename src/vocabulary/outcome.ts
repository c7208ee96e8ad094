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

export interface IncomingOutcome {
  type: OutcomeType
  /** In the currency's minor unit (yen, cents). */
  valueMinor?: number
  /** ISO 4217. */
  currency?: string
  /** What was bought, as the source names it. */
  about?: string
}
