import { dayOrNone, idOf, withoutEmpty } from '../../filters.ts'

/** The topic and the days of Journeys as they stand in the URL. */
export interface JourneysSearch {
  topic?: string
  from?: string
  to?: string
}

export function readJourneysSearch(search: Record<string, unknown>): JourneysSearch {
  return withoutEmpty({
    topic: idOf(search.topic),
    from: dayOrNone(search.from),
    to: dayOrNone(search.to),
  })
}
