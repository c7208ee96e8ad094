import type { Generated, JSONColumnType } from 'kysely'
import type { Stage } from '#vocabulary/index.ts'
import type { Time } from './column-types.ts'

/** Who caused what; the tables of migrations 0028, 0039, 0059 and 0060. */
export interface InfluenceTables {
  influence_run: InfluenceRunTable
  influence_multiplier: {
    workspace_id: string
    run_id: string
    handle_id: string
    multiplier: number
  }
  influence_figure: InfluenceFigureTable
  influence_touch_days: {
    workspace_id: string
    run_id: string
    cut: 'actor' | 'channel' | 'level' | 'opinion' | 'community'
    key: string
    days: string[]
    touches: number[]
    handle_id: string | null
  }
  influence_outcome_days: {
    workspace_id: string
    run_id: string
    type: string
    day: string
    linked: number
    unlinked: number
  }
  influence_stage_value: {
    workspace_id: string
    run_id: string
    topic_id: string
    stage: Stage
    minor: number
    currency: string
  }
  influence_journey: {
    workspace_id: string
    run_id: string
    type: string
    day: string
    journeys: JSONColumnType<unknown[]>
  }
  outcome_credit: OutcomeCreditTable
  credit_share: CreditShareTable
}

interface InfluenceRunTable {
  workspace_id: string
  id: string
  scope_id: string
  topic_id: string | null
  state: 'measured' | 'insufficient'
  measured_at: Time
  from_at: Time | null
  to_at: Time | null
  people: number
  touches: number
  outcomes: number
  unlinked: number
  credited: number
  background: number
  low: number
  high: number
  parameters: JSONColumnType<Record<string, unknown>>
  replicates: JSONColumnType<Record<string, number[]>>
}

interface InfluenceFigureTable {
  workspace_id: string
  run_id: string
  cut: 'actor' | 'channel' | 'type' | 'level' | 'opinion' | 'community'
  key: string
  type: string
  credit: number
  low: number
  high: number
  placebo: number
  outcomes: number
  touches: number
  multiplier: number | null
  passed_on: Generated<number>
  is_enough: boolean
  handle_id: string | null
  placebo_low: number | null
  placebo_high: number | null
  shuffled: number | null
  shuffled_low: number | null
  shuffled_high: number | null
  reversed: number | null
  reversed_low: number | null
  reversed_high: number | null
  passed_on_low: number | null
  passed_on_high: number | null
  multiplier_low: number | null
  multiplier_high: number | null
}

interface OutcomeCreditTable {
  workspace_id: string
  scope_id: string
  outcome_id: string
  type: string
  run_id: string
  handle_id: string
  at: Time
  value_minor: number | null
  currency: string | null
  worth_minor: number | null
  worth_currency: string | null
  background: number
  is_live: boolean
  credited_at: Time
}

interface CreditShareTable {
  workspace_id: string
  scope_id: string
  outcome_id: string
  type: string
  number: number
  activity_id: string
  evidence_id: string
  kind: 'reply' | 'repost' | 'quote' | 'like' | 'mention' | 'click' | 'thread' | 'follow' | 'claim'
  actor_handle_id: string
  channel_id: string
  level: 'knows' | 'bought' | 'recommends' | 'advises-against' | 'unknown'
  reached_at: Time
  share: number
}
