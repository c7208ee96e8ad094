const formats = new Map<string, Intl.DateTimeFormat>()

/** What clock and calendar of a zone show at an instant: `2026-11-21 13:05:00`. */
export function localTime(instant: Date, timeZone: string): string {
  let format = formats.get(timeZone)
  if (format === undefined) {
    // Swedish writes dates as ISO 8601 does.
    format = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    formats.set(timeZone, format)
  }
  return format.format(instant)
}
