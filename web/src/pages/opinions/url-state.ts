import { idOf, oneOf, withoutEmpty, wordsOf } from '../../filters.ts'
import type { Opinion } from '../../terms.ts'

export const KINDS: Opinion['kind'][] = ['claim', 'question']
export const SIDES: Opinion['side'][] = ['for', 'against', 'neither']
export const SORTS = ['voices', 'trend'] as const satisfies readonly string[]

/** Reads how Opinions is searched, filtered and sorted out of the URL. */
export function readOpinionsSearch(search: Record<string, unknown>) {
  return withoutEmpty({
    topic: idOf(search.topic),
    q: wordsOf(search.q, 200),
    kind: oneOf(KINDS, search.kind),
    side: oneOf(SIDES, search.side),
    sort: SORTS.find((sort) => sort === search.sort),
  })
}

export type OpinionsSearch = ReturnType<typeof readOpinionsSearch>
