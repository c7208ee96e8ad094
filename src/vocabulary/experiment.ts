/** Where an experiment with our own engagement stands. */
export const EXPERIMENT_STATES = [
  'draft',
  'submitted',
  'approved',
  'running',
  'ended',
  'withdrawn',
] as const
export type ExperimentState = (typeof EXPERIMENT_STATES)[number]

/** What may be asked of an experiment by any member; approval is a manager's alone. */
export const EXPERIMENT_STEPS = ['submit', 'start', 'end', 'withdraw'] as const
export type ExperimentStep = (typeof EXPERIMENT_STEPS)[number]

/** From which states each step leads where. */
export const STEPS_OF_EXPERIMENTS: Readonly<
  Record<ExperimentStep, { from: readonly ExperimentState[]; to: ExperimentState }>
> = {
  submit: { from: ['draft'], to: 'submitted' },
  start: { from: ['approved'], to: 'running' },
  end: { from: ['running'], to: 'ended' },
  withdraw: { from: ['draft', 'submitted', 'approved', 'running'], to: 'withdrawn' },
}

/** With whom we engage as usual, and whom we leave alone to see what happens without us. */
export const ARMS = ['engage', 'hold-out'] as const
export type Arm = (typeof ARMS)[number]

/**
 * How we know that we engaged somebody: somebody told so, a task of a plan was finished, a contact was
 * written down, or an account of ours answered or mentioned them in public.
 */
export const ENGAGED_BY = ['told', 'task', 'contact', 'answer'] as const
export type EngagedBy = (typeof ENGAGED_BY)[number]

/** The share of people that may be held out: fewer say nothing, more cost too much. */
export const HOLDOUT_SHARE = { min: 0.05, max: 0.1 } as const

/**
 * Why somebody is engaged whatever the draw says, the weightiest first: what they said must be
 * answered, or they stand outside of the experiment.
 */
export const ALWAYS_REASONS = [
  'crisis',
  'addressed',
  'complaint',
  'support',
  'question',
  'leaving',
  'colleague',
  'no-account',
  'other-channel',
  'no-experiment',
] as const
export type AlwaysReason = (typeof ALWAYS_REASONS)[number]

/** The reasons that somebody who reads a post may give. */
export const SAID_REASONS = [
  'crisis',
  'addressed',
  'complaint',
  'support',
  'question',
  'leaving',
] as const satisfies readonly AlwaysReason[]
export type SaidReason = (typeof SAID_REASONS)[number]

/** What to do about one person. `never`: they are not to be contacted, by any arm. */
export type Assignment =
  | { decision: 'engage' | 'hold-out' }
  | { decision: 'always'; reason: AlwaysReason }
  | { decision: 'never'; reason: 'do-not-contact' }
