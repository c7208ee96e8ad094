import { sql } from 'kysely'
import type { ExportPage } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import { NIL_UUID } from '#vocabulary/index.ts'
import { type ExportedCard, exportCards } from './export-cards.ts'
import { ORIGINALS } from './hydrate-people.ts'
import { isUsedPerson } from './privacy/stopped.ts'

/** A person with all that a list of contacts can hold; merged people are one. */
export interface ExportedPerson extends ExportedCard {
  displayName: string
  familyName: string | null
  givenName: string | null
  nameReading: string | null
  /** In the order in which they were met. */
  handles: { platform: string; externalId: string }[]
  /** By which means nobody may contact them, and what they agreed to. */
  closed: string[]
  agreed: string[]
  /** Those that ended first: told in this order, none is taken for the end of today's. */
  affiliations: {
    organisation: string
    organisationUrl: string | null
    department: string | null
    role: string | null
    since: string | null
    until: string | null
  }[]
}

const PAGE_ROWS = 500

interface PersonRow {
  id: string
  displayName: string
  familyName: string | null
  givenName: string | null
  nameReading: string | null
  handles: ExportedPerson['handles'] | null
  closed: string[]
  agreed: string[]
  affiliations: ExportedPerson['affiliations'] | null
}

/** All people who have an account, in the order in which they were met. */
export async function exportPeople(
  tx: Transaction,
  after: string | null,
): Promise<ExportPage<ExportedPerson>> {
  const { rows } = await sql<PersonRow>`
    select wanted.id, wanted.display_name as "displayName", wanted.family_name as "familyName",
      wanted.given_name as "givenName", wanted.name_reading as "nameReading", owned.handles,
      belongs.affiliations,
      array(select distinct d.channel from (select wanted.id) same ${ORIGINALS}
        join do_not_contact d on d.person_id = original.original_id and d.lifted_at is null
        order by 1) as closed,
      array(select distinct c.channel from (select wanted.id) same ${ORIGINALS}
        join contact_consent c on c.person_id = original.original_id and c.withdrawn_at is null
        order by 1) as agreed
    from (select * from person where id > ${after ?? NIL_UUID}::uuid and merged_into is null
      and ${isUsedPerson(sql`id`)}
      order by id limit ${PAGE_ROWS}) wanted
    cross join lateral (
      select json_agg(json_build_object('platform', h.platform, 'externalId', h.external_id)
        order by h.id) as handles
      from (select wanted.id) same ${ORIGINALS}
      cross join lateral (select handle_id from handle_ownership o
        where o.person_id = original.original_id and o.until is null offset 0) o
      cross join lateral (select * from handle where handle.id = o.handle_id offset 0) h) owned
    cross join lateral (
      select json_agg(json_build_object('organisation', a.name, 'organisationUrl', a.url,
        'department', a.department, 'role', a.role, 'since', a.since, 'until', a.until)
        order by a.until nulls last, a.since nulls first, a.name) as affiliations
      from (select wanted.id) same ${ORIGINALS}
      cross join lateral (
        select a.id, a.department, a.role, a.since, a.until, g.name, g.url from affiliation a
        join organisation g on g.id = a.organisation_id
        where a.person_id = original.original_id offset 0) a) belongs
    order by wanted.id
  `.execute(tx)
  const cards = await exportCards(
    tx,
    'person',
    rows.map(({ id }) => id),
  )
  const items = rows.flatMap(({ id, handles, affiliations, ...names }) => {
    const card = cards.get(id)
    if (handles === null || card === undefined) return []
    return [{ ...names, ...card, handles, affiliations: affiliations ?? [] }]
  })
  const next = rows.length < PAGE_ROWS ? null : (rows.at(-1)?.id ?? null)
  return { items, next }
}
