import { sql } from 'kysely'
import { type ColumnForm, insertRows } from '#store/insert-rows.ts'
import type { IncomingActivity } from '#vocabulary/index.ts'
import type { Batch, Heard } from './batch.ts'

const OUTCOME_COLUMNS: Record<string, ColumnForm> = {
  activity_id: 'uuid',
  type: 'text',
  value_minor: 'bigint',
  currency: 'text',
  about: 'text',
}

/** What came of it, beside the activities of type Outcome; an edit replaces it. */
export async function writeOutcomes(batch: Batch, heard: Heard[]): Promise<void> {
  const rows = heard.flatMap((one) => outcomeRow(one))
  await insertRows(
    batch.tx,
    'outcome',
    batch.workspaceId,
    OUTCOME_COLUMNS,
    rows,
    sql`on conflict (workspace_id, activity_id) do update set type = excluded.type,
      value_minor = excluded.value_minor, currency = excluded.currency, 
      about = coalesce(excluded.about, outcome.about),
      gross_minor = null, refunded_at = null`,
  )
}

function outcomeRow({ arrival, activityId }: Heard): Record<string, unknown>[] {
  const { outcome } = arrival as IncomingActivity
  if (outcome === undefined) return []
  const { type, valueMinor, currency, about } = outcome
  return [{ activity_id: activityId, type, value_minor: valueMinor, currency, about }]
}
