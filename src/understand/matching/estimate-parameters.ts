import { type Chance, seededChance } from '#vocabulary/index.ts'
import type { CandidatePairs } from './candidate-pairs.ts'
import { compareCandidates } from './compare-candidates.ts'
import { INDEPENDENT, measureDifferent, measureExact } from './dependence.ts'
import {
  type FieldParameters,
  type MatchParameters,
  SHIPPED_HOUSEHOLDS,
  shippedParameters,
  shippedPrior,
} from './match-parameters.ts'
import { PairWeights } from './pair-weights.ts'
import type { RecordTable } from './record-table.ts'
import { areHouseholds, householdTable, isOwnColumn } from './rivals.ts'
import type { TableEvidence } from './table-evidence.ts'
import type { ValueColumn } from './value-column.ts'
import { logFrequencies } from './value-frequency.ts'

/** Random pairs from which u is counted, and candidates from which m is learnt. */
const RANDOM_PAIRS_MAX = 40_000
const COSTLY_PAIRS_MAX = 20_000
const SAMPLE_PAIRS_MAX = 150_000
/** What was shipped weighs as much as so many pairs. */
const PRIOR_RANDOM_PAIRS = 200
const PRIOR_MATCHES = 20
const PRIOR_PAIRS = 200
const SHIPPED_PRIOR = shippedPrior(0)
const ROUNDS_MAX = 20
/** Log odds below which a pair is not looked at again; estimates move weights by less than this. */
const LEFT_FROM = -14
/** Log odds of households where there are none. */
const NO_HOUSEHOLDS = -100
/** What households share of a field of which nothing is known, and how many of them say so. */
const SHARED_AT_FIRST = 0.5
const OWN_AT_FIRST = 0.1
const SHARED_PRIOR = 2
const OWN_SHARE = 0.02
const OWN_BELOW = 0.3
const SHARED_MIN = 0.5
const SHARED_MAX = 0.9
const M_MIN = 0.001
/** Households that are believed in for each match, however few were found. */
const HOUSEHOLDS_MIN = 0.03

/** Parameters learnt from a table, and how frequent its values are. */
export interface Estimated {
  parameters: MatchParameters
  frequencies: readonly Float64Array[]
}

/** Levels of a sample of candidate pairs, a row of fields for each. */
export interface LevelSample {
  levels: Int8Array
  logU: Float64Array
  fields: number
  pairs: number
  /** Candidates that each pair of the sample stands for. */
  standsFor: number
  household: Float64Array
}

/**
 * Parameters of a table without knowing which of its records match (Fellegi and Sunter 1969): u from
 * random pairs, m and the share of matches by EM over the candidate pairs, with u held (Winkler
 * 2000). Where there is little to learn from, what was shipped stays.
 *
 * Doubles among the records make agreement between two people look frequent at first, so a second
 * estimate leaves out those that the first has found, and measures which fields depend on each other.
 * Narrows the evidence to the candidates that have a chance.
 */
export function estimateParameters(
  table: RecordTable,
  evidence: TableEvidence,
  candidates: CandidatePairs,
  threads = 1,
): Estimated {
  const everybody = Int32Array.from({ length: table.size }, (_, record) => record)
  const { begun, frequencies, shipped } = beginWith(table, evidence, everybody)
  const weights = new PairWeights(begun)
  evidence.frequencies = frequencies
  const levels = compareCandidates(evidence.columns, candidates, threads)
  // From here on few values are looked at again.
  for (const column of evidence.columns) column.forgetPrepared()
  const isLeft = () => begun.priorLogOdds + weights.weigh(evidence) >= LEFT_FROM
  evidence.narrow(candidates, levels, isLeft)
  return { parameters: learn(table, evidence, begun, shipped), frequencies }
}

/** The second estimate: `people` are one record of each person that the first one found. */
export function estimateAgain(
  table: RecordTable,
  evidence: TableEvidence,
  people: Int32Array,
  previous: Estimated,
): Estimated {
  const { begun, frequencies, shipped } = beginWith(table, evidence, people, previous)
  evidence.frequencies = frequencies
  return { parameters: learn(table, evidence, begun, shipped), frequencies }
}

interface Begun {
  begun: MatchParameters
  frequencies: readonly Float64Array[]
  shipped: readonly FieldParameters[]
}

function beginWith(
  table: RecordTable,
  { columns }: TableEvidence,
  people: Int32Array,
  previous?: Estimated,
): Begun {
  const frequencies = columns.map((column) => logFrequencies(column, people))
  const u = countRandom(columns, people, seededChance(people.length, 'random pairs'))
  const shipped = columns.map(({ comparison, levels }) =>
    shippedParameters(comparison.field, levels),
  )
  const known = previous?.parameters
  const fields = shipped.map((field, at) => ({
    ...field,
    m: known?.fields[at]?.m ?? field.m,
    u: u[at] ?? field.u,
  }))
  const priorLogOdds = known?.priorLogOdds ?? shippedPrior(table.size)
  const householdLogOdds = known?.householdLogOdds ?? priorLogOdds + SHIPPED_HOUSEHOLDS
  const dependence = known === undefined ? INDEPENDENT : measureExact(columns, people, fields)
  const sharedInHousehold = known?.sharedInHousehold ?? sharedAtFirst(fields)
  const begun = {
    ...{ fields, priorLogOdds, householdLogOdds, sharedInHousehold, differentGiven: [] },
    ...dependence,
  }
  return { begun, frequencies, shipped }
}

