import { idOf, withoutEmpty, wordsOf } from '../../filters.ts'

/** Reads which plan is shown, and what is sought in it, out of the URL. */
export function readPlanSearch(search: Record<string, unknown>) {
  return withoutEmpty({ plan: idOf(search.plan), q: wordsOf(search.q, 200) })
}
