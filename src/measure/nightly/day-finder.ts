/** Offsets of time zones are whole quarters of an hour. */
const QUARTER_MS = 900_000

/** Finds the day (`2026-09-01`) of an instant in a time zone; quick where many instants lie close together. */
export function dayFinder(timeZone: string): (atMs: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit' },
  })
  const known = new Map<number, string>()
  return (atMs) => {
    const quarter = Math.floor(atMs / QUARTER_MS)
    const found = known.get(quarter) ?? format.format(quarter * QUARTER_MS)
    known.set(quarter, found)
    return found
  }
}
