import { type PreparedText, plainText, prepareText, similarityFrom } from './compare-text.ts'
import { type FieldComparison, indexOf, level } from './field-comparison.ts'

export interface PreparedAddress {
  text: string
  /** The longest word. */
  longest: string | undefined
  /** House, block and flat, without postcode. */
  numbers: readonly string[]
  postcode: string | undefined
  /** All that is no number. */
  street: PreparedStreet
}

interface PreparedStreet {
  words: readonly PreparedText[]
  joined: string
  /** All letters of all words. */
  letters: number
  characters: number
}

const KANJI_DIGITS = '〇一二三四五六七八九'
/** Postcodes of Japan, of most of Europe and America, of Britain. */
const POSTCODES = [
  /〒?\s*(\d{3}-\d{4})(?!\d)/,
  /\b([a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2})\b/,
  /\b(\d{4,5})\b(?=\D*$)/,
]
const SHORT_FORMS: Record<string, string> = {
  ...{ street: 'st', road: 'rd', avenue: 'ave', drive: 'dr', place: 'pl', court: 'ct' },
  ...{ crescent: 'cr', cres: 'cr', lane: 'ln', boulevard: 'blvd', terrace: 'tce', circuit: 'cct' },
  ...{ close: 'cl', highway: 'hwy', apartment: 'apt', flat: 'apt', unit: 'apt', north: 'n' },
  ...{ south: 's', east: 'e', west: 'w', mount: 'mt', saint: 'st' },
}

/** An address taken apart: what stands where differs from country to country, so as little as helps. */
function prepareAddress(text: string): PreparedAddress {
  const plain = text.replace(/([一二三四五六七八九]?十?[一二三四五六七八九十])(?=丁目)/g, readTens)
  const postcode = POSTCODES.map((form) => form.exec(plain)?.[1]).find((code) => code !== undefined)
  const rest = postcode === undefined ? plain : plain.replace(postcode, ' ')
  const spaced = rest
    .replace(/丁目|番地の?|番|号室?|〒/g, ' ')
    .replace(/(?<=\D)(?=\d)|(?<=\d)(?=\D)/g, ' ')
  const parts = spaced.split(/[^\p{L}\p{N}\p{M}ー]+/u).filter((part) => part !== '')
  const numbers = parts.filter((part) => /^\d+$/.test(part))
  const words = parts.filter((part) => !/^\d+$/.test(part)).map((word) => SHORT_FORMS[word] ?? word)
  const longest = [...words].sort((a, b) => b.length - a.length)[0]
  return { text, longest, numbers, postcode, street: prepareStreet(words) }
}

function prepareStreet(words: readonly string[]): PreparedStreet {
  const prepared = [...new Set(words)].map(prepareText)
  return {
    words: prepared,
    joined: words.join(''),
    letters: prepared.reduce((sum, { joined }) => sum + joined.length, 0),
    characters: prepared.reduce((all, { characters }) => all | characters, 0),
  }
}

function readTens(tens: string): string {
  const at = tens.indexOf('十')
  if (at === -1) return String(KANJI_DIGITS.indexOf(tens))
  const before = tens.slice(0, at)
  const after = tens.slice(at + 1)
  return String(
    (before === '' ? 1 : KANJI_DIGITS.indexOf(before)) * 10 +
      (after === '' ? 0 : KANJI_DIGITS.indexOf(after)),
  )
}

const LEVELS = [
  level('exact', 0.6, 1e-4, 1),
  level('close', 0.15, 2e-4, 0.5),
  level('part', 0.07, 2e-3),
  level('area', 0.03, 0.01),
  level('different', 0.15, 0.9877),
]
const [CLOSE, PART, AREA, DIFFERENT] = [
  ...[indexOf(LEVELS, 'close'), indexOf(LEVELS, 'part')],
  ...[indexOf(LEVELS, 'area'), indexOf(LEVELS, 'different')],
] as [number, number, number, number]

function compareAddresses(a: PreparedAddress, b: PreparedAddress): number {
  const samePostcode = a.postcode !== undefined && a.postcode === b.postcode
  const alike = streetsAlike(a.street, b.street)
  if (alike < 0.4) return samePostcode ? AREA : DIFFERENT
  const sameHouse = a.numbers[0] !== undefined && a.numbers[0] === b.numbers[0]
  if (sameNumbers(a.numbers, b.numbers) && alike >= 0.7) return CLOSE
  if (sameHouse && samePostcode && alike >= 0.4) return CLOSE
  if (alike >= 0.7 || (sameHouse && alike >= 0.4)) return PART
  return AREA
}

/** From here on two words are one, misspelt. */
const WORD_FROM = 0.9

/** How much of the longer street is found in the other, word by word, by letters, 0..1. */
function streetsAlike(a: PreparedStreet, b: PreparedStreet): number {
  if ((a.characters & b.characters) === 0) return 0
  const isFewer = a.words.length <= b.words.length
  const few = isFewer ? a : b
  if (few.letters === 0) return 0
  if (a.joined === b.joined) return 1
  const many = (isFewer ? b : a).words
  let found = 0
  for (let at = 0; at < few.words.length; at++) {
    const word = few.words[at]
    if (word !== undefined && isAmong(many, word)) found += word.joined.length
  }
  return found / Math.max(a.letters, b.letters)
}

function isAmong(words: readonly PreparedText[], word: PreparedText): boolean {
  for (let at = 0; at < words.length; at++) {
    const other = words[at]
    if (other !== undefined && areOneWord(word, other)) return true
  }
  return false
}

function areOneWord(a: PreparedText, b: PreparedText): boolean {
  if (a.joined === b.joined) return true
  return (
    Math.min(a.joined.length, b.joined.length) >= 4 && similarityFrom(WORD_FROM, a, b) >= WORD_FROM
  )
}

function sameNumbers(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((number, at) => number === b[at])
}

export const addressComparison: FieldComparison<PreparedAddress> = {
  field: 'address',
  levels: LEVELS,
  textOf: ({ address }) => plainText(address),
  prepare: prepareAddress,
  compare: compareAddresses,
  frequencyMin: () => 1e-7,
}
