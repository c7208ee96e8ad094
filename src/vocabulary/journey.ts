import { STAGES, STAGES_OR_NONE, type Stage, type StageOrNone } from './reading.ts'

/** Stages at which a turn from for to against, or back, is a move of its own. */
const TURNING: readonly Stage[] = ['recommendation', 'satisfaction']

/** Whether somebody at this stage is for or against it: after buying, and in what they tell others. */
export function hasSides(stage: Stage): boolean {
  return TURNING.includes(stage)
}

/** A kind of move, as the API names it: `none-discovery` for the first, `discovery-evaluation`. */
export type MoveKind = `${StageOrNone}-${Stage}`

/** Every kind that there is; one that stays at its stage is a turn from for to against, or back. */
export const MOVE_KINDS: readonly MoveKind[] = STAGES_OR_NONE.flatMap((from) =>
  STAGES.filter((to) => to !== from || hasSides(to)).map((to) => `${from}-${to}` as const),
)

/** The stages of a kind of move. */
export function stagesOfMove(kind: MoveKind): { from: StageOrNone; to: Stage } {
  const [from, to] = kind.split('-') as [StageOrNone, Stage]
  return { from, to }
}

/** How a stay at a stage ends: at the next stage, by leaving us, or in silence; or it goes on. */
export const STAY_ENDINGS = [...STAGES, 'churn', 'silence', 'ongoing'] as const
export type StayEnding = (typeof STAY_ENDINGS)[number]

/** What may reach somebody before a move, as the log shows it. */
export const REACHED_BY = [
  'answer',
  'mention',
  'share',
  'like',
  'thread',
  'followed',
  'opened',
] as const
export type ReachedBy = (typeof REACHED_BY)[number]
