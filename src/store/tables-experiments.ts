import type { Generated } from 'kysely'
import type { Arm, EngagedBy, ExperimentState, InfluenceOutcome } from '#vocabulary/index.ts'
import type { Time } from './column-types.ts'

/** Experiments with our own engagement; the tables of migrations 0030 and 0047. */
export interface ExperimentTables {
  experiment: ExperimentTable
  experiment_channel: { workspace_id: string; experiment_id: string; channel_id: string }
  experiment_subject: ExperimentSubjectTable
}

interface ExperimentTable {
  workspace_id: string
  id: string
  name: string
  question: Generated<string>
  state: Generated<ExperimentState>
  holdout_share: number
  seed: string
  outcome: InfluenceOutcome
  topic_id: string | null
  horizon_days: number
  lift_sought: number | null
  people_planned: number | null
  created_at: Time
  created_by: string | null
  submitted_at: Time | null
  submitted_by: string | null
  decided_at: Time | null
  decided_by: string | null
  decision_note: string | null
  started_at: Time | null
  ended_at: Time | null
  findings: Generated<unknown>
  reckoned_at: Time | null
}

interface ExperimentSubjectTable {
  workspace_id: string
  experiment_id: string
  handle_id: string
  channel_id: string
  arm: Arm
  assigned_at: Time
  engaged_at: Time | null
  engaged_by: EngagedBy | null
}
