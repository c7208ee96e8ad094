import type { GeneratedAlways, JSONColumnType } from 'kysely'
import type {
  FieldChangeOrigin,
  MergeEvidence,
  MergeField,
  MergeOrigin,
  NotSameReason,
  OrganisationField,
  OrganisationLikeness,
  OrganisationMergeField,
  PersonField,
} from '#vocabulary/index.ts'
import type { Time } from './column-types.ts'

/** Who was found to be whom; the tables of migration 0020. */
export interface MergeTables {
  /** View: the person as whom each is shown. */
  person_root: { workspace_id: string; person_id: string; root_id: string }
  person_merge: PersonMergeTable
  person_not_same: PersonNotSameTable
  person_field_change: PersonFieldChangeTable
  /** View: the organisation as which each is shown. */
  organisation_root: { workspace_id: string; organisation_id: string; root_id: string }
  organisation_merge: OrganisationMergeTable
  organisation_merge_row: OrganisationMergeRowTable
  organisation_not_same: OrganisationNotSameTable
}

/** What a merge of organisations found and wrote at the one that was kept. */
export interface OrganisationBackup {
  keep: Record<OrganisationField, string | null>
  wrote: Partial<Record<OrganisationMergeField, { before: string | null; after: string | null }>>
}

interface OrganisationMergeTable {
  workspace_id: string
  id: string
  seq: GeneratedAlways<number>
  keep_id: string
  merged_id: string
  author_id: string | null
  made_at: Time
  evidence: JSONColumnType<OrganisationLikeness[]>
  backup: JSONColumnType<OrganisationBackup>
  undone_at: Time | null
  undone_by: string | null
}

/** A row that a merge keeps aside, because the kept one has its like. */
export interface RowAside {
  row: Record<string, unknown>
  like: string
  filled: string[]
}

interface OrganisationMergeRowTable {
  workspace_id: string
  merge_id: string
  table: string
  row_id: string
  aside: JSONColumnType<RowAside> | null
  person_id: string | null
}

interface OrganisationNotSameTable {
  workspace_id: string
  id: string
  first_id: string
  second_id: string
  author_id: string | null
  said_at: Time
}

/** What a merge found and wrote at the person that was kept. */
export interface MergeBackup {
  keep: Record<PersonField, string | null>
  wrote: Partial<Record<MergeField, WrittenField>>
}

/** Values of own fields as JSON texts, members by their ids, a tag that is borne as `true`. */
export interface WrittenField {
  before: string | null
  after: string | null
  /** Whether the field stood among the person's `edited_fields` before. */
  wasEdited: boolean
}

interface PersonMergeTable {
  workspace_id: string
  id: string
  seq: GeneratedAlways<number>
  keep_id: string
  merged_id: string
  origin: MergeOrigin
  author_id: string | null
  made_at: Time
  evidence: JSONColumnType<MergeEvidence>
  backup: JSONColumnType<MergeBackup>
  moved: string[]
  undone_at: Time | null
  undone_by: string | null
}

interface PersonNotSameTable {
  workspace_id: string
  id: string
  first_id: string
  second_id: string
  because: NotSameReason
  author_id: string | null
  said_at: Time
  taken_back_at: Time | null
  taken_back_by: string | null
}

interface PersonFieldChangeTable {
  workspace_id: string
  id: string
  seq: GeneratedAlways<number>
  person_id: string
  field: string
  from: string | null
  to: string | null
  at: Time
  author_id: string | null
  origin: FieldChangeOrigin
  merge_id: string | null
}
