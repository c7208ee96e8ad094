import { isHan, isHangul, isKana, isLongVowel } from './scripts.ts'
import { singleScriptLanguage } from './single-script-languages.ts'
import {
  createTrainedDetector,
  type TrainedDetector,
  type TrainedVerdict,
} from './trained-detector.ts'

/** What language a text is in; `lang` is an ISO 639-1 code, or `und` where there is nothing to go by. */
export interface DetectedLanguage {
  lang: string
  /** 0..1: how plainly the text shows it. Ordered, not calibrated. */
  confidence: number
}

export interface LanguageDetector {
  /** `hint` is what the platform claims (a BCP 47 tag); it decides only where the text does not. */
  detect(text: string, hint?: string): DetectedLanguage
}

/**
 * A detector by the n-grams in the text of `ngramsFile()`. It asks, in this order: the
 * script, where it settles the language (kana, hangul, Thai ...); the trained detector; the hint.
 * Texts are judged without links, addresses and mentions.
 */
export async function createLanguageDetector(ngrams: string): Promise<LanguageDetector> {
  return languageDetectorWith(await createTrainedDetector(ngrams))
}

/** The detector around any trained one. */
function languageDetectorWith(trained: TrainedDetector): LanguageDetector {
  return {
    detect(text, hint) {
      const words = withoutAddresses(text)
      const letters = countLetters(words)
      const hinted = hint === undefined ? null : baseLanguage(hint)
      return (
        detectByScript(words, letters, hinted) ?? detectTrained(trained, words, letters, hinted)
      )
    },
  }
}

const UNDETERMINED: DetectedLanguage = { lang: 'und', confidence: 0 }
/** Links, mail addresses (parts bounded, so that no text takes long) and mentions. */
const ADDRESS =
  /https?:\/\/\S+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}|@[\w.]+(?:@[\w.-]+)?/gi
const MAY_HOLD_ADDRESS = /@|\/\/|www\./i
/** More text than this changes no verdict. */
const JUDGED_UNITS_MAX = 2_000

function withoutAddresses(text: string): string {
  const judged = text.slice(0, JUDGED_UNITS_MAX)
  return MAY_HOLD_ADDRESS.test(judged) ? judged.replace(ADDRESS, ' ') : judged
}

function baseLanguage(tag: string): string | null {
  const base = tag.trim().toLowerCase().split(/[-_]/)[0] ?? ''
  return /^[a-z]{2,3}$/.test(base) && base !== 'und' ? base : null
}

interface LetterCounts {
  kana: number
  han: number
  hangul: number
  other: number
  total: number
}

function countLetters(text: string): LetterCounts {
  const counts = { kana: 0, han: 0, hangul: 0, other: 0, total: 0 }
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (isKana(unit)) counts.kana += isLoneFaceKana(text, at) ? 0 : 1
    else if (isHan(unit)) counts.han++
    else if (isHangul(unit)) counts.hangul++
    else if (isOtherLetter(unit)) counts.other++
  }
  counts.total = counts.kana + counts.han + counts.hangul + counts.other
  return counts
}

/** ツ ノ シ ー in ¯\_(ツ)_/¯ and other faces are drawings: kana without kana or han beside them. */
function isLoneFaceKana(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (!isLongVowel(unit) && !'ツノシヘσДつっ'.includes(String.fromCharCode(unit))) return false
  return !isJapanese(text.charCodeAt(at - 1)) && !isJapanese(text.charCodeAt(at + 1))
}

function isJapanese(unit: number): boolean {
  return isKana(unit) || isHan(unit)
}

const OTHER_LETTER = /\p{L}/u

function isOtherLetter(unit: number): boolean {
  if (unit < 0x80) {
    const lower = unit | 0x20
    return lower >= 0x61 && lower <= 0x7a
  }
  if (unit >= 0x2000 && unit <= 0x2bff) return false
  return OTHER_LETTER.test(String.fromCharCode(unit))
}

/** A Latin word takes about four times the letters that the same word takes in Japanese. */
const LATIN_PER_JAPANESE = 4

function detectByScript(
  text: string,
  letters: LetterCounts,
  hint: string | null,
): DetectedLanguage | null {
  const { kana, han, hangul, other, total } = letters
  if (total === 0) return UNDETERMINED
  const japanese = kana + han
  if (kana > 0 && japanese * LATIN_PER_JAPANESE >= other && kana >= hangul) {
    return { lang: 'ja', confidence: kanaConfidence(kana, japanese, other) }
  }
  if (hangul > 0 && hangul * 2 >= other) return { lang: 'ko', confidence: 0.98 }
  if (han > 0 && han * LATIN_PER_JAPANESE >= other) return detectHan(text, han, hint)
  return singleScriptLanguage(text, other)
}

