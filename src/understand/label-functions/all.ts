import { ENGLISH_INTENT_FUNCTIONS } from './intents-en.ts'
import { JAPANESE_INTENT_FUNCTIONS } from './intents-ja.ts'
import type { LabelFunction } from './label-function.ts'
import { ENGLISH_STAGE_FUNCTIONS } from './stage-en.ts'
import { JAPANESE_STAGE_FUNCTIONS } from './stage-ja.ts'
import { ENGLISH_STANCE_FUNCTIONS } from './stance-en.ts'
import { JAPANESE_STANCE_FUNCTIONS } from './stance-ja.ts'

/** All signs in Japanese posts. Their order is that of the features: add at the end of each list. */
export const JAPANESE_LABEL_FUNCTIONS: readonly LabelFunction[] = [
  ...JAPANESE_STAGE_FUNCTIONS,
  ...JAPANESE_INTENT_FUNCTIONS,
  ...JAPANESE_STANCE_FUNCTIONS,
]

/** All signs in English posts, in an order to keep likewise. */
export const ENGLISH_LABEL_FUNCTIONS: readonly LabelFunction[] = [
  ...ENGLISH_STAGE_FUNCTIONS,
  ...ENGLISH_INTENT_FUNCTIONS,
  ...ENGLISH_STANCE_FUNCTIONS,
]
