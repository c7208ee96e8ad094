import { CONCEPTS } from './all.ts'
import type { Concept } from './concept.ts'
import { GOODS_ASPECTS } from './goods-aspects.ts'
import { GOODS_CLAIMS } from './goods-claims.ts'
import { GOODS_DAILY_CLAIMS } from './goods-daily-claims.ts'

/** What is only needed to tell opinions apart: the reader's weights go by those it was trained with. */
export const GOODS_CONCEPTS: readonly Concept[] = [
  ...GOODS_ASPECTS,
  ...GOODS_CLAIMS,
  ...GOODS_DAILY_CLAIMS,
]

/** Everything that opinions are told apart by. */
export const OPINION_CONCEPTS: readonly Concept[] = [...CONCEPTS, ...GOODS_CONCEPTS]
