import { idOf, oneOf, RELATIONS, STAGES, withoutEmpty, wordsOf } from '../../filters.ts'

export const SORTS = ['last', 'posts', 'name'] as const satisfies readonly string[]

/** Reads how People is searched, filtered and sorted out of the URL. */
export function readPeopleSearch(search: Record<string, unknown>) {
  return withoutEmpty({
    q: wordsOf(search.q, 200),
    topic: idOf(search.topic),
    organisation: idOf(search.organisation),
    stage: oneOf(STAGES, search.stage),
    relation: oneOf(RELATIONS, search.relation),
    sort: SORTS.find((sort) => sort === search.sort),
  })
}

export type PeopleSearch = ReturnType<typeof readPeopleSearch>
