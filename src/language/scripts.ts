/** Which writing system a UTF-16 code unit belongs to, as far as reading posts needs to know. */

/** Hiragana, without the marks that both kana share. */
export function isHiragana(unit: number): boolean {
  return (unit >= 0x3041 && unit <= 0x3096) || unit === 0x309d || unit === 0x309e
}

/** Katakana, full and half width, without the long-vowel mark. */
export function isKatakana(unit: number): boolean {
  return (
    (unit >= 0x30a1 && unit <= 0x30fa) ||
    unit === 0x30fd ||
    unit === 0x30fe ||
    (unit >= 0x31f0 && unit <= 0x31ff) ||
    (unit >= 0xff66 && unit <= 0xff9d && unit !== 0xff70)
  )
}

/** The long-vowel mark ー, full or half width. */
export function isLongVowel(unit: number): boolean {
  return unit === 0x30fc || unit === 0xff70
}

export function isKana(unit: number): boolean {
  return isHiragana(unit) || isKatakana(unit) || isLongVowel(unit)
}

/** Chinese characters of the basic plane and 々〆〇; the supplementary planes are left to \p{Script=Han}. */
export function isHan(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0x3005 && unit <= 0x3007)
  )
}

export function isHangul(unit: number): boolean {
  return (
    (unit >= 0xac00 && unit <= 0xd7a3) ||
    (unit >= 0x1100 && unit <= 0x11ff) ||
    (unit >= 0x3131 && unit <= 0x318e)
  )
}

/** The scripts that are written without spaces between words; one character class for both search and topics. */
export const UNSPACED =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Bopomofo}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}ー'

const SPACED_WORD = new RegExp(`^[[\\p{L}\\p{N}\\p{M}]--[${UNSPACED}]]$`, 'v')

/** Whether the character (one code point) is part of a word in a script that puts spaces between words. */
export function isSpacedWordCharacter(character: string): boolean {
  const unit = character.charCodeAt(0)
  if (unit < 0x80) {
    const lower = unit | 0x20
    return (unit >= 0x30 && unit <= 0x39) || (lower >= 0x61 && lower <= 0x7a)
  }
  return SPACED_WORD.test(character)
}
