import { DIACRITICS, INITIALS, NICKNAME, ROMANISATION, TRANSLITERATION } from './comparisons.ts'
import { looksSlavic, looseSlavic } from './cyrillic.ts'
import { withoutUmlautE } from './fold-latin.ts'
import { isKoreanFamily, looseKorean } from './hangul.ts'
import { areNicknames } from './nicknames.ts'
import type { NameComparison, NamePart } from './person-name.ts'

/** Two different Latin words that may be one name all the same; undefined where nothing says so. */
export function agreeInLatin(a: NamePart, b: NamePart): NameComparison | undefined {
  if (a.isInitial || b.isInitial) return a.text[0] === b.text[0] ? INITIALS : undefined
  const [sound] = a.looseSounds
  if (sound !== undefined && sound === b.looseSounds[0]) return ROMANISATION
  if (endsAlike(a, b) && withoutUmlautE(a.text) === withoutUmlautE(b.text)) return DIACRITICS
  if (areTransliterations(a, b)) return TRANSLITERATION
  return areNicknames(a.text, b.text) ? NICKNAME : undefined
}

/** The umlaut's e hardly ever stands last, so the last letters say most of it at once. */
function endsAlike(a: NamePart, b: NamePart): boolean {
  return a.text.at(-1) === b.text.at(-1) || a.text.endsWith('e') || b.text.endsWith('e')
}

function areTransliterations(a: NamePart, b: NamePart): boolean {
  const from = a.from ?? b.from
  if (from === 'hangul') return a.from === from ? areKorean(a, b) : areKorean(b, a)
  const isSlavic = from === 'cyrillic' || (looksSlavic(a.text) && looksSlavic(b.text))
  return isSlavic && looseSlavic(a.text) === looseSlavic(b.text)
}

function areKorean(transliterated: NamePart, other: NamePart): boolean {
  if (isKoreanFamily(transliterated.written, other.text)) return true
  return looseKorean(transliterated.text) === looseKorean(other.text)
}
