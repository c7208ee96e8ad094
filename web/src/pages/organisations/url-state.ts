import { idOf, relationOf, withoutEmpty, wordsOf } from '../../filters.ts'
import { readCardSearch } from '../../parts/cards/card-search.ts'

export const SORTS = ['name', 'new'] as const satisfies readonly string[]

/** Reads how Organisations is searched, filtered and sorted out of the URL. */
export function readOrganisationsSearch(search: Record<string, unknown>) {
  return withoutEmpty({
    ...readCardSearch(search),
    q: wordsOf(search.q, 200),
    list: idOf(search.list),
    relation: relationOf(search.relation),
    sort: SORTS.find((sort) => sort === search.sort),
  })
}

export type OrganisationsSearch = ReturnType<typeof readOrganisationsSearch>
