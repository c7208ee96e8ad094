import { addDays, spanDays } from '../../days.ts'
import { dayOrNone, idOf, withoutEmpty } from '../../filters.ts'

export const SPANS_DAYS = [7, 28, 90] as const
const DEFAULT_DAYS = 28
/** Longer spans would draw more bars than a screen has room for. */
const CUSTOM_DAYS_MAX = 366

export interface HomeSearch {
  days?: number
  from?: string
  to?: string
  topic?: string
  channel?: string
}

/** Reads what span and part of the log Home is to speak of; both ends or neither. */
export function readHomeSearch(search: Record<string, unknown>): HomeSearch {
  const from = dayOrNone(search.from)
  const to = dayOrNone(search.to)
  const isSpan = from !== undefined && to !== undefined && from <= to
  return withoutEmpty({
    days: isSpan ? undefined : SPANS_DAYS.find((days) => String(days) === String(search.days)),
    from: isSpan ? from : undefined,
    to: isSpan ? to : undefined,
    topic: idOf(search.topic),
    channel: idOf(search.channel),
  })
}

/** The span in days: as asked, else so many days that end at the last one with posts. */
export function spanOf(search: HomeSearch, lastDay: string): { from: string; to: string } {
  if (search.from !== undefined && search.to !== undefined) {
    const isLong = spanDays(search.from, search.to) > CUSTOM_DAYS_MAX
    return { from: isLong ? addDays(search.to, 1 - CUSTOM_DAYS_MAX) : search.from, to: search.to }
  }
  return { from: addDays(lastDay, 1 - (search.days ?? DEFAULT_DAYS)), to: lastDay }
}
