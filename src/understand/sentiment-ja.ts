import { buildAutomaton, foldText, isHiragana, isKatakana, scan } from '#language/index.ts'
import { type Feeling, feelingAt, lexiconEntries, type SeenText } from './feeling.ts'
import {
  JAPANESE_AGREEMENT,
  JAPANESE_INTENSIFIERS,
  JAPANESE_LEXICON,
  JAPANESE_NEGATION,
} from './lexicon-ja.ts'

/** The feelings that Japanese words in the text carry, with negation, intensifiers and けど applied. */
export function japaneseFeelings(seen: SeenText): Feeling[] {
  const feelings = leftmostLongest(entriesIn(seen))
    .filter((match) => match.weight !== 0)
    .map((match) => weighed(seen, match))
  return weighTurn(feelings, seen)
}

interface Entry {
  written: string
  folded: string
  weight: number
}

const ENTRIES: readonly Entry[] = Array.from(
  lexiconEntries(JAPANESE_LEXICON),
  ([written, weight]) => ({
    written,
    folded: foldText(written),
    weight,
  }),
)
const AUTOMATON = buildAutomaton(ENTRIES.map((entry) => entry.folded))

interface EntryMatch {
  start: number
  end: number
  weight: number
}

function entriesIn(seen: SeenText): EntryMatch[] {
  const matches: EntryMatch[] = []
  scan(AUTOMATON, seen.folded.text, (index, start, end) => {
    const entry = ENTRIES[index]
    if (entry !== undefined && isWrittenAlike(seen, entry, start, end)) {
      matches.push({ start, end, weight: entry.weight })
    }
  })
  return matches
}

const SHORT_KATAKANA = /^[ァ-ヺー]{1,3}$/

/**
 * Kana of the one kind often stand inside words of the other (クソ in くそ… is fine to list twice,
 * ダサ in ください is not): an entry in katakana counts only where katakana stand, and a short one
 * only where no further katakana follow or precede (ミス is not in ミスト).
 */
function isWrittenAlike(seen: SeenText, entry: Entry, start: number, end: number): boolean {
  const from = seen.folded.offsets[start] as number
  const first = entry.written.charCodeAt(0)
  const there = seen.text.charCodeAt(from)
  if (isKatakana(first) && isHiragana(there)) return false
  if (isHiragana(first) && isKatakana(there)) return false
  if (!SHORT_KATAKANA.test(entry.written)) return true
  const to = seen.folded.offsets[end] as number
  const after = seen.text.charCodeAt(to)
  return !isKatakana(seen.text.charCodeAt(from - 1)) && !isKatakana(after) && after !== 0x30fc
}

function leftmostLongest(matches: EntryMatch[]): EntryMatch[] {
  if (matches.length < 2) return matches
  matches.sort((a, b) => a.start - b.start || b.end - a.end)
  let end = -1
  return matches.filter((match) => {
    const isFree = match.start >= end
    if (isFree) end = match.end
    return isFree
  })
}

const NEGATED_POSITIVE = -0.8
/** 悪くない is fainter praise than 悪い is blame. */
const NEGATED_NEGATIVE = -0.4
const LOOK_BEHIND_UNITS = 10
const LOOK_AHEAD_UNITS = 12

function weighed(seen: SeenText, { start, end, weight }: EntryMatch): Feeling {
  const { text } = seen.folded
  const before = text.slice(Math.max(0, start - LOOK_BEHIND_UNITS), start)
  const after = text.slice(end, end + LOOK_AHEAD_UNITS)
  const intensity = JAPANESE_INTENSIFIERS.find(([, pattern]) => pattern.test(before))?.[0] ?? 1
  return feelingAt(seen, start, end, weight * intensity * negation(weight, after))
}

function negation(weight: number, after: string): number {
  if (!JAPANESE_NEGATION.test(after) || JAPANESE_AGREEMENT.test(after)) return 1
  return weight > 0 ? NEGATED_POSITIVE : NEGATED_NEGATIVE
}

const TURN = /けど|けれど|ものの|しかし|ですが|ますが|したが|だが|でも、/g
const BEFORE_TURN = 0.6
const AFTER_TURN = 1.3

function weighTurn(feelings: Feeling[], seen: SeenText): Feeling[] {
  if (feelings.length < 2) return feelings
  const turn = [...seen.folded.text.matchAll(TURN)].at(-1)
  if (turn === undefined) return feelings
  const at = seen.folded.offsets[turn.index] as number
  return feelings.map((feeling) => ({
    ...feeling,
    weight: feeling.weight * (feeling.start < at ? BEFORE_TURN : AFTER_TURN),
  }))
}
