import { level } from './field-comparison.ts'
import { type FieldParameters, shippedParameters } from './match-parameters.ts'
import type { PairSignals } from './match-record.ts'

/** Near-duplicate posts: levels of the share of posts that two handles have in common. */
const POSTS_LEVELS = [level('close', 0.25, 2e-4), level('part', 0.15, 0.01)]
const POSTS_CLOSE_FROM = 0.5
const POSTS_PART_FROM = 0.1

/**
 * What is measured as a whole: how much likelier one person is than two stands in the place of the
 * frequency, with 1 as the other chance, and the level only says it in a word.
 */
const MEASURED_LEVELS = [
  level('close', 1, 1, 1),
  level('part', 1, 1, 1),
  level('different', 1, 1, 1),
]
const CLOSE_FROM_NATS = 2
const DIFFERENT_BELOW_NATS = -0.5

/** What only a pair can show, in the order of {@link signalsOfPair}. */
export const SIGNAL_PARAMETERS: readonly FieldParameters[] = [
  shippedParameters('posts', POSTS_LEVELS),
  shippedParameters('interests', MEASURED_LEVELS),
  shippedParameters('writing', MEASURED_LEVELS),
]

interface Signal {
  /** -1 where it says nothing. */
  level: number
  /** Log of the chance of it between two people, where the level goes by that. */
  logU: number
}

/** The levels of what is known of a pair. */
export function signalsOfPair({ postsShared = 0, interests, writing }: PairSignals): Signal[] {
  return [{ level: postsLevel(postsShared), logU: 0 }, measured(interests), measured(writing)]
}

function postsLevel(shared: number): number {
  if (shared < POSTS_PART_FROM) return -1
  return shared >= POSTS_CLOSE_FROM ? 0 : 1
}

function measured(nats: number | undefined): Signal {
  if (nats === undefined || nats === 0) return { level: -1, logU: 0 }
  const level = nats >= CLOSE_FROM_NATS ? 0 : nats > DIFFERENT_BELOW_NATS ? 1 : 2
  return { level, logU: -nats }
}
