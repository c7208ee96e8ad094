import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { INTENTS, uuidV7Floor } from '#vocabulary/index.ts'
import { isUsed } from '../privacy/stopped.ts'
import type { OpinionPost } from './opinion-post.ts'

/** How far back opinions look, in days. */
export const OPINION_DAYS = 90
const DAY_MS = 86_400_000
/** Of a topic that is talked about more, the newest. */
const POSTS_MAX = 50_000
const POSTS_AT_ONCE = 2_000

/** Runs one transaction in the workspace. */
export type Run = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>

/**
 * What people said about a topic in the last 90 days, oldest first: not what organisations, bots and
 * our own people say, and no spam. Read in portions of 2,000, newest first.
 */
export async function loadOpinionPosts(
  run: Run,
  topicId: string,
  now: Date,
): Promise<OpinionPost[]> {
  const floor = uuidV7Floor(now.getTime() - OPINION_DAYS * DAY_MS)
  const posts: OpinionPost[] = []
  let before: string | null = null
  while (posts.length < POSTS_MAX) {
    const from: string | null = before
    const rows: PostRow[] = await run((tx) => selectPosts(tx, topicId, floor, from))
    for (const row of rows) if (row.isVoice) posts.push(postOf(row))
    if (rows.length < POSTS_AT_ONCE) break
    before = rows.at(-1)?.id ?? null
  }
  return posts.reverse()
}

interface PostRow extends Omit<OpinionPost, 'atMs' | 'asserted'> {
  at: Date
  isVoice: boolean
  intents: boolean[]
}

function postOf({ at, intents, isVoice: _, ...row }: PostRow): OpinionPost {
  return { ...row, atMs: at.getTime(), asserted: INTENTS.filter((_name, i) => intents[i]) }
}

async function selectPosts(
  tx: Transaction,
  topicId: string,
  floor: string,
  before: string | null,
): Promise<PostRow[]> {
  const intents = sql.join(INTENTS.map((intent) => sql.ref(`r.${intent}`)))
  const { rows } = await sql<PostRow>`
    with page as materialized (
      select t.workspace_id, t.activity_id, t.sentiment, t.stage, t.stance from reading_topic t
      where t.topic_id = ${topicId}::uuid and t.activity_id >= ${floor}::uuid
        and (${before}::uuid is null or t.activity_id < ${before}::uuid)
      order by t.activity_id desc limit ${POSTS_AT_ONCE}
    )
    select page.activity_id as id, person.person_id as "personId", p.text, r.lang, page.sentiment,
      page.stage, page.stance, a.published_at as at, array[${intents}] as intents,
      h.kind not in ('organisation', 'bot') and ${isUsed(sql`h.id`)} and not exists (
        -- What one of the merged persons is to us, all are.
        select from (
          select person.person_id as id
          union all select m.id from person m where m.workspace_id = page.workspace_id
            and m.merged_into = person.person_id) same
        join relation own on own.workspace_id = page.workspace_id and own.person_id = same.id
        where own.kind = 'employee' and own.until is null) as "isVoice",
      ${isAnswered()} as "isAnswered"
    from page
    join post p on p.workspace_id = page.workspace_id and p.activity_id = page.activity_id
    join activity a on a.workspace_id = page.workspace_id and a.id = page.activity_id
    join reading r on r.workspace_id = page.workspace_id and r.activity_id = page.activity_id
    join handle h on h.workspace_id = a.workspace_id and h.id = a.handle_id
    join handle_person person on person.workspace_id = a.workspace_id
      and person.handle_id = a.handle_id
    order by page.activity_id desc
  `.execute(tx)
  return rows
}

/** Whether somebody else answered it later with something that is no question itself. */
function isAnswered() {
  return sql`exists (
    select from activity_source s
    join activity c on c.workspace_id = s.workspace_id and c.platform = s.platform
      and c.parent_hash = s.external_key_hash and c.type = 'Create' and c.handle_id <> a.handle_id
      and c.id > page.activity_id
    join post answer on answer.workspace_id = c.workspace_id and answer.activity_id = c.id
    join reading heard on heard.workspace_id = c.workspace_id and heard.activity_id = c.id
    join handle_person other on other.workspace_id = c.workspace_id and other.handle_id = c.handle_id
    where s.workspace_id = page.workspace_id and s.activity_id = page.activity_id
      and other.person_id <> person.person_id and not heard.question
      and answer.text !~ '[?？][\\s]*$')`
}
