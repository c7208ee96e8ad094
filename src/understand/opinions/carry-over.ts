import type { OpinionKind, Side } from './opinion-post.ts'

/** An opinion as it was before: what a found one is held against. */
export interface EarlierOpinion {
  id: string
  kind: OpinionKind
  side: Side
  centre: readonly string[]
  /** Of those that are still looked at. */
  postIds: readonly string[]
}

export interface FoundAgain {
  kind: OpinionKind
  side: Side
  centre: readonly string[]
  postIds: readonly string[]
}

/** Sharing half of the smaller one's posts, it is the same opinion; or this much of its centre. */
const SHARED_POSTS_MIN = 0.5
const SHARED_CENTRE_MIN = 0.6

/**
 * Which found opinion is which earlier one: the index of the found one by the earlier id. Each is
 * taken once, the most alike first; posts tell more than meanings. Pure; time grows with the posts.
 */
export function carryOver(
  found: readonly FoundAgain[],
  earlier: readonly EarlierOpinion[],
): Map<number, string> {
  const pairs = found.flatMap((one, index) => pairsOf(one, index, earlier))
  pairs.sort((a, b) => b.alike - a.alike || b.shared - a.shared || (a.id < b.id ? -1 : 1))
  const idOf = new Map<number, string>()
  const taken = new Set<string>()
  for (const { index, id } of pairs) {
    if (idOf.has(index) || taken.has(id)) continue
    idOf.set(index, id)
    taken.add(id)
  }
  return idOf
}

interface Pair {
  index: number
  id: string
  alike: number
  shared: number
}

function pairsOf(found: FoundAgain, index: number, earlier: readonly EarlierOpinion[]): Pair[] {
  const own = new Set(found.postIds)
  return earlier.flatMap(({ id, kind, side, centre, postIds }) => {
    if (kind !== found.kind || side * found.side === -1) return []
    let shared = 0
    for (const post of postIds) if (own.has(post)) shared++
    const share = shared / Math.max(1, Math.min(own.size, postIds.length))
    if (share >= SHARED_POSTS_MIN) return [{ index, id, alike: 1 + share, shared }]
    const alike = side === found.side ? overlap(centre, found.centre) : 0
    return alike >= SHARED_CENTRE_MIN ? [{ index, id, alike, shared }] : []
  })
}

function overlap(a: readonly string[], b: readonly string[]): number {
  const all = new Set([...a, ...b])
  const shared = a.filter((name) => b.includes(name)).length
  return all.size === 0 ? 0 : shared / all.size
}
