import type { StageOrNone, Stance } from '#vocabulary/index.ts'
import { STAGES_OR_NONE } from '#vocabulary/index.ts'
import { feelingAt, type SeenText } from './feeling.ts'
import type { LabelRule, StageRule, StanceRule } from './label-rule.ts'
import { type FoundSentiment, squashMargin } from './sentiment.ts'
import { ENGLISH_STAGE_RULES, ENGLISH_STANCE_RULES } from './stage-rules-en.ts'
import { JAPANESE_STAGE_RULES, JAPANESE_STANCE_RULES } from './stage-rules-ja.ts'

/** A rule that spoke, and the piece of the text that made it speak. */
export interface Sign<Label extends string> {
  label: Label
  weight: number
  start: number
  end: number
}

export interface FoundStage {
  stage: StageOrNone
  confidence: number
  signs: Sign<StageOrNone>[]
}

export interface FoundStance {
  stance: Stance
  signs: Sign<Exclude<Stance, 'none'>>[]
}

/** Below this no stage is plain enough. */
const STAGE_FROM = 1
/** Where nothing speaks, "none" is likely but not sure. */
const SILENCE = 1

/** Where the author is in a decision: the stage whose signs weigh most, `none` where none weighs enough. */
export function findStage(seen: SeenText, lang: string): FoundStage {
  const signs = signsOf<StageOrNone, StageRule>(stageRules(lang), seen)
  const weights = STAGES_OR_NONE.map((stage) => ({ stage, weight: weightOf(signs, stage) }))
  weights.sort((a, b) => b.weight - a.weight)
  const [first, second] = weights
  if (first === undefined || second === undefined || first.weight < STAGE_FROM) {
    return { stage: 'none', confidence: squashMargin(SILENCE - (first?.weight ?? 0)), signs }
  }
  return { stage: first.stage, confidence: squashMargin(first.weight - second.weight), signs }
}

function stageRules(lang: string): readonly StageRule[] {
  if (lang === 'ja') return JAPANESE_STAGE_RULES
  return lang === 'en' ? ENGLISH_STAGE_RULES : []
}

function stanceRules(lang: string): readonly StanceRule[] {
  if (lang === 'ja') return JAPANESE_STANCE_RULES
  return lang === 'en' ? ENGLISH_STANCE_RULES : []
}

/** From this strength on a feeling of each sign makes a mixed stance. */
const MIXED_FROM = 1.2

/**
 * For or against: by signs of its own, else, where the author has or recommends something, by the
 * feeling. Before that, a stance would be guessed: none.
 */
export function findStance(
  seen: SeenText,
  lang: string,
  stage: StageOrNone,
  { sentiment, feelings }: FoundSentiment,
): FoundStance {
  const signs = signsOf<Exclude<Stance, 'none'>, StanceRule>(stanceRules(lang), seen)
  const speaksFor = weightOf(signs, 'for')
  const speaksAgainst = weightOf(signs, 'against')
  if (speaksFor !== speaksAgainst) {
    return { stance: speaksFor > speaksAgainst ? 'for' : 'against', signs }
  }
  if (speaksFor > 0) return { stance: 'mixed', signs }
  if (stage !== 'satisfaction' && stage !== 'recommendation') return { stance: 'none', signs }
  const likes = feelings.some(({ weight }) => weight >= MIXED_FROM)
  const dislikes = feelings.some(({ weight }) => weight <= -MIXED_FROM)
  if (sentiment === 'neutral') return { stance: likes && dislikes ? 'mixed' : 'none', signs }
  return { stance: sentiment === 'positive' ? 'for' : 'against', signs }
}

function signsOf<Label extends string, Rule extends LabelRule<Label>>(
  rules: readonly Rule[],
  seen: SeenText,
): Sign<Label>[] {
  const signs: Sign<Label>[] = []
  for (const { label, weight, pattern } of rules) {
    const match = pattern.exec(seen.folded.text)
    if (match === null) continue
    const { start, end } = feelingAt(seen, match.index, match.index + match[0].length, weight)
    signs.push({ label, weight, start, end })
  }
  return signs
}

function weightOf<Label extends string>(signs: Sign<Label>[], label: Label): number {
  return signs.reduce((sum, sign) => (sign.label === label ? sum + sign.weight : sum), 0)
}
