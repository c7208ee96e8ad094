/** Days are `YYYY-MM-DD`, of whatever time zone they were counted in; they compare as text. */

const DAY_MS = 86_400_000
/** Before the year 1 nothing was posted, and such days have no short form. */
export const FIRST_DAY = '0001-01-01'

/** The day so many days later (or earlier), {@link FIRST_DAY} at the earliest. */
export function addDays(day: string, days: number): string {
  const time = new Date(Date.parse(day) + days * DAY_MS)
  return time.getUTCFullYear() < 1 ? FIRST_DAY : time.toISOString().slice(0, 10)
}

/** How many days the second day is after the first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}
