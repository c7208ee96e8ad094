import { buildGraph, rankPages } from '#graph/index.ts'
import type { PlanLimits } from './choose-plan.ts'
import type { Links } from './links.ts'

/** Whom a ranking picks under the same limits: from the top, passing over whoever does not fit. */
export function pickTop(rank: Float64Array, limits: PlanLimits): number[] {
  const order: number[] = []
  for (let v = 0; v < rank.length; v++) {
    if ((rank[v] as number) > 0 && limits.costs[v] !== Infinity) order.push(v)
  }
  order.sort((a, b) => (rank[b] as number) - (rank[a] as number) || a - b)
  const taken = new Map<number, number>()
  const picked: number[] = []
  let left = limits.budget ?? Infinity
  for (const v of order) {
    if (picked.length >= limits.people) break
    const group = limits.groups[v] as number
    const cost = limits.budget === undefined ? 0 : (limits.costs[v] as number)
    if (cost > left || (taken.get(group) ?? 0) >= limits.perGroupMax) continue
    taken.set(group, (taken.get(group) ?? 0) + 1)
    left -= cost
    picked.push(v)
  }
  return picked
}

/** PageRank of whom people listen to: from each reached to who reached them, as often as they did. */
export function pageRankOf(links: Links): Float64Array {
  const edges = {
    ...{ nodes: links.people, sources: links.person, targets: links.actor },
    weights: Float32Array.from(links.touches),
  }
  return rankPages(buildGraph(edges, { rows: 'in' })).ranks
}
