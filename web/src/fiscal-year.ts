export interface FiscalSpan {
  from: string
  to: string
}

/**
 * The business year in which a day lies, when it begins with the first of this month (1 to 12), and
 * its half (上期 or 下期), both up to that day.
 */
export function fiscalSpansOf(
  day: string,
  startMonth: number,
): { year: FiscalSpan; half: FiscalSpan; isFirstHalf: boolean } {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const startYear = month >= startMonth ? year : year - 1
  const begin = firstOf(startYear, startMonth)
  const middle = firstOf(startYear, startMonth + 6)
  const isFirstHalf = day < middle
  return {
    year: { from: begin, to: day },
    half: { from: isFirstHalf ? begin : middle, to: day },
    isFirstHalf,
  }
}

function firstOf(year: number, month: number): string {
  return new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10)
}
