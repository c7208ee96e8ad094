import { CONCEPTS } from '../concepts/all.ts'
import type { Concept } from '../concepts/concept.ts'
import { createConceptFinder } from '../concepts/find-concepts.ts'
import { GOODS_ASPECTS } from '../concepts/goods-aspects.ts'
import { GOODS_CLAIMS } from '../concepts/goods-claims.ts'
import { GOODS_DAILY_CLAIMS } from '../concepts/goods-daily-claims.ts'
import type { MeaningFinder } from './opinion-post.ts'

/**
 * Claims that tell how somebody feels, and nothing about what: they decide which side a clause is
 * on, but two posts that are both glad don't hold the same opinion.
 */
const FEELINGS: ReadonlySet<string> = new Set(
  `sadness grief anger disgust fear worry boredom tiredness loneliness envy regret embarrassment pain
  illness disappointment frustration joy gratitude pride relief anticipation love amusement surprise
  admiration nostalgia calm-content hope won lost-game passed-exam failed-exam got-tickets day-off
  lost-thing found-thing missed-out accident bad-luck good-luck celebrates life-chores payday hero
  legend agrees disagrees need-change important-news suits-me not-for-me falls-short
  exceeds-expectations improved`.split(/\s+/),
)

/**
 * What the reader knows, and what is only needed to tell opinions apart: the reader's weights go by the
 * concepts it was trained with.
 */
const OPINION_CONCEPTS: readonly Concept[] = [
  ...CONCEPTS,
  ...GOODS_ASPECTS,
  ...GOODS_CLAIMS,
  ...GOODS_DAILY_CLAIMS,
]

let made: MeaningFinder | undefined

/** The finder of the concepts of the lexicon; made once a thread. */
export function meaningFinder(): MeaningFinder {
  made ??= { ...createConceptFinder(OPINION_CONCEPTS), feelings: FEELINGS }
  return made
}
