import { type Judged, judge, WEEKS_MAX } from '#graph/index.ts'

/** The counts of a day that are watched. */
export const WATCHED = [
  'posts',
  'negative',
  'positive',
  'discovery',
  'evaluation',
  'recommendation',
  'satisfaction',
] as const
export type Watched = (typeof WATCHED)[number]

/** Days that have to be known before the last one: the week that is judged and those before it. */
export const DAYS_KNOWN = 7 * (WEEKS_MAX + 1)

/** Counts a day of one topic (or, without one, of all posts); the last is the day that is judged. */
export interface Series {
  topicId: string | null
  counts: Record<Watched, Float64Array>
}

/** Something unusual: a day, or the week that ends with the last day. */
export interface Finding extends Judged {
  topicId: string | null
  watched: Watched
  /** Offsets in days from the last day: 0 is the last, a week is 6 to 0. */
  daysAgoFrom: number
  daysAgoTo: number
}

/** Fewer posts more or less than expected than these interest nobody, however rare they are. */
const DIFFERENCE_MIN = 5
/** A finding that explains this share of another one stands for it. */
const EXPLAINS = 0.7

/**
 * What is unusual in the last week, most unusual first. `weeksKnown` is how many whole weeks of log
 * stand before it. Of a topic's findings that say the same (a day within its week, complaints
 * within all posts) only the one that explains the other stays.
 */
export function findUnusual(series: readonly Series[], weeksKnown: number): Finding[] {
  const weeks = Math.min(weeksKnown, WEEKS_MAX)
  const found = series.flatMap((one) =>
    WATCHED.flatMap((watched) => [
      ...judgeWeek(one, watched, weeks),
      ...Array.from({ length: 7 }, (_, ago) => judgeDay(one, watched, weeks, ago)).flat(),
    ]),
  )
  found.sort((a, b) => b.score - a.score || order(a) - order(b))
  const kept: Finding[] = []
  for (const one of found) {
    if (!kept.some((other) => explains(other, one))) kept.push(one)
  }
  return kept
}

/** The count of the week that ends with the last day, with what is usual; null without enough weeks. */
export function judgeLastWeek(series: Series, watched: Watched, weeksKnown: number): Judged | null {
  const counts = series.counts[watched]
  const sumOf = (week: number) => {
    const end = counts.length - 7 * week
    return counts.subarray(end - 7, end).reduce((a, b) => a + b, 0)
  }
  const weeks = Math.min(weeksKnown, WEEKS_MAX)
  return judge(
    sumOf(0),
    Float64Array.from({ length: weeks }, (_, i) => sumOf(i + 1)),
  )
}

function judgeWeek(series: Series, watched: Watched, weeks: number): Finding[] {
  const judged = judgeLastWeek(series, watched, weeks)
  const span = { daysAgoFrom: 6, daysAgoTo: 0 }
  return isTelling(judged) ? [{ ...judged, topicId: series.topicId, watched, ...span }] : []
}

/** A day against the same weekday of the weeks before. */
function judgeDay(series: Series, watched: Watched, weeks: number, ago: number): Finding[] {
  const counts = series.counts[watched]
  const at = (week: number) => counts[counts.length - 1 - ago - 7 * week] ?? 0
  const references = Float64Array.from({ length: weeks }, (_, i) => at(i + 1))
  const judged = judge(at(0), references)
  const span = { daysAgoFrom: ago, daysAgoTo: ago }
  return isTelling(judged) ? [{ ...judged, topicId: series.topicId, watched, ...span }] : []
}

function isTelling(judged: Judged | null): judged is Judged {
  if (judged === null || judged.score < 1) return false
  return Math.abs(judged.count - judged.expected) >= DIFFERENCE_MIN
}

/** Whether the first leaves nothing to say of the second: same direction, shared days, most of it. */
function explains(one: Finding, other: Finding): boolean {
  const [a, b] = [one.count - one.expected, other.count - other.expected]
  if (a > 0 !== b > 0) return false
  const isApart = one.daysAgoTo > other.daysAgoFrom || other.daysAgoTo > one.daysAgoFrom
  const isRelated = one.topicId === other.topicId || other.topicId === null
  if (isApart || !isRelated) return false
  return Math.abs(a) >= EXPLAINS * Math.abs(b) || isPartOf(other, one)
}

/** A smaller piece of the same: one day of the week, or the same days seen by another count. */
function isPartOf(part: Finding, whole: Finding): boolean {
  return part.topicId === whole.topicId && part.watched === whole.watched
}

function order({ topicId, watched, daysAgoFrom }: Finding): number {
  return (topicId === null ? 100 : 0) + WATCHED.indexOf(watched) * 10 + (daysAgoFrom % 10)
}
