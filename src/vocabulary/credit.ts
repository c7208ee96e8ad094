import { OUTCOME_TYPES } from './outcome.ts'
import type { STAGES } from './reading.ts'

/** What moves of the journey are called as outcomes; a move whose stance is against is a rejection. */
const STAGE_OUTCOMES = [
  'stage:discovery',
  'stage:evaluation',
  'stage:recommendation',
  'stage:satisfaction',
  'stage:rejection',
] as const

/** Everything whose causes are looked for: moves, what the business counts, and going to a competitor. */
export const INFLUENCE_OUTCOMES = [...STAGE_OUTCOMES, ...OUTCOME_TYPES, 'to-competitor'] as const
export type InfluenceOutcome = (typeof INFLUENCE_OUTCOMES)[number]

/** By what credit is summed. */
export const INFLUENCE_CUTS = ['actor', 'channel', 'community', 'type', 'level', 'opinion'] as const
export type InfluenceCut = (typeof INFLUENCE_CUTS)[number]

/** `calibrated` where an experiment stands behind a figure; all others are `estimated`. */
export const CREDIT_LABELS = ['estimated', 'calibrated'] as const
export type CreditLabel = (typeof CREDIT_LABELS)[number]

/** Why there is nothing to show. */
export const NO_FIGURE_REASONS = [
  'not-measured',
  'insufficient',
  'no-outcomes',
  'no-communities',
] as const
export type NoFigureReason = (typeof NO_FIGURE_REASONS)[number]

/** Why an outcome has no path. */
export const UNCREDITED_REASONS = [
  'no-outcome',
  'no-person',
  'nothing-else-known',
  'not-measured',
  'too-few',
  'not-yet',
  'not-counted',
] as const
export type UncreditedReason = (typeof UNCREDITED_REASONS)[number]

/** What the figures do not prove, whatever they say. */
export const NOT_PROVEN = ['cause', 'prevention', 'unseen'] as const
export type NotProven = (typeof NOT_PROVEN)[number]

/** The outcome type of moves to a stage. */
export function outcomeOfStage(stage: (typeof STAGES)[number]): InfluenceOutcome {
  return `stage:${stage}`
}
