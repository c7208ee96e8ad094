import { STAGES } from '#vocabulary/index.ts'
import { solveSquare } from './solve-square.ts'
import { measureStay, type StayCurve } from './stay-curve.ts'
import { ENDINGS, type Stays } from './stays.ts'

/** Columns of a row of the chain: the endings, and staying beyond the horizon without a word. */
export const TARGETS = [...ENDINGS, 'silence'] as const
export type Target = (typeof TARGETS)[number]

const SIZE = STAGES.length
const CHURN = ENDINGS.indexOf('churn')
export const SILENCE = ENDINGS.length

/** Where people go from each stage, and what follows from it. Rows are stages in their order. */
export interface StageChain {
  curves: StayCurve[]
  /** Probability of the next state, a row a stage with the columns of TARGETS; a row adds up to 1. */
  next: Float64Array[]
  /** Expected stays at each stage, this one included, before the journey ends: N = (I - Q)^-1. */
  visits: Float64Array[]
  /** Probability of ending in churn and in silence: B = N R. */
  ends: Float64Array[]
}

/** So many stays' worth of trust in what is usual over all stages. */
const KAPPA = 5

/**
 * The absorbing chain of a topic: P_ij = (n_ij + kappa pi_j) / (n_i + kappa). Satisfaction leads back
 * to discovery inside the chain, since a circle that closes is no end; journeys end in churn, or in
 * silence beyond the horizon. n_ij is n_i times the Aalen-Johansen share at the horizon, which is the
 * plain count where nothing is censored: plain counts alone would overstate whatever is quick. pi_j
 * is pooled over all stages with one more of each, so that every journey ends some day. The rates of
 * moving are taken to depend on the stage alone.
 */
export function chainOf(stays: Stays, horizonDays: number, kappa = KAPPA): StageChain {
  const curves = STAGES.map((_, stage) => measureStay(stays, stage, horizonDays))
  const counted = curves.map(countTargets)
  const usual = TARGETS.map((_, to) => counted.reduce((sum, row) => sum + (row[to] as number), 1))
  const next = counted.map((row, stage) => {
    // Nobody goes from a stage to the same one.
    const others = usual.reduce((sum, count, to) => sum + (to === stage ? 0 : count), 0)
    const begun = (curves[stage] as StayCurve).begun
    return row.map((count, to) => {
      const prior = to === stage ? 0 : (usual[to] as number) / others
      return (count + kappa * prior) / (begun + kappa)
    })
  })
  const visits = invert(next)
  return { curves, next, visits, ends: visits.map((row) => endsOf(row, next)) }
}

/** How many of the stays begun lead to each target; what is left at the end of the watch is silence. */
function countTargets(curve: StayCurve): Float64Array {
  const counts = new Float64Array(TARGETS.length)
  for (const [ending, gone] of curve.gone.entries())
    counts[ending] = curve.begun * (gone.at(-1) ?? 0)
  counts[SILENCE] = curve.begun * (curve.staying.at(-1) ?? 1)
  return counts
}

/** (I - Q)^-1, row by row. */
function invert(next: readonly Float64Array[]): Float64Array[] {
  const inverse = next.map(() => new Float64Array(SIZE))
  for (let column = 0; column < SIZE; column++) {
    const unit = new Float64Array(SIZE)
    unit[column] = 1
    for (const [row, value] of solveStages(next, unit).entries()) {
      ;(inverse[row] as Float64Array)[column] = value
    }
  }
  return inverse
}

/** Solves x = Q x + gain over the stages. */
export function solveStages(next: readonly Float64Array[], gain: Float64Array): Float64Array {
  return solveSquare(
    next.map((row, at) => {
      const equation = new Float64Array(SIZE + 1)
      for (let to = 0; to < SIZE; to++) equation[to] = (at === to ? 1 : 0) - (row[to] as number)
      equation[SIZE] = gain[at] as number
      return equation
    }),
  )
}

function endsOf(visits: Float64Array, next: readonly Float64Array[]): Float64Array {
  return Float64Array.from([CHURN, SILENCE], (end) =>
    visits.reduce((sum, often, stage) => sum + often * (next[stage]?.[end] as number), 0),
  )
}
