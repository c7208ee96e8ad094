import { ownWords } from '../label-functions/own-words.ts'
import { type FoundTurn, turn, turnFinder } from './turn.ts'
import { ENGLISH_TURNS } from './turns-en.ts'
import { JAPANESE_TURNS } from './turns-ja.ts'

const FINDERS: Record<string, (folded: string) => FoundTurn[]> = {
  en: turnFinder(ENGLISH_TURNS),
  ja: turnFinder(JAPANESE_TURNS),
}

/** What was only passed on says nothing of who passed it on. */
const ONLY_SHARED = turn(
  'only-shared',
  {
    complaint: -2,
    praise: -2,
    recommendation_given: -2,
    churn: -2,
    purchase: -2,
    'sentiment:neutral': 2,
    'stage:none': 2,
    'stance:none': 2,
  },
  'rt @',
)

/** The turns that a folded text takes; of languages that have no list only what was shared. */
export function findTurns(folded: string, lang: string): FoundTurn[] {
  const isShared = folded.includes('rt @') && ownWords(folded).trim() === ''
  if (isShared) return [{ turn: ONLY_SHARED, start: 0, end: folded.length }]
  return FINDERS[lang]?.(folded) ?? []
}
