import { withoutEmpty } from '../../filters.ts'
import { cardFilterOf } from '../../parts/cards/card-search.ts'
import type { ListFilter } from '../../terms.ts'
import type { PeopleSearch } from './url-state.ts'

/** What People is narrowed to, as a list keeps it. */
export function filterOf(search: PeopleSearch): ListFilter {
  const { q, topic, stage, relation, organisation } = search
  return {
    ...withoutEmpty({ q, topic, stage, relation, organisation }),
    ...cardFilterOf(search),
  }
}
