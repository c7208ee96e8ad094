/** Letters that no decomposition takes to a base letter. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ŋ: 'ng',
  ə: 'a',
}
const OTHER = /[ßøæœðþłđħıŋə]/g

/** Lower-case Latin letters without diacritics: Søren is soren, Müller muller. */
export function foldLatin(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(OTHER, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’`´.-]/g, '')
}

/** Mueller, Müller and Muller as one: the e that German writes for an umlaut is gone. */
export function withoutUmlautE(folded: string): string {
  return folded.replace(/(?<=[aou])e/g, '').replace(/aa/g, 'a')
}