function learn(
  { size }: RecordTable,
  evidence: TableEvidence,
  begun: MatchParameters,
  shipped: readonly FieldParameters[],
): MatchParameters {
  return maximise(sampleLevels(evidence, begun), begun, shipped, (size * (size - 1)) / 2)
}

/** How often two people agree at each level, by chance. */
function countRandom(
  columns: readonly ValueColumn[],
  people: Int32Array,
  chance: Chance,
): number[][] {
  const most = (people.length * (people.length - 1)) / 2
  const draws = Math.min(RANDOM_PAIRS_MAX, most)
  const counts = columns.map(({ levels }) => new Float64Array(levels.length))
  for (let draw = 0; draw < draws; draw++) {
    const one = Math.floor(chance() * people.length)
    const other = (one + 1 + Math.floor(chance() * (people.length - 1))) % people.length
    const [a, b] = [people[one] ?? 0, people[other] ?? 0]
    columns.forEach((column, field) => {
      if (column.comparison.isCostly === true && draw > COSTLY_PAIRS_MAX) return
      const level = column.compare(column.ids.values[a] ?? -1, column.ids.values[b] ?? -1)
      const count = counts[field]
      if (level >= 0 && count !== undefined) count[level] = (count[level] ?? 0) + 1
    })
  }
  return columns.map(({ levels }, field) => smoothed(counts[field] ?? new Float64Array(), levels))
}

function smoothed(counts: Float64Array, levels: readonly { u: number }[]): number[] {
  const all = counts.reduce((sum, count) => sum + count, 0)
  const shares = levels.map(({ u }, at) => {
    const share = ((counts[at] ?? 0) + PRIOR_RANDOM_PAIRS * u) / (all + PRIOR_RANDOM_PAIRS)
    // Never met among so many: rarer than one in them, as far as one knows.
    return Math.max(share, Math.min(u, 0.3 / (all + 1)))
  })
  const sum = shares.reduce((total, share) => total + share, 0)
  return shares.map((share) => share / Math.max(1, sum))
}

function sampleLevels(evidence: TableEvidence, parameters: MatchParameters): LevelSample {
  const step = Math.max(1, evidence.rows / SAMPLE_PAIRS_MAX)
  const count = Math.floor(evidence.rows / step)
  const fields = evidence.columns.length
  const levels = new Int8Array(count * fields)
  const logU = new Float64Array(count * fields)
  const household = new Float64Array(count)
  const weights = new PairWeights(parameters)
  const logM = parameters.fields.map(({ m }) => Float64Array.from(m, Math.log))
  for (let row = 0; row < count; row++) {
    evidence.readRow(Math.floor(row * step))
    weights.weigh(evidence)
    levels.set(evidence.levels, row * fields)
    household[row] = weights.householdWeight(evidence, true)
    for (let field = 0; field < fields; field++) {
      const level = evidence.levels[field] ?? -1
      if (level < 0) continue
      // What the weight is without m: the side of the two people, dependence and all.
      logU[row * fields + field] = (logM[field]?.[level] ?? 0) - (weights.weights[field] ?? 0)
    }
  }
  return {
    levels,
    logU,
    fields,
    pairs: count,
    standsFor: evidence.rows / Math.max(1, count),
    household,
  }
}

/**
 * EM over three kinds of pairs: how likely each is a match, a household or neither; then the shares of
 * levels among matches and what households share; until they stay.
 */
export function maximise(
  sample: LevelSample,
  begun: MatchParameters,
  shipped: readonly FieldParameters[],
  pairsAtLarge: number,
): MatchParameters {
  let { fields, priorLogOdds, householdLogOdds, sharedInHousehold } = begun
  const isShipped = householdTable(fields).map((chances) => chances !== undefined)
  const chances = new Float64Array(sample.pairs)
  const shippedMatches = PRIOR_PAIRS * Math.exp(SHIPPED_PRIOR)
  const shippedHouseholds = shippedMatches * Math.exp(SHIPPED_HOUSEHOLDS)
  for (let round = 0; round < ROUNDS_MAX && pairsAtLarge > 0; round++) {
    const at = { ...begun, fields, priorLogOdds, householdLogOdds, sharedInHousehold }
    const found = expect(sample, at, isShipped, chances)
    const m = shareOfLevels(sample, chances, shipped)
    fields = fields.map((field, place) => ({ ...field, m: m[place] ?? field.m }))
    // A field is shared in households or is not: in between, slips of one person would fit as well.
    sharedInHousehold = sharedInHousehold.map((share, place) =>
      share <= OWN_SHARE ? share : sharpened(found.shared[place] ?? 0, round),
    )
    const matches = found.matches * sample.standsFor + shippedMatches
    const households =
      found.households * sample.standsFor + HOUSEHOLDS_MIN * matches + shippedHouseholds
    const next = logOdds(matches / (pairsAtLarge + PRIOR_PAIRS))
    const moved = Math.abs(next - priorLogOdds)
    priorLogOdds = next
    if (householdLogOdds > NO_HOUSEHOLDS) {
      householdLogOdds = logOdds(households / (pairsAtLarge + PRIOR_PAIRS))
    }
    if (moved < 0.002 && round > 4) break
  }
  if (householdLogOdds > NO_HOUSEHOLDS && !areHouseholds(fields, sharedInHousehold)) {
    return maximise(sample, { ...begun, householdLogOdds: NO_HOUSEHOLDS }, shipped, pairsAtLarge)
  }
  const differentGiven =
    begun.order.length === 0 ? [] : measureDifferent(sample, chances, fields, begun.order)
  return { ...begun, fields, priorLogOdds, householdLogOdds, sharedInHousehold, differentGiven }
}

