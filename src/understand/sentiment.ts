import { buildAutomaton, foldText, scan } from '#language/index.ts'
import type { Sentiment } from '#vocabulary/index.ts'
import { type Feeling, feelingAt, lexiconEntries, type SeenText } from './feeling.ts'
import { EMOJI_LEXICON, FACES, LAUGHTER, LAUGHTER_WEIGHT } from './lexicon-signs.ts'
import { englishFeelings } from './sentiment-en.ts'
import { japaneseFeelings } from './sentiment-ja.ts'

/** The feeling of a text: the label, the score behind it, and the pieces that moved it. */
export interface FoundSentiment {
  sentiment: Sentiment
  /** -1 .. 1. */
  score: number
  confidence: number
  feelings: Feeling[]
}

/**
 * The author's feeling by lexicon. Words count in Japanese and English, signs (emoji, faces,
 * laughter) in every language; what is quoted weighs half or less, what is asked a little less.
 * The sum is squashed as in VADER, x / sqrt(x² + 15).
 */
export function findSentiment(seen: SeenText, lang: string): FoundSentiment {
  const words = lang === 'ja' ? japaneseFeelings(seen) : lang === 'en' ? englishFeelings(seen) : []
  const feelings = weakenAsked(
    weakenQuoted([...words, ...signFeelings(seen)], seen.text),
    seen.text,
  )
  const sum = feelings.reduce((total, { weight }) => total + weight, 0)
  const all = sum + laughter(seen, sum, feelings) + emphasis(seen.text, sum)
  return { ...judge(all / Math.sqrt(all * all + SQUASH)), feelings }
}

const SQUASH = 15
const NEUTRAL_BELOW = 0.15
/** How fast confidence grows with the distance from the border between two labels. */
const STEEPNESS = 4

function judge(score: number): Omit<FoundSentiment, 'feelings'> {
  const distance = Math.abs(score) - NEUTRAL_BELOW
  const sentiment = distance < 0 ? 'neutral' : score > 0 ? 'positive' : 'negative'
  return { sentiment, score, confidence: squashMargin(Math.abs(distance) * STEEPNESS) }
}

/** A margin of 0 is a coin toss (0.5); uncalibrated, only ordered. */
function squashMargin(margin: number): number {
  return 1 / (1 + Math.exp(-margin))
}

const EMOJI = [...lexiconEntries(EMOJI_LEXICON)].map(([sign, weight]) => ({
  sign: foldText(sign),
  weight,
}))
const EMOJI_AUTOMATON = buildAutomaton(EMOJI.map(({ sign }) => sign))
const MAY_HOLD_EMOJI = /[\u2600-\u27bf\u266a\u2b50\ud83c-\ud83e]/
const MAY_HOLD_FACE = /[()（）:;=<>_^;0oO]/
/** The third of the same emoji says no more than the second. */
const SAME_SIGN_MAX = 2

function signFeelings(seen: SeenText): Feeling[] {
  const feelings: Feeling[] = []
  if (MAY_HOLD_EMOJI.test(seen.text)) addEmoji(seen, feelings)
  if (MAY_HOLD_FACE.test(seen.text)) addFaces(seen.text, feelings)
  return feelings
}

function addEmoji(seen: SeenText, feelings: Feeling[]): void {
  const counts = new Map<number, number>()
  scan(EMOJI_AUTOMATON, seen.folded.text, (index, start, end) => {
    const count = (counts.get(index) ?? 0) + 1
    counts.set(index, count)
    const emoji = EMOJI[index]
    if (emoji === undefined || count > SAME_SIGN_MAX) return
    feelings.push(feelingAt(seen, start, end, emoji.weight / count))
  })
}

function addFaces(text: string, feelings: Feeling[]): void {
  for (const [weight, pattern] of FACES) {
    const match = pattern.exec(text)
    if (match === null) continue
    feelings.push({ start: match.index, end: match.index + match[0].length, weight })
  }
}

/** Laughing with: nothing where the rest is negative, for that is laughing at. */
function laughter(seen: SeenText, sum: number, feelings: Feeling[]): number {
  if (sum < 0) return 0
  LAUGHTER.lastIndex = 0
  const match = LAUGHTER.exec(seen.folded.text)
  if (match === null) return 0
  feelings.push(feelingAt(seen, match.index, match.index + match[0].length, LAUGHTER_WEIGHT))
  return LAUGHTER_WEIGHT
}

const EXCLAMATION = 0.292
const EXCLAMATIONS_MAX = 3

function emphasis(text: string, sum: number): number {
  if (sum === 0) return 0
  const count = Math.min(EXCLAMATIONS_MAX, text.match(/[!！]/g)?.length ?? 0)
  return Math.sign(sum) * count * EXCLAMATION
}

/** Quotation marks may be emphasis or a name; a quoted line is somebody else's. */
const QUOTED: readonly (readonly [factor: number, pattern: RegExp])[] = [
  [0.5, /「[^」]*」|『[^』]*』|“[^”]*”|"[^"]*"/g],
  [0.2, /^\s*[>＞].*$/gm],
  [0.5, /\bRT @.*/gs],
]
const MAY_HOLD_QUOTE = /[「『“">＞]|RT @/

function weakenQuoted(feelings: Feeling[], text: string): Feeling[] {
  if (feelings.length === 0 || !MAY_HOLD_QUOTE.test(text)) return feelings
  const spans = QUOTED.flatMap(([factor, pattern]) =>
    [...text.matchAll(pattern)].map((m) => ({
      factor,
      start: m.index,
      end: m.index + m[0].length,
    })),
  )
  return feelings.map((feeling) => {
    const inside = spans.filter((span) => feeling.start >= span.start && feeling.end <= span.end)
    const factor = Math.min(1, ...inside.map((span) => span.factor))
    return { ...feeling, weight: feeling.weight * factor }
  })
}

const ASKED = /[^。．.!！?？\n]*[?？]/g
const ASKED_FACTOR = 0.7

function weakenAsked(feelings: Feeling[], text: string): Feeling[] {
  if (feelings.length === 0 || !/[?？]/.test(text)) return feelings
  const questions = [...text.matchAll(ASKED)].map((m) => [m.index, m.index + m[0].length] as const)
  return feelings.map((feeling) => {
    const asked = questions.some(([start, end]) => feeling.start >= start && feeling.end <= end)
    return asked ? { ...feeling, weight: feeling.weight * ASKED_FACTOR } : feeling
  })
}
