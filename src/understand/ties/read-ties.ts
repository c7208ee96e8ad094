import { type RawBuilder, sql } from 'kysely'
import { type ListedActivity, listActivitiesById, peopleOfOrganisation } from '#listen/index.ts'
import { type Listed, type PageRequest, readIdCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { TIE_KINDS, type TieKind } from '#vocabulary/index.ts'
import { ORIGINALS } from '../hydrate-people.ts'
import { getListedOrganisation } from '../read-organisations.ts'
import { rootOf } from '../read-people.ts'
import { todayIn } from '../relations/today.ts'
import { strengthAt } from './load-ties.ts'

/** What two people do towards each other, merges resolved. */
export interface PersonTie {
  person: { id: string; name: string; nameReading: string | null }
  given: Record<TieKind, number>
  received: Record<TieKind, number>
  strength: number
  lastOn: string
  /** Whether the other one works for us today. */
  isOurs: boolean
}

export interface TieFilter {
  limit: number
  /** Only ties to those who work for us. */
  to?: 'us' | undefined
}

/** The current handles of a root and all that were merged into it, as `own (handle_id)`. */
const handlesOf = (root: RawBuilder<unknown>) => sql`
  (select o.handle_id from (select ${root} as id) wanted ${ORIGINALS}
    cross join lateral (
      select h.handle_id from handle_ownership h
      where h.person_id = original.original_id and h.until is null offset 0) o)`

const ALL_COUNTS = TIE_KINDS.map((kind) => sql.ref(`t.${kind}`))

const sumsOf = (side: 'given' | 'received') =>
  sql.join(
    TIE_KINDS.map(
      (kind) => sql`sum(${sql.ref(kind)}) filter (where side = ${sql.lit(side)}) as
        ${sql.ref(`${side}_${kind}`)}`,
    ),
  )

type TieRow = Omit<PersonTie, 'person' | 'given' | 'received'> &
  PersonTie['person'] &
  Record<`given_${TieKind}` | `received_${TieKind}`, number | null>

/** Whether a root works for us today. */
const isOurs = (root: RawBuilder<unknown>) => sql`exists (
  select 1 from (select ${root} as id) wanted ${ORIGINALS}
  cross join lateral (
    select 1 from relation r where r.person_id = original.original_id and r.kind = 'employee'
      and r.until is null offset 0) r)`

/**
 * Who turns to a person and to whom the person turns: by strength, then the freshest. All accounts
 * of merged people count as one. Throws `not-found`.
 */
export async function listPersonTies(
  tx: Transaction,
  id: string,
  { limit, to }: TieFilter,
  now: Date,
): Promise<{ items: PersonTie[]; hasMore: boolean }> {
  const root = await rootOf(tx, id)
  const today = await todayIn(tx, now)
  const counts = sql.join(ALL_COUNTS)
  const { rows } = await sql<TieRow>`
    with own as materialized (select handle_id from ${handlesOf(sql`${root}::uuid`)} own),
    told as (
      select t.to_handle_id as handle_id, 'given' as side, t.day, ${counts},
        ${strengthAt(today)} as strength
      from own cross join lateral (
        select * from tie where tie.from_handle_id = own.handle_id offset 0) t
      union all
      select t.from_handle_id, 'received', t.day, ${counts}, ${strengthAt(today)}
      from own cross join lateral (
        select * from tie where tie.to_handle_id = own.handle_id offset 0) t
    ), by_handle as (
      select handle_id, sum(strength) as strength, max(day) as day,
        ${sumsOf('given')}, ${sumsOf('received')}
      from told group by handle_id
    ), other as (
      select hp.person_id as id, sum(b.strength) as strength, max(b.day) as day,
        ${sql.join(
          (['given', 'received'] as const).flatMap((side) =>
            TIE_KINDS.map((kind) => {
              const name = sql.ref(`${side}_${kind}`)
              return sql`sum(b.${name})::bigint as ${name}`
            }),
          ),
        )}
      from by_handle b cross join lateral (
        select * from handle_person where handle_person.handle_id = b.handle_id offset 0) hp
      where hp.person_id <> ${root}::uuid group by hp.person_id
    ), shown as (
      select other.*, ${isOurs(sql`other.id`)} as "isOurs" from other
    )
    select shown.*, shown.day::text as "lastOn", p.display_name as name, p.name_reading as "nameReading"
    from shown cross join lateral (select * from person where person.id = shown.id offset 0) p
    where ${to === 'us' ? sql`shown."isOurs"` : sql`true`}
    order by shown.strength desc, shown.day desc, shown.id limit ${limit + 1}::integer`.execute(tx)
  return { items: rows.slice(0, limit).map(showTie), hasMore: rows.length > limit }
}

function showTie(row: TieRow): PersonTie {
  const counts = (side: 'given' | 'received') =>
    Object.fromEntries(TIE_KINDS.map((kind) => [kind, row[`${side}_${kind}`] ?? 0])) as Record<
      TieKind,
      number
    >
  const { id, name, nameReading, strength, lastOn } = row
  return {
    person: { id, name, nameReading },
    ...{ given: counts('given'), received: counts('received') },
    ...{ strength, lastOn, isOurs: row.isOurs },
  }
}

/**
 * What two people did towards each other, newest first: what `listPersonTies` counts. `by` asks for
 * one side only. Throws `not-found` for either.
 */
export async function listTieActivities(
  tx: Transaction,
  pair: { id: string; other: string },
  by: 'id' | 'other' | undefined,
  page: PageRequest,
): Promise<Listed<ListedActivity>> {
  const [one, two] = [await rootOf(tx, pair.id), await rootOf(tx, pair.other)]
  const before = page.cursor === undefined ? null : readIdCursor(page.cursor)
  const sides = [
    ...(by === 'other' ? [] : [towards(one, two, before, page.limit)]),
    ...(by === 'id' ? [] : [towards(two, one, before, page.limit)]),
  ]
  const { rows } = await sql<{ id: string }>`
    select id from (${sql.join(sides, sql` union all `)}) act order by id desc
    limit ${page.limit + 1}::integer`.execute(tx)
  const ids = rows.slice(0, page.limit).map(({ id }) => id)
  const found = await listActivitiesById(tx, ids)
  const items = ids.flatMap((id) => found.get(id) ?? [])
  const last = rows.length > page.limit ? ids.at(-1) : undefined
  return { items, next: last === undefined ? null : writeCursor([last]) }
}

/** `uuidV7Floor` in SQL. */
const idFloor = (at: RawBuilder<unknown>) => sql`
  (lpad(to_hex((extract(epoch from ${at}) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid`

/**
 * Ids of what one person did towards the other. The days of their tie say where to look, so that of
 * somebody who says much only those days are read.
 */
function towards(from: string, to: string, before: string | null, limit: number) {
  const upTo = before === null ? sql`` : sql`and a.id < ${before}::uuid`
  return sql`
    (select a.id
    from (select handle_id from ${handlesOf(sql`${from}::uuid`)} own) mine
    cross join (select handle_id from ${handlesOf(sql`${to}::uuid`)} own) theirs
    cross join lateral (
      select day from tie where tie.from_handle_id = mine.handle_id
        and tie.to_handle_id = theirs.handle_id offset 0) t
    join workspace w on true
    cross join lateral (
      select * from activity where activity.handle_id = mine.handle_id
        and activity.id >= ${idFloor(sql`t.day::timestamp at time zone w.time_zone`)}
        and activity.id < ${idFloor(sql`(t.day + 1)::timestamp at time zone w.time_zone`)}
      offset 0) a
    left join lateral (
      select p.handle_id from activity_source s join activity p
        on p.workspace_id = s.workspace_id and p.id = s.activity_id
      where s.platform = a.platform and s.external_key_hash = a.parent_hash limit 1) p on true
    where a.deleted_at is null ${upTo} and (
      case when a.type = 'Create' then p.handle_id = theirs.handle_id
        when a.type not in ('Announce', 'Like', 'Follow') then false
        when a.object_handle_id is not null then a.object_handle_id = theirs.handle_id
        when a.type = 'Follow' then false
        else p.handle_id = theirs.handle_id end
      or exists (select 1 from activity_mention m where m.activity_id = a.id
        and m.handle_id = theirs.handle_id))
    order by a.id desc limit ${limit + 1}::integer)`
}

/** Who of an organisation's people is tied to whom of ours; the strongest first. */
export interface OrganisationTie {
  person: { id: string; name: string }
  ours: { id: string; name: string }
  strength: number
  lastOn: string
}

/** Ties between the people of an organisation and those who work for us. Throws `not-found`. */
export async function listOrganisationTies(
  tx: Transaction,
  id: string,
  limit: number,
  now: Date,
): Promise<{ items: OrganisationTie[]; hasMore: boolean }> {
  await getListedOrganisation(tx, id)
  const today = await todayIn(tx, now)
  const strength = strengthAt(today)
  const { rows } = await sql<OrganisationTieRow>`
    with own as materialized (
      select wanted.id as root_id, o.handle_id
      from (${peopleOfOrganisation(sql`${id}::uuid`)}) wanted ${ORIGINALS}
      cross join lateral (
        select h.handle_id from handle_ownership h
        where h.person_id = original.original_id and h.until is null offset 0) o
    ), told as (
      select own.root_id, t.to_handle_id as handle_id, t.day, ${strength} as strength
      from own cross join lateral (
        select * from tie where tie.from_handle_id = own.handle_id offset 0) t
      union all
      select own.root_id, t.from_handle_id, t.day, ${strength}
      from own cross join lateral (
        select * from tie where tie.to_handle_id = own.handle_id offset 0) t
    ), pair as (
      select told.root_id, hp.person_id as ours_id, sum(told.strength) as strength, max(told.day) as day
      from told cross join lateral (
        select * from handle_person where handle_person.handle_id = told.handle_id offset 0) hp
      where hp.person_id <> told.root_id group by 1, 2
    )
    select p.id, p.display_name as name, u.id as "oursId", u.display_name as "oursName",
      pair.strength, pair.day::text as "lastOn"
    from pair
    cross join lateral (select * from person where person.id = pair.root_id offset 0) p
    cross join lateral (select * from person where person.id = pair.ours_id offset 0) u
    where ${isOurs(sql`pair.ours_id`)}
    order by pair.strength desc, pair.day desc, p.id, u.id limit ${limit + 1}::integer`.execute(tx)
  const items = rows.slice(0, limit).map(({ id, name, oursId, oursName, strength, lastOn }) => ({
    ...{ person: { id, name }, ours: { id: oursId, name: oursName }, strength, lastOn },
  }))
  return { items, hasMore: rows.length > limit }
}

interface OrganisationTieRow {
  id: string
  name: string
  oursId: string
  oursName: string
  strength: number
  lastOn: string
}
