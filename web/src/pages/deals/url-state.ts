import { idOf, oneOf, withoutEmpty, wordsOf } from '../../filters.ts'
import { readCardSearch } from '../../parts/cards/card-search.ts'
import { STATE_WORDS } from '../../parts/crm/words.ts'
import type { Deal } from '../../terms.ts'

export const SORTS = ['closes', 'changed', 'value', 'name'] as const satisfies readonly string[]
export const STATES = Object.keys(STATE_WORDS) as Deal['state'][]

/** Reads how Deals is shown, searched and filtered out of the URL; the board is what is shown first. */
export function readDealsSearch(search: Record<string, unknown>) {
  return withoutEmpty({
    ...readCardSearch(search),
    view: search.view === 'table' ? ('table' as const) : undefined,
    list: idOf(search.list),
    pipeline: idOf(search.pipeline),
    q: wordsOf(search.q, 200),
    topic: idOf(search.topic),
    person: idOf(search.person),
    organisation: idOf(search.organisation),
    stage: idOf(search.stage),
    state: oneOf(STATES, search.state),
    sort: SORTS.find((sort) => sort === search.sort),
  })
}

export type DealsSearch = ReturnType<typeof readDealsSearch>
export type Change = (
  changed: { [Key in keyof DealsSearch]?: DealsSearch[Key] | undefined },
) => void
