import type { MatchField, PairJudgement, ReasonField } from '#vocabulary/index.ts'
import type { ReadPhone } from './compare-contacts.ts'
import type { FieldComparison, Level } from './field-comparison.ts'
import {
  type FieldParameters,
  type MatchParameters,
  SHIPPED_HOUSEHOLDS,
  shippedParameters,
  shippedPrior,
} from './match-parameters.ts'
import type { MatchRecord, PairSignals } from './match-record.ts'
import { SIGNAL_PARAMETERS, signalsOfPair } from './pair-signals.ts'
import { type PairEvidence, PairWeights } from './pair-weights.ts'
import {
  comparisonsOf,
  type PreparedField,
  type PreparedRecord,
  prepareRecord,
} from './prepare-record.ts'
import { readPlainPhone } from './read-phone.ts'
import { type Impersonal, judgementOf, weighPair } from './verdicts.ts'

/** How frequent values are among the people that a record is held against. */
export interface Frequencies {
  /** How many people there are. */
  people: number
  /**
   * Share of people other than these two who have a value, 0..1; `value` is as `frequencyKeys` has
   * it. 0 for one that nobody else has.
   */
  frequencyOf(field: MatchField, value: string): number
}

/** Parameters for profiles of social platforms where there is no table to learn from, for so many people. */
function socialParameters(people: number): MatchParameters {
  const comparisons = comparisonsOf(readPlainPhone)
  const priorLogOdds = shippedPrior(people)
  return {
    fields: [
      ...comparisons.map(({ field, levels }) => profileParameters(field, levels)),
      ...SIGNAL_PARAMETERS,
    ],
    priorLogOdds,
    householdLogOdds: priorLogOdds + SHIPPED_HOUSEHOLDS,
    sharedInHousehold: [],
    order: [],
    exactGiven: [],
    differentGiven: [],
  }
}

/** Every account has a page of its own, so two pages that differ say nothing. */
function profileParameters(field: ReasonField, levels: readonly Level[]): FieldParameters {
  const shipped = shippedParameters(field, levels)
  if (field !== 'url') return shipped
  const u = shipped.u.map((chance, at) =>
    shipped.agreements[at] === 'different' ? (shipped.m[at] ?? chance) : chance,
  )
  return { ...shipped, u }
}

/** What is shipped, for a hundred thousand people. */
export const SOCIAL_PARAMETERS: MatchParameters = socialParameters(100_000)

/** The values of a record whose frequency counts, by field: what `frequencyOf` is asked with. */
export function frequencyKeys(
  record: MatchRecord,
  readPhone: ReadPhone = readPlainPhone,
): Partial<Record<MatchField, string>> {
  const keys: Partial<Record<MatchField, string>> = {}
  const { fields } = prepareRecord(record, readPhone)
  comparisonsOf(readPhone).forEach(({ field }, at) => {
    const value = fields[at]
    if (value !== undefined) keys[field as MatchField] = value.key
  })
  return keys
}

/**
 * The values of which it matters how frequent they are when these two are judged, each as
 * `frequencyOf` is asked with it: those by which the two agree. Most pairs agree in a few only.
 */
export function tellingValues(
  a: MatchRecord,
  b: MatchRecord,
  readPhone: ReadPhone = readPlainPhone,
): [MatchField, string][] {
  const [one, other] = [prepareRecord(a, readPhone), prepareRecord(b, readPhone)]
  return comparisonsOf(readPhone).flatMap((comparison, at): [MatchField, string][] => {
    const [ofA, ofB] = [one.fields[at], other.fields[at]]
    if (ofA === undefined || ofB === undefined) return []
    if (!isTelling(comparison, comparison.compare(ofA.prepared, ofB.prepared))) return []
    const field = comparison.field as MatchField
    return [
      [field, ofA.key],
      [field, ofB.key],
    ]
  })
}

/** Most values differ, whatever their frequency. */
function isTelling({ levels }: FieldComparison<unknown>, level: number): boolean {
  return (levels[level]?.byFrequency ?? 0) > 0
}

/** Nobody else has it: still, of so many people a third of one may. */
const UNSEEN_PEOPLE = 0.3
/** A few people say less of how frequent a value is than what is shipped says. */
const COUNTED_PEOPLE_MIN = 1_000

/**
 * Holds two records against each other: weight, probability, verdict and reasons. Symmetric and pure;
 * the prior is that of `frequencies.people`. What only a pair can show comes as `signals`.
 */
export function judgePair(
  a: MatchRecord,
  b: MatchRecord,
  parameters: MatchParameters,
  frequencies: Frequencies,
  signals: PairSignals = {},
  readPhone: ReadPhone = readPlainPhone,
): PairJudgement {
  const weights = weightsFor(parameters, frequencies.people)
  const [one, other] = [prepareRecord(a, readPhone), prepareRecord(b, readPhone)]
  const evidence = evidenceOf(one, other, frequencies, signals, readPhone)
  return judgementOf(weighPair(weights, evidence, impersonalOf(one, other)), weights, evidence)
}

/** Tables made of parameters, kept while the same are asked for: an account meets hundreds of others. */
let lately: { parameters: MatchParameters; people: number; weights: PairWeights } | undefined

function weightsFor(parameters: MatchParameters, people: number): PairWeights {
  if (lately?.parameters === parameters && lately.people === people) return lately.weights
  const priorLogOdds = shippedPrior(people)
  const householdLogOdds = priorLogOdds + SHIPPED_HOUSEHOLDS
  const weights = new PairWeights({ ...parameters, priorLogOdds, householdLogOdds })
  lately = { parameters, people, weights }
  return weights
}

function impersonalOf(a: PreparedRecord, b: PreparedRecord): Impersonal {
  if (a.isPersonLike) return b.isPersonLike ? 'neither' : 'one'
  return b.isPersonLike ? 'one' : 'both'
}

function evidenceOf(
  a: PreparedRecord,
  b: PreparedRecord,
  frequencies: Frequencies,
  signals: PairSignals,
  readPhone: ReadPhone,
): PairEvidence {
  const comparisons = comparisonsOf(readPhone)
  const fields = comparisons.length + SIGNAL_PARAMETERS.length
  const levels = new Int8Array(fields).fill(-1)
  const logFrequency = new Float64Array(fields)
  comparisons.forEach((comparison, at) => {
    const [one, other] = [a.fields[at], b.fields[at]]
    if (one === undefined || other === undefined) return
    const level = comparison.compare(one.prepared, other.prepared)
    levels[at] = level
    if (!isTelling(comparison, level)) return
    const { field } = comparison
    logFrequency[at] = Math.max(
      logFrequencyOf(field, one, frequencies),
      logFrequencyOf(field, other, frequencies),
    )
  })
  signalsOfPair(signals).forEach(({ level, logU }, at) => {
    levels[comparisons.length + at] = level
    logFrequency[comparisons.length + at] = logU
  })
  const said = [a.said, b.said]
  const isFromName = said.includes('whole')
  return { levels, logFrequency, isFromName, isPartlyFromName: said.includes('some') }
}

function logFrequencyOf(
  field: ReasonField,
  { key, frequencyMin }: PreparedField,
  { people, frequencyOf }: Frequencies,
): number {
  const share = frequencyOf(field as MatchField, key)
  const least = Math.max(frequencyMin, UNSEEN_PEOPLE / Math.max(COUNTED_PEOPLE_MIN, people))
  return Math.log(Math.min(1, Math.max(least, share)))
}
