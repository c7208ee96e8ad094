/** What the trained detector makes of a text. */
export interface TrainedVerdict {
  /** ISO 639-1; empty where nothing is known of the text. */
  language: string
  /** How much speaks for a language, 0 .. 1; undefined where nothing does. */
  scoreOf(language: string): number | undefined
  isReliable: boolean
}

export interface TrainedDetector {
  detect(text: string): TrainedVerdict
}

/** The parts of eld (https://github.com/nitotm/efficient-language-detector-js, Apache-2.0) that are read. */
interface EldParts {
  /** A character for each byte. */
  dictionary: readonly string[]
  avgScore: Readonly<Record<string, number>>
  separators: RegExp
}

/**
 * The detector of eld, size small, 60 languages: its n-grams and its rules, with the n-grams in typed
 * arrays. It says the same of every text; but eld makes an object of every text's n-grams, which took a
 * fifth of the time of an English post and let the process grow by hundreds of megabytes.
 * `ngrams` is the text of `ngramsFile()`.
 */
export async function createTrainedDetector(ngrams: string): Promise<TrainedDetector> {
  const parts = await loadEldParts()
  const { languages, table } = readGrams(ngrams)
  const scores = new Uint32Array(languages.length)
  const grams = new DistinctGrams()
  return {
    detect: (text) => {
      grams.clear()
      cutGrams(wordsOf(text, parts), grams)
      scores.fill(0)
      for (let at = 0; at < grams.known; at++) addScores(table, grams, at, scores)
      return verdictOf(scores, grams.count, languages, parts.avgScore)
    },
  }
}

/** Eld's parts lie beside its entry. */
function eldFile(path: string): URL {
  return new URL(path, import.meta.resolve('eld/small'))
}

/** The file of the n-grams of 60 languages. */
export function ngramsFile(): URL {
  return eldFile('../ngrams/small.js')
}

async function loadEldParts(): Promise<EldParts> {
  const [{ dictionary }, { avgScore }, { separators }] = await Promise.all(
    ['../dictionary.js', '../avgScore.js', '../regexPatterns.js'].map(
      (path) => import(eldFile(path).href),
    ),
  )
  return { dictionary, avgScore, separators }
}

const GRAM_UNITS = 4
/** Beside the characters (up to four of a byte each): how many they are, and where a word begins or ends. */
const BEGINS = 8
const ENDS = 16
const SHAPE_BITS = 5
const COUNT_BITS = 6

/**
 * N-grams by open addressing: at 2 × slot the characters, then shape, number of languages and where
 * these begin in `languages` and `scores`.
 */
interface GramTable {
  mask: number
  slots: Int32Array
  languages: Uint8Array
  scores: Uint16Array
}

/** What eld takes off every score to make its file smaller. */
const SCORE_BASE = 53

const LANGUAGE = /\d+:'(\w+)'/g
/** `'gram':{3:54,7:60},`; grams that are names stand without quotation marks. */
const GRAM = /(?:'((?:[^'\\]|\\.)+)'|([^'{}:,]+)):\{((?:\d+:\d+,?)+)\},?/y

/**
 * Reads eld's n-grams from the text of its file, which is one object literal: running it would make 80,000 objects,
 * 140 megabytes. Throws where the file is of another form.
 */
