import type { StageOrNone, Stance } from '#vocabulary/index.ts'

/**
 * A label function: a sign in the folded text (lower case, katakana as hiragana, half width) that
 * speaks for a label with a weight. Their sum decides; 1 is "enough by itself if nothing speaks
 * against it".
 */
export interface LabelRule<Label extends string> {
  name: string
  label: Label
  weight: number
  pattern: RegExp
}

export type StageRule = LabelRule<StageOrNone>
export type StanceRule = LabelRule<Exclude<Stance, 'none'>>
