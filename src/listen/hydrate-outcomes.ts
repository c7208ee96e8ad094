import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { decimalOfMinor, type OutcomeType } from '#vocabulary/index.ts'

/** What came of it, as it is shown. */
export interface ListedOutcome {
  type: OutcomeType
  /** In the currency's minor unit; null where it has no value. */
  valueMinor: number | null
  currency: string | null
  /** The value as a plain decimal in the currency's own unit. */
  value: string | null
  about: string | null
}

interface OutcomeRow {
  type: OutcomeType
  value_minor: number | null
  currency: string | null
  about: string | null
}

/** The outcomes of those among the activities that have one. */
export async function readOutcomes(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, ListedOutcome>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<OutcomeRow & { id: string }>`
    select wanted.id, o.type, o.value_minor, o.currency, o.about
    from unnest(${ids}::uuid[]) as wanted (id)
    cross join lateral (select * from outcome where outcome.activity_id = wanted.id offset 0) o
  `.execute(tx)
  return new Map(rows.map(({ id, ...row }) => [id, showOutcome(row)]))
}

function showOutcome({ type, value_minor, currency, about }: OutcomeRow): ListedOutcome {
  const isValued = value_minor !== null && currency !== null
  const value = isValued ? decimalOfMinor(value_minor, currency) : null
  return { type, valueMinor: value_minor, currency, value, about }
}
