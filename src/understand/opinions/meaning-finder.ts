import { createConceptFinder } from '../concepts/find-concepts.ts'
import { GOODS_CONCEPTS, OPINION_CONCEPTS } from '../concepts/opinion-concepts.ts'
import { splitWordings } from '../concepts/wordings.ts'
import type { MeaningFinder } from './opinion-post.ts'
import { type ThemeWords, themesOfWords } from './theme-words.ts'
import { themeIn } from './weigh-meanings.ts'

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

/** Said of goods as a whole: no aspect is to stand before them in a name. */
const WHOLE: ReadonlySet<string> = new Set([
  ...GOODS_CONCEPTS.map(({ id }) => id),
  ...['easy-to-use', 'hard-to-use', 'sturdy', 'breaks-down', 'arrives-early', 'on-hold'],
  ...['arrives-late', 'discount', 'price-rise', 'good-value', 'delicious', 'out-of-stock'],
])

let made: MeaningFinder | undefined

/** The finder of the concepts of the lexicon; made once a thread. */
export function meaningFinder(): MeaningFinder {
  made ??= {
    ...createConceptFinder(OPINION_CONCEPTS),
    ...{ feelings: FEELINGS, whole: WHOLE, themesOfWord: themesOfLexicon() },
  }
  return made
}

function themesOfLexicon(): ThemeWords {
  const worded = OPINION_CONCEPTS.map(({ id, kind, ja, en }) => {
    const wordings = splitWordings(`${ja} ${en}`)
    return { id, kind, wordings: wordings.map((wording) => wording.replaceAll(/[_*]/g, ' ')) }
  })
  return themesOfWords(worded, themeIn)
}
