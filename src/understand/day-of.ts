const QUARTER_MS = 15 * 60 * 1000

/**
 * A function that tells the day of an instant in a time zone (IANA name) as `YYYY-MM-DD`. Offsets
 * of all zones since 1990 are whole quarters of an hour, so one answer a quarter is kept.
 */
export function dayIn(timeZone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const days = new Map<number, string>()
  return (at) => {
    const quarter = Math.floor(at.getTime() / QUARTER_MS)
    let day = days.get(quarter)
    if (day === undefined) {
      day = format.format(at)
      days.set(quarter, day)
    }
    return day
  }
}
