import { hashOf } from '#language/index.ts'

/** What an audit is for: to choose between models, or to say how well the one that reads does. */
export type AuditSlice = 'selecting' | 'reporting'

/**
 * The slice of an audited post, by its id alone: half of them choose between models, and the figures
 * come from the other half. What chose a model flatters it, so no audit does both. Audits are drawn
 * with the same chance whatever their id, so either slice is as random as all of them.
 */
export function sliceOf(activityId: string): AuditSlice {
  return ((hashOf(activityId) >>> 16) & 1) === 0 ? 'selecting' : 'reporting'
}
