/**
 * Which community of the last search a group is (after D. Greene, D. Doyle, P. Cunningham, "Tracking
 * the evolution of communities in dynamic social networks", ASONAM 2010: matching by Jaccard overlap,
 * with births, ends, merges, splits, growth and shrinking), as pure functions on lists of nodes.
 *
 * Deviations: overlap is measured among those who are still seen, so that people who fell silent do
 * not end a community; every community is carried on by one group at most, the pair that is most alike
 * first; what ended lately may return.
 */
import { NO_COMMUNITY } from '#graph/index.ts'
import type { CommunityChangeKind } from '#vocabulary/index.ts'

/** A community as the last search left it. */
export interface EarlierCommunity {
  id: string
  /** Nodes of those of its people who are seen now. */
  nodes: readonly number[]
  /** People when its growth was last told. */
  peopleTold: number
  hasEnded: boolean
}

export interface GroupChange {
  kind: CommunityChangeKind
  /** The community it is told of: that of a group, or an earlier one that ended. */
  of: { group: number } | { earlier: string }
  /** See the column `others`. */
  others: ({ group: number } | { earlier: string })[]
  people: number
  peopleBefore: number
}

export interface Followed {
  /** The id that each group carries on; undefined for new ones. */
  idOf: (string | undefined)[]
  changes: GroupChange[]
  ended: string[]
}

/** Less alike, and it is another community. */
const ALIKE_MIN = 0.25
/** What had ended has to be more alike to be taken for returned. */
const RETURN_ALIKE_MIN = 0.5
/** Of a community's people: where more go, there it went; where they came from, it came from. */
const MOST = 0.5
/** Growth and shrinking by less are not told. */
const GROWTH_MIN = 0.25

interface Overlap {
  earlier: number
  group: number
  shared: number
  alike: number
}

/** Carries communities on; the same input in any order gives the same answer, but for ties. */
export function followGroups(
  earlier: readonly EarlierCommunity[],
  groups: Uint32Array,
  count: number,
): Followed {
  const sizes = sizesOf(groups, count)
  const overlaps = overlapsOf(earlier, groups, sizes)
  const carriedBy = matchBest(earlier, overlaps)
  const carries = new Map([...carriedBy].map(([from, group]) => [group, from]))
  const changes = [
    ...sizes.flatMap((people, group) =>
      changesOfGroup(group, people, { earlier, overlaps, carries }),
    ),
    ...earlier.flatMap((one, index) => endOf(one, index, { overlaps, carriedBy, sizes })),
  ]
  return {
    idOf: sizes.map((_, group) => earlier[carries.get(group) ?? -1]?.id),
    changes,
    ended: earlier.flatMap(({ id, hasEnded }, index) =>
      hasEnded || carriedBy.has(index) ? [] : [id],
    ),
  }
}

function sizesOf(groups: Uint32Array, count: number): number[] {
  const sizes = new Array<number>(count).fill(0)
  for (const group of groups) if (group !== NO_COMMUNITY) sizes[group] = (sizes[group] ?? 0) + 1
  return sizes
}

function overlapsOf(
  earlier: readonly EarlierCommunity[],
  groups: Uint32Array,
  sizes: readonly number[],
): Overlap[] {
  return earlier.flatMap(({ nodes }, index) => {
    const shared = new Map<number, number>()
    for (const node of nodes) {
      const group = groups[node] ?? NO_COMMUNITY
      if (group !== NO_COMMUNITY) shared.set(group, (shared.get(group) ?? 0) + 1)
    }
    return [...shared].map(([group, times]) => ({
      ...{ earlier: index, group, shared: times },
      alike: times / (nodes.length + (sizes[group] ?? 0) - times),
    }))
  })
}

