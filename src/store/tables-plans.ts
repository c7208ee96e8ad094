import type { JSONColumnType } from 'kysely'
import type {
  PlanDecision,
  PlanGoal,
  PlanLack,
  PlanOutcome,
  PlanState,
  PlanWay,
} from '#vocabulary/index.ts'
import type { Time } from './column-types.ts'

/** Whom to engage next; the tables of migration 0031. */
export interface PlanTables {
  engagement_plan: EngagementPlanTable
  engagement_plan_cost: {
    workspace_id: string
    plan_id: string
    handle_id: string
    cost: number
  }
  engagement_plan_person: EngagementPlanPersonTable
}

interface EngagementPlanTable {
  workspace_id: string
  id: string
  topic_id: string | null
  outcome: PlanOutcome
  goal: PlanGoal
  asked: JSONColumnType<object>
  state: PlanState
  lack: PlanLack | null
  answer: JSONColumnType<object> | null
  made_at: Time
  made_by: string | null
  answered_at: Time | null
}

interface EngagementPlanPersonTable {
  workspace_id: string
  plan_id: string
  place: number
  handle_id: string
  way: PlanWay
  cost: number
  alone: number
  added: number
  community_id: string | null
  reasons: JSONColumnType<object[]>
  decision: PlanDecision | null
  task_id: string | null
}
