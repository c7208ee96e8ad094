import type { ColumnType, Generated } from 'kysely'
import type { DeliveryFailure, DeliveryState, WebhookState } from '#vocabulary/index.ts'
import type { Time } from './column-types.ts'

/** Changes told to addresses outside; the tables of migration 0045. */
export interface WebhookTables {
  webhook: WebhookTable
  webhook_delivery: WebhookDeliveryTable
}

interface WebhookTable {
  workspace_id: string
  id: string
  name: string
  address: string
  kinds: string[]
  state: Generated<WebhookState>
  state_at: Time
  since_xid: Generated<string>
  /** Since migration 0066; null while it is on. */
  off_xid: ColumnType<string | null, never, string | null>
  missed_xid: ColumnType<string | null, never, string | null>
  missed_id: ColumnType<number | null, never, number | null>
  missed_to: ColumnType<string | null, never, string | null>
  sealed: Buffer
  sealed_before: Buffer | null
  before_until: Time | null
  sequence: Generated<number>
  failures: Generated<number>
  failing_since: Time | null
  held_until: Time | null
  leased_until: Time | null
  delivered_at: Time | null
  created_by: string | null
  created_at: Time
  changed_at: Time
}

interface WebhookDeliveryTable {
  workspace_id: string
  id: string
  webhook_id: string
  sequence: number
  kind: string
  event_xid: string | null
  event_id: number | null
  part: Generated<number>
  occurred_at: Time
  subject_id: string | null
  people: ColumnType<string[], string[] | undefined, string[]>
  /** JSON. */
  body: string | null
  state: Generated<DeliveryState>
  attempts: Generated<number>
  tries: Generated<number>
  due_at: Time | null
  attempted_at: Time | null
  took_ms: number | null
  status: number | null
  failure: DeliveryFailure | null
  made_at: Time
}
