import type { Transaction } from '#store/door.ts'
import { EnishiError, type StageOrNone, type Stance, type TopicKind } from '#vocabulary/index.ts'

/** A community as the table has it. */
export interface CommunityRow {
  id: string
  name: string | null
  phrases: string[]
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
  stages: { stage: StageOrNone; stance: Stance; posts: number }[]
  languages: { lang: string; posts: number }[]
  relevance: number
  relevant_posts: number
  rival_posts: number
  ours: number
  rivals: number
  is_to_join: boolean
  born_at: Date
  ended_at: Date | null
}

/** A topic that people of a community speak of. */
export interface TopicSpokenOf {
  id: string
  name: string
  kind: TopicKind
  posts: number
  people: number
}

export interface ListedCommunity {
  id: string
  /** A member's words; null where nobody named it. */
  name: string | null
  /** Up to three noun phrases, in the language in which they were said. */
  phrases: string[]
  people: number
  posts: number
  /** Posts a week, the oldest of twelve first. */
  weeks: number[]
  /** Of the last four weeks, and of the four before. */
  recentPosts: number
  beforePosts: number
  health: HealthParts
  stages: CommunityRow['stages']
  languages: CommunityRow['languages']
  /** The most spoken of first, at most six. */
  topics: TopicSpokenOf[]
  relevance: number
  relevantPosts: number
  rivalPosts: number
  ours: number
  rivals: number
  isToJoin: boolean
  bornAt: string
  /** It is found no more. */
  endedAt: string | null
}

/** The parts are 0 … 1. */
export interface HealthParts {
  /** 0 … 100. */
  score: number
  activeShare: number
  answerRate: number
  reciprocity: number
  newcomersKept: number
}

export function listed(row: CommunityRow, topics: TopicSpokenOf[]): ListedCommunity {
  return {
    ...{ id: row.id, name: row.name, phrases: row.phrases, people: row.people, posts: row.posts },
    ...{ weeks: row.weeks, recentPosts: row.recent_posts, beforePosts: row.before_posts },
    health: {
      ...{ score: row.health, activeShare: row.active_share, answerRate: row.answer_rate },
      ...{ reciprocity: row.reciprocity, newcomersKept: row.newcomers_kept },
    },
    ...{ stages: row.stages, languages: row.languages, topics, relevance: row.relevance },
    ...{ relevantPosts: row.relevant_posts, rivalPosts: row.rival_posts, ours: row.ours },
    ...{ rivals: row.rivals, isToJoin: row.is_to_join, bornAt: row.born_at.toISOString() },
    endedAt: row.ended_at?.toISOString() ?? null,
  }
}

/**
 * One that is found today, or throws `not-found`. `hold` makes a second change wait; `orEnded` has one
 * that ended as well.
 */
export async function communityRow(
  tx: Transaction,
  id: string,
  { hold = false, orEnded = false }: { hold?: boolean; orEnded?: boolean } = {},
): Promise<CommunityRow> {
  const query = tx.selectFrom('community').selectAll().where('id', '=', id)
  const row = await (hold ? query.forUpdate() : query).executeTakeFirst()
  if (row === undefined || (row.ended_at !== null && !orEnded)) throw noCommunity()
  return row
}

function noCommunity(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'There is no such community any more. The list has those that are found today.',
      ja: 'このコミュニティはもう見つかりません。今あるコミュニティは一覧で確認できます。',
    },
    { field: 'id' },
  )
}
