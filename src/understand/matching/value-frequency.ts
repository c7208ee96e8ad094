import type { ValueColumn } from './value-column.ts'

/** Shipped knowledge weighs as much as so many people. */
const PRIOR_PEOPLE = 200
const NEVER_SEEN_PEOPLE = 20
const NEVER_SEEN_SHARE = 0.02

/**
 * Log of the chance that somebody else has a value, for each value of a column. Counted over people
 * (one record each), without the two that are being compared. For values that nobody else has:
 * Good-Turing, so a field in which most values are seen once and many twice (surnames) says less by
 * a value of its own than one without doubles (addresses).
 */
export function logFrequencies(column: ValueColumn, people: Int32Array): Float64Array {
  const { classOf, size } = column.frequencyClasses()
  const counts = new Int32Array(size)
  let all = 0
  for (const record of people) {
    const value = column.ids.values[record] ?? -1
    if (value < 0) continue
    const at = classOf[value] ?? 0
    counts[at] = (counts[at] ?? 0) + 1
    all++
  }
  const unseen = unseenCount(counts)
  const leasts = column.frequencyMins()
  const shippedU = column.levels[0]?.u ?? 0.01
  return Float64Array.from(column.texts, (_, value) => {
    const others = Math.max(0, (counts[classOf[value] ?? 0] ?? 0) - 2) + unseen
    const least = leasts[value] ?? 0
    const prior = Math.sqrt(Math.max(least, 1e-9) * shippedU)
    const share = (others + PRIOR_PEOPLE * prior) / (all + PRIOR_PEOPLE)
    return Math.log(Math.min(1, Math.max(least, share)))
  })
}

/** How often a value that was seen at one person only would be seen again, in people. */
function unseenCount(counts: Int32Array): number {
  let once = 0
  let twice = 0
  for (const count of counts) {
    if (count === 1) once++
    else if (count === 2) twice++
  }
  const doubled = 2 * twice + NEVER_SEEN_SHARE * NEVER_SEEN_PEOPLE
  return Math.min(1, Math.max(0.01, doubled / (once + NEVER_SEEN_PEOPLE)))
}
