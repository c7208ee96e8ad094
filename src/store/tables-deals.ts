import type { ColumnType, Generated } from 'kysely'
import type { ContactKind, DealRole, DealState, LostReason, NoticeKind } from '#vocabulary/index.ts'
import type { Time } from './column-types.ts'

/** What colleagues do; the tables of migration 0022. */
export interface DealTables {
  pipeline: PipelineTable
  pipeline_stage: PipelineStageTable
  deal: DealTable
  deal_person: DealPersonTable
  deal_move: DealMoveTable
  task: TaskTable
  note: NoteTable
  note_mention: NoteMentionTable
  /** Since migration 0064. */
  imported_note_removed: { workspace_id: string; key: string; removed_at: Time }
  notice: NoticeTable
  contact: ContactTable
  contact_person: ContactPersonTable
}

interface PipelineTable {
  workspace_id: string
  id: string
  name: string
  name_key: string
  created_at: Time
}

interface PipelineStageTable {
  workspace_id: string
  id: string
  pipeline_id: string
  name: string
  position: number
  probability: number
  removed_at: Time | null
}

/** Written by the database. */
type Made<T> = ColumnType<T, never, never>

interface DealTable {
  workspace_id: string
  id: string
  key: string | null
  name: string
  sort_key: string
  search_key: string
  pipeline_id: string
  stage_id: string
  stage_since: Time
  state: Generated<DealState>
  value_minor: number | null
  currency: string | null
  own_probability: number | null
  /** YYYY-MM-DD. */
  closes_on: string | null
  closed_at: Time | null
  lost_reason: LostReason | null
  lost_text: string | null
  organisation_id: string | null
  topic_id: string | null
  source: string | null
  owner_id: string | null
  second_owner_id: string | null
  outcome_number: Generated<number>
  outcome_handle_id: string | null
  created_by: string | null
  created_at: Time
  changed_at: Time
  closes_key: Made<string>
  value_key: Made<number>
}

interface DealPersonTable {
  workspace_id: string
  deal_id: string
  person_id: string
  role: DealRole
  is_main: Generated<boolean>
}

interface DealMoveTable {
  workspace_id: string
  id: string
  deal_id: string
  at: Time
  author_id: string | null
  from_stage_id: string | null
  to_stage_id: string
  from_state: DealState | null
  to_state: DealState
}

interface AboutColumns {
  person_id: string | null
  organisation_id: string | null
  deal_id: string | null
}

interface TaskTable extends AboutColumns {
  workspace_id: string
  id: string
  key: string | null
  title: string
  detail: string | null
  search_key: string
  owner_id: string | null
  /** YYYY-MM-DD. */
  due_on: string | null
  /** HH:MM:SS. */
  due_time: string | null
  time_zone: string | null
  due_at: Time | null
  done_at: Time | null
  done_by: string | null
  created_by: string | null
  created_at: Time
  changed_at: Time
  due_key: Made<Date | number>
  line_at: Made<Date>
}

interface NoteTable extends AboutColumns {
  workspace_id: string
  id: string
  key: string | null
  text: string
  search_key: string
  /** Of an imported one: who imported it. */
  author_id: string | null
  created_at: Time
  edited_at: Time | null
  /** Since migration 0061. */
  is_imported: Generated<boolean>
}

/** Since migration 0057. */
interface NoticeTable {
  workspace_id: string
  id: string
  member_id: string
  kind: NoticeKind
  note_id: string | null
  task_id: string | null
  handover_id: string | null
  author_id: string | null
  at: Time
  seen_at: Time | null
}

interface NoteMentionTable {
  workspace_id: string
  member_id: string
  note_id: string
}

interface ContactTable {
  workspace_id: string
  id: string
  key: string | null
  kind: ContactKind
  at: Time
  summary: string
  search_key: string
  member_id: string | null
  organisation_id: string | null
  deal_id: string | null
  author_id: string | null
  created_at: Time
  changed_at: Time
}

interface ContactPersonTable {
  workspace_id: string
  contact_id: string
  person_id: string
}
