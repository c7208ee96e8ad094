import { type RawBuilder, sql } from 'kysely'
import { rootOfOrganisation } from '#listen/index.ts'
import type { Listed, PageRequest } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { type ContactKind, EnishiError } from '#vocabulary/index.ts'
import { behind, type Order, orderBy, type Placed, pageOf, placeOf } from '../keyset.ts'
import { allOf, holdsWords, searchedWords } from '../search.ts'
import {
  type AboutFilter,
  type Colleague,
  colleague,
  originalsMeant,
  shownPerson,
} from '../subjects.ts'

interface Named {
  id: string
  name: string
}

export interface ListedContact {
  id: string
  key: string | null
  by: ContactKind
  at: string
  summary: string
  people: Named[]
  organisation: Named | null
  deal: Named | null
  member: Colleague | null
  author: Colleague | null
  createdAt: string
}

export interface ContactFilter extends AboutFilter {
  q?: string | undefined
  by?: ContactKind | undefined
  member?: string | undefined
  /** A time, or a day in the workspace's time zone; both included. */
  from?: string | undefined
  to?: string | undefined
}

const LATEST: Order = {
  ...{ name: 'at', column: sql`r.at`, id: sql`r.id` },
  ...{ type: 'timestamptz', isDown: true },
}

/** Contacts, latest first. Throws `bad-input` for a cursor of another list. */
export async function listContacts(
  tx: Transaction,
  filter: ContactFilter,
  page: PageRequest,
): Promise<Listed<ListedContact>> {
  const conditions = [
    ...(await conditionsOf(tx, filter)),
    holdsWords(sql`r.search_key`, searchedWords(filter.q)),
    behind(LATEST, page.cursor),
  ]
  const { rows } = await sql<Placed>`
    select ${placeOf(LATEST)} from contact r where ${allOf(conditions)}
    ${orderBy(LATEST)} limit ${page.limit + 1}`.execute(tx)
  return pageOf(rows, page, LATEST, (ids) => hydrateContacts(tx, ids))
}

async function conditionsOf(
  tx: Transaction,
  { person, organisation, deal, by, member, from, to }: ContactFilter,
): Promise<RawBuilder<unknown>[]> {
  const originals = await originalsMeant(tx, person)
  const conditions: RawBuilder<unknown>[] = []
  if (originals !== undefined) conditions.push(withPeople(originals))
  if (organisation !== undefined) {
    conditions.push(sql`r.organisation_id = ${rootOfOrganisation(sql`${organisation}::uuid`)}`)
  }
  if (deal !== undefined) conditions.push(sql`r.deal_id = ${deal}::uuid`)
  if (by !== undefined) conditions.push(sql`r.kind = ${by}`)
  if (member !== undefined) conditions.push(sql`r.member_id = ${member}::uuid`)
  if (from !== undefined) conditions.push(sql`r.at >= ${instantOf(from, 0)}`)
  if (to !== undefined) {
    conditions.push(isDay(to) ? sql`r.at < ${instantOf(to, 1)}` : sql`r.at <= ${instantOf(to, 0)}`)
  }
  return conditions
}

/** That one of these original persons was there, for a contact `r`. */
export function withPeople(originals: readonly string[]): RawBuilder<unknown> {
  return sql`r.id in (
    select contact_id from contact_person where person_id = any(${originals}::uuid[]))`
}

function isDay(bound: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(bound)
}

function instantOf(bound: string, daysLater: number): RawBuilder<unknown> {
  if (!isDay(bound)) return sql`${new Date(bound)}`
  return sql`((${bound}::date + ${daysLater}::integer)::timestamp at time zone
    (select time_zone from workspace))`
}

interface ContactRow {
  id: string
  key: string | null
  kind: ContactKind
  at: Date
  summary: string
  people: Named[] | null
  organisation_id: string | null
  organisation_name: string | null
  deal_id: string | null
  deal_name: string | null
  member_id: string | null
  author_id: string | null
  created_at: Date
}

/** The contacts with these ids, in their order. */
export async function hydrateContacts(
  tx: Transaction,
  ids: readonly string[],
): Promise<ListedContact[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<ContactRow>`
    select r.*, there.people, o.name as organisation_name, d.name as deal_name
    from unnest(${ids}::uuid[]) with ordinality as wanted (id, n)
    cross join lateral (select * from contact where contact.id = wanted.id offset 0) r
    left join organisation o on o.id = r.organisation_id
    left join lateral (select name from deal where deal.id = r.deal_id offset 0) d on true
    cross join lateral (
      select json_agg(json_build_object('id', one.id, 'name', one.display_name)
        order by one.display_name, one.id) as people
      from (select distinct shown.id, shown.display_name from contact_person cp
        ${shownPerson(sql`cp.person_id`)} where cp.contact_id = r.id) one) there
    order by wanted.n`.execute(tx)
  return rows.map(showContact)
}

function showContact(row: ContactRow): ListedContact {
  const named = (id: string | null, name: string | null) =>
    id === null ? null : { id, name: name ?? '' }
  const { id, key, kind: by, summary } = row
  return {
    ...{ id, key, by, summary, people: row.people ?? [] },
    at: row.at.toISOString(),
    organisation: named(row.organisation_id, row.organisation_name),
    deal: named(row.deal_id, row.deal_name),
    member: colleague(row.member_id),
    author: colleague(row.author_id),
    createdAt: row.created_at.toISOString(),
  }
}

/** One contact. Throws `not-found`. */
export async function getContact(tx: Transaction, id: string): Promise<ListedContact> {
  const [contact] = await hydrateContacts(tx, [id])
  if (contact === undefined) throw noContact()
  return contact
}

export function noContact(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'There is no such contact. It may have been removed.',
      ja: 'この接触の記録は見つかりません。削除された可能性があります。',
    },
    { field: 'id' },
  )
}
