/**
 * The words of a clause that may tell what it is about: in English words without their endings, in
 * Japanese runs of kanji and of katakana, pairs of kanji inside longer runs, and triples of hiragana
 * (うるさい has no kanji). Each once.
 */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase()
  const words = new Set<string>()
  for (const [found] of plain.matchAll(WORD)) {
    if (isLatin(found)) addLatin(found, words)
    else addJapanese(found, words)
  }
  return [...words]
}

const WORD =
  /[\p{sc=Latin}][\p{sc=Latin}'’-]*|[\p{sc=Han}々]+|[\p{sc=Katakana}ー]{2,}|[\p{sc=Hiragana}ー]{3,}/gu

function isLatin(word: string): boolean {
  return /^\p{sc=Latin}/u.test(word)
}

/** Words that stand in texts about anything. */
const COMMON = new Set(
  "the and for with that this they them then than there here have has had was were are been being its it i you your we our my me he she his her him who what which when where why how not but yet all any some one two three day days week weeks month months year years just very really so too also even still only more most much many than out into over from about after before because while can could would should will may might must do does did done get got go going gone make made say said know think like want need use used using thing things something nothing anything everything anyone everyone people every each other another again ever never always now new first last time times way lot bit i'm i've it's don't didn't doesn't can't won't isn't that's there's i'd they're".split(
    ' ',
  ),
)

function addLatin(word: string, words: Set<string>): void {
  const plain = word.replaceAll('’', "'").replace(/^[-']+|[-']+$|'s$/g, '')
  if (plain.length > 2 && !COMMON.has(plain)) words.add(stemOf(plain))
}

/** Plurals, -ing, -ed, -ly, -er: enough to take "cleaning" and "cleaned" for one. */
function stemOf(word: string): string {
  if (word.length < 5) return word.replace(/([^s])s$/, '$1')
  return word.replace(/(?:ing|ed|ly|er|es|s|e)$/, '').replace(/([^aeiou])\1$/, '$1')
}

function addJapanese(run: string, words: Set<string>): void {
  const characters = [...run]
  const isHiragana = /^\p{sc=Hiragana}/u.test(run)
  if (!isHiragana) words.add(run)
  const size = isHiragana ? 3 : 2
  if (!isHiragana && characters.length <= 2) return
  for (let at = 0; at + size <= characters.length; at++) {
    words.add(characters.slice(at, at + size).join(''))
  }
}
