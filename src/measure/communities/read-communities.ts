import { type RawBuilder, sql } from 'kysely'
import { foldText } from '#language/index.ts'
import { type Listed, type PageRequest, readCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { EnishiError, type FindingStep, isUuid } from '#vocabulary/index.ts'
import {
  type CommunityRow,
  type ListedCommunity,
  listed,
  type TopicSpokenOf,
} from './community-row.ts'
import { areBeingFound, readStep } from './due.ts'

type CommunitySort = 'people' | 'activity' | 'health' | 'relevance'

export interface CommunityFilter {
  /** Words that the name or its phrases hold, compared folded. */
  q?: string | undefined
  /** Spoken of there. */
  topic?: string | undefined
  /** Only those to join. */
  join?: boolean | undefined
  /** Those that are found no more, instead of those found today. */
  ended?: boolean | undefined
  sort: CommunitySort
}

export interface CommunityList extends Listed<ListedCommunity> {
  run: CommunityRun
}

export interface CommunityRun {
  /** When they were last found; null: never. */
  foundAt: string | null
  /** People who were looked at. */
  people: number
  communities: number
  /** Those that are found no more, but known. */
  ended: number
  isFinding: boolean
  /** How far the search has come; null where none runs. */
  step: FindingStep | null
}

const COLUMN_OF = {
  people: 'people',
  activity: 'recent_posts',
  health: 'health',
  relevance: 'relevant_posts',
} as const satisfies Record<CommunitySort, keyof CommunityRow>
/** What a search over names looks through. */
const LOOKED_AT_MAX = 2_000

/** Communities that are found today, or that ended, and when they were looked for. Throws `bad-input` for a foreign cursor. */
export async function listCommunities(
  tx: Transaction,
  filter: CommunityFilter,
  page: PageRequest,
): Promise<CommunityList> {
  const after = page.cursor === undefined ? null : readPlace(page.cursor)
  const isSearched = filter.q !== undefined && filter.q.trim() !== ''
  const limit = isSearched ? LOOKED_AT_MAX : page.limit + 1
  const { rows } = await selectCommunities(filter, after, limit).execute(tx)
  const held = isSearched ? rows.filter((row) => isCalled(row, filter.q ?? '')) : rows
  const shown = held.slice(0, page.limit)
  const last = shown.at(-1)
  const isMore = held.length > page.limit && last !== undefined
  return {
    items: await withTopics(tx, shown),
    next: isMore ? writeCursor([String(last[COLUMN_OF[filter.sort]]), last.id]) : null,
    run: await readCommunityRun(tx),
  }
}

function selectCommunities(
  { topic, join, ended, sort }: CommunityFilter,
  after: { value: number; id: string } | null,
  limit: number,
): RawBuilder<CommunityRow> {
  const column = sql.ref(COLUMN_OF[sort])
  const conditions = [ended === true ? sql`ended_at is not null` : sql`ended_at is null`]
  if (join === true) conditions.push(sql`is_to_join`)
  if (topic !== undefined) {
    conditions.push(sql`exists (select from community_topic t
      where t.community_id = community.id and t.topic_id = ${topic}::uuid)`)
  }
  if (after !== null) {
    const value = sort === 'health' ? sql`${after.value}::real` : sql`${after.value}::integer`
    conditions.push(sql`(${column}, id) < (${value}, ${after.id}::uuid)`)
  }
  return sql`select * from community where ${sql.join(conditions, sql` and `)}
    order by ${column} desc, id desc limit ${limit}`
}

function isCalled({ name, phrases }: CommunityRow, q: string): boolean {
  const called = foldText([name ?? '', ...phrases].join('\n'))
  return foldText(q)
    .split(' ')
    .every((word) => called.includes(word))
}

const TOPICS_MAX = 6

/** The rows as they are shown. */
export async function withTopics(
  tx: Transaction,
  rows: readonly CommunityRow[],
): Promise<ListedCommunity[]> {
  const { rows: topics } = await sql<TopicSpokenOf & { communityId: string }>`
    select c.community_id as "communityId", t.id, t.name, t.kind, c.posts, c.people
    from community_topic c join topic t on t.workspace_id = c.workspace_id and t.id = c.topic_id
    where c.community_id = any(${rows.map(({ id }) => id)}::uuid[]) and t.deleted_at is null
    order by c.posts desc, t.id`.execute(tx)
  const topicsOf = Map.groupBy(topics, ({ communityId }) => communityId)
  return rows.map((row) =>
    listed(
      row,
      (topicsOf.get(row.id) ?? [])
        .slice(0, TOPICS_MAX)
        .map(({ communityId: _, ...topic }) => topic),
    ),
  )
}

export async function readCommunityRun(tx: Transaction): Promise<CommunityRun> {
  const run = await tx.selectFrom('community_run').selectAll().executeTakeFirst()
  return {
    foundAt: run?.found_at.toISOString() ?? null,
    ...{ people: run?.people ?? 0, communities: run?.communities ?? 0 },
    ended: await countEnded(tx),
    ...{ isFinding: await areBeingFound(tx), step: await readStep(tx) },
  }
}

async function countEnded(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ ended: number }>`select count(*)::integer as ended from community
    where ended_at is not null`.execute(tx)
  return rows[0]?.ended ?? 0
}

/** A number and an id. */
export function readPlace(cursor: string): { value: number; id: string } {
  const [value = '', id = ''] = readCursor(cursor, 2)
  if (value !== '' && Number.isFinite(Number(value)) && isUuid(id))
    return { value: Number(value), id }
  throw new EnishiError(
    'bad-input',
    {
      en: 'The cursor is not one of this list. Start again without it.',
      ja: 'カーソルがこの一覧のものではありません。カーソルなしで最初から取得してください。',
    },
    { field: 'cursor' },
  )
}
