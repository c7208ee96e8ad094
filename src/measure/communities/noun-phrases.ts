import { BEFORE_NOUNS, BEFORE_VERBS, FUNCTION_WORDS } from './function-words.ts'

/** A phrase that may name what a text is about. */
export interface NounPhrase {
  /** Folded, plural forms brought together: the same for all that say the same. */
  key: string
  /** As it is written. */
  surface: string
  /** For English, whether it stands where nouns stand (1), where verbs stand (-1), or neither. */
  nounSign: -1 | 0 | 1
}

/** Parts of a text in which nobody names anything: addresses, accounts. */
const SKIPPED = /https?:\/\/\S+|www\.\S+|\S+@\S+|@[\w.@-]+/gu

/** Of a text so much is looked at. */
const CHARS_MAX = 1_000

/**
 * Phrases that may be nouns. Japanese: runs of kanji and katakana (with Latin letters inside, as in
 * 4K動画), and the words of long runs, unless what follows makes them something else: a stem (面白い),
 * an adjective (新鮮な) or somebody's name (田中さん). English: up to three words in a row none of
 * which is a function word. Never a function word, a number or a single character. Each once a text.
 */
export function nounPhrases(text: string): NounPhrase[] {
  const plain = text.slice(0, CHARS_MAX).normalize('NFKC').replace(SKIPPED, ' . ')
  const found = new Map<string, NounPhrase>()
  const note = (phrase: NounPhrase) => {
    const known = found.get(phrase.key)
    if (known === undefined || phrase.nounSign > known.nounSign) found.set(phrase.key, phrase)
  }
  for (const phrase of japanesePhrases(plain)) note(phrase)
  for (const phrase of englishPhrases(plain)) note(phrase)
  return [...found.values()]
}

const JAPANESE_RUN =
  /[\p{sc=Han}々〆\p{sc=Katakana}ー][\p{sc=Han}々〆\p{sc=Katakana}ーA-Za-z0-9]*/gu
/** What stands after a noun: a particle, する and its forms, the copula, or no hiragana at all. */
const AFTER_NOUN =
  /^(?:$|[^\p{sc=Hiragana}]|は|が|を|に|で|と|も|の|へ|や|から|まで|より|だ|じゃ|って|など|なら|なの|なん|ばかり|だけ|しか|し(?:た|て|ま|な|よ|か|ろ|に)|す(?:る|れ)|さ(?:れ|せ|え)|ごと|か(?:$|[^\p{sc=Hiragana}]|も|な|ら))/u
const HONORIFIC = /^(?:さん|さま|ちゃん|くん|様|氏|君)/u
const ENDS_IN_TITLE = /(?:様|氏|君)$/u
/** ICU's dictionary of Japanese, the same in every Node with all languages. */
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

function* japanesePhrases(text: string): Generator<NounPhrase> {
  for (const match of text.matchAll(JAPANESE_RUN)) {
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 3)
    if (HONORIFIC.test(after) || ENDS_IN_TITLE.test(match[0])) continue
    const run = match[0].replace(/[A-Za-z0-9]+$/u, (tail) => (after === '' ? '' : tail))
    const isNoun = AFTER_NOUN.test(after)
    const words = wordsOfRun(run)
    for (const [i, word] of words.entries()) {
      // What follows tells of the last word of a run only.
      if (i === words.length - 1 && !isNoun) continue
      yield* japanesePhrase(word)
    }
    const isWhole = words.length > 1 && isNoun && words.every((word) => !FUNCTION_WORDS.has(word))
    if (isWhole && [...run].length <= RUN_CHARS_MAX) yield* japanesePhrase(run)
  }
}

/** Longer ones are lists of words without commas. */
const RUN_CHARS_MAX = 10

/** Kanji and katakana of a run apart where the dictionary parts them. */
function wordsOfRun(run: string): string[] {
  if ([...run].length <= 3 && !/\p{sc=Katakana}\p{sc=Han}|\p{sc=Han}\p{sc=Katakana}/u.test(run)) {
    return [run]
  }
  return Array.from(segmenter.segment(run), ({ segment }) => segment)
}

/** Numbers, dates, counts of something. */
const NO_WORD =
  /^[ー]+$|^(?=.*[\p{N}一二三四五六七八九十百千万億何数])[\p{N}一二三四五六七八九十百千万億何数年月日時分秒円人個回度代目本枚台冊杯歳件点名週間ヶカ]+$/u

function* japanesePhrase(word: string): Generator<NounPhrase> {
  if ([...word].length < 2 || NO_WORD.test(word) || FUNCTION_WORDS.has(word)) return
  if (/^[A-Za-z0-9]+$/.test(word) || /[的化性]$/u.test(word)) return
  yield { key: word.toLowerCase(), surface: word, nounSign: 1 }
}

const ENGLISH_WORD = /[\p{sc=Latin}][\p{sc=Latin}\p{N}'’-]*|[^\s\p{sc=Latin}]+/gu
const WORDS_MAX = 3

function* englishPhrases(text: string): Generator<NounPhrase> {
  let run: string[] = []
  let before = ''
  for (const [found] of text.matchAll(ENGLISH_WORD)) {
    const word = /^\p{sc=Latin}/u.test(found) ? trimmed(found) : ''
    if (word !== '' && isTelling(word)) {
      run.push(word)
      continue
    }
    yield* phrasesOfRun(run, before)
    run = []
    before = word.toLowerCase()
  }
  yield* phrasesOfRun(run, before)
}

function trimmed(word: string): string {
  return word.replaceAll('’', "'").replace(/^[-']+|[-']+$|'s$/g, '')
}

/** Adverbs in -ly that are no nouns; family, assembly and the like are. */
const ADVERB =
  /^(?!family$|assembly$|supply$|reply$|jelly$|belly$|butterfly$|monopoly$|anomaly$|fly$).+ly$/

function isTelling(word: string): boolean {
  const plain = word.toLowerCase()
  return plain.length > 2 && !FUNCTION_WORDS.has(plain) && !ADVERB.test(plain)
}

/** All parts of a run of at most three words; each word but the last describes the last. */
function* phrasesOfRun(run: readonly string[], before: string): Generator<NounPhrase> {
  for (let end = 1; end <= run.length; end++) {
    for (let start = Math.max(0, end - WORDS_MAX); start < end; start++) {
      const words = run.slice(start, end)
      const head = words.at(-1)?.toLowerCase() ?? ''
      if (words.length > 1 && /ed$/.test(head)) continue
      const key = words.map((word) => singular(word.toLowerCase())).join(' ')
      yield { key, surface: words.join(' '), nounSign: signOf(start, before, words) }
    }
  }
}

function signOf(start: number, before: string, words: readonly string[]): -1 | 0 | 1 {
  const stands = start > 0 ? 0 : BEFORE_NOUNS.has(before) ? 1 : BEFORE_VERBS.has(before) ? -1 : 0
  const isParticiple = words.length === 1 && /(?:ed|ing)$/i.test(words[0] ?? '')
  return isParticiple && stands < 1 ? -1 : stands
}

function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word
  return word
    .replace(/ies$/, 'y')
    .replace(/(ch|sh|x|z|s)es$/, '$1')
    .replace(/s$/, '')
}
