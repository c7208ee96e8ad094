import { lexicon } from 'vader-sentiment/src/vader_lexicon.js'
import { type Feeling, feelingAt, lexiconEntries, type SeenText } from './feeling.ts'
import { ENGLISH_INTENSIFIERS, ENGLISH_LEXICON, ENGLISH_NEGATIONS } from './lexicon-en.ts'

/**
 * The feelings that English words in the text carry, with negation, intensifiers, capitals and
 * "but" applied. The rules and their constants are those of VADER (C. J. Hutto, E. Gilbert: "VADER:
 * a parsimonious rule-based model for sentiment analysis of social media text", ICWSM 2014); the
 * lexicon is our own, and VADER's where ours has no word.
 */
export function englishFeelings(seen: SeenText): Feeling[] {
  const words = wordsOf(seen)
  const shouts = isMixedCase(seen.text)
  const feelings: Feeling[] = []
  for (let at = 0; at < words.length; ) {
    const found = longestEntry(words, at)
    if (found === null) {
      at++
      continue
    }
    const last = words[at + found.words - 1] ?? words[at]
    if (last !== undefined && found.weight !== 0)
      feelings.push(weighed(seen, words, at, last, found.weight, shouts))
    at += found.words
  }
  return weighBut(feelings, seen)
}

interface Word {
  text: string
  start: number
  end: number
  /** A full stop, comma or other break stands between this word and the one before. */
  afterBreak: boolean
}

const WORD = /[a-z0-9]+(?:['-][a-z0-9]+)*/g
const BREAK = /[.,;:!?()\n]/

function wordsOf(seen: SeenText): Word[] {
  const folded = seen.folded.text.replaceAll('’', "'")
  const words: Word[] = []
  let before = 0
  for (const match of folded.matchAll(WORD)) {
    const start = match.index
    const end = start + match[0].length
    words.push({ text: match[0], start, end, afterBreak: BREAK.test(folded.slice(before, start)) })
    before = end
  }
  return words
}

/** VADER's words where ours has none; its signs are ours already. */
const ENTRIES = new Map([
  ...Object.entries(lexicon).filter(([word]) => /^[a-z]/.test(word)),
  ...lexiconEntries(ENGLISH_LEXICON),
])
const PHRASE_STARTS = new Set(
  [...ENTRIES.keys()].filter((key) => key.includes('_')).map((key) => key.split('_')[0]),
)
const PHRASE_WORDS_MAX = 6

function longestEntry(words: Word[], at: number): { weight: number; words: number } | null {
  const first = words[at]?.text ?? ''
  if (PHRASE_STARTS.has(first)) {
    for (let count = PHRASE_WORDS_MAX; count > 1; count--) {
      const phrase = words.slice(at, at + count).map((word) => word.text)
      const weight = phrase.length === count ? ENTRIES.get(phrase.join('_')) : undefined
      if (weight !== undefined) return { weight, words: count }
    }
  }
  const weight = weightOfWord(first)
  return weight === undefined ? null : { weight, words: 1 }
}

/**
 * What the words met first came to: few words make most of what is said. Kept when full, not begun anew:
 * names and typos never end, and each new one would grow the process until memory is next collected.
 */
const met = new Map<string, number | undefined>()
const MET_WORDS_MAX = 20_000
/** A longer word, cut out of a text, would keep the whole text alive (V8's sliced strings). */
const MET_LETTERS_MAX = 12

function weightOfWord(word: string): number | undefined {
  if (word.length > MET_LETTERS_MAX) return weighWord(word)
  const before = met.get(word)
  if (before !== undefined || met.has(word)) return before
  const weight = weighWord(word)
  if (met.size < MET_WORDS_MAX) met.set(word, weight)
  return weight
}

function weighWord(word: string): number | undefined {
  const known = ENTRIES.get(word)
  if (known !== undefined || word.length < 4 || Object.hasOwn(ENGLISH_INTENSIFIERS, word))
    return known
  for (const stem of stemsOf(word)) {
    const weight = ENTRIES.get(stem)
    if (weight !== undefined) return weight
  }
  return undefined
}

const ENDING = /^(.{2,}?)(ies|ied|iest|ier|ily|s|es|d|ed|r|er|st|est|ing|ly|ness)$/

function* stemsOf(word: string): Generator<string> {
  const last = word.charCodeAt(word.length - 1)
  // s d r t g y : no other letter ends an inflected form.
  if (
    !(last === 115 || last === 100 || last === 114 || last === 116 || last === 103 || last === 121)
  )
    return
  const [, stem, ending] = ENDING.exec(word) ?? []
  if (stem === undefined || ending === undefined) return
  if (ending.startsWith('i') && ending !== 'ing') yield `${stem}y`
  for (const cut of [1, 2, 3, 4]) {
    const rest = word.slice(0, -cut)
    if (rest.length < 3 || !/^(?:s|es|d|ed|r|er|st|est|ing|ly|ness)$/.test(word.slice(-cut)))
      continue
    yield rest
    if (cut > 1) yield `${rest}e`
    if (cut > 1 && rest.at(-1) === rest.at(-2)) yield rest.slice(0, -1)
  }
}

const NEGATED = -0.74
const CAPITALS = 0.733

function weighed(
  seen: SeenText,
  words: Word[],
  at: number,
  last: Word,
  base: number,
  shouts: boolean,
): Feeling {
  const first = words[at] ?? last
  const feeling = feelingAt(seen, first.start, last.end, base)
  const sign = Math.sign(base)
  let strength = Math.abs(base)
  if (shouts && isCapitals(seen.text.slice(feeling.start, feeling.end))) strength += CAPITALS
  const context = contextBefore(words, at)
  strength = Math.max(0.1, strength + context.intensity)
  feeling.weight = sign * strength * (context.negated ? NEGATED : 1)
  return feeling
}

const FADING = [1, 0.95, 0.9]

/** What up to three words before say, within the same clause. */
function contextBefore(words: Word[], at: number): { intensity: number; negated: boolean } {
  let intensity = 0
  let negated = false
  for (let back = 1; back <= FADING.length; back++) {
    const word = words[at - back]
    if (word === undefined || words[at - back + 1]?.afterBreak) break
    intensity += intensityOf(word.text) * (FADING[back - 1] ?? 0)
    if (ENGLISH_NEGATIONS.has(word.text) && words[at - back + 1]?.text !== 'only') negated = true
  }
  return { intensity, negated }
}

function intensityOf(word: string): number {
  return Object.hasOwn(ENGLISH_INTENSIFIERS, word) ? (ENGLISH_INTENSIFIERS[word] ?? 0) : 0
}

function isMixedCase(text: string): boolean {
  return text !== text.toUpperCase()
}

function isCapitals(word: string): boolean {
  return word.length > 2 && word === word.toUpperCase() && word !== word.toLowerCase()
}

const BUT = /\bbut\b|\bhowever\b/g
const BEFORE_BUT = 0.5
const AFTER_BUT = 1.5

function weighBut(feelings: Feeling[], seen: SeenText): Feeling[] {
  const turn = [...seen.folded.text.matchAll(BUT)].at(-1)
  if (turn === undefined || feelings.length === 0) return feelings
  const at = seen.folded.offsets[turn.index] as number
  return feelings.map((feeling) => ({
    ...feeling,
    weight: feeling.weight * (feeling.start < at ? BEFORE_BUT : AFTER_BUT),
  }))
}
