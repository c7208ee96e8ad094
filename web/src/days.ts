/** Arithmetic of calendar days (YYYY-MM-DD), which know no time zone. */

const DAY_MS = 86_400_000

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** How many days the span holds, both ends included. */
export function spanDays(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1
}

/** The span of the same length that ends on the day before. */
export function spanBefore(from: string, to: string): { from: string; to: string } {
  return { from: addDays(from, -spanDays(from, to)), to: addDays(from, -1) }
}
