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
  /** What was paid back of it, as the value is; null where nothing was. The value is what is left. */
  refunded: string | null
  /** When money was last paid back, where the source says so. */
  refundedAt: string | null
  about: string | null
}

interface OutcomeRow {
  type: OutcomeType
  value_minor: number | null
  currency: string | null
  gross_minor: number | null
  refunded_at: Date | null
  about: string | null
}

/** The outcomes of those among the activities that have one. */
export async function readOutcomes(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, ListedOutcome>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<OutcomeRow & { id: string }>`
    select wanted.id, o.type, o.value_minor, o.currency, o.gross_minor, o.refunded_at, o.about
    from unnest(${ids}::uuid[]) as wanted (id)
    cross join lateral (select * from outcome where outcome.activity_id = wanted.id offset 0) o
  `.execute(tx)
  return new Map(rows.map(({ id, ...row }) => [id, showOutcome(row)]))
}

function showOutcome(row: OutcomeRow): ListedOutcome {
  const { type, value_minor: valueMinor, gross_minor: grossMinor, currency, about } = row
  const isValued = valueMinor !== null && currency !== null
  const value = isValued ? decimalOfMinor(valueMinor, currency) : null
  const isRefunded = isValued && grossMinor !== null && grossMinor > valueMinor
  const refunded = isRefunded ? decimalOfMinor(grossMinor - valueMinor, currency) : null
  const refundedAt = isRefunded ? (row.refunded_at?.toISOString() ?? null) : null
  return { type, valueMinor, currency, value, refunded, refundedAt, about }
}
