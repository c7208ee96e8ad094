/** Wall clocks of a time zone (`YYYY-MM-DDTHH:MM`, as a form has them) and the instants they show. */

/** The wall clock there at that instant. */
export function localNow(instant: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  })
  return format.format(instant).replace(' ', 'T')
}

/** The instant at which the clock there shows this; of an hour that is skipped, what it would be. */
export function instantOf(local: string, timeZone: string): string {
  const asUtc = Date.parse(`${local}:00Z`)
  let instant = asUtc
  // Twice: the first guess may lie on the other side of a change of the clocks.
  for (let tries = 0; tries < 2; tries++) {
    const shown = Date.parse(`${localNow(new Date(instant), timeZone)}:00Z`)
    instant += asUtc - shown
  }
  return new Date(instant).toISOString()
}
