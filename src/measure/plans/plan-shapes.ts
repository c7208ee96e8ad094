import type {
  LeftOutReason,
  PlanComparator,
  PlanGoal,
  PlanLack,
  PlanOutcome,
  PlanWay,
} from '#vocabulary/index.ts'
import type { Expected } from './choose-plan.ts'

/** Budget and limits of a plan, as they are kept. */
export interface PlanLimitsAsked {
  /** People at most. */
  people: number
  /** What all may cost together; null: only people count. */
  cost: number | null
  /** What engaging somebody costs of whom nothing else is said. */
  usualCost: number
  /** The share of the people who may be of one community; 1: no limit. */
  communityShareMax: number
  /** How far ahead moves are expected. */
  days: number
  /** How far back is looked for who reaches whom. */
  lookbackDays: number
  restDays: number
  perMonthMax: number
}

/** What a plan is asked for. */
export interface PlanAsked {
  topicId: string | null
  outcome: PlanOutcome
  goal: PlanGoal
  limits: PlanLimitsAsked
  /** By root; of whom is not named the usual. */
  costs: ReadonlyMap<string, number>
}

/** A reason as it is kept: communities by id, stages by name. */
export type KeptReason =
  | {
      kind: 'moves'
      people: number
      expected: number
      communityId: string | null
      stage: string | null
    }
  | { kind: 'bridges'; communityIds: [string, string]; shares: [number, number] }
  | { kind: 'outcomes'; outcomes: number; credit: number }
  | { kind: 'pushes'; times: number }
  | { kind: 'not-contacted'; days: number | null }

/** One of the chosen, as kept. */
export interface KeptChosen {
  handleId: string
  way: PlanWay
  cost: number
  alone: number
  added: number
  communityId: string | null
  reasons: KeptReason[]
}

/** Figures of a plan: counts and sums, nobody named. */
export interface PlanFigures {
  expected: Expected
  /** Moves that are to be expected of the same people without any engagement. */
  anyway: number
  /** Null where people count alike; the mean is of one person moved, in the minor unit. */
  value: { currency: string; mean: number } | null
  guarantee: number
  /** Of the chances that the choice rests on, how much goes over channels calibrated by experiments, 0..1. */
  calibratedShare: number
  comparators: { by: PlanComparator; people: number; expected: Expected | null }[]
  leftOut: { reason: LeftOutReason; people: number }[]
  /** Who reaches anybody, and of them who could be chosen. */
  speakers: number
  candidates: number
  /** Whom they reach who can still be moved. */
  reached: number
  /** The days looked back on. */
  from: string
  to: string
  /** How many of one community were allowed; null: no limit, or nobody knows of communities. */
  perCommunityMax: number | null
}

/** What came of asking. */
export type PlanAnswer =
  | { lack: PlanLack; leftOut?: PlanFigures['leftOut'] }
  | { lack: null; figures: PlanFigures; chosen: KeptChosen[] }
