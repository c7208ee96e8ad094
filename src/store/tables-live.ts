import type { ColumnType, Generated } from 'kysely'
import type {
  ChannelCondition,
  ChannelState,
  GapReason,
  OutcomeType,
  RelationCode,
  RelationSource,
} from '#vocabulary/index.ts'
import type { DefaultTime, Time } from './column-types.ts'

/** Channels and what they bring beside posts; the tables of migration 0008. */

export interface ChannelTable {
  workspace_id: string
  id: string
  kind: string
  name: string
  created_at: DefaultTime
  state: Generated<ChannelState>
  /** JSON, as the kind settled it; null for imports. */
  settings: Generated<string | null>
  retention_days: Generated<number | null>
  lawful_basis: Generated<string | null>
  created_by: Generated<string | null>
  changed_at: DefaultTime
}

export interface ChannelHealthTable {
  workspace_id: string
  channel_id: string
  condition: Generated<ChannelCondition>
  memory: Generated<string | null>
  tried_at: Time | null
  succeeded_at: Time | null
  next_try_at: Time | null
  last_published_at: Time | null
  last_arrived_at: Time | null
  lag_ms: Generated<number | null>
  failures_in_row: Generated<number>
  requests: Generated<number>
  bytes: Generated<number>
  unchanged: Generated<number>
  events: Generated<number>
  taken: Generated<number>
}

export interface ChannelProblemTable {
  workspace_id: string
  channel_id: string
  id: string
  at: Time
  code: string
  detail: string | null
}

export interface ChannelGapTable {
  workspace_id: string
  channel_id: string
  id: string
  since: Time
  until: Time
  reason: GapReason
  noticed_at: Time
}

export interface OutcomeTable {
  workspace_id: string
  activity_id: string
  type: OutcomeType
  /** In the currency's minor unit. */
  value_minor: number | null
  currency: string | null
  about: string | null
  /** The value before refunds; null while there are none. */
  gross_minor: Generated<number | null>
  /** Since migration 0065: when money was last paid back. */
  refunded_at: Time | null
}

export interface OrganisationTable {
  workspace_id: string
  id: string
  name: string
  name_reading: string | null
  sort_key: string
  name_key: string
  name_tokens: Generated<string>
  domain: string | null
  url: string | null
  created_at: DefaultTime
  /** When a member changed it. */
  edited_at: ColumnType<Date | null, Date | undefined, Date>
  /** The root as which it is shown; null for a root. */
  merged_into: ColumnType<string | null, string | null | undefined, string | null>
}

export interface AffiliationTable {
  workspace_id: string
  id: string
  person_id: string
  organisation_id: string
  role: string | null
  department: ColumnType<string | null, string | null | undefined, string | null>
  /** Dates without time, as YYYY-MM-DD. */
  since: string | null
  until: string | null
  source: 'import' | 'member'
  created_at: DefaultTime
}

export interface OrganisationHandleTable {
  workspace_id: string
  handle_id: string
  organisation_id: string
}

export interface RelationTable {
  workspace_id: string
  id: string
  person_id: string | null
  organisation_id: string | null
  kind: RelationCode
  since: string | null
  until: string | null
  source: RelationSource
  rule_id: string | null
  confirmed_by: string | null
  ended_by: string | null
  /** JSON, read whole. */
  evidence: string | null
  created_at: DefaultTime
}
