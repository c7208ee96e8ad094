import type { Generated, JSONColumnType } from 'kysely'
import type { CommunityChangeKind, StageOrNone, Stance } from '#vocabulary/index.ts'
import type { Time } from './column-types.ts'

/** Who turns to each other more than to others; the tables of migration 0029. */
export interface CommunityTables {
  community: CommunityTable
  community_member: CommunityMemberTable
  community_topic: CommunityTopicTable
  community_post: CommunityPostTable
  community_link: CommunityLinkTable
  community_change: CommunityChangeTable
  community_run: CommunityRunTable
  community_picture: {
    workspace_id: string
    community_id: string
    ties: Buffer
    has_all: boolean
  }
}

interface CommunityTable {
  workspace_id: string
  id: string
  name: string | null
  named_by: string | null
  phrases: Generated<string[]>
  people: number
  ties: number
  posts: number
  recent_posts: number
  before_posts: number
  weeks: number[]
  health: number
  active_share: number
  answer_rate: number
  reciprocity: number
  newcomers_kept: number
  stages: JSONColumnType<{ stage: StageOrNone; stance: Stance; posts: number }[]>
  languages: JSONColumnType<{ lang: string; posts: number }[]>
  relevance: number
  relevant_posts: number
  rival_posts: number
  ours: number
  rivals: number
  is_to_join: boolean
  born_at: Time
  people_told: number
  ended_at: Time | null
}

interface CommunityMemberTable {
  workspace_id: string
  community_id: string
  handle_id: string
  is_first: boolean
  rank: number
  core: number
  leap: number
  strength: number
  x: number
  y: number
  /** In the picture: whoever counts most has 0; null of second accounts, and of searches before there were places. */
  place: Generated<number | null>
  bridge_30: Generated<number>
  bridge_30_before: Generated<number>
  bridge_90: Generated<number>
  bridge_90_before: Generated<number>
}

interface CommunityTopicTable {
  workspace_id: string
  community_id: string
  topic_id: string
  posts: number
  people: number
}

interface CommunityPostTable {
  workspace_id: string
  community_id: string
  activity_id: string
  place: number
}

interface CommunityLinkTable {
  workspace_id: string
  first_id: string
  second_id: string
  ties: number
  strength: number
}

interface CommunityChangeTable {
  workspace_id: string
  id: string
  community_id: string
  kind: CommunityChangeKind
  at: Time
  others: string[]
  people: number
  people_before: number
}

interface CommunityRunTable {
  workspace_id: string
  found_at: Time
  people: number
  ties: number
  communities: number
  modularity: number
  newest_id: string
  tie_rows: Generated<number>
}
