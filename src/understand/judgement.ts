import {
  type CorrectedPart,
  INTENTS,
  type Intent,
  type Judgement,
  READING_PARTS,
  type Reading,
  type ReadingPart,
  SENTIMENTS,
  STAGES_OR_NONE,
  STANCES,
} from '#vocabulary/index.ts'

/** What is known of a post, part by part: a label, or `yes` or `no`; parts that nobody judged are missing. */
export type Truth = { [Part in CorrectedPart]?: string }

/** The labels that each part may have. */
export function labelsOf(part: CorrectedPart): readonly string[] {
  if (part === 'sentiment') return SENTIMENTS
  if (part === 'stage') return STAGES_OR_NONE
  if (part === 'stance') return STANCES
  return YES_OR_NO
}

const YES_OR_NO = ['no', 'yes'] as const

export function isIntent(part: CorrectedPart): part is Intent {
  return (INTENTS as readonly string[]).includes(part)
}

/** What a model decided of a post. */
export function judgementOf(reading: Reading): Judgement {
  const { sentiment, stage, stance, asserted, isToxic } = reading
  return { sentiment, stage, stance, intents: [...asserted], toxicity: isToxic }
}

/** The label of one part. */
export function labelIn(judgement: Judgement, part: ReadingPart): string {
  if (part === 'sentiment' || part === 'stage' || part === 'stance') return judgement[part]
  const holds = part === 'toxicity' ? judgement.toxicity : judgement.intents.includes(part)
  return holds ? 'yes' : 'no'
}

/** A judgement as labels of every part. */
export function truthOf(judgement: Judgement): Record<ReadingPart, string> {
  const labels = READING_PARTS.map((part) => [part, labelIn(judgement, part)])
  return Object.fromEntries(labels) as Record<ReadingPart, string>
}