function readGrams(file: string): { languages: string[]; table: GramTable } {
  const from = file.indexOf('ngrams:{') + 'ngrams:{'.length
  const languages = Array.from(file.slice(0, from).matchAll(LANGUAGE), ([, code]) => code as string)
  const table = emptyTable(file.split(':{').length, file.split(/[{,]\d+:\d/).length)
  let pairs = 0
  GRAM.lastIndex = from
  for (let match = GRAM.exec(file); match !== null; match = GRAM.exec(file)) {
    const [, quoted, bare, scores = ''] = match
    pairs = addGram(table, bare ?? (quoted ?? '').replace(/\\(.)/g, '$1'), scores, pairs)
    if (file[GRAM.lastIndex] === '}') return { languages, table }
  }
  throw new Error('The n-grams of eld are not written as expected')
}

function emptyTable(grams: number, pairs: number): GramTable {
  const size = 2 ** Math.ceil(Math.log2(grams * 1.5))
  return {
    mask: size - 1,
    slots: new Int32Array(2 * size),
    languages: new Uint8Array(pairs),
    scores: new Uint16Array(pairs),
  }
}

/** Puts the gram's languages, `3:54,7:60`, at `from`; answers where the next gram's begin. */
function addGram(table: GramTable, gram: string, scores: string, from: number): number {
  const { chars, shape } = packGram(gram)
  let to = from
  for (const pair of scores.split(',')) {
    const colon = pair.indexOf(':')
    table.languages[to] = Number(pair.slice(0, colon))
    table.scores[to++] = Number(pair.slice(colon + 1)) + SCORE_BASE
  }
  const slot = slotOf(table, chars, shape)
  table.slots[2 * slot] = chars
  table.slots[2 * slot + 1] =
    shape | ((to - from) << SHAPE_BITS) | (from << (SHAPE_BITS + COUNT_BITS))
  return to
}

function packGram(gram: string): { chars: number; shape: number } {
  const begins = gram.startsWith(' ')
  const ends = gram.endsWith(' ')
  const core = gram.slice(begins ? 1 : 0, ends ? -1 : undefined)
  return { chars: packChars(core, 0, core.length), shape: shapeOf(core.length, begins, ends) }
}

function packChars(text: string, from: number, to: number): number {
  let chars = 0
  for (let at = from; at < to; at++) chars = (chars << 8) | text.charCodeAt(at)
  return chars
}

function shapeOf(units: number, begins: boolean, ends: boolean): number {
  return units | (begins ? BEGINS : 0) | (ends ? ENDS : 0)
}

const SHAPE_MASK = 2 ** SHAPE_BITS - 1

/** The slot of a gram, or the empty one where it would stand. */
function slotOf({ mask, slots }: GramTable, chars: number, shape: number): number {
  let slot = hashGram(chars, shape) & mask
  for (;;) {
    const there = slots[2 * slot + 1] as number
    if (there === 0) return slot
    if (slots[2 * slot] === chars && (there & SHAPE_MASK) === shape) return slot
    slot = (slot + 1) & mask
  }
}

function hashGram(chars: number, shape: number): number {
  const mixed = Math.imul(chars ^ Math.imul(shape, 0x85ebca6b), 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}

function addScores(table: GramTable, grams: DistinctGrams, at: number, into: Uint32Array): void {
  const slot = slotOf(table, grams.chars[at] as number, grams.shapes[at] as number)
  const packed = table.slots[2 * slot + 1] as number
  const count = (packed >>> SHAPE_BITS) & (2 ** COUNT_BITS - 1)
  const from = packed >>> (SHAPE_BITS + COUNT_BITS)
  for (let pair = from; pair < from + count; pair++) {
    const language = table.languages[pair] as number
    into[language] = (into[language] as number) + (table.scores[pair] as number)
  }
}

/** More than the bytes that are looked at can hold. */
const GRAMS_MAX = 512
const SEEN_SLOTS = 1024

/** The different n-grams of one text. */
class DistinctGrams {
  readonly chars = new Int32Array(GRAMS_MAX)
  readonly shapes = new Uint8Array(GRAMS_MAX)
  /** Of those that may be known. */
  known = 0
  /** By slot the gram and the text that it was seen in. */
  readonly #seen = new Uint16Array(SEEN_SLOTS)
  readonly #seenIn = new Uint32Array(SEEN_SLOTS)
  #text = 0
  readonly #endings = new Set<string>()

  get count(): number {
    return this.known + this.#endings.size
  }

  clear(): void {
    this.known = 0
    this.#text++
    if (this.#endings.size > 0) this.#endings.clear()
  }

  add(chars: number, shape: number): void {
    let slot = hashGram(chars, shape) & (SEEN_SLOTS - 1)
    while (this.#seenIn[slot] === this.#text) {
      const other = this.#seen[slot] as number
      if (this.chars[other] === chars && this.shapes[other] === shape) return
      slot = (slot + 1) & (SEEN_SLOTS - 1)
    }
    this.#seenIn[slot] = this.#text
    this.#seen[slot] = this.known
    this.chars[this.known] = chars
    this.shapes[this.known++] = shape
  }

  /** The rest of an overlong word: one n-gram more, which nobody knows. */
  addEnding(ending: string): void {
    this.#endings.add(ending)
  }
}

const WORD_UNITS_MAX = 70
const STRIDE = 3

/** Every third run of four bytes of each word, and its last four. */
function cutGrams(words: readonly string[], into: DistinctGrams): void {
  for (const word of words) {
    const length = Math.min(word.length, WORD_UNITS_MAX)
    let at = 0
    for (; at + GRAM_UNITS < length; at += STRIDE) {
      into.add(packChars(word, at, at + GRAM_UNITS), shapeOf(GRAM_UNITS, at === 0, false))
    }
    const from = Math.max(0, length - GRAM_UNITS)
    if (word.length > length) into.addEnding(word.slice(from))
    else into.add(packChars(word, from, length), shapeOf(length - from, at === 0, true))
  }
}

const TEXT_UNITS_MAX = 1_000
/** After so many bytes the word is the last, and after so many the character. */
const CUT_AFTER_BYTES = 350
const CUT_WITHIN_BYTES = 380

/** The words of the text's beginning, each byte of their UTF-8 as one character of eld's dictionary. */
function wordsOf(text: string, { separators, dictionary }: EldParts): string[] {
  const plain = text.substring(0, TEXT_UNITS_MAX).replace(separators, ' ').trim().toLowerCase()
  const words: string[] = []
  let word = ''
  let bytes = 0
  for (const character of plain) {
    if (character === ' ') {
      if (word !== '') words.push(word)
      word = ''
      if (bytes > CUT_AFTER_BYTES) break
    }
    const point = character.codePointAt(0) as number
    if (point < 0x80) word += character === ' ' ? '' : character
    else for (const byte of utf8Of(point)) word += dictionary[byte]
    bytes += bytesOf(point)
    if (bytes > CUT_WITHIN_BYTES) break
  }
  if (word !== '') words.push(word)
  return words
}

function bytesOf(point: number): number {
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}

function utf8Of(point: number): number[] {
  const next = (shift: number) => 0x80 | ((point >> shift) & 0x3f)
  if (point < 0x800) return [0xc0 | (point >> 6), next(0)]
  if (point < 0x10000) return [0xe0 | (point >> 12), next(6), next(0)]
  return [0xf0 | (point >> 18), next(12), next(6), next(0)]
}

/** Brings scores a gram to 0 .. 1. */
const SCORE_SCALE = 25
const GRAMS_MIN = 3
/** Of the score that a language has on average where it is right. */
const RELIABLE_SHARE = 0.75
const LEAD_MIN = 0.01

function verdictOf(
  scores: Uint32Array,
  grams: number,
  languages: readonly string[],
  averages: Readonly<Record<string, number>>,
): TrainedVerdict {
  const scaled = (at: number) => {
    const each = (scores[at] as number) / grams
    return each / (each + SCORE_SCALE)
  }
  let best = -1
  let second = -1
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] as number
    if (score === 0) continue
    if (best < 0 || score > (scores[best] as number)) {
      second = best
      best = at
    } else if (second < 0 || score > (scores[second] as number)) second = at
  }
  if (best < 0) return { language: '', scoreOf: () => undefined, isReliable: false }
  const language = languages[best] as string
  const top = scaled(best)
  const isUsual = top >= (averages[language] ?? 0) * RELIABLE_SHARE
  // So eld has it: the lead is over the number of the second language, not over its score.
  const isLeading = Math.abs(top - Math.max(0, second)) >= LEAD_MIN
  return {
    language,
    scoreOf: (asked) => {
      const at = languages.indexOf(asked)
      return (scores[at] ?? 0) > 0 ? scaled(at) : undefined
    },
    isReliable: grams >= GRAMS_MIN && isUsual && isLeading,
  }
}
