import { rowsAt, type Stays } from './stays.ts'

/** How quickly people leave a stage, beside how quickly others do. */
export interface Pace {
  /** Stays of those compared, and of the others. */
  stays: number
  otherStays: number
  /** How many were seen to leave, and how many would have at the pace of both together. */
  left: number
  expected: number
  /** 1 is as quick as the others, 0.5 half as quick; null where nothing can be said. */
  ratio: number | null
  low: number | null
  high: number | null
}

interface Line {
  days: Float64Array
  stays: Float64Array
  isLeaving: Uint8Array
}

/**
 * Compares the pace of leaving one stage by the log-rank observed and expected numbers: ratio
 * (O1/E1) / (O2/E2), its logarithm with variance 1/E1 + 1/E2 (Peto et al. 1977, part II; Collett,
 * Modelling Survival Data in Medical Research). Only endings in `leaving` count; whatever else ends a
 * stay takes it out of the watch. `z` is how many standard deviations wide the interval is either way.
 */
export function comparePace(
  own: Stays,
  others: Stays,
  stage: number,
  leaving: readonly number[],
  z: number,
): Pace {
  const lines = [lineOf(own, stage, leaving), lineOf(others, stage, leaving)] as const
  const stays = lines.map((line) => line.stays.reduce((sum, count) => sum + count, 0))
  const { observed, expected } = logRank(lines, stays)
  const [left = 0, leftOthers = 0] = observed
  const [expectedOwn = 0, expectedOthers = 0] = expected
  const [ownStays = 0, otherStays = 0] = stays
  const said = { stays: ownStays, otherStays, left, expected: expectedOwn }
  if (expectedOwn <= 0 || expectedOthers <= 0 || leftOthers === 0) {
    return { ...said, ratio: null, low: null, high: null }
  }
  const scale = expectedOthers / leftOthers / expectedOwn
  const width = Math.exp(z * Math.sqrt(1 / expectedOwn + 1 / expectedOthers))
  // Of nobody a ratio has no logarithm: half a leaving stands for the most that could be missed.
  const counted = Math.max(left, 0.5) * scale
  return {
    ...said,
    ratio: left * scale,
    low: left === 0 ? 0 : counted / width,
    high: counted * width,
  }
}

function lineOf(stays: Stays, stage: number, leaving: readonly number[]): Line {
  const rows = rowsAt(stays, stage)
  return {
    days: Float64Array.from(rows, (row) => stays.days[row] as number),
    stays: Float64Array.from(rows, (row) => stays.stays[row] as number),
    isLeaving: Uint8Array.from(rows, (row) => Number(leaving.includes(stays.next[row] as number))),
  }
}

function logRank(lines: readonly Line[], stays: readonly number[]) {
  const atRisk = [...stays]
  const next = lines.map(() => 0)
  const observed = lines.map(() => 0)
  const expected = lines.map(() => 0)
  for (;;) {
    const day = Math.min(...lines.map((line, i) => line.days[next[i] as number] ?? Infinity))
    if (day === Infinity) return { observed, expected }
    const seen = lines.map((line, i) => takeDay(line, next[i] as number, day))
    const left = seen.reduce((sum, one) => sum + one.left, 0)
    const all = atRisk.reduce((sum, one) => sum + one, 0)
    for (const [i, one] of seen.entries()) {
      expected[i] = (expected[i] as number) + (left * (atRisk[i] as number)) / all
      observed[i] = (observed[i] as number) + one.left
      atRisk[i] = (atRisk[i] as number) - one.ended
      next[i] = one.next
    }
  }
}

/** Who leaves on a day, and who is no longer watched after it. */
function takeDay(line: Line, from: number, day: number) {
  let next = from
  let left = 0
  let ended = 0
  while (line.days[next] === day) {
    const count = line.stays[next] as number
    ended += count
    if (line.isLeaving[next] === 1) left += count
    next += 1
  }
  return { next, left, ended }
}
