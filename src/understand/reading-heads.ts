import type { Head } from '#language/index.ts'
import { INTENTS, SENTIMENTS, STAGES_OR_NONE, STANCES } from '#vocabulary/index.ts'

/** The questions that a reader answers of every post, all from the same features. */
export const READING_HEADS: readonly Head[] = [
  { name: 'sentiment', kind: 'softmax', labels: SENTIMENTS },
  { name: 'stage', kind: 'softmax', labels: STAGES_OR_NONE },
  { name: 'stance', kind: 'softmax', labels: STANCES },
  ...INTENTS.map((name): Head => ({ name, kind: 'sigmoid', labels: [name] })),
  { name: 'toxicity', kind: 'sigmoid', labels: ['toxicity'] },
  { name: 'score', kind: 'linear', labels: ['score'] },
]
