import { addTo, dot, type Sparse } from './sparse.ts'

/** Something to be grouped: a unit vector that stands for so many like it. */
export interface LinkItem {
  vector: Sparse
  count: number
  /** Only items of one side come together. */
  side: number
}

interface Growing {
  members: number[]
  sum: Sparse
  count: number
  side: number
}

/**
 * Average linkage (R. R. Sokal, C. D. Michener, 1958): the two groups whose members are most alike
 * on the average are joined until none are as alike as `alikeMin`. Answers the groups as indices of
 * items. The same items in any order give the same groups, but for ties, which go by their place.
 * Time grows with the square of the items, memory too: for some hundred.
 */
export function linkGroups(items: readonly LinkItem[], alikeMin: number): number[][] {
  const groups: (Growing | null)[] = items.map(({ vector, count, side }, index) => {
    const sum: Sparse = new Map()
    addTo(sum, vector, count)
    return { members: [index], sum, count, side }
  })
  const best = groups.map((_, index) => nearestBefore(groups, index))
  for (;;) {
    const later = mostAlike(best)
    const found = best[later]
    if (found === undefined || found.alike < alikeMin) break
    join(groups, found.at, later)
    best[later] = NONE
    refresh(groups, best, found.at, later)
  }
  return groups.flatMap((group) => (group === null ? [] : [group.members]))
}

interface Nearest {
  at: number
  alike: number
}

const NONE: Nearest = { at: -1, alike: -1 }

function nearestBefore(groups: readonly (Growing | null)[], index: number): Nearest {
  const own = groups[index]
  let best = NONE
  if (!own) return best
  for (let at = 0; at < index; at++) {
    const other = groups[at]
    if (!other || other.side !== own.side) continue
    const alike = dot(own.sum, other.sum) / (own.count * other.count)
    if (alike > best.alike) best = { at, alike }
  }
  return best
}

function mostAlike(best: readonly Nearest[]): number {
  let at = -1
  let alike = -1
  for (const [index, nearest] of best.entries()) {
    if (nearest.alike > alike) {
      at = index
      alike = nearest.alike
    }
  }
  return at
}

function join(groups: (Growing | null)[], into: number, from: number): void {
  const [kept, gone] = [groups[into], groups[from]]
  if (!kept || !gone) return
  kept.members.push(...gone.members)
  addTo(kept.sum, gone.sum)
  kept.count += gone.count
  groups[from] = null
}

/** Looks again for those whose nearest was one of the two, and at the joined one for those behind it. */
function refresh(
  groups: readonly (Growing | null)[],
  best: Nearest[],
  joined: number,
  gone: number,
): void {
  best[joined] = nearestBefore(groups, joined)
  const kept = groups[joined]
  for (let index = joined + 1; index < groups.length; index++) {
    const own = groups[index]
    const known = best[index]
    if (!own || !kept || known === undefined) continue
    if (known.at === joined || known.at === gone) best[index] = nearestBefore(groups, index)
    else if (own.side === kept.side) {
      const alike = dot(own.sum, kept.sum) / (own.count * kept.count)
      if (alike > known.alike) best[index] = { at: joined, alike }
    }
  }
}
