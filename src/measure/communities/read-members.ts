import { type RawBuilder, sql } from 'kysely'
import { type Listed, type PageRequest, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { communityRow } from './community-row.ts'
import { readPlace } from './read-communities.ts'
import { peopleOnSide } from './sides.ts'

type MemberSort = 'rank' | 'leap'

export interface CommunityMember {
  person: { id: string; name: string; nameReading: string | null }
  /** PageRank inside; 1 is the mean. */
  rank: number
  /** Tied to so many others who are all tied to so many there. */
  core: number
  /** Power to leap into other communities. */
  leap: number
  /** Strength of the ties inside. */
  strength: number
  isOurs: boolean
  isRival: boolean
}

export interface MemberFilter {
  sort: MemberSort
  /** Part of the name. */
  q?: string | undefined
}

/** The people of a community as they are shown today. Throws `not-found`. */
export async function listMembers(
  tx: Transaction,
  id: string,
  filter: MemberFilter,
  page: PageRequest,
): Promise<Listed<CommunityMember>> {
  await communityRow(tx, id)
  const after = page.cursor === undefined ? null : readPlace(page.cursor)
  const rows = await selectMembers(tx, id, filter, { after, limit: page.limit + 1 })
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  const isMore = rows.length > page.limit && last !== undefined
  return {
    items: shown.map(memberOf),
    next: isMore ? writeCursor([String(last[filter.sort]), last.handleId]) : null,
  }
}

/** Those with most of something; nobody who has none of it. */
export async function topMembers(
  tx: Transaction,
  id: string,
  sort: MemberSort,
  limit: number,
): Promise<CommunityMember[]> {
  const rows = await selectMembers(tx, id, { sort }, { after: null, limit })
  return rows.filter((row) => row[sort] > 0).map(memberOf)
}

interface MemberRow extends Omit<CommunityMember, 'person'> {
  handleId: string
  personId: string
  name: string
  nameReading: string | null
}

function memberOf({
  handleId: _,
  personId,
  name,
  nameReading,
  ...row
}: MemberRow): CommunityMember {
  return { ...row, person: { id: personId, name, nameReading } }
}

const isOn = (kind: 'employee' | 'competitor', root: RawBuilder<unknown>) =>
  sql`exists (select from ${peopleOnSide(kind)} side where side.id = ${root})`

/** Of people who were merged since, the one with the most is shown. */
async function selectMembers(
  tx: Transaction,
  id: string,
  { sort, q }: MemberFilter,
  { after, limit }: { after: { value: number; id: string } | null; limit: number },
): Promise<MemberRow[]> {
  const column = sql.ref(sort)
  const place = sql`(m.${column}, m.handle_id)`
  const later =
    after === null ? sql`` : sql`and ${place} < (${after.value}::real, ${after.id}::uuid)`
  const called = (q ?? '').trim().toLowerCase()
  const named =
    called === ''
      ? sql``
      : sql`and (strpos(lower(p.display_name), ${called}) > 0 or strpos(p.name_reading, ${called}) > 0)`
  const { rows } = await sql<MemberRow>`
    select found.*, ${isOn('employee', sql`found."personId"`)} as "isOurs",
      ${isOn('competitor', sql`found."personId"`)} as "isRival"
    from (
      select m.handle_id as "handleId", p.id as "personId", p.display_name as name,
        p.name_reading as "nameReading", m.rank, m.core, m.leap, m.strength
      from community_member m
      cross join lateral (
        select person_id from handle_person where handle_person.handle_id = m.handle_id offset 0) hp
      cross join lateral (
        select id, display_name, name_reading from person where person.id = hp.person_id offset 0) p
      where m.community_id = ${id}::uuid and m.is_first ${later} ${named} and not exists (
        select from person o
        cross join lateral (
          select handle_id from handle_ownership h where h.person_id = o.id and h.until is null offset 0) h
        cross join lateral (
          select ${column}, handle_id from community_member t where t.community_id = ${id}::uuid
            and t.handle_id = h.handle_id and t.is_first offset 0) more
        where (o.id = p.id or o.merged_into = p.id) and (more.${column}, more.handle_id) > ${place})
      order by m.${column} desc, m.handle_id desc limit ${limit}::integer
    ) found order by found.${column} desc, found."handleId" desc`.execute(tx)
  return rows
}

/**
 * The community of each person (as shown today) who is in one: for figures by community. Of people
 * with accounts in several (merged since the last search) the one where they are tied most.
 */
export async function communityOfPeople(tx: Transaction): Promise<Map<string, string>> {
  const { rows } = await sql<{ personId: string; communityId: string }>`
    select distinct on (hp.person_id) hp.person_id as "personId", m.community_id as "communityId"
    from community_member m
    join community c on c.workspace_id = m.workspace_id and c.id = m.community_id
    join handle_person hp on hp.workspace_id = m.workspace_id and hp.handle_id = m.handle_id
    where c.ended_at is null order by hp.person_id, m.strength desc, m.community_id`.execute(tx)
  return new Map(rows.map(({ personId, communityId }) => [personId, communityId]))
}

/** What to call communities: a member's words or the phrases found; for labels beside figures. */
export async function namesOfCommunities(
  tx: Transaction,
): Promise<Map<string, { name: string | null; phrases: string[] }>> {
  const rows = await tx
    .selectFrom('community')
    .select(['id', 'name', 'phrases'])
    .where('ended_at', 'is', null)
    .execute()
  return new Map(rows.map(({ id, name, phrases }) => [id, { name, phrases }]))
}
