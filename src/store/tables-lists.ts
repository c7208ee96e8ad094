import type { ColumnType, Generated } from 'kysely'
import type {
  FieldKind,
  FieldValue,
  HandoverReason,
  OwnerRank,
  SubjectKind,
} from '#vocabulary/index.ts'
import type { Time } from './column-types.ts'

/** Owners, tags, fields, lists and edits of many rows; the tables of migration 0023. */
export interface ListTables {
  owner: OwnerTable
  handover: HandoverTable
  handover_item: HandoverItemTable
  tag: TagTable
  tagging: TaggingTable
  custom_field: CustomFieldTable
  custom_value: CustomValueTable
  list: ListTable
  bulk_edit: BulkEditTable
  bulk_edit_row: BulkEditRowTable
}

/** Read as what it says; written as JSON text. */
type Json<T> = ColumnType<T, string, string>

interface SubjectColumns {
  person_id: string | null
  organisation_id: string | null
  deal_id: string | null
}

interface Row {
  workspace_id: string
  id: string
}

interface OfSubject extends Row, SubjectColumns {
  subject_id: ColumnType<string, never, never>
}

interface OwnerTable extends OfSubject {
  rank: OwnerRank
  member_id: string
  since: Time
  until: Time | null
  set_by: string | null
  ended_by: string | null
  /** Since migration 0036. */
  is_imported: Generated<boolean>
}

interface HandoverTable extends Row {
  from_id: string
  to_id: string
  reason: HandoverReason
  summary: string
  made_at: Time
  made_by: string | null
  acknowledged_at: Time | null
  /** Since migration 0032. */
  next_contacts: Generated<number>
}

interface HandoverItemTable extends Row, SubjectColumns {
  handover_id: string
  task_id: string | null
}

interface TagTable extends Row {
  name: string
  name_key: string
  created_at: Time
}

interface TaggingTable extends OfSubject {
  tag_id: string
  added_at: Time
  added_by: string | null
  /** Since migration 0061. */
  is_imported: Generated<boolean>
}

interface CustomFieldTable extends Row {
  subject: SubjectKind
  name: string
  name_key: string
  kind: FieldKind
  choices: Json<{ id: string; name: string }[]>
  currency: string | null
  position: number
  created_at: Time
}

interface CustomValueTable extends OfSubject {
  field_id: string
  value: Json<FieldValue>
  changed_at: Time
  changed_by: string | null
  /** Since migration 0036. */
  is_imported: Generated<boolean>
}

interface ListTable extends Row {
  name: string
  subject: SubjectKind
  filter: Json<unknown>
  owner_id: string | null
  is_shared: boolean
  created_at: Time
}

interface BulkEditTable extends Row {
  subject: SubjectKind
  change: Json<unknown>
  made_at: Time
  made_by: string | null
  undone_at: Time | null
  undone_by: string | null
}

interface BulkEditRowTable extends Row, SubjectColumns {
  bulk_edit_id: string
  before: Json<unknown>
  after: Json<unknown>
  outcome: 'restored' | 'kept' | null
}
