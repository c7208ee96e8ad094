import type { Generated } from 'kysely'
import type { ReadingPart, VoteFailure } from '#vocabulary/index.ts'

/** Votes of a language model; the tables of migration 0018. */
export interface VoteTables {
  language_model: LanguageModelTable
  model_vote: ModelVoteTable
  model_vote_day: ModelVoteDayTable
}

interface LanguageModelTable {
  workspace_id: string
  is_on: Generated<boolean>
  address: Generated<string>
  model: Generated<string>
  sealed_key: Generated<Buffer | null>
  votes_per_day: Generated<number>
  posts_per_request: Generated<number>
  failure: Generated<VoteFailure | null>
  failure_status: Generated<number | null>
  failed_at: Generated<Date | null>
  failures_in_row: Generated<number>
  next_try_at: Generated<Date | null>
  answered_at: Generated<Date | null>
  busy_until: Generated<Date | null>
}

interface ModelVoteTable {
  workspace_id: string
  activity_id: string
  revision: number
  part: ReadingPart
  value: string | null
  said: string
  model: string
  at: Date
  usable: boolean
}

interface ModelVoteDayTable {
  workspace_id: string
  /** YYYY-MM-DD. */
  day: string
  requests: number
  posts: number
  votes: number
  dropped: number
  failures: number
}
