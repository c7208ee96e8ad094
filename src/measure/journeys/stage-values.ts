import { STAGES, type Stage } from '#vocabulary/index.ts'
import { type StageChain, solveStages } from './chain.ts'

/** What the stages are worth, and by what. */
export interface StageValues {
  /** money: minor units of `currency`; purchase: the probability of being seen to have bought, 0..1. */
  basis: 'money' | 'purchase'
  currency: string | null
  values: Record<Stage, number>
}

/** What one stay at each stage brings in, in the order of STAGES, in minor units. */
export interface StageIncome {
  currency: string
  perStay: Float64Array
}

const SATISFACTION = STAGES.indexOf('satisfaction')

/**
 * What it is worth that somebody stands at a stage: V = N r, all that comes in from now on until the
 * journey ends, this stay included. Somebody who is moved from one stage to another is worth
 * V(after) - V(before) more. Without any income known, V is the probability of getting to where
 * people have bought (the hitting probability of satisfaction), 1 for those who are there.
 */
export function valueOfStages(chain: StageChain, income: StageIncome | null): StageValues {
  const values = income === null ? chanceToBuy(chain) : solveStages(chain.next, income.perStay)
  return {
    basis: income === null ? 'purchase' : 'money',
    currency: income?.currency ?? null,
    values: Object.fromEntries(STAGES.map((stage, at) => [stage, values[at] as number])) as Record<
      Stage,
      number
    >,
  }
}

function chanceToBuy({ next }: StageChain): Float64Array {
  const stopping = next.map((row, at) => (at === SATISFACTION ? new Float64Array(row.length) : row))
  const gain = new Float64Array(STAGES.length)
  gain[SATISFACTION] = 1
  return solveStages(stopping, gain)
}
