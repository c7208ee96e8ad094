import type { Time } from './column-types.ts'

/** Near-copies of posts; the tables of migration 0053. */
export interface VoiceTables {
  post_copy: PostCopyTable
  copy_run: CopyRunTable
}

interface PostCopyTable {
  workspace_id: string
  activity_id: string
  /** The earliest post of its group. */
  copy_of: string
}

interface CopyRunTable {
  workspace_id: string
  grouped_at: Time
  posts: number
  newest_id: string
}
