import { idOf, oneOf, relationOf, STAGES, withoutEmpty, wordsOf } from '../../filters.ts'
import { readCardSearch } from '../../parts/cards/card-search.ts'

export const SORTS = ['last', 'posts', 'name'] as const satisfies readonly string[]

/** Reads how People is searched, filtered and sorted out of the URL. */
export function readPeopleSearch(search: Record<string, unknown>) {
  return withoutEmpty({
    ...readCardSearch(search),
    q: wordsOf(search.q, 200),
    topic: idOf(search.topic),
    organisation: idOf(search.organisation),
    stage: oneOf(STAGES, search.stage),
    list: idOf(search.list),
    relation: relationOf(search.relation),
    sort: SORTS.find((sort) => sort === search.sort),
  })
}

export type PeopleSearch = ReturnType<typeof readPeopleSearch>
