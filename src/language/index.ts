export {
  type Automaton,
  buildAutomaton,
  scan,
} from './aho-corasick.ts'
export * from './calibration.ts'
export {
  createLanguageDetector,
  type LanguageDetector,
} from './detect.ts'
export { BUCKETS, FeatureBag, hashOf, hashOn } from './feature-bag.ts'
export * from './feature-table.ts'
export { type FoldedText, foldText, foldWithOffsets } from './fold.ts'
export * from './group-copies.ts'
export * from './known-units.ts'
export * from './linear-heads.ts'
export * from './min-hash.ts'
export * from './names/index.ts'
export { organisationKey } from './organisation-key.ts'
export {
  isHan,
  isHiragana,
  isKana,
  isKatakana,
  isSpacedWordCharacter,
} from './scripts.ts'
export * from './text-features.ts'
export {
  matchesPhrases,
  searchQuery,
  searchTokens,
  toTsQueryLiteral,
  toTsVectorLiteral,
} from './tokens.ts'
export * from './train-heads.ts'
export { ngramsFile } from './trained-detector.ts'
