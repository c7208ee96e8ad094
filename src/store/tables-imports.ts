import type { Generated, JSONColumnType } from 'kysely'
import type { Time } from './column-types.ts'

/** What migration 0010 adds to a person. */
export interface EditedPerson {
  /** Fields of PersonChange that a member has set; imports leave them alone. */
  edited_fields: Generated<string[]>
}

/** What taking an import back came to, counted over the rows that it had made or changed. */
export interface UndoCounts {
  /** Rows that went, by kind. */
  removed: Partial<Record<UndoneKind, number>>
  /** Fields that are as they were before. */
  restored: number
  /** Rows and fields that stayed because somebody edited them since. */
  edited: number
  /** Rows that stayed because something else refers to them. */
  referred: number
  /** Rows and fields that were gone or changed back already. */
  gone: number
}

export type UndoneKind =
  | 'activity'
  | 'relation'
  | 'affiliation'
  | 'handle'
  | 'person'
  | 'organisation'
  | 'deal'
  | 'field'
  | 'owner'
  | 'tag'
  | 'tagging'
  | 'note'

/** What migration 0024 adds to an import. */
export interface ImportUndo {
  lookalikes: Generated<'new' | 'update'>
  is_undoable: Generated<boolean>
  undo: JSONColumnType<UndoCounts> | null
}

/** Trials of imports, and what imports did; the tables of migration 0024. */
export interface ImportTables {
  import_change: ImportChangeTable
  import_kept: ImportKeptTable
  import_trial: ImportTrialTable
}

interface ImportChangeTable {
  workspace_id: string
  import_id: string
  position: number
  activities: string[]
  relations: string[]
  affiliations: string[]
  handles: string[]
  people: string[]
  organisations: string[]
  /** Since migration 0032. */
  deals: Generated<string[]>
  changed: JSONColumnType<object[]>
}

interface ImportKeptTable {
  workspace_id: string
  import_id: string
  kind: UndoneKind
  subject_id: string
  field: string
  reason: 'edited' | 'referred'
}

interface ImportTrialTable {
  workspace_id: string
  id: string
  format: string
  file_name: string
  channel_name: string
  upload_id: string
  columns: JSONColumnType<object> | null
  size_bytes: number
  read_bytes: Generated<number>
  state: 'running' | 'done' | 'failed'
  failure: string | null
  findings: JSONColumnType<object> | null
  started_by: string | null
  started_at: Time
  finished_at: Time | null
}
