import type { ColumnType, Generated } from 'kysely'
import type {
  CorrectedPart,
  CorrectionOrigin,
  Judgement,
  JudgingQueue,
  ModelReason,
  ModelState,
  ReadingPart,
} from '#vocabulary/index.ts'
import type { Time } from './column-types.ts'

/** Corrections, audits and models of a workspace; the tables of migrations 0016 and 0054. */
export interface LearningTables {
  correction: CorrectionTable
  reading_history: ReadingHistoryTable
  audit_item: AuditItemTable
  reader_model: ReaderModelTable
  model_run: ModelRunTable
  reading_move: ReadingMoveTable
  model_day: ModelDayTable
}

/** Written as its text, read as what it says. */
type Json<T> = ColumnType<T, string, string>

interface CorrectionTable {
  workspace_id: string
  id: string
  activity_id: string
  revision: number
  part: CorrectedPart
  value: string
  was: string
  model: string
  member_id: string | null
  made_at: Time
  origin: CorrectionOrigin
  undone_at: Time | null
}

interface ReadingHistoryTable {
  workspace_id: string
  id: string
  activity_id: string
  revision: number
  model: string
  read_at: Time
  replaced_at: Time | null
  /** Columns of `reading` by name. */
  said: Json<Record<string, unknown>>
}

interface AuditItemTable {
  workspace_id: string
  activity_id: string
  revision: number
  queue: JudgingQueue
  drawn_at: Time
  lang: string
  model: string
  said: Json<Judgement>
  unsure: ReadingPart[]
  truth: ColumnType<Judgement | null, string | null | undefined, string | null>
  answered_by: Generated<string | null>
  answered_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  skipped_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

/** A score of the running model and of the new one on the audits that select, 0..1. */
interface StoredScore {
  part: CorrectedPart
  audits: number
  before: number
  after: number
}

interface ReaderModelTable {
  workspace_id: string
  id: string
  version: number
  base: string
  state: ModelState
  delta: Buffer | null
  corrections: number
  scores: Json<StoredScore[]>
  reason: ModelReason | null
  /** Audits compared; of those, posts read better and worse. Null where none was compared. */
  compared: number | null
  better: number | null
  worse: number | null
  trained_at: Date | null
  promoted_at: Date | null
  retired_at: Date | null
  requested_by: string | null
}

interface ModelRunTable {
  workspace_id: string
  id: string
  model: string
  before: string | null
  reason: ModelReason
  author_id: string | null
  began_at: Time
}

interface ReadingMoveTable {
  workspace_id: string
  run_id: string
  activity_id: string
  revision: number
  from_model: string
  to_model: string
  moved_at: Time
  moved: Json<{ part: ReadingPart; from: string; to: string }[]>
}

interface ModelDayTable {
  workspace_id: string
  /** Nil: all posts. */
  topic_id: string
  channel_id: string
  /** YYYY-MM-DD. */
  day: string
  model: string
  posts: number
}
