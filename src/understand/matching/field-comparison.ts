import type { Agreement, ReasonField } from '#vocabulary/index.ts'
import type { MatchRecord } from './match-record.ts'

/** One degree in which two values of a field may agree. */
export interface Level {
  agreement: Agreement
  /** Shipped chance of it where two records are one person, and where they are two. */
  m: number
  u: number
  /**
   * How much of u the frequency of the value itself replaces, 0..1: agreeing in a rare value says
   * more than agreeing in a frequent one (Winkler 2000). 0 where agreement is not about the value.
   */
  byFrequency: number
}

/** How one field is compared. Pure. `Prepared` is what is made of a value once. */
export interface FieldComparison<Prepared> {
  field: ReasonField
  levels: readonly Level[]
  /** The value in one form; equal texts are one value. Undefined where the record says nothing. */
  textOf(record: MatchRecord): string | undefined
  prepare(text: string): Prepared
  /** Index of the level; -1 where the two values say nothing about each other. Symmetric. */
  compare(a: Prepared, b: Prepared): number
  /** What of the value is counted for its frequency; the text where absent. */
  frequencyKey?(prepared: Prepared): string
  /** The least frequency that is believed of a value, however seldom it was seen. */
  frequencyMin(prepared: Prepared): number
  /** Whether comparing takes so long that answers are kept. */
  isCostly?: true
  /** Whether two records with the same text need comparing all the same. */
  comparesEqual?: true
}

export function level(agreement: Agreement, m: number, u: number, byFrequency = 0): Level {
  return { agreement, m, u, byFrequency }
}

/** Index of an agreement in a list of levels. */
export function indexOf(levels: readonly Level[], agreement: Agreement): number {
  const index = levels.findIndex((one) => one.agreement === agreement)
  if (index === -1) throw new RangeError(`no level ${agreement}`)
  return index
}
