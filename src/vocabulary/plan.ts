/** What engaging people may be meant to bring about: nobody is engaged so that others leave. */
export const PLAN_OUTCOMES = [
  'stage:discovery',
  'stage:evaluation',
  'stage:recommendation',
  'stage:satisfaction',
  'sign-up',
  'purchase',
  'renewal',
  'referral',
  'case-solved',
] as const
export type PlanOutcome = (typeof PLAN_OUTCOMES)[number]

/** Whether people moved count alike, or by what moving them is worth. */
export const PLAN_GOALS = ['count', 'value'] as const
export type PlanGoal = (typeof PLAN_GOALS)[number]

export const PLAN_STATES = ['computing', 'ready', 'insufficient'] as const
export type PlanState = (typeof PLAN_STATES)[number]

/**
 * Why there is nothing to choose from: influence was never measured here; too little was there to measure;
 * nothing said was found to move anybody to this; nobody reached anybody lately; everybody was left
 * out; no outcome has a value.
 */
export const PLAN_LACKS = [
  'no-run',
  'run-insufficient',
  'no-effect',
  'no-touches',
  'nobody-left',
  'no-value',
] as const
export type PlanLack = (typeof PLAN_LACKS)[number]

/** Why somebody is not among those to choose from, the first that holds. */
export const LEFT_OUT_REASONS = [
  'not-a-person',
  'colleague',
  'competitor',
  'do-not-contact',
  'no-way',
  'no-consent',
  'contacted-lately',
  'contacted-often',
  'already-asked',
  'too-dear',
] as const
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number]

/** By what somebody can be answered. */
export const PLAN_WAYS = ['message', 'mail'] as const
export type PlanWay = (typeof PLAN_WAYS)[number]

/** What became of one of the chosen when tasks were made. */
export const PLAN_DECISIONS = ['task', 'held-out', 'not-to-be-contacted'] as const
export type PlanDecision = (typeof PLAN_DECISIONS)[number]

/** Usual rankings that a plan is held against. */
export const PLAN_COMPARATORS = ['followers', 'page-rank', 'credit'] as const
export type PlanComparator = (typeof PLAN_COMPARATORS)[number]
