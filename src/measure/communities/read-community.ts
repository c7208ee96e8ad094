import { sql } from 'kysely'
import { type ListedActivity, listActivitiesById } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import type { CommunityChangeKind } from '#vocabulary/index.ts'
import { communityRow, type ListedCommunity } from './community-row.ts'
import { withTopics } from './read-communities.ts'
import { type CommunityMember, topMembers } from './read-members.ts'

export interface CommunityName {
  id: string
  name: string | null
  phrases: string[]
  /** It is found today. */
  isFound: boolean
}

export interface CommunityInFull extends ListedCommunity {
  ties: number
  /** Who holds it together, and who carries news into others and from them. */
  holders: CommunityMember[]
  bridges: CommunityMember[]
  /** Other communities that its people are tied to, the strongest first. */
  neighbours: (CommunityName & { ties: number })[]
  typical: ListedActivity[]
  /** What became of it, the latest first. */
  changes: {
    id: string
    kind: CommunityChangeKind
    at: string
    others: CommunityName[]
    people: number
    peopleBefore: number
  }[]
}

const TOP_MAX = 8
const NEIGHBOURS_MAX = 10
const CHANGES_MAX = 30

/** One community with all that is known of it, also of one that ended. Throws `not-found`. */
export async function getCommunity(tx: Transaction, id: string): Promise<CommunityInFull> {
  const row = await communityRow(tx, id, { orEnded: true })
  const [listed] = await withTopics(tx, [row])
  if (listed === undefined) throw new RangeError('one row is shown as one')
  return {
    ...{ ...listed, ties: row.ties },
    holders: await topMembers(tx, id, 'rank', TOP_MAX),
    bridges: await topMembers(tx, id, 'leap', TOP_MAX),
    neighbours: await readNeighbours(tx, id),
    typical: await readTypical(tx, id),
    changes: await readChanges(tx, id),
  }
}

async function readNeighbours(tx: Transaction, id: string): Promise<CommunityInFull['neighbours']> {
  const { rows } = await sql<{ id: string; ties: number }>`
    select * from (
      select second_id as id, ties, strength from community_link where first_id = ${id}::uuid
      union all select first_id, ties, strength from community_link where second_id = ${id}::uuid
    ) link order by strength desc, id limit ${NEIGHBOURS_MAX}`.execute(tx)
  const names = await readNames(
    tx,
    rows.map((row) => row.id),
  )
  return rows.flatMap((row) => {
    const name = names.get(row.id)
    return name?.isFound === true ? [{ ...name, ties: row.ties }] : []
  })
}

async function readNames(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, CommunityName>> {
  const { rows } = await sql<CommunityName>`select id, name, phrases, ended_at is null as "isFound"
    from community where id = any(${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

async function readTypical(tx: Transaction, id: string): Promise<ListedActivity[]> {
  const rows = await tx
    .selectFrom('community_post')
    .select('activity_id')
    .where('community_id', '=', id)
    .orderBy('place')
    .execute()
  const activities = await listActivitiesById(
    tx,
    rows.map((row) => row.activity_id),
  )
  return rows.flatMap(({ activity_id }) => activities.get(activity_id) ?? [])
}

async function readChanges(tx: Transaction, id: string): Promise<CommunityInFull['changes']> {
  const rows = await tx
    .selectFrom('community_change')
    .select(['id', 'kind', 'at', 'others', 'people', 'people_before'])
    .where('community_id', '=', id)
    .orderBy('id', 'desc')
    .limit(CHANGES_MAX)
    .execute()
  const names = await readNames(
    tx,
    rows.flatMap(({ others }) => others),
  )
  return rows.map(({ at, others, people_before, ...row }) => ({
    ...{ ...row, at: at.toISOString(), peopleBefore: people_before },
    others: others.flatMap((other) => names.get(other) ?? []),
  }))
}
