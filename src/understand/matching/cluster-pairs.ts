/** Two records that are held to be the same, and how surely. */
export interface Link {
  a: number
  b: number
  logOdds: number
}

export interface Clusters {
  /** Root of each record: one of its cluster. */
  rootOf: Int32Array
  /** Links that were not followed, since they would have joined records that contradict each other. */
  refused: Link[]
}

/** Members of each side that are held against each other before two clusters join. */
const LOOKED_AT_MAX = 8

/**
 * Joins records by links, the surest first (union-find with path halving). Two clusters only join
 * when none of their members contradict each other: a chain of links is as weak as its weakest, and
 * with enough records everybody is linked to everybody.
 */
export function clusterPairs(
  records: number,
  links: readonly Link[],
  contradict: (a: number, b: number) => boolean,
): Clusters {
  const parent = Int32Array.from({ length: records }, (_, record) => record)
  const members = new Map<number, number[]>()
  const refused: Link[] = []
  const sorted = [...links].sort((x, y) => y.logOdds - x.logOdds || x.a - y.a || x.b - y.b)
  for (const link of sorted) {
    const [one, other] = [rootIn(parent, link.a), rootIn(parent, link.b)]
    if (one === other) continue
    const mine = members.get(one) ?? [one]
    const theirs = members.get(other) ?? [other]
    if (isContradicted(mine, theirs, link, contradict)) {
      refused.push(link)
      continue
    }
    const [root, child] = one < other ? [one, other] : [other, one]
    parent[child] = root
    members.set(root, joined(mine, theirs))
    members.delete(child)
  }
  for (let record = 0; record < records; record++) parent[record] = rootIn(parent, record)
  return { rootOf: parent, refused }
}

function joined(mine: number[], theirs: number[]): number[] {
  const [many, few] = mine.length >= theirs.length ? [mine, theirs] : [theirs, mine]
  for (const member of few) many.push(member)
  return many
}

function isContradicted(
  mine: readonly number[],
  theirs: readonly number[],
  link: Link,
  contradict: (a: number, b: number) => boolean,
): boolean {
  for (const a of spread(mine)) {
    for (const b of spread(theirs)) {
      const isLink = (a === link.a && b === link.b) || (a === link.b && b === link.a)
      if (!isLink && contradict(a, b)) return true
    }
  }
  return false
}

/** A few members, evenly over the list. */
function spread(members: readonly number[]): readonly number[] {
  if (members.length <= LOOKED_AT_MAX) return members
  const step = members.length / LOOKED_AT_MAX
  return Array.from({ length: LOOKED_AT_MAX }, (_, at) => members[Math.floor(at * step)] ?? 0)
}

function rootIn(parent: Int32Array, record: number): number {
  let at = record
  for (let above = parent[at] ?? at; above !== at; above = parent[at] ?? at) {
    const higher = parent[above] ?? above
    parent[at] = higher
    at = higher
  }
  return at
}
