import { sql } from 'kysely'
import { searchQuery, toTsQueryLiteral } from '#language/index.ts'
import { type ListedActivity, listActivitiesById } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import { LIMITS } from '#vocabulary/index.ts'
import { topicFinderOf } from './understanding.ts'

/** What names of a topic would catch in the log as it stands. */
export interface TopicPreview {
  /** In the order of the names; `isMore` where only the newest posts were looked at. */
  names: { name: string; posts: number; isMore: boolean }[]
  /** The newest posts caught, each with where the name stands in its text. */
  examples: { activity: ListedActivity; start: number; end: number }[]
}

const EXAMPLES_MAX = 8

/**
 * Searches the newest posts for each name, as applying the topic would; reads only. At most
 * {@link LIMITS.previewPostsMax} posts a name are looked at.
 */
export async function previewTopic(
  tx: Transaction,
  names: readonly string[],
): Promise<TopicPreview> {
  const caught = new Map<string, Caught>()
  const counted: TopicPreview['names'] = []
  for (const name of new Set(names)) {
    const { found, isMore } = await catchPosts(tx, name)
    counted.push({ name, posts: found.length, isMore })
    for (const one of found) if (!caught.has(one.activityId)) caught.set(one.activityId, one)
  }
  const newest = [...caught.values()]
    .sort((a, b) => (a.activityId < b.activityId ? 1 : -1))
    .slice(0, EXAMPLES_MAX)
  const activities = await listActivitiesById(
    tx,
    newest.map(({ activityId }) => activityId),
  )
  const examples = newest.flatMap(({ activityId, start, end }) => {
    const activity = activities.get(activityId)
    return activity === undefined ? [] : [{ activity, start, end }]
  })
  return { names: counted, examples }
}

interface Caught {
  activityId: string
  start: number
  end: number
}

interface Candidate {
  activityId: string
  title: string | null
  text: string
}

async function catchPosts(
  tx: Transaction,
  name: string,
): Promise<{ found: Caught[]; isMore: boolean }> {
  const query = searchQuery(name)
  if (query === null) return { found: [], isMore: false }
  const { rows } = await sql<Candidate>`
    select p.activity_id as "activityId", p.title, p.text
    from search_posts(${toTsQueryLiteral(query)}::tsquery, null, null, ${LIMITS.previewPostsMax}) s(id)
    join post p on p.activity_id = s.id order by p.activity_id desc
  `.execute(tx)
  const topics = [{ id: '', name, aliases: [] }]
  const finder = topicFinderOf({ revision: 0, topics })
  const found = rows.flatMap(({ activityId, title, text }) => {
    const offset = title === null ? 0 : title.length + 1
    const mentions = finder.find(title === null ? text : `${title}\n${text}`)
    const [first] = mentions
    if (first === undefined) return []
    const { start, end } = mentions.find((mention) => mention.start >= offset) ?? first
    const isInText = start >= offset
    return [{ activityId, start: isInText ? start - offset : 0, end: isInText ? end - offset : 0 }]
  })
  return { found, isMore: rows.length === LIMITS.previewPostsMax }
}
