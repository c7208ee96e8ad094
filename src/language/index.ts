export {
  type Automaton,
  buildAutomaton,
  scan,
} from './aho-corasick.ts'
export {
  createLanguageDetector,
  type LanguageDetector,
  languageDetectorWith,
} from './detect.ts'
export { type FoldedText, foldText, foldWithOffsets } from './fold.ts'
export { organisationKey } from './organisation-key.ts'
export {
  isHan,
  isHiragana,
  isKana,
  isKatakana,
  isSpacedWordCharacter,
} from './scripts.ts'
export {
  matchesPhrases,
  searchQuery,
  searchTokens,
  toTsQueryLiteral,
  toTsVectorLiteral,
} from './tokens.ts'
