import { STAGES, type Stage } from '#vocabulary/index.ts'

/** What may follow a stay at a stage: another stage, or leaving us for good. */
export const ENDINGS = [...STAGES, 'churn'] as const
export type Ending = (typeof ENDINGS)[number]
/** The code of a stay that had not ended when it was last seen. */
export const ONGOING = ENDINGS.length

/**
 * Stays of people at the stages of a journey, as columns. Rows may repeat, and one row may stand for
 * several equal stays. A stay that is still going on is right-censored: it lasted at least so long.
 */
export interface Stays {
  /** Where: a place in STAGES. */
  stage: Uint8Array
  /** What came next: a place in ENDINGS, or ONGOING. */
  next: Uint8Array
  days: Float64Array
  /** How many stays the row stands for. */
  stays: Float64Array
}

export interface StayRow {
  stage: Stage
  next: Ending | null
  days: number
  stays: number
}

/** Rows as columns; what lasted less than nothing (a clock gone wrong) counts as nothing. */
export function staysOf(rows: readonly StayRow[]): Stays {
  const at = (next: Ending | null) => (next === null ? ONGOING : ENDINGS.indexOf(next))
  return {
    stage: Uint8Array.from(rows, ({ stage }) => STAGES.indexOf(stage)),
    next: Uint8Array.from(rows, ({ next }) => at(next)),
    days: Float64Array.from(rows, ({ days }) => Math.max(0, days)),
    stays: Float64Array.from(rows, ({ stays }) => stays),
  }
}

/** Row numbers of one stage, the shortest stays first. */
export function rowsAt(stays: Stays, stage: number): Uint32Array {
  let rows = 0
  for (const at of stays.stage) if (at === stage) rows += 1
  const found = new Uint32Array(rows)
  let filled = 0
  for (let row = 0; row < stays.stage.length; row++) {
    if (stays.stage[row] === stage) found[filled++] = row
  }
  return found.sort((a, b) => (stays.days[a] as number) - (stays.days[b] as number))
}
