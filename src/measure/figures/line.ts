import type { Interval } from '../influence/measure-influence.ts'
import type { ShareOfCredit } from '../influence/share-of-credit.ts'
import { addPlacebos, type ShownPlacebos } from './shown-placebos.ts'

/** A line of a figure, before it has a name. */
export interface Line {
  key: string
  credit: number
  low: number
  high: number
  placebo: number
  /** All placebos with their spread; null where the measurement kept none. */
  placebos: ShownPlacebos | null
  outcomes: number
  /** How often it reached somebody, as the measurement counted. */
  touches: number
  /** Of the credit, what came since the measurement. */
  live: number
  multiplier: number | null
  multiplierInterval: Interval | null
  /** Of a person: credit of others' words behind which they stand; null where it was not measured. */
  passedOn: number | null
  passedOnInterval: Interval | null
  /** Of a channel: its part of the credit of all channels; null of other lines, and where nobody can say. */
  shareOfCredit: ShareOfCredit | null
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
    placebos: addPlacebos(one.placebos, other.placebos),
    outcomes: Math.max(one.outcomes, other.outcomes),
    touches: one.touches + other.touches,
    live: one.live + other.live,
    multiplier: weighted(one, other, ({ multiplier }) => multiplier),
    multiplierInterval: intervalOfBoth(one, other),
    passedOn: one.passedOn === null ? other.passedOn : one.passedOn + (other.passedOn ?? 0),
    passedOnInterval: addIntervals(one.passedOnInterval, other.passedOnInterval),
    shareOfCredit: null,
    enough: one.enough || other.enough,
    members: [...one.members, ...other.members],
  }
}

/**
 * A credit as lists are sorted and paged by. Shares are added up in whatever order the database gives
 * them, so that the last digits differ from one page to the next.
 */
export function placeOf(credit: number): number {
  return Math.round(credit * 1e9)
}

/** Push per touch of both together. */
function weighted(one: Line, other: Line, of: (line: Line) => number | null): number | null {
  const [first, second] = [of(one), of(other)]
  if (first === null || second === null) return first ?? second
  const touches = one.touches + other.touches
  if (touches === 0) return first
  return (first * one.touches + second * other.touches) / touches
}

function intervalOfBoth(one: Line, other: Line): Interval | null {
  const low = weighted(one, other, ({ multiplierInterval: of }) => of?.low ?? null)
  const high = weighted(one, other, ({ multiplierInterval: of }) => of?.high ?? null)
  return low === null || high === null ? null : { low, high }
}

function addIntervals(one: Interval | null, other: Interval | null): Interval | null {
  if (one === null || other === null) return one ?? other
  return { low: one.low + other.low, high: one.high + other.high }
}

function byCredit(a: Line, b: Line): number {
  return placeOf(b.credit) - placeOf(a.credit) || (a.key < b.key ? -1 : 1)
}
