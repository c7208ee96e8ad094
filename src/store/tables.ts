import type { ColumnType, Generated } from 'kysely'
import type {
  ActivityType,
  HandleKind,
  Intent,
  InterfaceLanguage,
  NameOrder,
  NumberStyle,
  ReadingPart,
  Sentiment,
  Stage,
  StageOrNone,
  Stance,
  TopicKind,
} from '#vocabulary/index.ts'
import type { DefaultTime, Time } from './column-types.ts'
import type { AlertTables } from './tables-alerts.ts'
import type { CommunityTables } from './tables-communities.ts'
import type { DealTables } from './tables-deals.ts'
import type { DepartmentTables } from './tables-departments.ts'
import type { EventTables } from './tables-events.ts'
import type { ExperimentTables } from './tables-experiments.ts'
import type { EditedPerson, ImportTables, ImportUndo } from './tables-imports.ts'
import type { InfluenceTables } from './tables-influence.ts'
import type { IntentTables } from './tables-intents.ts'
import type { JobTable } from './tables-jobs.ts'
import type { JourneyMoveTable, JourneyStageTable, MoveDayTable } from './tables-journeys.ts'
import type { LearningTables } from './tables-learning.ts'
import type { LinkTables } from './tables-links.ts'
import type { ListTables } from './tables-lists.ts'
import type {
  AffiliationTable,
  ChannelGapTable,
  ChannelHealthTable,
  ChannelProblemTable,
  ChannelTable,
  OrganisationHandleTable,
  OrganisationTable,
  OutcomeTable,
  RelationTable,
} from './tables-live.ts'
import type { MergeTables } from './tables-merges.ts'
import type { OpinionTables } from './tables-opinions.ts'
import type { PlanTables } from './tables-plans.ts'
import type { PrivacyTables } from './tables-privacy.ts'
import type { RelationTables } from './tables-relations.ts'
import type { ReviewTables } from './tables-review.ts'
import type { VoiceTables } from './tables-voices.ts'
import type { VoteTables } from './tables-votes.ts'
import type { WebhookTables } from './tables-webhooks.ts'

/** The tables of the schema `enishi`, as the migrations make them. */
export interface Tables
  extends AlertTables,
    CommunityTables,
    DealTables,
    DepartmentTables,
    EventTables,
    ExperimentTables,
    ImportTables,
    InfluenceTables,
    IntentTables,
    LearningTables,
    ListTables,
    LinkTables,
    MergeTables,
    OpinionTables,
    PlanTables,
    PrivacyTables,
    ReviewTables,
    RelationTables,
    VoiceTables,
    VoteTables,
    WebhookTables {
  workspace: WorkspaceTable
  channel: ChannelTable
  person: PersonTable
  handle: HandleTable
  handle_ownership: HandleOwnershipTable
  handle_signal: HandleSignalTable
  /** View: whose a handle is today, merges resolved. */
  handle_person: HandlePersonView
  activity: ActivityTable
  activity_source: ActivitySourceTable
  post: PostTable
  activity_mention: ActivityMentionTable
  payload: PayloadTable
  topic: TopicTable
  topic_alias: TopicAliasTable
  reading: ReadingTable
  reading_topic: ReadingTopicTable
  reading_day: ReadingDayTable
  topic_day: TopicDayTable
  activity_day: ActivityDayTable
  person_summary: PersonSummaryTable
  /** Sums over a root and all that were merged into it. */
  root_summary: PersonSummaryTable
  journey_stage: JourneyStageTable
  journey_move: JourneyMoveTable
  move_day: MoveDayTable
  import: ImportTable
  import_refusal: ImportRefusalTable
  column_mapping: ColumnMappingTable
  job: JobTable
  channel_health: ChannelHealthTable
  channel_problem: ChannelProblemTable
  channel_gap: ChannelGapTable
  outcome: OutcomeTable
  organisation: OrganisationTable
  affiliation: AffiliationTable
  organisation_handle: OrganisationHandleTable
  relation: RelationTable
}

interface WorkspaceTable {
  id: string
  slug: string
  name: string
  language: InterfaceLanguage
  time_zone: string
  topics_revision: Generated<number>
  /** Version of the model that reads; 0 is the base. */
  reader_version: Generated<number>
  created_at: DefaultTime
  fiscal_year_start_month: Generated<number>
  name_order: Generated<NameOrder>
  number_style: Generated<NumberStyle>
  retention_days: Generated<number | null>
}

interface PersonTable extends EditedPerson {
  workspace_id: string
  id: string
  display_name: string
  family_name: string | null
  given_name: string | null
  name_reading: string | null
  sort_key: string
  name_tokens: Generated<string>
  merged_into: string | null
  created_at: DefaultTime
}

interface HandleTable {
  workspace_id: string
  id: string
  platform: string
  external_id: string
  username: string | null
  display_name: string | null
  url: string | null
  avatar_url: string | null
  bio: string | null
  kind: Generated<HandleKind>
  deleted_at: Time | null
  created_at: DefaultTime
  updated_at: DefaultTime
}

