import type { LevelSample } from './estimate-parameters.ts'
import type { FieldParameters, MatchParameters } from './match-parameters.ts'
import type { ValueColumn } from './value-column.ts'

export type Dependence = Pick<MatchParameters, 'order' | 'exactGiven'>

/** Every field for itself. */
export const INDEPENDENT: Dependence = { order: [], exactGiven: [] }

/** So many people show which values go together. */
const PEOPLE_MAX = 50_000
/** The chance alone weighs as much as so many pairs. */
const PRIOR_PAIRS = 30

/**
 * Which fields two people share together: suburb and postcode, name and address. For each two fields
 * the chance that people who have the same value in one have it in the other, from the counts of
 * values and of pairs of values, so exact for all pairs of people. Only what is beyond chance counts.
 */
export function measureExact(
  columns: readonly ValueColumn[],
  people: Int32Array,
  fields: readonly FieldParameters[],
): Dependence {
  const some = people.subarray(0, PEOPLE_MAX)
  const alone = columns.map((column) =>
    pairsAgreeing(some, (record) => column.ids.values[record] ?? -1),
  )
  // What tells most stands first: what depends on it is measured beside it.
  const order = fields
    .map((_, at) => at)
    .sort((a, b) => (fields[a]?.u[0] ?? 1) - (fields[b]?.u[0] ?? 1) || a - b)
  const exactGiven = columns.map(() => columns.map(() => 0))
  order.forEach((first, at) => {
    for (const second of order.slice(at + 1)) {
      const [one, other] = [columns[first], columns[second]]
      const row = exactGiven[first]
      if (one === undefined || other === undefined || row === undefined) continue
      const both = pairsAgreeing(some, (record) =>
        together(one.ids.values[record] ?? -1, other.ids.values[record] ?? -1),
      )
      const chance = fields[second]?.u[0] ?? 0
      row[second] = beyondChance(both, alone[first] ?? 0, chance)
    }
  })
  return { order, exactGiven }
}

/** Chance of the second given the first, at its lower bound (1.6 standard errors of a count). */
function beyondChance(both: number, first: number, chance: number): number {
  const sure = Math.max(0, both - 1.6 * Math.sqrt(both + 1))
  const given = (sure + PRIOR_PAIRS * chance) / (first + PRIOR_PAIRS)
  return given > chance * 1.5 ? Math.min(1, given) : 0
}

function together(one: number, other: number): number {
  return one < 0 || other < 0 ? -1 : one * 2 ** 24 + other
}

/** Pairs of people that have the same value, of all pairs. */
function pairsAgreeing(people: Int32Array, numberAt: (record: number) => number): number {
  const values = new Float64Array(people.length)
  people.forEach((record, at) => {
    values[at] = numberAt(record)
  })
  values.sort()
  let pairs = 0
  let run = 0
  for (let at = 0; at < values.length; at++) {
    run = at > 0 && values[at] === values[at - 1] ? run + 1 : 0
    if ((values[at] ?? -1) >= 0) pairs += run
  }
  return pairs
}

/**
 * Which fields of one person change together (a move changes street, suburb and postcode): for each
 * two the chance that the second differs where the first does, by the pairs that EM takes for matches.
 */
export function measureDifferent(
  { levels, fields, pairs }: LevelSample,
  chances: Float64Array,
  parameters: readonly FieldParameters[],
  order: readonly number[],
): number[][] {
  const last = parameters.map(({ agreements }) => agreements.indexOf('different'))
  const first = parameters.map(() => parameters.map(() => PRIOR_PAIRS))
  const both = parameters.map(() =>
    parameters.map(({ m }, field) => PRIOR_PAIRS * (m[last[field] ?? 0] ?? 0)),
  )
  const add = (row: number, one: number, chance: number) => {
    for (let other = 0; other < fields; other++) {
      const level = levels[row * fields + other] ?? -1
      if (level < 0 || other === one) continue
      const [all, some] = [first[one], both[one]]
      if (all === undefined || some === undefined) continue
      all[other] = (all[other] ?? 0) + chance
      if (level === last[other]) some[other] = (some[other] ?? 0) + chance
    }
  }
  for (let row = 0; row < pairs; row++) {
    const chance = chances[row] ?? 0
    if (chance < 0.01) continue
    for (const one of order) if (levels[row * fields + one] === last[one]) add(row, one, chance)
  }
  return both.map((row, one) => row.map((count, other) => count / (first[one]?.[other] ?? 1)))
}
