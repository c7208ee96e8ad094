import type { Generated } from 'kysely'
import type { DefaultTime, Time } from './column-types.ts'

/** Claims and questions that recur; the tables of migration 0017. */
export interface OpinionTables {
  opinion: OpinionTable
  opinion_post: OpinionPostTable
  opinion_day: OpinionDayTable
  opinion_decision: OpinionDecisionTable
  opinion_pin: OpinionPinTable
  opinion_run: OpinionRunTable
}

interface OpinionTable {
  workspace_id: string
  id: string
  topic_id: string
  kind: 'claim' | 'question'
  side: -1 | 0 | 1
  name_ja: string | null
  name_en: string | null
  named_by: string | null
  found_ja: string | null
  found_en: string | null
  centre: Generated<string[]>
  merged_into: string | null
  is_split: Generated<boolean>
  posts: Generated<number>
  voices: Generated<number>
  for_posts: Generated<number>
  /** Of 0053: null until counted again, as the other voices below. */
  for_voices: Generated<number | null>
  against_posts: Generated<number>
  against_voices: Generated<number | null>
  mixed_posts: Generated<number>
  mixed_voices: Generated<number | null>
  answered_posts: Generated<number>
  recent_posts: Generated<number>
  recent_voices: Generated<number | null>
  trend: Generated<number>
  voices_trend: Generated<number | null>
  first_at: Time | null
  last_at: Time | null
  created_at: DefaultTime
}

interface OpinionPostTable {
  workspace_id: string
  opinion_id: string
  shown_id: string
  activity_id: string
  copy_of: string
  starts_at: number
  ends_at: number
  typical: number
  is_answered: Generated<boolean>
}

interface OpinionDayTable {
  workspace_id: string
  opinion_id: string
  /** YYYY-MM-DD. */
  day: string
  posts: number
  voices: Generated<number | null>
}

interface OpinionDecisionTable {
  workspace_id: string
  id: string
  opinion_id: string
  kind: 'rename' | 'merge' | 'split'
  others: Generated<string[]>
  before_ja: string | null
  before_en: string | null
  before_by: string | null
  member_id: string | null
  made_at: Time
  undone_at: Time | null
}

interface OpinionPinTable {
  workspace_id: string
  from_id: string
  activity_id: string
  to_id: string
}

interface OpinionRunTable {
  workspace_id: string
  topic_id: string
  grouped_at: Time
  posts: number
  newest_id: string
}
