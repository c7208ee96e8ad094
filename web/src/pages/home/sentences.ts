import type { Answer } from '../../api.ts'

export type Overview = Answer<'GET /overview'>

export interface Moved {
  id: string
  name: string
  now: number
  before: number
}

/** The share of negative posts; null where there is no post to have a share of. */
export function negativeShare(counts: Overview['total']): number | null {
  return counts.posts === 0 ? null : counts.bySentiment.negative / counts.posts
}

/**
 * The topic whose number of posts differs most between the spans; null when none differs, or when
 * there is nothing before to differ from. Of equals the first, which is the one with more posts.
 */
export function topicThatMovedMost(
  now: Overview['topics'],
  before: Overview['topics'],
): Moved | null {
  if (before.length === 0) return null
  const was = new Map(before.map((topic) => [topic.id, topic]))
  const is = new Map(now.map((topic) => [topic.id, topic]))
  const known = [...now, ...before.filter((topic) => !is.has(topic.id))]
  let most: Moved | null = null
  for (const { id, name } of known) {
    const moved = { id, name, now: is.get(id)?.posts ?? 0, before: was.get(id)?.posts ?? 0 }
    const size = Math.abs(moved.now - moved.before)
    if (size > 0 && (most === null || size > Math.abs(most.now - most.before))) most = moved
  }
  return most
}
