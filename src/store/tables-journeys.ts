import type { Generated } from 'kysely'
import type { Stage, StageOrNone, Stance } from '#vocabulary/index.ts'
import type { Time } from './column-types.ts'

/** How people move along the cycle; the tables of migration 0012. */

export interface JourneyStageTable {
  workspace_id: string
  person_id: string
  topic_id: string
  stage: Stage
  /** Of the latest telling post. */
  stance: Stance
  activity_id: string
  round: Generated<number>
  /** Of the latest move. */
  moved_stance: Generated<Stance>
}

export interface JourneyMoveTable {
  workspace_id: string
  person_id: string
  topic_id: string
  activity_id: string
  from_stage: StageOrNone
  to_stage: Stage
  stance: Stance
  round: number
  at: Time
}

export interface MoveDayTable {
  workspace_id: string
  topic_id: string
  /** YYYY-MM-DD. */
  day: string
  from_stage: StageOrNone
  to_stage: Stage
  stance: Stance
  moves: number
}
