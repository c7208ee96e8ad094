import { sql } from 'kysely'
import { buildGraph, placeNodes } from '#graph/index.ts'
import type { Transaction } from '#store/door.ts'
import type { CommunityRow, ListedCommunity } from './community-row.ts'
import { type CommunityRun, readCommunityRun, withTopics } from './read-communities.ts'

/** A bubble; the picture is two wide and one high. */
export interface Bubble extends ListedCommunity {
  x: number
  y: number
  radius: number
}

export interface CommunityMap {
  items: Bubble[]
  /** Communities that are not shown because there are larger ones. */
  left: number
  links: { from: string; to: string; ties: number; strength: number }[]
  run: CommunityRun
}

const BUBBLES_MAX = 30
/** Bubbles cover so much of the picture. */
const COVER = 0.55
const RADIUS_MIN = 0.028

/** The thirty largest communities, those with ties beside each other, and their ties. */
export async function readMap(tx: Transaction): Promise<CommunityMap> {
  const { rows } = await sql<CommunityRow>`select * from community where ended_at is null
    order by people desc, id desc limit ${BUBBLES_MAX}`.execute(tx)
  const ids = rows.map(({ id }) => id)
  const { rows: links } = await sql<CommunityMap['links'][number]>`
    select first_id as "from", second_id as "to", ties, strength from community_link
    where first_id = any(${ids}::uuid[]) and second_id = any(${ids}::uuid[])
    order by first_id, second_id`.execute(tx)
  const run = await readCommunityRun(tx)
  const shown = await withTopics(tx, rows)
  const places = placeBubbles(
    shown.map(({ people }) => people),
    links.map(({ from, to }) => [ids.indexOf(from), ids.indexOf(to)]),
  )
  return {
    items: shown.map((one, i) => ({ ...one, ...(places[i] ?? { x: 0.5, y: 0.5, radius: 0 }) })),
    left: Math.max(0, run.communities - shown.length),
    ...{ links, run },
  }
}

interface Place {
  x: number
  y: number
  radius: number
}

/** Bubbles whose areas are as the numbers of people; tied ones near each other, none over another. */
export function placeBubbles(
  people: readonly number[],
  links: readonly (readonly [number, number] | readonly number[])[],
): Place[] {
  const all = people.reduce((sum, one) => sum + one, 0)
  const graph = buildGraph(
    {
      nodes: people.length,
      sources: Uint32Array.from(links, ([from]) => from ?? 0),
      targets: Uint32Array.from(links, ([, to]) => to ?? 0),
      weights: null,
    },
    { rows: 'both' },
  )
  const { x, y } = placeNodes(graph)
  const places = people.map((count, i) => ({
    ...{ x: 0.2 + 1.6 * (x[i] ?? 0.5), y: 0.1 + 0.8 * (y[i] ?? 0.5) },
    radius: Math.max(
      RADIUS_MIN,
      Math.min(0.3, Math.sqrt((COVER * count) / Math.max(1, all) / Math.PI)),
    ),
  }))
  for (let round = 0; round < PULLS; round++) {
    for (const place of places) keepInside(place, (1 - place.x) * PULL, (0.5 - place.y) * PULL)
    partBubbles(places)
  }
  for (let round = 0; round < PARTINGS; round++) if (!partBubbles(places)) break
  return places
}

const GAP = 0.02
/** Towards the middle a little at a time, so that they lie close; then apart until none lies over another. */
const PULLS = 120
const PULL = 0.02
const PARTINGS = 400

/** Moves those that lie over each other apart, inside the picture; answers whether any did. */
function partBubbles(places: Place[]): boolean {
  let hasMoved = false
  places.forEach((a, i) => {
    for (const b of places.slice(i + 1)) {
      const [dx, dy] = [b.x - a.x || 1e-3, b.y - a.y]
      const distance = Math.hypot(dx, dy)
      const lack = a.radius + b.radius + GAP - distance
      if (lack <= 1e-4) continue
      hasMoved = true
      const [sx, sy] = [((dx / distance) * lack) / 2, ((dy / distance) * lack) / 2]
      keepInside(a, -sx, -sy)
      keepInside(b, sx, sy)
    }
  })
  return hasMoved
}

function keepInside(place: Place, dx: number, dy: number): void {
  const within = (value: number, size: number) =>
    Math.min(size - place.radius, Math.max(place.radius, value))
  place.x = within(place.x + dx, 2)
  place.y = within(place.y + dy, 1)
}
