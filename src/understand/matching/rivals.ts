import type { Agreement, MatchField } from '#vocabulary/index.ts'
import type { FieldParameters } from './match-parameters.ts'

/**
 * Chances of agreement between two people of one household or family: what they share is no sign of
 * one person. Fields and levels not named here are as between strangers. Twins share the birth.
 */
const HOUSEHOLD: Partial<Record<MatchField, Partial<Record<Agreement, number>>>> = {
  name: {
    ...{ exact: 0.002, variant: 0.003, reading: 0.004, initials: 0.08, close: 0.012 },
    ...{ part: 0.25, different: 0.2, conflict: 0.45 },
  },
  birth: { exact: 6e-3, swapped: 2e-4, close: 3e-3, part: 0.01, year: 0.04, different: 0.92 },
  address: { exact: 0.65, close: 0.2, part: 0.06, area: 0.03, different: 0.06 },
  phone: { exact: 0.45, close: 0.01, different: 0.54 },
  email: { exact: 0.004, variant: 0.002, 'same-local-part': 0.01, close: 0.03, different: 0.9 },
  location: { exact: 0.75, close: 0.1, part: 0.1, different: 0.05 },
  url: { exact: 0.03, different: 0.97 },
}

/** Log of the household's chance of each level, or undefined for fields it says nothing of. */
export type RivalTable = readonly (Float64Array | undefined)[]

export function householdTable(fields: readonly FieldParameters[]): RivalTable {
  // Without a name there is nothing by which a relative could be told from the same person.
  if (!knowsHouseholds(fields)) return fields.map(() => undefined)
  return fields.map(({ field, agreements, u }) => {
    const chances = HOUSEHOLD[field as MatchField]
    if (chances === undefined) return undefined
    return Float64Array.from(agreements, (agreement, at) =>
      Math.log(chances[agreement] ?? u[at] ?? 1e-6),
    )
  })
}

/**
 * What the household takes off the weight: log(1 + odds of a household), given the log of the odds at
 * large that two records are of one household. Nearly 0 unless a household explains what the two share
 * better than chance does.
 */
export function rivalPenalty(householdLogOdds: number, householdWeight: number): number {
  const logOdds = householdLogOdds + householdWeight
  return logOdds > 30 ? logOdds : Math.log1p(Math.exp(logOdds))
}

function knowsHouseholds(fields: readonly FieldParameters[]): boolean {
  return fields.some(({ field }) => field === 'name')
}

/** Weight of a field that a household has in common with this chance, and by accident otherwise. */
export function sharedWeight(shared: number, weight: number): number {
  return Math.log(shared * Math.exp(Math.min(50, weight)) + 1 - shared)
}

/** Fields that a household shares less than this are what tells its members apart. */
const OWN_BELOW = 0.2
/** Fields in which fewer values are alike than this tell people apart at all. */
const TELLING_BELOW = 0.05

/**
 * Whether what EM took for households are some: in two telling fields their members are strangers.
 * Records of one person with many slips differ a little everywhere instead.
 */
export function areHouseholds(
  fields: readonly FieldParameters[],
  shared: readonly number[],
): boolean {
  if (knowsHouseholds(fields)) return true
  const own = fields.filter(
    ({ u }, at) => (u[0] ?? 1) < TELLING_BELOW && (shared[at] ?? 1) < OWN_BELOW,
  )
  return own.length >= 2 && own.length < fields.length
}

const OWN_COLUMN = /given|first.?name|forename|birth|dob|名前|下の名|生年|誕生/i

/** Whether a column is called after what each member of a household has alone. */
export function isOwnColumn(field: string): boolean {
  return OWN_COLUMN.test(field)
}
