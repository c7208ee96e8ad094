import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { strengthAt, todayIn } from '#understand/index.ts'
import { addDays } from '#vocabulary/index.ts'
import { communityRow } from './community-row.ts'
import { TIE_DAYS } from './find-communities.ts'
import { unpackTies } from './picture-bytes.ts'
import { PICTURE_TIES_MAX } from './picture-of-group.ts'
import { peopleOnSide } from './sides.ts'

/** The people of a community as a picture, in parallel lists; places are 0 … 1. */
export interface CommunityGraph {
  nodes: {
    ids: string[]
    names: string[]
    x: number[]
    y: number[]
    rank: number[]
    core: number[]
    leap: number[]
    /** 1 one of us, 2 of a competitor, 0 anybody else. */
    side: number[]
  }
  /** `from` and `to` count in `nodes`; each pair once. */
  edges: { from: number[]; to: number[]; strength: number[] }
  /** People in all; those with the lowest rank are left out. */
  people: number
  /** The weakest ties are left out. */
  hasAllEdges: boolean
}

/** The `limit` people who count most in a community, and their ties. Throws `not-found`. */
export async function readGraph(
  tx: Transaction,
  id: string,
  limit: number,
  now: Date,
): Promise<CommunityGraph> {
  const { people } = await communityRow(tx, id)
  const found = await selectNodes(tx, id, limit)
  // Who were merged since the search are one.
  const numbers = new Map<string, number>()
  const rows = found.filter(
    (row) => !numbers.has(row.id) && numbers.set(row.id, numbers.size) !== undefined,
  )
  const edges =
    (await readTies(tx, id, found, numbers)) ?? (await selectEdges(tx, id, numbers, now))
  const column = <Key extends keyof NodeRow>(key: Key) => rows.map((row) => row[key])
  const rounded = (values: number[]) => values.map((value) => Math.round(value * 1e4) / 1e4)
  return {
    nodes: {
      ...{ ids: column('id'), names: column('name'), x: rounded(column('x')) },
      ...{ y: rounded(column('y')), rank: rounded(column('rank')), core: column('core') },
      ...{ leap: rounded(column('leap')), side: column('side') },
    },
    ...{ edges: edges.edges, people, hasAllEdges: edges.hasAll },
  }
}

interface NodeRow {
  id: string
  name: string
  x: number
  y: number
  rank: number
  core: number
  leap: number
  side: number
  place: number | null
}

async function selectNodes(tx: Transaction, id: string, limit: number): Promise<NodeRow[]> {
  const { rows } = await sql<NodeRow>`
    with node as materialized (
      select m.place, m.rank, m.core, m.leap, m.x, m.y, p.id, p.display_name as name
      from (select * from community_member where community_id = ${id}::uuid and is_first
        order by rank desc, handle_id desc limit ${limit}::integer) m
      cross join lateral (
        select person_id from handle_person where handle_person.handle_id = m.handle_id offset 0) hp
      cross join lateral (
        select id, display_name from person where person.id = hp.person_id offset 0) p
    )
    select node.*, case when ours.id is not null then 1 when rival.id is not null then 2 else 0 end as side
    from node left join ${peopleOnSide('employee')} ours on ours.id = node.id
    left join ${peopleOnSide('competitor')} rival on rival.id = node.id
    order by node.rank desc, node.id`.execute(tx)
  return rows
}

/** The ties as they were found, in the nightly search; null where that was before they were kept. */
async function readTies(
  tx: Transaction,
  id: string,
  rows: readonly NodeRow[],
  numbers: ReadonlyMap<string, number>,
): Promise<{ edges: CommunityGraph['edges']; hasAll: boolean } | null> {
  const picture = await tx
    .selectFrom('community_picture')
    .select(['ties', 'has_all'])
    .where('community_id', '=', id)
    .executeTakeFirst()
  if (picture === undefined) return null
  const ties = unpackTies(picture.ties)
  const nodeAt = new Map(rows.map((row) => [row.place ?? -1, numbers.get(row.id)]))
  const edges: CommunityGraph['edges'] = { from: [], to: [], strength: [] }
  for (let i = 0; i < ties.from.length; i++) {
    const from = nodeAt.get(ties.from[i] as number)
    const to = nodeAt.get(ties.to[i] as number)
    if (from === undefined || to === undefined || from === to) continue
    edges.from.push(from)
    edges.to.push(to)
    edges.strength.push(Math.round((ties.strength[i] as number) * 1e3) / 1e3)
  }
  return { edges, hasAll: picture.has_all }
}

async function selectEdges(
  tx: Transaction,
  id: string,
  places: ReadonlyMap<string, number>,
  now: Date,
): Promise<{ edges: CommunityGraph['edges']; hasAll: boolean }> {
  const today = await todayIn(tx, now)
  // Looked up one by one: joined as wholes, a young table is gone through for each tie.
  const { rows } = await sql<{ from: string; to: string; strength: number }>`
    with member as materialized (
      select m.handle_id, hp.person_id from community_member m
      cross join lateral (
        select person_id from handle_person where handle_person.handle_id = m.handle_id offset 0) hp
      where m.community_id = ${id}::uuid
    ), directed as (
      select least(a.person_id, b.person_id) as "from", greatest(a.person_id, b.person_id) as "to",
        ${strengthAt(today)} as strength
      from member a
      cross join lateral (
        select * from tie where tie.from_handle_id = a.handle_id
          and tie.day >= ${addDays(today, -TIE_DAYS)}::date offset 0) t
      cross join lateral (
        select m.handle_id from community_member m
        where m.community_id = ${id}::uuid and m.handle_id = t.to_handle_id offset 0) other
      cross join lateral (
        select person_id from handle_person
        where handle_person.handle_id = other.handle_id offset 0) b
      where a.person_id <> b.person_id
    )
    select "from", "to", sum(strength) as strength from directed group by 1, 2
    order by 3 desc, 1, 2 limit ${PICTURE_TIES_MAX + 1}::integer`.execute(tx)
  const edges: CommunityGraph['edges'] = { from: [], to: [], strength: [] }
  for (const row of rows.slice(0, PICTURE_TIES_MAX)) {
    const [from, to] = [places.get(row.from), places.get(row.to)]
    if (from === undefined || to === undefined) continue
    edges.from.push(from)
    edges.to.push(to)
    edges.strength.push(Math.round(row.strength * 1e3) / 1e3)
  }
  return { edges, hasAll: rows.length <= PICTURE_TIES_MAX }
}
