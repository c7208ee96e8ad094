import { sql } from 'kysely'
import { type Listed, type PageRequest, readCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { EnishiError, isUuid, NIL_UUID, type Topic } from '#vocabulary/index.ts'
import type { ReadBy } from './model-days.ts'

/** A topic with what it found. */
export interface ListedTopic extends Topic {
  posts: number
  /** What read these posts. */
  readBy: ReadBy
  /** False while older posts are still being searched for the aliases. */
  isApplied: boolean
}

interface TopicRow extends Omit<ListedTopic, 'isApplied'> {
  applied_at: Date | null
}

/** Topics by name. Throws `bad-input` for a foreign cursor. */
export async function listTopics(tx: Transaction, page: PageRequest): Promise<Listed<ListedTopic>> {
  const after = page.cursor === undefined ? null : readTopicCursor(page.cursor)
  const found = await tx
    .selectFrom('topic')
    .select(['id', 'name'])
    .where('deleted_at', 'is', null)
    .$if(after !== null, (topics) =>
      topics.where(sql<boolean>`(name, id) > (${after?.name}, ${after?.id}::uuid)`),
    )
    .orderBy('name')
    .orderBy('id')
    .limit(page.limit + 1)
    .execute()
  const shown = found.slice(0, page.limit)
  const last = shown.at(-1)
  const items = await readTopicRows(
    tx,
    shown.map(({ id }) => id),
  )
  const hasMore = found.length > page.limit && last !== undefined
  return { items, next: hasMore ? writeCursor([last.name, last.id]) : null }
}

/** One topic. Throws `not-found`. */
export async function getTopic(tx: Transaction, id: string): Promise<ListedTopic> {
  const [topic] = await readTopicRows(tx, [id])
  if (topic === undefined) throw noTopic()
  return topic
}

async function readTopicRows(tx: Transaction, ids: readonly string[]): Promise<ListedTopic[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<TopicRow>`
    select t.id, t.name, t.kind, t.applied_at,
      array(select alias from topic_alias a where a.topic_id = t.id order by alias) as aliases,
      coalesce((select sum(d.posts) from topic_day d
        where d.channel_id = ${NIL_UUID}::uuid and d.topic_id = t.id), 0)::bigint as posts,
      coalesce((select jsonb_agg(jsonb_build_object('model', model, 'posts', posts)
          order by posts desc, model) from (
        select model, sum(posts) as posts from model_day m where m.topic_id = t.id
        group by model having sum(posts) > 0) read), '[]') as "readBy"
    from topic t where t.id = any(${ids}::uuid[]) and t.deleted_at is null
    order by t.name, t.id
  `.execute(tx)
  return rows.map(({ applied_at, ...topic }) => ({ ...topic, isApplied: applied_at !== null }))
}

function readTopicCursor(cursor: string): { name: string; id: string } {
  const [name = '', id = ''] = readCursor(cursor, 2)
  if (!isUuid(id) || name.includes('\u0000')) readCursor('', 2)
  return { name, id }
}

export function noTopic(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'There is no such topic. It may have been removed; look at the list of topics.',
      ja: 'この話題は見つかりません。削除された可能性があります。話題の一覧を確かめてください。',
    },
    { field: 'id' },
  )
}
