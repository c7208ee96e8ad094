import { foldText, isHan } from '#language/index.ts'

/** A display name taken apart as far as it is certain; `plain` is what remains without ornaments. */
export interface SplitName {
  plain: string
  family: string | null
  given: string | null
}

const ORNAMENTS =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3|[★☆♪♡♥]|:[a-z0-9_+-]+:/giu
const ENGLISH_TITLE = /^(?:mr|mrs|ms|miss|dr|prof|sir|mx)\b\.?\s+/i
const ENGLISH_SUFFIX = /,?\s+(?:jr|sr|ph\.?d|md|esq|ii|iii)\.?$/i
const JAPANESE_HONORIFIC = /(?<=\S)\s*(?:さん|さま|様|氏|ちゃん|くん|殿|先生)$/
const AFTER_AT = /\s*[@＠].*$/u

const HAN_NAME = /^[\p{sc=Han}々ヶヵケノ]{1,4}$/u
const KANA_NAME = /^[\p{sc=Hiragana}\p{sc=Katakana}ー]{1,6}$/u
const LATIN_NAME = /^\p{Lu}[\p{L}\p{M}'’-]*\.?$/u

/**
 * Splits a display name into family and given name, only where the form leaves no doubt:
 * 「山田 太郎」 is family first, "Taro Yamada" given first, "YAMADA Taro" family first (the
 * capitals say so). `lang` is the language of the person's posts: with `zh`, `ko`, `hu` or `vi`
 * Latin names are not split, because either order is common. Anything else (one word, three
 * Japanese words, a slogan) keeps both null. Emoji, honorifics (さん, 様, Mr., Dr.) and 「＠地名」
 * are dropped.
 */
export function splitDisplayName(name: string, lang?: string): SplitName {
  const plain = plainName(name)
  const words = plain.split(' ')
  return { plain, ...(splitJapanese(words) ?? splitLatin(words, lang) ?? UNSPLIT) }
}

const UNSPLIT = { family: null, given: null }

function plainName(name: string): string {
  return name
    .toWellFormed()
    .normalize('NFKC')
    .replace(ORNAMENTS, ' ')
    .replace(AFTER_AT, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(ENGLISH_TITLE, '')
    .replace(ENGLISH_SUFFIX, '')
    .replace(JAPANESE_HONORIFIC, '')
    .trim()
}

type Parts = Pick<SplitName, 'family' | 'given'>

function splitJapanese(words: string[]): Parts | null {
  const [family, given] = words
  if (words.length !== 2 || family === undefined || given === undefined) return null
  const japanese = [family, given].every((word) => HAN_NAME.test(word) || KANA_NAME.test(word))
  // Two kana words may be a foreign name (マイケル ジョーダン), which is given first.
  const certain = isHan(family.charCodeAt(0)) || isHiraganaOnly(family)
  return japanese && certain ? { family, given } : null
}

function isHiraganaOnly(word: string): boolean {
  return /^\p{sc=Hiragana}+$/u.test(word)
}

const EITHER_ORDER = new Set(['zh', 'ko', 'hu', 'vi'])

function splitLatin(words: string[], lang: string | undefined): Parts | null {
  if (words.length < 2 || words.length > 3 || !words.every((word) => LATIN_NAME.test(word))) {
    return null
  }
  const first = words[0] ?? ''
  const last = words.at(-1) ?? ''
  if (words.length === 2 && isCapitals(first) && !isCapitals(last)) {
    return { family: first, given: last }
  }
  if (lang !== undefined && EITHER_ORDER.has(lang.split('-')[0] ?? '')) return null
  return { family: last, given: words.slice(0, -1).join(' ') }
}

function isCapitals(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase()
}

/**
 * What names are sorted by: the reading where one is known (that gives 五十音 order), else the name,
 * folded; so ヤマダ and やまだ, Ｙ and y stand together.
 */
export function sortKey(name: string, reading?: string): string {
  const known = reading?.trim()
  return foldText(known === undefined || known === '' ? plainName(name) : known).trim()
}
