import type { NameComparison, NameEvidence, NameLevel } from './person-name.ts'

/** Comparisons are shared constants: a million of them a second make no garbage. */
function constant(level: NameLevel, because: NameEvidence, similarity: number): NameComparison {
  return Object.freeze({ level, because, similarity })
}

export const SAME = constant('same', 'equal', 1)
export const CHARACTERS = constant('variant', 'characters', 0.98)
export const ROMANISATION = constant('variant', 'romanisation', 0.95)
export const DIACRITICS = constant('variant', 'diacritics', 0.97)
export const NICKNAME = constant('variant', 'nickname', 0.9)
export const TRANSLITERATION = constant('variant', 'transliteration', 0.93)
export const OWN_READING = constant('reading', 'own-reading', 0.97)
export const LISTED_READING = constant('reading', 'listed-reading', 0.93)
export const CHARACTER_READING = constant('reading', 'character-reading', 0.8)
/** Katakana of a Western name: more names than one sound so. */
export const BONES = constant('reading', 'transliteration', 0.78)
/** The list knows the name, but not read so. */
export const UNLISTED_READING = constant('close', 'character-reading', 0.5)
export const INITIALS = constant('initials', 'initials', 0.72)
export const SAME_SOUND = constant('different', 'same-sound', 0.45)
export const NOTHING = constant('different', 'nothing', 0)
