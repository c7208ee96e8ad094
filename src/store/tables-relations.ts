import type { ColumnType, Generated } from 'kysely'
import type {
  FieldComparison,
  ProposalBasis,
  RelationCode,
  RelationSubject,
  RuleCondition,
  RuleMatch,
  Stage,
  TieKind,
} from '#vocabulary/index.ts'
import type { DefaultTime, Time } from './column-types.ts'

/** Kinds, rules, proposals, programmes and ties; the tables of migrations 0021 and 0063. */
export interface RelationTables {
  relation_kind: RelationKindTable
  relation_rule: RelationRuleTable
  relation_rule_condition: RelationRuleConditionTable
  relation_proposal: RelationProposalTable
  relation_search: { workspace_id: string; searched_at: Time }
  programme: ProgrammeTable
  programme_member: ProgrammeMemberTable
  programme_contact: ProgrammeContactTable
  tie: TieTable
}

interface RelationKindTable {
  workspace_id: string
  id: string
  name_ja: string
  name_en: string
  applies_to: RelationSubject
  created_at: DefaultTime
  created_by: string | null
}

interface RelationRuleTable {
  workspace_id: string
  id: string
  name: string | null
  match: Generated<RuleMatch>
  kind: RelationCode
  is_on: Generated<boolean>
  removed_at: Time | null
  created_at: DefaultTime
  created_by: string | null
}

interface RelationRuleConditionTable {
  workspace_id: string
  id: string
  rule_id: string
  position: number
  condition: RuleCondition
  within_days: number | null
  organisation_kind: RelationCode | null
  organisation_id: string | null
  tag_id: string | null
  field_id: string | null
  topic_id: string | null
  list_id: string | null
  comparison: FieldComparison | null
  /** JSON, as the field keeps it. */
  value: ColumnType<string | number | boolean | null, string | null, string | null>
  stage: Stage | null
  words: string[] | null
}

interface RelationProposalTable {
  workspace_id: string
  id: string
  person_id: string
  kind: RelationCode
  basis: ProposalBasis
  /** JSON, read whole. */
  evidence: string
  state: Generated<'open' | 'confirmed' | 'refused'>
  proposed_at: Time
  decided_at: Time | null
  decided_by: string | null
}

interface ProgrammeTable {
  workspace_id: string
  id: string
  kind: RelationCode
  owner_id: string | null
  rhythm_days: number
  aim: string | null
  created_at: DefaultTime
  created_by: string | null
}

interface ProgrammeMemberTable {
  workspace_id: string
  id: string
  programme_id: string
  person_id: string | null
  organisation_id: string | null
  owner_id: string | null
  rhythm_days: number | null
  next_on: string | null
}

interface ProgrammeContactTable {
  workspace_id: string
  id: string
  programme_id: string
  person_id: string | null
  organisation_id: string | null
  on_day: string
  is_thanks: boolean
  what: string | null
  author_id: string | null
  created_at: DefaultTime
}

type TieTable = Record<TieKind, number> &
  Record<'workspace_id' | 'from_handle_id' | 'to_handle_id' | 'day', string>
