import { sql } from 'kysely'
import { type ListedActivity, listActivitiesById } from '#listen/index.ts'
import { type Listed, type PageRequest, readIdCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { type StageOrNone, type Stance, uuidV7Floor } from '#vocabulary/index.ts'
import { communityRow } from './community-row.ts'
import { WEEKS } from './scan-posts.ts'

export interface CommunityPostFilter {
  stage?: StageOrNone | undefined
  stance?: Stance | undefined
  topic?: string | undefined
  lang?: string | undefined
}

const WEEK_MS = 7 * 86_400_000
/** Up to so many accounts, each is asked for its newest posts; of more, the log is walked. */
const ASKED_EACH_MAX = 2_000

/**
 * What the people of a community said in the twelve weeks before it was found, newest first: the posts
 * that its figures count. Throws `not-found`.
 */
export async function listCommunityPosts(
  tx: Transaction,
  id: string,
  filter: CommunityPostFilter,
  page: PageRequest,
): Promise<Listed<ListedActivity>> {
  await communityRow(tx, id)
  const run = await tx.selectFrom('community_run').select('found_at').executeTakeFirst()
  const foundMs = run?.found_at.getTime() ?? 0
  const before = page.cursor === undefined ? uuidV7Floor(foundMs + 1) : readIdCursor(page.cursor)
  const span = { floor: uuidV7Floor(foundMs - WEEKS * WEEK_MS), before, limit: page.limit + 1 }
  const ids = await selectIds(tx, id, filter, span)
  const shown = ids.slice(0, page.limit)
  const found = await listActivitiesById(tx, shown)
  const last = ids.length > page.limit ? shown.at(-1) : undefined
  return {
    items: shown.flatMap((one) => found.get(one) ?? []),
    next: last === undefined ? null : writeCursor([last]),
  }
}

interface Span {
  floor: string
  before: string
  limit: number
}

async function selectIds(
  tx: Transaction,
  id: string,
  filter: CommunityPostFilter,
  { floor, before, limit }: Span,
): Promise<string[]> {
  const accounts = await sql`select from community_member where community_id = ${id}::uuid
    limit ${ASKED_EACH_MAX + 1}`.execute(tx)
  const within = sql`a.id >= ${floor}::uuid and a.id < ${before}::uuid and a.type = 'Create'
    and a.deleted_at is null and ${matches(filter)}`
  const query =
    accounts.rows.length > ASKED_EACH_MAX
      ? sql<{ id: string }>`select a.id from activity a where ${within}
          and exists (select from community_member m where m.community_id = ${id}::uuid
            and m.handle_id = a.handle_id)
          order by a.id desc limit ${limit}::integer`
      : sql<{ id: string }>`select newest.id from community_member m
          cross join lateral (
            select a.id from activity a where a.handle_id = m.handle_id and ${within}
            order by a.id desc limit ${limit}::integer) newest
          where m.community_id = ${id}::uuid order by newest.id desc limit ${limit}::integer`
  const { rows } = await query.execute(tx)
  return rows.map((row) => row.id)
}

/** Conditions on the activity `a`. */
function matches({ stage, stance, topic, lang }: CommunityPostFilter) {
  const read = [sql`r.activity_id = a.id`]
  if (stage !== undefined) read.push(sql`r.stage = ${stage}`)
  if (stance !== undefined) read.push(sql`r.stance = ${stance}`)
  if (lang !== undefined) read.push(sql`r.lang = ${lang}`)
  const isRead = sql`exists (select from reading r where ${sql.join(read, sql` and `)})`
  if (topic === undefined) return isRead
  return sql`${isRead} and exists (select from reading_topic t
    where t.activity_id = a.id and t.topic_id = ${topic}::uuid)`
}
