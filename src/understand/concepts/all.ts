import { CHOOSING_ACTS } from './acts-choosing.ts'
import { HAVING_ACTS } from './acts-having.ts'
import { TALKING_ACTS } from './acts-talking.ts'
import { BAD_FEELING_CLAIMS } from './claims-bad-feelings.ts'
import { FIT_CLAIMS } from './claims-fit.ts'
import { FORTUNE_CLAIMS } from './claims-fortune.ts'
import { GOOD_FEELING_CLAIMS } from './claims-good-feelings.ts'
import { JUDGEMENT_CLAIMS } from './claims-judgement.ts'
import { PRICE_CLAIMS } from './claims-price.ts'
import { QUALITY_CLAIMS } from './claims-quality.ts'
import { SENSE_CLAIMS } from './claims-senses.ts'
import { TIME_CLAIMS } from './claims-time.ts'
import { TREATMENT_CLAIMS } from './claims-treatment.ts'
import { USE_CLAIMS } from './claims-use.ts'
import type { Concept } from './concept.ts'

const CLAIMS: readonly Concept[] = [
  ...QUALITY_CLAIMS,
  ...USE_CLAIMS,
  ...FIT_CLAIMS,
  ...SENSE_CLAIMS,
  ...PRICE_CLAIMS,
  ...TREATMENT_CLAIMS,
  ...TIME_CLAIMS,
  ...GOOD_FEELING_CLAIMS,
  ...BAD_FEELING_CLAIMS,
  ...FORTUNE_CLAIMS,
  ...JUDGEMENT_CLAIMS,
]

const ACTS: readonly Concept[] = [...CHOOSING_ACTS, ...HAVING_ACTS, ...TALKING_ACTS]

/** Every concept that the reader knows. */
export const CONCEPTS: readonly Concept[] = [...CLAIMS, ...ACTS]
