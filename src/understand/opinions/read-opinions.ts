import { type RawBuilder, sql } from 'kysely'
import { foldText } from '#language/index.ts'
import { type Listed, type PageRequest, readCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { EnishiError, isUuid } from '#vocabulary/index.ts'
import type { ReadBy } from '../model-days.ts'
import { getTopic } from '../read-topics.ts'
import { isGrouping } from './change-opinions.ts'
import type { OpinionKind } from './opinion-post.ts'
import type { OpinionRow } from './opinion-row.ts'

export const OPINION_SORTS = ['voices', 'trend'] as const
export type OpinionSort = (typeof OPINION_SORTS)[number]
export const OPINION_SIDES = ['for', 'against', 'neither'] as const
export type OpinionSide = (typeof OPINION_SIDES)[number]

export interface OpinionFilter {
  topic: string
  kind?: OpinionKind | undefined
  side?: OpinionSide | undefined
  /** Words that the name holds in either language, compared folded. */
  q?: string | undefined
  sort: OpinionSort
}

export interface ListedOpinion {
  id: string
  topicId: string
  kind: OpinionKind
  side: OpinionSide
  name: { ja: string | null; en: string | null }
  /** A member's words. */
  isNamed: boolean
  posts: number
  voices: number
  for: number
  against: number
  mixed: number
  /** Null until they are counted again after an upgrade. */
  voicesOf: { for: number; against: number; mixed: number } | null
  answered: number
  recentPosts: number
  trend: number
  recentVoices: number | null
  voicesTrend: number | null
  firstAt: string | null
  lastAt: string | null
}

export interface OpinionList extends Listed<ListedOpinion> {
  run: { groupedAt: string | null; posts: number; isGrouping: boolean }
  /** What read the posts of the topic's opinions. */
  readBy: ReadBy
}

/** Of one topic at most: what a search over names looks through. */
const LOOKED_AT_MAX = 1_000

/**
 * The opinions of a topic, the loudest or the most rising first, and when they were found. Throws
 * `not-found` for the topic, `bad-input` for a foreign cursor.
 */
export async function listOpinions(
  tx: Transaction,
  filter: OpinionFilter,
  page: PageRequest,
): Promise<OpinionList> {
  await getTopic(tx, filter.topic)
  const after = page.cursor === undefined ? null : readOpinionCursor(page.cursor)
  const isSearched = filter.q !== undefined && filter.q.trim() !== ''
  const limit = isSearched ? LOOKED_AT_MAX : page.limit + 1
  const { rows } = await selectShown(filter, after, limit).execute(tx)
  const held = isSearched ? rows.filter((row) => isCalled(row, filter.q ?? '')) : rows
  const shown = held.slice(0, page.limit)
  const last = shown.at(-1)
  const isMore = held.length > page.limit && last !== undefined
  return {
    items: shown.map(listed),
    next: isMore ? writeCursor([String(last[filter.sort]), last.id]) : null,
    run: await readRun(tx, filter.topic),
    readBy: await readByOfOpinions(
      tx,
      sql`p.opinion_id in (
      select id from opinion where topic_id = ${filter.topic}::uuid)`,
    ),
  }
}

/** What read the posts of some opinions; a post in two of them counts once. */
export async function readByOfOpinions(
  tx: Transaction,
  isAsked: RawBuilder<unknown>,
): Promise<ReadBy> {
  const { rows } = await sql<ReadBy[number]>`
    select r.model, count(distinct p.activity_id)::integer as posts from opinion_post p
    join reading r on r.workspace_id = p.workspace_id and r.activity_id = p.activity_id
    where ${isAsked} group by r.model order by posts desc, r.model
  `.execute(tx)
  return rows
}

const SIDE_OF = { for: 1, against: -1, neither: 0 } as const

function selectShown(
  { topic, kind, side, sort }: OpinionFilter,
  after: { value: number; id: string } | null,
  limit: number,
): RawBuilder<OpinionRow> {
  const column = sql.ref(sort)
  const conditions = [sql`topic_id = ${topic}::uuid`, sql`merged_into is null`, sql`posts > 0`]
  if (kind !== undefined) conditions.push(sql`kind = ${kind}`)
  if (side !== undefined) conditions.push(sql`side = ${SIDE_OF[side]}::smallint`)
  if (after !== null) {
    conditions.push(sql`(${column}, id) < (${after.value}::integer, ${after.id}::uuid)`)
  }
  return sql`select * from opinion where ${sql.join(conditions, sql` and `)}
    order by ${column} desc, id desc limit ${limit}`
}

function isCalled({ name_ja, name_en }: OpinionRow, q: string): boolean {
  const name = foldText(`${name_ja ?? ''}\n${name_en ?? ''}`)
  return foldText(q)
    .split(' ')
    .every((word) => name.includes(word))
}

export function listed(row: OpinionRow): ListedOpinion {
  return {
    id: row.id,
    topicId: row.topic_id,
    kind: row.kind,
    side: row.side === 1 ? 'for' : row.side === -1 ? 'against' : 'neither',
    name: { ja: row.name_ja, en: row.name_en },
    isNamed: row.named_by !== null,
    posts: row.posts,
    voices: row.voices,
    for: row.for_posts,
    against: row.against_posts,
    mixed: row.mixed_posts,
    voicesOf: voicesByStance(row),
    answered: row.answered_posts,
    recentPosts: row.recent_posts,
    trend: row.trend,
    recentVoices: row.recent_voices,
    voicesTrend: row.voices_trend,
    firstAt: row.first_at?.toISOString() ?? null,
    lastAt: row.last_at?.toISOString() ?? null,
  }
}

function voicesByStance(row: OpinionRow): ListedOpinion['voicesOf'] {
  const { for_voices, against_voices, mixed_voices } = row
  if (for_voices === null || against_voices === null || mixed_voices === null) return null
  return { for: for_voices, against: against_voices, mixed: mixed_voices }
}

async function readRun(tx: Transaction, topicId: string): Promise<OpinionList['run']> {
  const run = await tx
    .selectFrom('opinion_run')
    .select(['grouped_at', 'posts'])
    .where('topic_id', '=', topicId)
    .executeTakeFirst()
  return {
    groupedAt: run?.grouped_at.toISOString() ?? null,
    posts: run?.posts ?? 0,
    isGrouping: await isGrouping(tx, topicId),
  }
}

function readOpinionCursor(cursor: string): { value: number; id: string } {
  const [value = '', id = ''] = readCursor(cursor, 2)
  if (/^-?\d{1,9}$/.test(value) && isUuid(id)) return { value: Number(value), id }
  throw new EnishiError(
    'bad-input',
    {
      en: 'The cursor is not one of this list. Start again without it.',
      ja: 'カーソルがこの一覧のものではありません。カーソルなしで最初から取得してください。',
    },
    { field: 'cursor' },
  )
}
