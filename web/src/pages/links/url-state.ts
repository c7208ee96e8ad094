import { withoutEmpty, wordsOf } from '../../filters.ts'

/** Reads what Links and codes is searched for out of the URL. */
export function readLinksSearch(search: Record<string, unknown>) {
  return withoutEmpty({ q: wordsOf(search.q, 200) })
}
