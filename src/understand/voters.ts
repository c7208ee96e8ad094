import { ENGLISH_LABEL_FUNCTIONS, JAPANESE_LABEL_FUNCTIONS } from './label-functions/all.ts'
import { createVoters, type Voters } from './label-functions/label-function.ts'

const JAPANESE = createVoters(JAPANESE_LABEL_FUNCTIONS)
const ENGLISH = createVoters(ENGLISH_LABEL_FUNCTIONS)
const NOBODY = createVoters([])

/** The label functions that vote on posts of a language; for other languages there are none. */
export function votersFor(lang: string): Voters {
  if (lang === 'ja') return JAPANESE
  return lang === 'en' ? ENGLISH : NOBODY
}