function kanaConfidence(kana: number, japanese: number, other: number): number {
  const certain = kana >= 3 ? 0.99 : 0.85
  return other > japanese * 2 ? certain - 0.2 : certain
}

/** Characters that only one of the two writes: simplified forms, and forms reduced in Japan alone. */
const ONLY_CHINESE =
  /[们这为么吗说时对没还过个来给让谁请问买卖东车长门见贵书电话气发现关开热爱乐话妈爸她你您哪吧呢啊很]/
const ONLY_JAPANESE =
  /[々円広気売対応験読変実関検総戦図悪楽様歳両権単従価経済済鉄駅発転帰済込働峠畑]/
const JAPANESE_BY_DEFAULT_UNITS_MAX = 6

/** Han without kana: forms that only one language has, then the hint; short pieces count as Japanese. */
function detectHan(text: string, han: number, hint: string | null): DetectedLanguage {
  const chinese = ONLY_CHINESE.test(text)
  const japanese = ONLY_JAPANESE.test(text)
  if (chinese !== japanese) return { lang: chinese ? 'zh' : 'ja', confidence: 0.9 }
  if (hint === 'ja' || hint === 'zh') return { lang: hint, confidence: 0.8 }
  if (han <= JAPANESE_BY_DEFAULT_UNITS_MAX) return { lang: 'ja', confidence: 0.5 }
  return { lang: 'zh', confidence: 0.6 }
}

const LETTERS_MIN = 3
/** Words that are English and hardly anything else; they settle what is too short for n-grams. */
const ENGLISH =
  /\b(?:the|and|you|your|this|that|what|with|have|just|thanks|thank|please|love|my|is|was|it's|i'm|don't|ok|yes|good|great|bad|lol|omg|wow|hello|how|why|who|where|not|never|awesome|terrible|awful|nice|cool|hate|best|worst)\b/i
/** Cries of English speakers that n-grams take for small languages. */
const ENGLISH_CRY =
  /\b(?:wtf|ftw|tgif|wtg|omfg|lmf?ao|damn(?:it)?|dang|congrats|haha(?:ha)*|ya+y+|yep|nope|sweet|adorable|brilliant|dude|sad|silly|cute|weak|hugs?|jerk|bastards?|okay|yeah|crazy|freaking|shit|hush|bye|glad|miss|mistake|whoo+|woo+)\b/i
const CRY_WORDS_MAX = 6

function detectTrained(
  trained: TrainedDetector,
  text: string,
  letters: LetterCounts,
  hint: string | null,
): DetectedLanguage {
  if (letters.other < LETTERS_MIN) return hint ? { lang: hint, confidence: 0.3 } : UNDETERMINED
  const result = trained.detect(text)
  if (hint === null && isEnglishCry(text)) return { lang: 'en', confidence: 0.6 }
  const lang = result.language === '' ? 'und' : result.language
  if (lang !== 'en' && (hint ?? 'en') === 'en' && couldBeEnglish(text, lang, result)) {
    return { lang: 'en', confidence: hint === 'en' ? 0.8 : 0.55 }
  }
  if (result.isReliable) return { lang, confidence: lang === hint ? 0.98 : 0.93 }
  if (lang === hint) return { lang, confidence: 0.8 }
  if (hint !== null) return { lang: hint, confidence: 0.5 }
  if (lang !== 'en' && ENGLISH.test(text)) return { lang: 'en', confidence: 0.6 }
  return { lang, confidence: lang === 'und' ? 0 : 0.45 }
}

function isEnglishCry(text: string): boolean {
  if (!PLAIN_ASCII.test(text) || !ENGLISH_CRY.test(text)) return false
  return text.trim().split(/\s+/).length <= CRY_WORDS_MAX
}

const PLAIN_ASCII = /^[\n\r\t -~]*$/
/** Other languages in plain ASCII score at most two thirds as English; slangy English nearly as much. */
const ENGLISH_SHARE_MIN = 0.85

/** Slang and cries (yay, wtf) score as some small language by a hair; English is by far likelier. */
function couldBeEnglish(text: string, lang: string, { scoreOf }: TrainedVerdict): boolean {
  if (!PLAIN_ASCII.test(text)) return false
  return (scoreOf('en') ?? 0) >= ENGLISH_SHARE_MIN * (scoreOf(lang) ?? 1)
}
