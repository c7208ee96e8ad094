export {
  type Automaton,
  buildAutomaton,
  type OnMatch,
  scan,
} from './aho-corasick.ts'
export {
  createLanguageDetector,
  type DetectedLanguage,
  type LanguageDetector,
  languageDetectorWith,
} from './detect.ts'
export { type FoldedText, foldText, foldWithOffsets } from './fold.ts'
export {
  isHan,
  isHangul,
  isHiragana,
  isKana,
  isKatakana,
  isSpacedWordCharacter,
} from './scripts.ts'
export {
  matchesPhrases,
  type QueryToken,
  type SearchQuery,
  searchQuery,
  searchTokens,
  toTsQueryLiteral,
  toTsVectorLiteral,
} from './tokens.ts'
