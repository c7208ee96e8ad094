import { CONCEPTS } from './all.ts'
import type { Concept } from './concept.ts'
import { GOODS_ASPECTS } from './goods-aspects.ts'
import { GOODS_CLAIMS } from './goods-claims.ts'
import { GOODS_DAILY_CLAIMS } from './goods-daily-claims.ts'
import { splitWordings } from './wordings.ts'

/** What is only needed to tell opinions apart: the reader's weights go by those it was trained with. */
export const GOODS_CONCEPTS: readonly Concept[] = [
  ...GOODS_ASPECTS,
  ...GOODS_CLAIMS,
  ...GOODS_DAILY_CLAIMS,
]

const FINER = {
  aspect: writtenIn(GOODS_ASPECTS),
  claim: writtenIn([...GOODS_CLAIMS, ...GOODS_DAILY_CLAIMS]),
  act: new Set<string>(),
}

function writtenIn(concepts: readonly Concept[]): Set<string> {
  return new Set(concepts.flatMap(({ ja, en }) => splitWordings(`${ja} ${en}`)))
}

/** Everything that opinions are told apart by: a wording goes to the finer concept that has it. */
export const OPINION_CONCEPTS: readonly Concept[] = [
  ...CONCEPTS.map(withoutFiner),
  ...GOODS_CONCEPTS,
]

function withoutFiner(concept: Concept): Concept {
  const finer = FINER[concept.kind]
  const coarse = (list: string) =>
    splitWordings(list)
      .filter((wording) => !finer.has(wording))
      .join(' ')
  return { ...concept, ja: coarse(concept.ja), en: coarse(concept.en) }
}
