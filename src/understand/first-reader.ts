import { foldWithOffsets, isHan, isKana, type LanguageDetector } from '#language/index.ts'
import {
  type Evidence,
  INTENTS,
  type Intent,
  type Reader,
  type Reading,
  STAGES_OR_NONE,
  type StageOrNone,
} from '#vocabulary/index.ts'
import type { SeenText } from './feeling.ts'
import { findSentiment } from './sentiment.ts'
import { findStage, findStance } from './stage.ts'

/** Longer texts are read by their beginning: a decision shows early, and time must stay bounded. */
const READ_UNITS_MAX = 4_000
const EVIDENCE_MAX = 12

/**
 * The reader that needs no training: sentiment by a lexicon of our own with negation and
 * intensifiers, stage and stance by label functions, in Japanese and English; in other languages
 * only emoji and faces speak and the stage is none.
 *
 * Confidences are squashed margins between the best label and the next. They are ordered but NOT
 * calibrated: 0.8 does not mean right in 8 of 10 cases. Calibration comes with trained models.
 */
export function createFirstReader(detector: LanguageDetector): Reader {
  return { model: MODEL, read: (text, hint) => readText(detector, text, hint?.lang) }
}

const MODEL = 'lexicon-1'
const NO_INTENTS = Object.fromEntries(INTENTS.map((intent) => [intent, 0])) as Record<
  Intent,
  number
>
const NO_STAGES = Object.fromEntries(STAGES_OR_NONE.map((stage) => [stage, 0])) as Record<
  StageOrNone,
  number
>

function readText(detector: LanguageDetector, text: string, hint: string | undefined): Reading {
  const { lang, confidence } = detector.detect(text, hint)
  const head = text.length > READ_UNITS_MAX ? text.slice(0, READ_UNITS_MAX) : text
  const seen: SeenText = { text: head, folded: foldWithOffsets(head) }
  const readAs = lang === 'und' ? likelyLanguage(head) : lang
  const feeling = findSentiment(seen, readAs)
  const { stage, confidence: stageConfidence, signs } = findStage(seen, readAs)
  const { stance, signs: stanceSigns } = findStance(seen, readAs, stage, feeling)
  return {
    lang,
    langConfidence: confidence,
    sentiment: feeling.sentiment,
    sentimentScore: feeling.score,
    sentimentConfidence: feeling.confidence,
    intents: NO_INTENTS,
    asserted: [],
    stage,
    stageConfidence,
    stageProbabilities: { ...NO_STAGES, [stage]: stageConfidence },
    stance,
    toxicity: 0,
    isToxic: false,
    novelty: 0,
    unsure: [],
    model: MODEL,
    evidence: [
      ...evidenceFrom(head, 'sentiment', feeling.feelings),
      ...evidenceFrom(head, 'stage', signs),
      ...evidenceFrom(head, 'stance', stanceSigns.map(signed)),
    ],
  }
}

/** Of the two lexicons, the one that a text too short to tell a language is worth trying with. */
function likelyLanguage(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (isKana(unit) || isHan(unit)) return 'ja'
  }
  return 'en'
}

interface Piece {
  start: number
  end: number
  weight: number
}

function signed({ label, weight, start, end }: Piece & { label: string }): Piece {
  return { start, end, weight: label === 'against' ? -weight : weight }
}

/** The strongest pieces, strongest first. */
function evidenceFrom(text: string, of: Evidence['of'], pieces: readonly Piece[]): Evidence[] {
  return pieces
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, EVIDENCE_MAX)
    .map(({ start, end, weight }) => ({ of, text: text.slice(start, end), weight: round(weight) }))
}

function round(weight: number): number {
  return Math.round(weight * 100) / 100
}
