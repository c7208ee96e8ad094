import { CHOOSING_ACTS } from './acts-choosing.ts'
import { HAVING_ACTS } from './acts-having.ts'
import { TALKING_ACTS } from './acts-talking.ts'
import { VISITING_ACTS } from './acts-visiting.ts'
import { BUSINESS_ASPECTS } from './aspects-business.ts'
import { LIVING_ASPECTS } from './aspects-living.ts'
import { MONEY_ASPECTS } from './aspects-money.ts'
import { PEOPLE_ASPECTS } from './aspects-people.ts'
import { PLACE_ASPECTS } from './aspects-places.ts'
import { SOFTWARE_ASPECTS } from './aspects-software.ts'
import { THING_ASPECTS } from './aspects-things.ts'
import { TRAVEL_ASPECTS } from './aspects-travel.ts'
import { WORK_ASPECTS } from './aspects-works.ts'
import { BAD_FEELING_CLAIMS } from './claims-bad-feelings.ts'
import { DEALING_CLAIMS } from './claims-dealings.ts'
import { FIT_CLAIMS } from './claims-fit.ts'
import { FORTUNE_CLAIMS } from './claims-fortune.ts'
import { GOOD_FEELING_CLAIMS } from './claims-good-feelings.ts'
import { JUDGEMENT_CLAIMS } from './claims-judgement.ts'
import { PRICE_CLAIMS } from './claims-price.ts'
import { PROPERTY_CLAIMS } from './claims-properties.ts'
import { PURSUIT_CLAIMS } from './claims-pursuits.ts'
import { QUALITY_CLAIMS } from './claims-quality.ts'
import { SENSE_CLAIMS } from './claims-senses.ts'
import { TIME_CLAIMS } from './claims-time.ts'
import { TREATMENT_CLAIMS } from './claims-treatment.ts'
import { USE_CLAIMS } from './claims-use.ts'
import { VERDICT_CLAIMS } from './claims-verdicts.ts'
import type { Act, Aspect, Claim, Concept } from './concept.ts'

const ASPECTS: readonly Aspect[] = [
  ...THING_ASPECTS,
  ...SOFTWARE_ASPECTS,
  ...MONEY_ASPECTS,
  ...BUSINESS_ASPECTS,
  ...PLACE_ASPECTS,
  ...TRAVEL_ASPECTS,
  ...PEOPLE_ASPECTS,
  ...WORK_ASPECTS,
  ...LIVING_ASPECTS,
]

const CLAIMS: readonly Claim[] = [
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
  ...VERDICT_CLAIMS,
  ...PROPERTY_CLAIMS,
  ...DEALING_CLAIMS,
  ...PURSUIT_CLAIMS,
]

const ACTS: readonly Act[] = [...CHOOSING_ACTS, ...HAVING_ACTS, ...TALKING_ACTS, ...VISITING_ACTS]

/** Every concept that the reader knows. */
export const CONCEPTS: readonly Concept[] = [...ASPECTS, ...CLAIMS, ...ACTS]