/** Rounds in which what is shared may still be undecided. */
const UNDECIDED_ROUNDS = 3

function sharpened(share: number, round: number): number {
  if (round < UNDECIDED_ROUNDS) return share
  return share < OWN_BELOW ? OWN_SHARE : Math.min(SHARED_MAX, Math.max(SHARED_MIN, share))
}

/**
 * Of a profile's fields those not shipped are everyone's own; of columns under `more` dates are, and
 * those that are called so, unless the pairs say otherwise: nobody but twins shares a birthday, and
 * siblings are called differently.
 */
function sharedAtFirst(fields: readonly FieldParameters[]): number[] {
  return fields.map(({ field, agreements }) => {
    if (!field.startsWith('more.')) return 0
    if (agreements.includes('year')) return OWN_SHARE
    return isOwnColumn(field) ? OWN_AT_FIRST : SHARED_AT_FIRST
  })
}

function logOdds(share: number): number {
  const most = Math.min(0.5, share)
  return Math.log(most / (1 - most))
}

interface Expected {
  matches: number
  households: number
  /** Share of each field that households have in common. */
  shared: number[]
}

/** How likely each pair is a match, and what the pairs come to. */
function expect(
  { levels, logU, fields, pairs, household }: LevelSample,
  at: MatchParameters,
  isShipped: readonly boolean[],
  chances: Float64Array,
): Expected {
  const logM = at.fields.map(({ m }) => Float64Array.from(m, Math.log))
  const shared = Float64Array.from(at.sharedInHousehold)
  const inCommon = new Float64Array(fields).fill(SHARED_PRIOR)
  const compared = new Float64Array(fields).fill(2 * SHARED_PRIOR)
  const ratios = new Float64Array(fields)
  let matches = 0
  let households = 0
  for (let row = 0; row < pairs; row++) {
    let weight = at.priorLogOdds
    let relative = at.householdLogOdds + (household[row] ?? 0)
    for (let field = 0, cell = row * fields; field < fields; field++, cell++) {
      const level = levels[cell] ?? -1
      ratios[field] = -1
      if (level < 0) continue
      const logRatio = (logM[field]?.[level] ?? 0) - (logU[cell] ?? 0)
      weight += logRatio
      const share = shared[field] ?? 0
      if (share === 0 || isShipped[field] === true) continue
      const both = share * Math.exp(Math.min(50, logRatio))
      ratios[field] = both / (both + 1 - share)
      relative += Math.log(both + 1 - share)
    }
    const match = Math.exp(Math.min(60, weight))
    const relatives = Math.exp(Math.min(60, relative))
    const all = 1 + match + relatives
    chances[row] = match / all
    matches += match / all
    households += relatives / all
    if (relatives / all < 1e-3) continue
    for (let field = 0; field < fields; field++) {
      const ratio = ratios[field] ?? -1
      if (ratio < 0) continue
      inCommon[field] = (inCommon[field] ?? 0) + (ratio * relatives) / all
      compared[field] = (compared[field] ?? 0) + relatives / all
    }
  }
  return { matches, households, shared: Array.from(inCommon, (n, f) => n / (compared[f] ?? 1)) }
}

function shareOfLevels(
  { levels, fields, pairs }: LevelSample,
  chances: Float64Array,
  shipped: readonly FieldParameters[],
): number[][] {
  const counts = shipped.map(({ m }) => Float64Array.from(m, (share) => share * PRIOR_MATCHES))
  for (let row = 0; row < pairs; row++) {
    const chance = chances[row] ?? 0
    if (chance < 1e-6) continue
    for (let field = 0; field < fields; field++) {
      const level = levels[row * fields + field] ?? -1
      const count = counts[field]
      if (level >= 0 && count !== undefined) count[level] = (count[level] ?? 0) + chance
    }
  }
  return counts.map((count) => {
    const all = count.reduce((sum, one) => sum + one, 0)
    return Array.from(count, (one) => Math.max(M_MIN, one / all))
  })
}
