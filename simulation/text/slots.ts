import { pickOne } from './fragment.ts'
import type { Chance, ProductWords, TextRequest } from './text-request.ts'

/** Puts the names in; English articles before them become right. One post keeps to one name. */
export function fillSlots(text: string, request: TextRequest, chance: Chance): string {
  const { language } = request.voice
  const isTidy = request.voice.register !== 'slang'
  const words = {
    P: nameOf(request.product, language, chance),
    R: nameOf(request.rival, language, chance),
    K: request.product?.category[language] ?? '',
    M: request.product?.company[language] ?? '',
  }
  return text.replace(
    /(\b[Aa] )?\{([PRKM])\}/g,
    (found, article: string | undefined, slot: string, at: number) => {
      const word = words[slot as keyof typeof words]
      if (word === '') throw new RangeError(`No words for ${found} in: ${text}`)
      if (!article)
        return slot === 'K' && isTidy && startsSentence(text, at) ? capitalised(word) : word
      return `${article.trim()}${startsWithVowel(word) ? 'n' : ''} ${word}`
    },
  )
}

function nameOf(product: ProductWords | undefined, language: 'ja' | 'en', chance: Chance): string {
  const names = product?.names[language] ?? []
  const usual = names[0] ?? ''
  return chance() < 0.7 ? usual : (pickOne(names, chance) ?? usual)
}

function startsSentence(text: string, at: number): boolean {
  const before = text.slice(0, at)
  return before === '' || /[.!?] $/.test(before)
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function startsWithVowel(word: string): boolean {
  return /^[aeiou]/i.test(word) && !/^(uni|use|eu|one\b)/i.test(word)
}

/** What is left of a text without names, tags and numbers. */
export function frameOf(dressed: string): string {
  return dressed
    .replace(/\{[A-Z]\}/g, '')
    .replace(/#[^\s#]+/g, '')
    .replace(/[0-9０-９]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
