import { type Turn, turn } from './turn.ts'

/** What is said of something good and meant of something bad. */
export const MOCKED = {
  'sentiment:negative': 2,
  'sentiment:positive': -3,
  praise: -3,
  'stance:for': -2,
  'stance:against': 1,
} as const

/** What sounds bad and isn't. */
export const GOOD_AFTER_ALL = {
  'sentiment:positive': 2,
  'sentiment:negative': -2,
  complaint: -1,
} as const

const GLAD = {
  'sentiment:positive': 1.5,
  'sentiment:neutral': -0.5,
  'sentiment:negative': -0.5,
} as const
const ANGRY = {
  'sentiment:negative': 2,
  'sentiment:neutral': -0.5,
  'sentiment:positive': -1.5,
  praise: -1,
} as const
const IN_TEARS = {
  'sentiment:negative': 1,
  'sentiment:neutral': -0.5,
  'sentiment:positive': -0.5,
} as const

const GLAD_EMOJI = '🎉|🥳|😍|🤩|🥰|😻|💖|💕|❤'
const ANGRY_EMOJI = '😡|🤬|🤮|🤢|👎|💢|😠|😒|😩|😤|💔'

/**
 * What a face at the end of a short post says of it; longer ones say it in words. Lengths are in UTF-16
 * code units before the face.
 */
export const endsGlad = (lengthMax: number): Turn =>
  turn('ends-glad', GLAD, GLAD_EMOJI, ending(lengthMax, `(?:${GLAD_EMOJI})️?`))

export const endsAngry = (lengthMax: number): Turn =>
  turn('ends-angry', ANGRY, ANGRY_EMOJI, ending(lengthMax, `(?:${ANGRY_EMOJI})`))

/** Tears are of joy where other words say so. */
export const endsInTears = (triggers: string, pattern: RegExp): Turn =>
  turn('ends-in-tears', IN_TEARS, triggers, pattern)

/** The two of them in characters: `(≧∀≦)`, `(#゚Д゚)`. */
export const endsWithAGladFace = (triggers: string, pattern: RegExp): Turn =>
  turn('ends-with-a-glad-face', GLAD, triggers, pattern)

export const endsWithAnAngryFace = (triggers: string, pattern: RegExp): Turn =>
  turn('ends-with-an-angry-face', ANGRY, triggers, pattern)

function ending(lengthMax: number, face: string): RegExp {
  return new RegExp(`^[\\s\\S]{0,${lengthMax}}${face}$`, 'u')
}
