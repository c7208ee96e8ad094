import { type Filters, readFilters, withoutEmpty } from '../filters.ts'
import { dayOf } from '../format.ts'
import type { Alert } from '../terms.ts'

const HOUR_MS = 3_600_000
/**
 * From how long before an alert to how long after it the posts are that it counts: a surge looks at 24
 * hours; new posts are those of the two days before they arrived, gathered for ten minutes.
 */
const COUNTED_MS = {
  surge: { before: 24 * HOUR_MS, after: 0 },
  each: { before: 48 * HOUR_MS, after: HOUR_MS / 6 },
}

/** The posts that an alert speaks of: what its search finds on the days, in whole, that it counted. */
export function filtersOfAlert(
  { at, kind, filter }: { at: string; kind: Alert['kind']; filter: Record<string, unknown> },
  timeZone: string,
): Filters {
  const filters = readFilters(filter)
  const dayAt = (ms: number) => dayOf(new Date(Date.parse(at) + ms), timeZone)
  const { before, after } = COUNTED_MS[kind]
  const [from, to] = [dayAt(-before), dayAt(after)]
  return withoutEmpty({
    ...filters,
    from: filters.from !== undefined && filters.from > from ? filters.from : from,
    to: filters.to !== undefined && filters.to < to ? filters.to : to,
  })
}
