import { foldText, hashOf } from '#language/index.ts'
import { jaroWinkler } from '#language/jaro-winkler.ts'
import type { ReasonField } from '#vocabulary/index.ts'
import { editsUpTo2 } from './edits.ts'
import { type FieldComparison, level } from './field-comparison.ts'
import type { MatchRecord } from './match-record.ts'

/** A value of a column of which nothing is known but that it is text. */
export interface PreparedText {
  text: string
  /** Without spaces and signs. */
  joined: string
  /** Hashes of the words that are long enough to tell, and how many words there are. */
  words: WordSet
  wordCount: number
  /** Which characters occur, 32 classes of them. */
  characters: number
  isNumber: boolean
}

const TELLING_CHARS = 3

/** Folded, and Latin letters without their marks; undefined where nothing is left. */
export function plainText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const folded = foldText(text).trim()
  if (folded === '') return undefined
  return /[\u00c0-\u024f]/.test(folded)
    ? folded
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC')
    : folded
}

export function prepareText(text: string): PreparedText {
  const words = text.split(/[^\p{L}\p{N}\p{M}ー]+/u).filter((word) => word !== '')
  const joined = words.length === 0 ? text : words.join('')
  const telling = words.filter((word) => word.length >= TELLING_CHARS)
  return {
    text,
    joined,
    words: wordSet(telling),
    wordCount: words.length,
    characters: charactersOf(joined),
    isNumber: /^[a-z]?\d+[a-z]?$/.test(joined),
  }
}

export function prepareWord(joined: string): PreparedWord {
  return { joined, characters: charactersOf(joined) }
}

function charactersOf(text: string): number {
  let classes = 0
  for (let at = 0; at < text.length; at++) classes |= 1 << (text.charCodeAt(at) & 31)
  return classes
}

const EXACT = 0
const CLOSE = 1
const PART = 2
const DIFFERENT = 3

const LEVELS = [
  level('exact', 0.8, 0.01, 1),
  level('close', 0.1, 0.005, 0.5),
  level('part', 0.04, 0.03),
  level('different', 0.06, 0.955),
]

const CLOSE_FROM = 0.92
const PART_FROM = 0.84
/** In numbers so long two slips are still more likely than chance. */
const LONG_NUMBER_CHARS = 6

/** Levels of Jaro-Winkler, and, for numbers, of slips: two house numbers are not alike for a digit. */
function compareTexts(a: PreparedText, b: PreparedText): number {
  if (a.text === b.text) return EXACT
  if (a.joined === b.joined) return CLOSE
  if (a.isNumber || b.isNumber) return compareNumbers(a.joined, b.joined)
  const similarity = similarityFrom(PART_FROM, a, b)
  if (similarity >= CLOSE_FROM) return CLOSE
  return similarity >= PART_FROM || sharesWords(a, b) ? PART : DIFFERENT
}

/** A text to compare by its characters, of which some are the same in most that are alike. */
export interface PreparedWord {
  joined: string
  /** A bit for each character in it, of 32. */
  characters: number
}

/** Jaro-Winkler of two texts where it can reach a bound; 0 where it cannot. */
export function similarityFrom(bound: number, a: PreparedWord, b: PreparedWord): number {
  return similarityMax(a, b) < bound ? 0 : jaroWinkler(a.joined, b.joined)
}

/** Jaro-Winkler is no more than this: characters that the other has not cannot match. */
function similarityMax(a: PreparedWord, b: PreparedWord): number {
  const [one, other] = [a.joined, b.joined]
  const lost = onesIn(a.characters & ~b.characters)
  const lostOfOther = onesIn(b.characters & ~a.characters)
  const matches = Math.min(one.length - lost, other.length - lostOfOther)
  const jaro = (matches / one.length + matches / other.length + 1) / 3
  let prefix = 0
  while (prefix < 4 && prefix < one.length && one.charCodeAt(prefix) === other.charCodeAt(prefix)) {
    prefix++
  }
  return jaro + 0.1 * prefix * (1 - jaro)
}

/** Whether one slip may lie between two texts: it takes one character off, puts one in, or both. */
export function mayBeOneSlipApart(a: PreparedWord, b: PreparedWord): boolean {
  return (
    Math.abs(a.joined.length - b.joined.length) <= 1 &&
    onesIn(a.characters & ~b.characters) <= 1 &&
    onesIn(b.characters & ~a.characters) <= 1
  )
}

/** Bits that are set in a word of 32. */
export function onesIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

function compareNumbers(a: string, b: string): number {
  const length = Math.max(a.length, b.length)
  if (length < 2) return DIFFERENT
  if (length < LONG_NUMBER_CHARS && a.length === b.length && differingPlaces(a, b) > 2)
    return DIFFERENT
  const edits = editsUpTo2(a, b)
  if (edits === 1) return length >= 3 ? CLOSE : PART
  return edits === 2 && length >= LONG_NUMBER_CHARS ? PART : DIFFERENT
}

function differingPlaces(a: string, b: string): number {
  let places = 0
  for (let at = 0; at < a.length; at++) if (a.charCodeAt(at) !== b.charCodeAt(at)) places++
  return places
}

/** One has half of the words of the other, of those long enough to tell. */
function sharesWords(a: PreparedText, b: PreparedText): boolean {
  const most = Math.max(a.wordCount, b.wordCount)
  return most >= 2 && countShared(a.words, b.words) * 2 >= most
}

/** Elements that two lists without doubles have in common. */
function countShared(a: WordSet, b: WordSet): number {
  let shared = 0
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) if (a[i] === b[j]) shared++
  }
  return shared
}

/** Hashes of words in 32 bits, sorted, each once. */
export type WordSet = readonly number[]

/** The words as a set of hashes, for `wordsShared`. */
export function wordSet(words: Iterable<string>): WordSet {
  // A plain array: of a few numbers a typed one takes twice the memory, and there is one a text.
  return [...Int32Array.from(new Set(words), (word) => hashOf(word)).sort()]
}

/** Share of the words of either that both have (Jaccard), of two sorted sets. */
export function wordsShared(a: WordSet, b: WordSet): number {
  if (a.length === 0 || b.length === 0) return 0
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0)
    if (difference === 0) shared++
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return shared / (a.length + b.length - shared)
}

/** A column under `more`. */
export function textComparison(
  field: ReasonField,
  read: (record: MatchRecord) => string | undefined,
): FieldComparison<PreparedText> {
  return {
    field,
    levels: LEVELS,
    textOf: (record) => plainText(read(record)),
    prepare: prepareText,
    compare: compareTexts,
    frequencyMin: () => 0,
  }
}

/** A value that is the same or is not: language. */
export function equalComparison(
  field: ReasonField,
  textOf: (record: MatchRecord) => string | undefined,
  chances: { m: number; u: number; frequencyMin: number },
): FieldComparison<string> {
  const { m, u, frequencyMin } = chances
  return {
    field,
    levels: [level('exact', m, u, 1), level('different', 1 - m, 1 - u)],
    textOf,
    prepare: (text) => text,
    compare: (a, b) => (a === b ? 0 : 1),
    frequencyMin: () => frequencyMin,
  }
}
