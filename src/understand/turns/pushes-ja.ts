/** What sounds good and isn't. */
export const BAD_AFTER_ALL = {
  'sentiment:negative': 2,
  'sentiment:positive': -2,
  praise: -1.5,
} as const

/** What blames after praise, or praises after blame: both stand, and the last word outweighs. */
export const BAD_IN_SUM = { 'sentiment:negative': 2, 'sentiment:positive': -2 } as const
export const GOOD_IN_SUM = { 'sentiment:positive': 2, 'sentiment:negative': -2 } as const

/** What leans neither way. */
export const NEITHER = {
  'sentiment:neutral': 2,
  'sentiment:positive': -1,
  'sentiment:negative': -1,
} as const

/** Who has it, or was there. */
export const HAS_IT = {
  'stage:satisfaction': 2,
  'stage:evaluation': -1.5,
  'stage:discovery': -1,
  purchase: -2,
} as const

/** Who weighs one thing against another. */
export const WEIGHS_IT = {
  'stage:evaluation': 2,
  'stage:discovery': -1.5,
  'stage:satisfaction': -1,
} as const
