import { sql } from 'kysely'
import { searchQuery, toTsQueryLiteral } from '#language/index.ts'
import { type ListedActivity, listActivitiesById } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import { LIMITS } from '#vocabulary/index.ts'
import type { TopicFinder } from './topics.ts'
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
 * Searches the newest posts for each name, as applying a topic with all of them would: a name
 * inside a longer one is not caught on its own. Reads only. At most {@link LIMITS.previewPostsMax}
 * posts a name are looked at, and of each the first {@link LIMITS.previewPostCharsMax} characters of
 * its title and of its text, once for all names: the thread that answers requests does it.
 */
export async function previewTopic(
  tx: Transaction,
  names: readonly string[],
): Promise<TopicPreview> {
  const wanted = [...new Set(names)]
  const topics = wanted.map((name) => ({ id: name, name, aliases: [] }))
  const finder = topicFinderOf({ revision: 0, topics })
  const lookedAt = new Map<string, Map<string, Caught>>()
  const caught = new Map<string, Caught>()
  const counted: TopicPreview['names'] = []
  for (const name of wanted) {
    const candidates = await findCandidates(tx, name)
    for (const one of candidates) {
      if (!lookedAt.has(one.activityId)) lookedAt.set(one.activityId, lookAt(one, finder))
    }
    const found = candidates.flatMap(({ activityId }) => lookedAt.get(activityId)?.get(name) ?? [])
    const isMore = candidates.length === LIMITS.previewPostsMax
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

async function findCandidates(tx: Transaction, name: string): Promise<Candidate[]> {
  const query = searchQuery(name)
  if (query === null) return []
  const { previewPostsMax: posts, previewPostCharsMax: chars } = LIMITS
  const { rows } = await sql<Candidate>`
    select p.activity_id as "activityId", left(p.title, ${chars}) as title, left(p.text, ${chars}) as text
    from search_posts(${toTsQueryLiteral(query)}::tsquery, null, null, ${posts}) s(id)
    join post p on p.activity_id = s.id order by p.activity_id desc
  `.execute(tx)
  return rows
}

/** Where each name stands: its first place in the text, or 0..0 where only the title has it. */
function lookAt({ activityId, title, text }: Candidate, finder: TopicFinder): Map<string, Caught> {
  const offset = title === null ? 0 : title.length + 1
  const found = new Map<string, Caught>()
  for (const { topicId: name, start, end } of finder.find(
    title === null ? text : `${title}\n${text}`,
  )) {
    const isInText = start >= offset
    const known = found.get(name)
    if (known !== undefined && (known.end > 0 || !isInText)) continue
    const place = isInText ? { start: start - offset, end: end - offset } : { start: 0, end: 0 }
    found.set(name, { activityId, ...place })
  }
  return found
}
