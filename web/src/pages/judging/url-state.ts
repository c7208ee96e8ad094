import { oneOf, withoutEmpty, wordsOf } from '../../filters.ts'
import type { TeachNext } from '../../terms.ts'

export interface JudgingSearch {
  queue?: TeachNext['queue']
  lang?: string
}

const LANG_CHARS_MAX = 20

export function readJudgingSearch(search: Record<string, unknown>): JudgingSearch {
  return withoutEmpty({
    queue: oneOf(['audit', 'learning'], search.queue),
    lang: wordsOf(search.lang, LANG_CHARS_MAX),
  })
}
