import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { HandleKind, RelationCode } from '#vocabulary/index.ts'

/** A person as a list shows them; figures are sums over all persons merged into one. */
export interface ListedPerson {
  id: string
  displayName: string
  familyName: string | null
  givenName: string | null
  nameReading: string | null
  posts: number
  activities: number
  firstAt: string | null
  lastAt: string | null
  handles: ListedHandle[]
  /** What the person is to us today. */
  relations: RelationCode[]
  /** Where the person belongs, what holds today first. */
  affiliations: ListedAffiliation[]
}

export interface ListedAffiliation {
  organisation: { id: string; name: string }
  role: string | null
  department: string | null
  /** Days. */
  since: string | null
  until: string | null
}

export interface ListedHandle {
  id: string
  platform: string
  externalId: string
  username: string | null
  displayName: string | null
  url: string | null
  avatarUrl: string | null
  bio: string | null
  kind: HandleKind
  deletedAt: string | null
}

/** The persons `wanted` (a row set with `id`, roots) stands for: each root itself and what was merged into it. */
export const ORIGINALS = sql`
  cross join lateral (
    select wanted.id as original_id
    union all
    select merged.id from person merged where merged.merged_into = wanted.id
  ) original`

interface PersonRow {
  id: string
  display_name: string
  family_name: string | null
  given_name: string | null
  name_reading: string | null
  posts: number | null
  activities: number | null
  first_at: Date | null
  last_at: Date | null
}

/** The people with these ids (of roots), in their order; three round trips. */
export async function hydratePeople(
  tx: Transaction,
  ids: readonly string[],
): Promise<ListedPerson[]> {
  if (ids.length === 0) return []
  const rows = await readPersons(tx, ids)
  const handles = await readHandles(tx, ids)
  const standings = await readStandings(tx, ids)
  return ids.flatMap((id) => {
    const row = rows.get(id)
    if (row === undefined) return []
    return [{ ...showPerson(row, handles.get(id) ?? []), ...(standings.get(id) ?? NO_STANDING) }]
  })
}

async function readPersons(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, PersonRow>> {
  const { rows } = await sql<PersonRow>`
    select p.id, p.display_name, p.family_name, p.given_name, p.name_reading, s.posts, s.activities,
      s.first_at, s.last_at
    from unnest(${ids}::uuid[]) as wanted (id)
    cross join lateral (select * from person where person.id = wanted.id offset 0) p
    left join lateral (
      select * from root_summary where root_summary.person_id = wanted.id offset 0) s on true
  `.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

type Standing = Pick<ListedPerson, 'relations' | 'affiliations'>

const NO_STANDING: Standing = { relations: [], affiliations: [] }

/** What people are to us and where they belong; merged persons' together. */
async function readStandings(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, Standing>> {
  const { rows } = await sql<{
    id: string
    relations: RelationCode[] | null
    affiliations: ListedAffiliation[] | null
  }>`
    select wanted.id, held.relations, belongs.affiliations
    from unnest(${ids}::uuid[]) as wanted (id)
    cross join lateral (
      select json_agg(distinct r.kind order by r.kind) as relations
      from (select wanted.id) same ${ORIGINALS}
      cross join lateral (select kind from relation
        where relation.person_id = original.original_id and until is null offset 0) r) held
    cross join lateral (
      select json_agg(json_build_object('organisation', json_build_object('id', organisation_id,
          'name', name), 'role', role, 'department', department, 'since', since, 'until', until)
        order by until desc nulls first, since desc nulls last, name) as affiliations
      from (select a.organisation_id, a.name, a.role, a.department, a.since, a.until
      from (select wanted.id) same ${ORIGINALS}
      cross join lateral (
        select f.organisation_id, f.role, f.department, f.since, f.until, g.name from affiliation f
        join organisation g on g.id = f.organisation_id
        where f.person_id = original.original_id offset 0) a
      -- What was said of both of two merged people is said once.
      group by a.organisation_id, a.name, a.role, a.department, a.since, a.until) told) belongs
    where held.relations is not null or belongs.affiliations is not null
  `.execute(tx)
  return new Map(
    rows.map(({ id, relations, affiliations }) => [
      id,
      { relations: relations ?? [], affiliations: affiliations ?? [] },
    ]),
  )
}

interface HandleRow {
  root_id: string
  id: string
  platform: string
  external_id: string
  username: string | null
  display_name: string | null
  url: string | null
  avatar_url: string | null
  bio: string | null
  kind: HandleKind
  deleted_at: Date | null
}

async function readHandles(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, ListedHandle[]>> {
  const { rows } = await sql<HandleRow>`
    select wanted.id as root_id, h.id, h.platform, h.external_id, h.username, h.display_name, h.url,
      h.avatar_url, h.bio, h.kind, h.deleted_at
    from unnest(${ids}::uuid[]) as wanted (id) ${ORIGINALS}
    cross join lateral (
      select o.handle_id from handle_ownership o
      where o.person_id = original.original_id and o.until is null offset 0) own
    cross join lateral (select * from handle where handle.id = own.handle_id offset 0) h
    order by h.id
  `.execute(tx)
  const handles = new Map<string, ListedHandle[]>()
  for (const row of rows) {
    handles.set(row.root_id, [...(handles.get(row.root_id) ?? []), showHandle(row)])
  }
  return handles
}

/** The handles that these persons themselves own today, whoever they were merged into. */
export async function readHandlesOf(
  tx: Transaction,
  originals: readonly string[],
): Promise<ListedHandle[]> {
  const { rows } = await sql<HandleRow>`
    select wanted.id as root_id, h.id, h.platform, h.external_id, h.username, h.display_name, h.url,
      h.avatar_url, h.bio, h.kind, h.deleted_at
    from unnest(${originals}::uuid[]) as wanted (id)
    cross join lateral (
      select o.handle_id from handle_ownership o
      where o.person_id = wanted.id and o.until is null offset 0) own
    cross join lateral (select * from handle where handle.id = own.handle_id offset 0) h
    order by h.id
  `.execute(tx)
  return rows.map(showHandle)
}

function showHandle(row: HandleRow): ListedHandle {
  return {
    id: row.id,
    platform: row.platform,
    externalId: row.external_id,
    username: row.username,
    displayName: row.display_name,
    url: row.url,
    avatarUrl: row.avatar_url,
    bio: row.bio,
    kind: row.kind,
    deletedAt: row.deleted_at?.toISOString() ?? null,
  }
}

function showPerson(row: PersonRow, handles: ListedHandle[]): Omit<ListedPerson, keyof Standing> {
  return {
    id: row.id,
    displayName: row.display_name,
    familyName: row.family_name,
    givenName: row.given_name,
    nameReading: row.name_reading,
    posts: row.posts ?? 0,
    activities: row.activities ?? 0,
    firstAt: row.first_at?.toISOString() ?? null,
    lastAt: row.last_at?.toISOString() ?? null,
    handles,
  }
}