/** The group that carries each earlier community on. */
function matchBest(
  earlier: readonly EarlierCommunity[],
  overlaps: readonly Overlap[],
): Map<number, number> {
  const hasEnded = ({ earlier: index }: Overlap) => earlier[index]?.hasEnded === true
  const inOrder = overlaps
    .filter((one) => one.alike >= (hasEnded(one) ? RETURN_ALIKE_MIN : ALIKE_MIN))
    .sort(
      (a, b) =>
        Number(hasEnded(a)) - Number(hasEnded(b)) ||
        b.alike - a.alike ||
        b.shared - a.shared ||
        a.earlier - b.earlier,
    )
  const carriedBy = new Map<number, number>()
  const taken = new Set<number>()
  for (const { earlier: index, group } of inOrder) {
    if (carriedBy.has(index) || taken.has(group)) continue
    carriedBy.set(index, group)
    taken.add(group)
  }
  return carriedBy
}

interface Standing {
  earlier: readonly EarlierCommunity[]
  overlaps: readonly Overlap[]
  carries: ReadonlyMap<number, number>
}

function changesOfGroup(
  group: number,
  people: number,
  { earlier, overlaps, carries }: Standing,
): GroupChange[] {
  const own = carries.get(group)
  const before = own === undefined ? undefined : earlier[own]
  const told = { of: { group }, people, peopleBefore: before?.peopleTold ?? 0 }
  const carried = new Set(carries.values())
  const isLive = (index: number) => earlier[index]?.hasEnded === false
  const idsOf = (some: readonly Overlap[]) =>
    some.flatMap(({ earlier: index }) => {
      const one = earlier[index]
      return one === undefined ? [] : [{ earlier: one.id }]
    })
  const merged = overlaps.filter(
    (one) =>
      one.group === group &&
      !carried.has(one.earlier) &&
      isLive(one.earlier) &&
      one.shared >= MOST * (earlier[one.earlier]?.nodes.length ?? 0),
  )
  const changes: GroupChange[] = []
  if (before === undefined) {
    const from = overlaps.filter(
      (one) => one.group === group && carried.has(one.earlier) && one.shared >= MOST * people,
    )
    const kind = from.length > 0 ? 'split' : 'born'
    changes.push({ ...told, kind, others: idsOf(from) })
  } else if (before.hasEnded) changes.push({ ...told, kind: 'returned', others: [] })
  if (merged.length > 0) changes.push({ ...told, kind: 'merged', others: idsOf(merged) })
  if (own === undefined || before === undefined) return changes
  const off = partsOf(own, group, { earlier, overlaps, carries })
  if (off.length > 0) {
    changes.push({ ...told, kind: 'split', others: off.map((part) => ({ group: part })) })
  }
  if (
    changes.length === 0 &&
    Math.abs(people - before.peopleTold) > GROWTH_MIN * before.peopleTold
  ) {
    changes.push({ ...told, kind: people > before.peopleTold ? 'grown' : 'shrunk', others: [] })
  }
  return changes
}

/** New groups most of whose people came out of an earlier community that another group carries on. */
function partsOf(own: number, group: number, { overlaps, carries }: Standing): number[] {
  const sums = new Map<number, number>()
  for (const one of overlaps) sums.set(one.group, (sums.get(one.group) ?? 0) + one.shared)
  return overlaps.flatMap((one) => {
    const isPart =
      one.earlier === own &&
      one.group !== group &&
      !carries.has(one.group) &&
      one.shared >= MOST * (sums.get(one.group) ?? 0)
    return isPart ? [one.group] : []
  })
}

interface Carried {
  overlaps: readonly Overlap[]
  carriedBy: ReadonlyMap<number, number>
  sizes: readonly number[]
}

function endOf(
  one: EarlierCommunity,
  index: number,
  { overlaps, carriedBy }: Carried,
): GroupChange[] {
  if (one.hasEnded || carriedBy.has(index)) return []
  const into = overlaps.filter(
    ({ earlier, shared }) => earlier === index && shared >= MOST * one.nodes.length,
  )
  const others = into.map(({ group }) => ({ group }))
  return [
    { kind: 'ended', of: { earlier: one.id }, others, people: 0, peopleBefore: one.peopleTold },
  ]
}
