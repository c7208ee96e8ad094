import type { Generated } from 'kysely'
import type { AgentClass, ClaimClass, CodeKind } from '#vocabulary/index.ts'
import type { Time } from './column-types.ts'

/** Hooks, links, codes and claims; the tables of migration 0025. */
export interface LinkTables {
  channel_secret: ChannelSecretTable
  hook_event: HookEventTable
  tracked_link: TrackedLinkTable
  link_click: LinkClickTable
  link_day: LinkDayTable
  code: CodeTable
  claimed_touch: ClaimedTouchTable
  outcome_refund: OutcomeRefundTable
}

interface ChannelSecretTable {
  workspace_id: string
  channel_id: string
  sealed: Buffer
  changed_at: Time
}

interface HookEventTable {
  workspace_id: string
  channel_id: string
  event_hash: Buffer
  heard_at: Time
}

interface TrackedLinkTable {
  workspace_id: string
  id: string
  code: string
  target: string
  name: string
  campaign: Generated<string | null>
  member_id: Generated<string | null>
  person_id: Generated<string | null>
  channel_id: Generated<string | null>
  topic_id: Generated<string | null>
  created_by: Generated<string | null>
  created_at: Time
  changed_at: Time
  removed_at: Generated<Date | null>
}

interface LinkClickTable {
  workspace_id: string
  activity_id: string
  link_id: string
  key: Buffer
  agent: AgentClass
}

interface LinkDayTable {
  workspace_id: string
  link_id: string
  day: string
  clicks: number
}

interface CodeTable {
  workspace_id: string
  id: string
  text: string
  key: Buffer
  kind: CodeKind
  person_id: Generated<string | null>
  campaign: Generated<string | null>
  created_by: Generated<string | null>
  created_at: Time
  changed_at: Time
}

interface ClaimedTouchTable {
  workspace_id: string
  outcome_id: string
  class: ClaimClass
  key: Buffer
  text: string
  person_id: Generated<string | null>
  link_id: Generated<string | null>
  code_id: Generated<string | null>
  click_id: Generated<string | null>
}

interface OutcomeRefundTable {
  workspace_id: string
  platform: string
  purchase_hash: Buffer
  key: Buffer
  refunded_minor: number
  currency: string
  /** Since migration 0065. */
  refunded_at: Time | null
  sum_key: Buffer | null
}
