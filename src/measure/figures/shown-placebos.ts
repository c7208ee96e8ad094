import type { Placebos } from '../influence/placebos.ts'

/** What one placebo credits: the mean of its draws, the least and the most of them. */
export interface ShownPlacebo {
  credit: number
  low: number
  high: number
}

/** All three placebos of a figure, in outcomes, each over so many draws. */
export interface ShownPlacebos {
  draws: number
  /** Outcomes dealt anew among people alike. */
  redealt: ShownPlacebo
  /** Instants exchanged among the outcomes of people alike. */
  shuffledTimes: ShownPlacebo
  /** Whoever reached somebody taken as reached by them. */
  reversedEdges: ShownPlacebo
}

const KINDS = ['redealt', 'shuffledTimes', 'reversedEdges'] as const

/** Those of a measurement as a whole; null of one from before they were kept. */
export function placebosOfRun(parameters: Record<string, unknown>): ShownPlacebos | null {
  const kept = parameters.placebo as Partial<Placebos> | undefined
  if (kept?.spread === undefined || kept.draws === undefined) return null
  const { draws, credited = 0, shuffledTimes = 0, reversedEdges = 0, spread } = kept
  return {
    draws,
    redealt: { credit: credited, ...spread.credited },
    shuffledTimes: { credit: shuffledTimes, ...spread.shuffledTimes },
    reversedEdges: { credit: reversedEdges, ...spread.reversedEdges },
  }
}

/** The columns of a figure that say them. */
export interface PlaceboColumns {
  placebo: number
  placebo_low: number | null
  placebo_high: number | null
  shuffled: number | null
  shuffled_low: number | null
  shuffled_high: number | null
  reversed: number | null
  reversed_low: number | null
  reversed_high: number | null
}

/** Those of a figure; null where it was measured before they were kept, or nothing preceded it. */
export function placebosOfRow(row: PlaceboColumns, draws: number): ShownPlacebos | null {
  const of = (credit: number | null, low: number | null, high: number | null) =>
    credit === null || low === null || high === null ? null : { credit, low, high }
  const redealt = of(row.placebo, row.placebo_low, row.placebo_high)
  const shuffledTimes = of(row.shuffled, row.shuffled_low, row.shuffled_high)
  const reversedEdges = of(row.reversed, row.reversed_low, row.reversed_high)
  if (redealt === null || shuffledTimes === null || reversedEdges === null) return null
  return { draws, redealt, shuffledTimes, reversedEdges }
}

/** In proportion. */
export function scalePlacebos(of: ShownPlacebos | null, by: number): ShownPlacebos | null {
  return of === null ? null : eachKind(of, ({ credit, low, high }) => scaled(by, credit, low, high))
}

function scaled(by: number, credit: number, low: number, high: number): ShownPlacebo {
  return { credit: credit * by, low: low * by, high: high * by }
}

/**
 * Those of two figures together. Ends of the spread are added too, as if draws went the same way: nobody
 * knows how far they do.
 */
export function addPlacebos(
  one: ShownPlacebos | null,
  other: ShownPlacebos | null,
): ShownPlacebos | null {
  if (one === null || other === null) return one ?? other
  return eachKind(one, (own, kind) => ({
    credit: own.credit + other[kind].credit,
    low: own.low + other[kind].low,
    high: own.high + other[kind].high,
  }))
}

/** The sums of parts, with a spread as wide in proportion as that of the whole that they are parts of. */
export function spreadAs(sum: ShownPlacebos | null, whole: ShownPlacebos | null) {
  if (sum === null || whole === null) return sum
  return eachKind(sum, (own, kind) => {
    const { credit, low, high } = whole[kind]
    return credit > 0 ? scaled(own.credit / credit, credit, low, high) : own
  })
}

function eachKind(
  of: ShownPlacebos,
  change: (one: ShownPlacebo, kind: (typeof KINDS)[number]) => ShownPlacebo,
): ShownPlacebos {
  const changed = KINDS.map((kind) => [kind, change(of[kind], kind)] as const)
  return { draws: of.draws, ...(Object.fromEntries(changed) as Omit<ShownPlacebos, 'draws'>) }
}
