import {
  EdgeBuffer,
  graphOfWindow,
  type OrderedEdges,
  orderByTime,
  sampleBetweenness,
  type TimeWindow,
  windowsOf,
} from '#graph/index.ts'
import { loadTieDays, type TieDay } from '#understand/index.ts'
import { addDays, seededChance } from '#vocabulary/index.ts'
import type { Run, TiedPeople } from './load-people.ts'

/** The spans over which bridges are told, in days; each beside as many days before. */
const BRIDGE_DAYS = [30, 90] as const
export type BridgeDays = (typeof BRIDGE_DAYS)[number]

/** Of each node the shortest paths of a thousand that it lies on, lately and in the span before. */
export type Bridges = Record<BridgeDays, { now: Float64Array; before: Float64Array }>

const TIES_AT_ONCE = 20_000
const DAY_MS = 86_400_000
/** Edges looked at in a window: of larger graphs fewer paths are drawn. */
const VISITS_MAX = 100_000_000
const PATHS_MIN = 300
/** On fewer of the paths drawn somebody lies by chance. */
const HITS_MIN = 3

/** Who stands between others, window by window; only ties of people count, alike for all communities. */
export async function findBridges(run: Run, people: TiedPeople, today: string): Promise<Bridges> {
  const edges = await loadTimedEdges(run, people, today)
  const spans = BRIDGE_DAYS.map((days) => {
    const end = dayNumber(today) + 1
    const windows = windowsOf(edges, { width: days, origin: end })
    const until = (instant: number) => windows.find((one) => one.until === instant)
    return [days, { now: between(edges, until(end)), before: between(edges, until(end - days)) }]
  })
  return Object.fromEntries(spans) as Bridges
}

function between(edges: OrderedEdges, window: TimeWindow | undefined): Float64Array {
  const { nodes } = edges.list
  if (window === undefined || window.start === window.end) return new Float64Array(nodes)
  const graph = graphOfWindow(edges, window, { rows: 'both' })
  const pathsMax = Math.max(PATHS_MIN, Math.floor(VISITS_MAX / (2 * graph.edges + 1)))
  const random = seededChance(nodes, `bridges ${window.from}`)
  const { betweenness, paths } = sampleBetweenness(graph, graph, { random, pathsMax })
  return betweenness.map((share) => (share * paths >= HITS_MIN ? 1_000 * share : 0))
}

async function loadTimedEdges(run: Run, people: TiedPeople, today: string): Promise<OrderedEdges> {
  const span = { since: addDays(today, -2 * Math.max(...BRIDGE_DAYS) + 1), today }
  const list = new EdgeBuffer()
  const times: number[] = []
  let after: TieDay | null = null
  for (;;) {
    const from: TieDay | null = after
    const page: TieDay[] = await run((tx) => loadTieDays(tx, span, from, TIES_AT_ONCE))
    for (const tie of page) {
      const [a, b] = [people.nodeOfHandle.get(tie.from), people.nodeOfHandle.get(tie.to)]
      if (a === undefined || b === undefined || a === b || tie.strength <= 0) continue
      list.add(a, b, tie.strength)
      times.push(dayNumber(tie.day))
    }
    after = page.at(-1) ?? null
    if (page.length < TIES_AT_ONCE) break
  }
  return orderByTime({
    list: list.list(people.personIds.length),
    times: Float64Array.from(times),
  })
}

function dayNumber(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS)
}
