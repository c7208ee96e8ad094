/** A line of a figure, before it has a name. */
export interface Line {
  key: string
  credit: number
  low: number
  high: number
  placebo: number
  outcomes: number
  touches: number
  /** Of the credit, what came since the measurement. */
  live: number
  multiplier: number | null
  /** Of a person: credit of others' words behind which they stand; null where it was not measured. */
  passedOn: number | null
  enough: boolean
  /** Keys that are this line: accounts of a person, opinions merged into one. */
  members: string[]
}

/** From this many outcomes among the people reached on, a figure says something. */
const OUTCOMES_ENOUGH = 10

/** Enough outcomes, and an interval that leaves 0 out. */
export function isEnough({ outcomes, low }: Pick<Line, 'outcomes' | 'low'>): boolean {
  return outcomes >= OUTCOMES_ENOUGH && low > 0
}

/**
 * Lines that by now are one (accounts of people who were merged, opinions that were) are added up. Their
 * half-widths are added too, as if both were wrong the same way: nobody knows how far they go together.
 * Outcomes may be the same ones, so there are at least as many as the larger line has, and no more are
 * said. Lines that nobody owns any more are left out. Most credit first.
 */
export function foldLines(
  lines: readonly Line[],
  into: ReadonlyMap<string, string> | null,
): Line[] {
  if (into === null) return [...lines].sort(byCredit)
  const folded = new Map<string, Line>()
  for (const line of lines) {
    const key = into.get(line.key)
    if (key === undefined) continue
    const known = folded.get(key)
    folded.set(key, known === undefined ? { ...line, key } : addLine(known, line))
  }
  return [...folded.values()].sort(byCredit)
}

function addLine(one: Line, other: Line): Line {
  return {
    key: one.key,
    credit: one.credit + other.credit,
    low: one.low + other.low,
    high: one.high + other.high,
    placebo: one.placebo + other.placebo,
    outcomes: Math.max(one.outcomes, other.outcomes),
    touches: one.touches + other.touches,
    live: one.live + other.live,
    multiplier: weighted(one, other),
    passedOn: one.passedOn === null ? other.passedOn : one.passedOn + (other.passedOn ?? 0),
    enough: one.enough || other.enough,
    members: [...one.members, ...other.members],
  }
}

/** Push per touch of both together. */
function weighted(one: Line, other: Line): number | null {
  if (one.multiplier === null || other.multiplier === null)
    return one.multiplier ?? other.multiplier
  const touches = one.touches + other.touches
  if (touches === 0) return one.multiplier
  return (one.multiplier * one.touches + other.multiplier * other.touches) / touches
}

function byCredit(a: Line, b: Line): number {
  return b.credit - a.credit || (a.key < b.key ? -1 : 1)
}
