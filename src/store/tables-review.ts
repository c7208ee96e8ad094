import type { Generated, JSONColumnType } from 'kysely'
import type { CandidateState, MatchReason } from '#vocabulary/index.ts'
import type { DefaultTime, Time } from './column-types.ts'

/** Who may be whom; the tables of migrations 0027, 0034 and 0043. */
export interface ReviewTables {
  match_due: { workspace_id: string; handle_id: string; noted_at: DefaultTime }
  match_key: { workspace_id: string; key: string; handle_id: string }
  match_candidate: MatchCandidateTable
  handle_picture: HandlePictureTable
}

interface MatchCandidateTable {
  workspace_id: string
  id: string
  first_id: string
  second_id: string
  first_handle_id: string
  second_handle_id: string
  weight: number
  probability: number
  reasons: JSONColumnType<MatchReason[]>
  value: number
  state: Generated<CandidateState>
  again_at: Time | null
  found_at: Time
  decided_at: Time | null
  decided_by: string | null
  /** Since migration 0034. */
  judged_at: DefaultTime
}

interface HandlePictureTable {
  workspace_id: string
  handle_id: string
  url: string
  /** SHA-256. */
  url_key: Buffer
  state: Generated<'waiting' | 'seen' | 'plain' | 'failed'>
  /** 64 bits, read as the number that they are with a sign. */
  hash: string | null
  why: string | null
  failures: Generated<number>
  next_at: Time | null
  looked_at: Time | null
}
