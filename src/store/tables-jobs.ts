import type { Generated } from 'kysely'
import type { DefaultTime, Time } from './column-types.ts'

export type JobKind =
  | 'import'
  | 'plan-engagement'
  | 'apply-topics'
  | 'load-world'
  | 'drop-expired'
  | 'group-opinions'
  | 'rebuild-derived'
  | 'train-model'
  | 'read-again'
  | 'try-import'
  | 'undo-import'
  | 'find-communities'
  | 'group-copies'
  | 'measure-influence'

export interface JobTable {
  workspace_id: string
  id: string
  kind: JobKind
  subject_id: string | null
  state: Generated<'waiting' | 'running' | 'done' | 'failed'>
  attempts: Generated<number>
  failure: string | null
  /** How far it has come; null before it says so. */
  step: Generated<string | null>
  leased_until: Time | null
  created_at: DefaultTime
  finished_at: Time | null
}
