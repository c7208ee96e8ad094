import type { Agreement, MatchField, ReasonField } from '#vocabulary/index.ts'
import type { Level } from './field-comparison.ts'

/** How far each level of a field speaks, in the order of the field's levels. */
export interface FieldParameters {
  field: ReasonField
  agreements: readonly Agreement[]
  /** Chance of the level where the two records are one person, and where they are two. */
  m: readonly number[]
  u: readonly number[]
  byFrequency: readonly number[]
}

/** Everything that judging a pair takes beside the two records and how frequent their values are. */
export interface MatchParameters {
  fields: readonly FieldParameters[]
  /** Log of the odds that two records at large are one person. */
  priorLogOdds: number
  /** The same for two people of one household. */
  householdLogOdds: number
  /**
   * Share of each field that a household has in common, for fields of which that is not shipped: 0
   * for what each has alone (given name), 1 for what all have (family name, street).
   */
  sharedInHousehold: readonly number[]
  /** Places of fields, in the order in which one stands on the other where they depend. */
  order: readonly number[]
  /**
   * `exactGiven[j][k]`: chance that two people who agree in j also agree in k; 0 where that is no
   * more than k alone. `differentGiven`: that one person's records which differ in j also do in k.
   */
  exactGiven: readonly (readonly number[])[]
  differentGiven: readonly (readonly number[])[]
}

/** Log odds from which a pair is joined without asking. */
export const SAME_FROM = 3.6
/** Log odds from which a pair is worth a look: one in three such pairs is right at the least. */
export const REVIEW_FROM = -0.7

export function shippedParameters(field: ReasonField, levels: readonly Level[]): FieldParameters {
  return {
    field,
    agreements: levels.map(({ agreement }) => agreement),
    m: levels.map(({ m }) => m),
    u: levels.map(({ u }) => u),
    byFrequency: levels.map(({ byFrequency }) => byFrequency),
  }
}

/** In fewer records doubles are not expected more often: a short list is no proof that people are few. */
const RECORDS_MIN = 150

/** Share of pairs expected to be one person before anything is known: a third of the records have a double. */
function shippedShare(records: number): number {
  return 0.6 / Math.max(RECORDS_MIN, records)
}

export function shippedPrior(records: number): number {
  return Math.log(shippedShare(records))
}

/** Households to each pair of records of one person, where nothing is known of them: log. */
export const SHIPPED_HOUSEHOLDS = Math.log(0.3)

export function placeOf(fields: readonly FieldParameters[], field: MatchField): number {
  return fields.findIndex((one) => one.field === field)
}