export type OwnershipReason = 'born' | 'email' | 'link' | 'account' | 'split' | 'member'

interface HandleOwnershipTable {
  workspace_id: string
  handle_id: string
  since: DefaultTime
  until: Time | null
  person_id: string
  reason: OwnershipReason
}

interface HandleSignalTable {
  workspace_id: string
  kind: 'email' | 'link' | 'account'
  value: string
  handle_id: string
}

interface HandlePersonView {
  workspace_id: string
  handle_id: string
  person_id: string
  original_person_id: string
}

interface ActivityTable {
  workspace_id: string
  id: string
  type: ActivityType
  platform: string
  external_key: string
  channel_id: string
  handle_id: string
  published_at: Time
  arrived_at: Time
  edited_at: Time | null
  deleted_at: Time | null
  revision: Generated<number>
  content_hash: Buffer
  url: string | null
  parent_key: string | null
  parent_hash: Buffer | null
  thread_key: string | null
  thread_hash: Buffer | null
  object_handle_id: string | null
}

interface ActivitySourceTable {
  workspace_id: string
  platform: string
  external_key_hash: Buffer
  activity_id: string
}

interface PostTable {
  workspace_id: string
  activity_id: string
  title: string | null
  text: string
  is_excerpt: Generated<boolean>
  language_hint: string | null
  tags: Generated<string[]>
  tokens: string
}

interface ActivityMentionTable {
  workspace_id: string
  activity_id: string
  handle_id: string
}

interface PayloadTable {
  workspace_id: string
  activity_id: string
  revision: number
  format: string
  encoding: 'zstd' | 'none'
  body: Buffer
  content_hash: Buffer
}

interface TopicTable {
  workspace_id: string
  id: string
  name: string
  kind: TopicKind
  created_at: DefaultTime
  applied_at: Time | null
  deleted_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

interface TopicAliasTable {
  workspace_id: string
  topic_id: string
  alias: string
}

interface ReadingTable extends Record<Intent, Generated<boolean>> {
  workspace_id: string
  activity_id: string
  revision: number
  model: string
  lang: string
  lang_confidence: number
  sentiment: Sentiment
  sentiment_score: number
  sentiment_confidence: number
  stage: StageOrNone
  stage_confidence: number
  stance: Stance
  /** Null where it was read before the reader said so. */
  stance_confidence: Generated<number | null>
  /** Whether it says something other than any label; null where no member said. */
  other: Generated<boolean | null>
  /** Percent, in the order of INTENTS, then toxicity. */
  likelihoods: number[] | null
  toxic: Generated<boolean>
  novelty: Generated<number>
  unsure: Generated<ReadingPart[]>
  read_at: DefaultTime
  corrected_by: string | null
}

interface ReadingTopicTable {
  workspace_id: string
  topic_id: string
  activity_id: string
  starts_at: number
  ends_at: number
  sentiment: Sentiment
  stage: StageOrNone
  stance: Stance
  /** The reader left the stage open. */
  stage_open: Generated<boolean>
}

interface ReadingDayTable {
  workspace_id: string
  day: string
  topic_id: string
  channel_id: string
  stage: StageOrNone
  stance: Stance
  sentiment: Sentiment
  posts: number
}

type TopicDayCount = 'posts' | 'no_stage' | Sentiment | Stage
type TopicDayTable = Record<TopicDayCount, number> &
  Record<'workspace_id' | 'channel_id' | 'topic_id' | 'day', string>

interface ActivityDayTable {
  workspace_id: string
  day: string
  channel_id: string
  type: ActivityType
  activities: number
}

interface PersonSummaryTable {
  workspace_id: string
  person_id: string
  posts: number
  activities: number
  first_at: Time
  last_at: Time
}

export type ImportState = 'running' | 'stopped' | 'done' | 'failed' | 'undoing' | 'undone'

interface ImportTable extends ImportUndo {
  workspace_id: string
  id: string
  channel_id: string
  format: string
  file_name: string
  fingerprint: string
  size_bytes: number | null
  state: ImportState
  failure: string | null
  position: Generated<number>
  read_bytes: Generated<number>
  new: Generated<number>
  duplicate: Generated<number>
  updated: Generated<number>
  deleted: Generated<number>
  refused: Generated<number>
  /** Since migration 0036. */
  noted: Generated<number>
  started_by: string | null
  started_at: DefaultTime
  finished_at: Time | null
}

interface ImportRefusalTable {
  workspace_id: string
  import_id: string
  position: number
  line: number
  reason: string
  field: string | null
  detail: string | null
  excerpt: string
  /** Since migration 0036. */
  is_taken: Generated<boolean>
}

interface ColumnMappingTable {
  workspace_id: string
  header_hash: string
  format: string
  mapping: string
  saved_at: DefaultTime
}
