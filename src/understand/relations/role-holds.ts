import { foldText } from '#language/index.ts'

/** The words as they are compared; what folds to nothing is left out. */
export function foldedWords(words: readonly string[]): string[] {
  return words.map((word) => foldText(word).trim()).filter((word) => word !== '')
}

const WRITTEN_APART = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u

/**
 * Whether one of the folded words stands in a role, whatever its case and width. What is written with
 * spaces between words stands there as a whole: CTO is not in director, 部長 is in 購買部長.
 */
export function roleHolds(role: string, words: readonly string[]): boolean {
  const text = foldText(role)
  return words.some((word) => holdsWord(text, word))
}

function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!isGlued(text, at) && !isGlued(text, at + word.length)) return true
  }
  return false
}

/** Whether the place stands inside of a word that is written apart from others. */
function isGlued(text: string, at: number): boolean {
  return WRITTEN_APART.test(text.charAt(at - 1)) && WRITTEN_APART.test(text.charAt(at))
}
