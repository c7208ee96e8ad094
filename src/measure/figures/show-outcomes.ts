import type { Transaction } from '#store/door.ts'
import type { InfluenceOutcome } from '#vocabulary/index.ts'
import type { Amount } from './in-money.ts'
import { type NamedPerson, namePeople } from './name-people.ts'
import { type ShownPost, showPosts } from './show-posts.ts'

/** Something somebody did, as an outcome. */
export interface ShownOutcome {
  id: string
  type: InfluenceOutcome
  at: string
  person: NamedPerson | null
  /** The post that shows a move, or the activity of a business outcome. */
  post: ShownPost | null
  valueMinor: number | null
  currency: string | null
  /** Of a move, by how much the stage after is worth more; null where nobody can say. */
  worth: Amount | null
}

/** A row of outcome_credit, as far as it says what happened. */
export interface OutcomeRow {
  outcomeId: string
  type: InfluenceOutcome
  handleId: string
  at: Date
  valueMinor: number | null
  currency: string | null
  worthMinor: number | null
  worthCurrency: string | null
}

/** Shows outcomes with whose they are, in their order; two round trips. */
export async function showOutcomes(
  tx: Transaction,
  rows: readonly OutcomeRow[],
): Promise<ShownOutcome[]> {
  const people = await namePeople(
    tx,
    rows.map(({ handleId }) => handleId),
  )
  const posts = await showPosts(
    tx,
    rows.map(({ outcomeId }) => outcomeId),
  )
  return rows.map(({ outcomeId, type, handleId, at, valueMinor, currency, ...row }) => ({
    id: outcomeId,
    type,
    at: at.toISOString(),
    person: people.get(handleId) ?? null,
    post: posts.get(outcomeId) ?? null,
    valueMinor,
    currency,
    worth: worthOf(row),
  }))
}

function worthOf({
  worthMinor: minor,
  worthCurrency: currency,
}: Pick<OutcomeRow, 'worthMinor' | 'worthCurrency'>): Amount | null {
  return minor === null || currency === null ? null : { currency, minor }
}
