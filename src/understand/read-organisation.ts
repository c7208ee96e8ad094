import { sql } from 'kysely'
import { peopleOfOrganisation } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import { type RelationCode, STAGES, type Stage, type TopicKind } from '#vocabulary/index.ts'
import { ORIGINALS } from './hydrate-people.ts'
import { getListedOrganisation, type ListedOrganisation } from './read-organisations.ts'

/** Somebody's time in an organisation; days are YYYY-MM-DD. */
export interface MemberOfOrganisation {
  /** Of the affiliation: what is ended or removed. */
  id: string
  person: {
    id: string
    name: string
    nameReading: string | null
    posts: number
    /** What the person is to us today. */
    relations: RelationCode[]
  }
  role: string | null
  department: string | null
  since: string | null
  until: string | null
}

export interface StageMix {
  topic: { id: string; name: string; kind: TopicKind }
  /** People at each stage today. */
  people: Record<Stage, number>
}

export interface OrganisationInFull extends ListedOrganisation {
  /** Of all its people, over all their accounts. */
  posts: number
  /** Those of today first, then by name; at most {@link MEMBERS_SHOWN_MAX}. */
  members: MemberOfOrganisation[]
  hasMoreMembers: boolean
  accounts: OwnAccount[]
  stages: StageMix[]
}

export interface OwnAccount {
  handleId: string
  platform: string
  username: string | null
  displayName: string | null
  personId: string
}

const MEMBERS_SHOWN_MAX = 200

/** One organisation with its people, accounts and the stages its people are at. Throws `not-found`. */
export async function getOrganisation(tx: Transaction, anyId: string): Promise<OrganisationInFull> {
  const listed = await getListedOrganisation(tx, anyId)
  const { id } = listed
  const members = await readMembers(tx, id)
  return {
    ...listed,
    posts: await countPosts(tx, id),
    members: members.slice(0, MEMBERS_SHOWN_MAX),
    hasMoreMembers: members.length > MEMBERS_SHOWN_MAX,
    accounts: await readAccounts(tx, id),
    stages: await readStages(tx, id),
  }
}

interface MemberRow extends Omit<MemberOfOrganisation, 'person'> {
  personId: string
  name: string
  nameReading: string | null
  posts: number
  relations: RelationCode[] | null
}

async function readMembers(tx: Transaction, id: string): Promise<MemberOfOrganisation[]> {
  const { rows } = await sql<MemberRow>`
    select a.id, a.role, a.department, a.since::text as since, a.until::text as until, p.id as "personId",
      p.display_name as name, p.name_reading as "nameReading", s.posts, held.relations
    from affiliation a
    cross join lateral (
      select case when merged_into is null then id else merged_into end as root
      from person where person.id = a.person_id offset 0) own
    cross join lateral (select * from person where person.id = own.root offset 0) p
    cross join lateral (
      select coalesce((select posts from root_summary r where r.person_id = own.root), 0)::bigint as posts
    ) s
    cross join lateral (
      select json_agg(distinct r.kind order by r.kind) as relations
      from (select own.root as id) wanted ${ORIGINALS}
      cross join lateral (select kind from relation
        where relation.person_id = original.original_id and until is null offset 0) r) held
    where a.organisation_id = ${id}::uuid
    order by a.until is not null and a.until < current_date, p.sort_key, a.id
    limit ${MEMBERS_SHOWN_MAX + 1}`.execute(tx)
  return rows.map(({ personId, name, nameReading, posts, relations, ...member }) => ({
    ...member,
    person: { id: personId, name, nameReading, posts, relations: relations ?? [] },
  }))
}

async function countPosts(tx: Transaction, id: string): Promise<number> {
  const { rows } = await sql<{ posts: number }>`
    select coalesce(sum(s.posts), 0)::bigint as posts
    from (${peopleOfOrganisation(sql`${id}::uuid`)}) root
    cross join lateral (
      select posts from root_summary where root_summary.person_id = root.id offset 0) s`.execute(tx)
  return rows[0]?.posts ?? 0
}

async function readAccounts(tx: Transaction, id: string): Promise<OwnAccount[]> {
  const { rows } = await sql<OwnAccount>`
    select h.id as "handleId", h.platform, h.username, h.display_name as "displayName",
      hp.person_id as "personId"
    from organisation_handle o
    cross join lateral (select * from handle where handle.id = o.handle_id offset 0) h
    join handle_person hp on hp.handle_id = h.id
    where o.organisation_id = ${id}::uuid order by h.platform, h.id`.execute(tx)
  return rows
}

/** Of several merged persons the one whose post is the latest tells where they stand. */
async function readStages(tx: Transaction, id: string): Promise<StageMix[]> {
  const { rows } = await sql<StageMix['topic'] & { stage: Stage; people: number }>`
    with standing as (
      select distinct on (root.id, j.topic_id) j.topic_id, j.stage
      from (${peopleOfOrganisation(sql`${id}::uuid`)}) root
      cross join lateral (
        select root.id union all select m.id from person m where m.merged_into = root.id) original
      cross join lateral (
        select topic_id, stage, activity_id from journey_stage
        where journey_stage.person_id = original.id offset 0) j
      order by root.id, j.topic_id, j.activity_id desc
    )
    select t.id, t.name, t.kind, s.stage, count(*)::integer as people
    from standing s join topic t on t.id = s.topic_id and t.deleted_at is null
    group by 1, 2, 3, 4 order by t.name, t.id`.execute(tx)
  const mixes = new Map<string, StageMix>()
  for (const { id: topic, name, kind, stage, people } of rows) {
    const mix = mixes.get(topic) ?? { topic: { id: topic, name, kind }, people: nobody() }
    mixes.set(topic, mix)
    mix.people[stage] = people
  }
  return [...mixes.values()]
}

function nobody(): Record<Stage, number> {
  return Object.fromEntries(STAGES.map((stage) => [stage, 0])) as Record<Stage, number>
}
