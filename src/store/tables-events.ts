import type { Generated } from 'kysely'
import type { DefaultTime } from './column-types.ts'

/** The outbox: what changed, and how far its consumers are. */
export interface EventTables {
  event: EventTable
  event_consumer: EventConsumerTable
  event_parked: EventParkedTable
}

interface EventTable {
  xid: Generated<string>
  id: Generated<number>
  workspace_id: string
  at: Generated<Date>
  name: string
  subject_id: string | null
  detail: Generated<string[]>
  author_id: string | null
}

interface EventConsumerTable {
  name: string
  xid: Generated<string>
  id: Generated<number>
  moved_at: DefaultTime
}

interface EventParkedTable {
  consumer: string
  xid: string
  id: number
  reason: string
  parked_at: DefaultTime
}
