import { type RawBuilder, sql } from 'kysely'
import { peopleOfOrganisation } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import { originalsOf, rootOf, rootOrganisationOf } from '#understand/index.ts'
import { noDeal } from '../subjects.ts'

/** Whose timeline it is. Rows keep the person they were written with, so all originals are asked for. */
export interface TimelineScope {
  kind: 'person' | 'organisation' | 'deal'
  id: string
  /** Every person it is about: roots and all that were merged into them. */
  originals: string[]
  /** An organisation's own deals. As an array: what is joined by `or` finds its rows by index then. */
  deals: string[]
}

/** A person over all that were merged into the root. Throws `not-found`. */
export async function scopeOfPerson(tx: Transaction, id: string): Promise<TimelineScope> {
  const root = await rootOf(tx, id)
  return { kind: 'person', id: root, originals: await originalsOf(tx, root), deals: [] }
}

/** An organisation with the people who belong to it today. Throws `not-found`. */
export async function scopeOfOrganisation(tx: Transaction, anyId: string): Promise<TimelineScope> {
  const id = await rootOrganisationOf(tx, anyId)
  const { rows } = await sql<{ id: string }>`
    select original.id from (${peopleOfOrganisation(sql`${id}::uuid`)}) root
    cross join lateral (
      select root.id union all select m.id from person m where m.merged_into = root.id) original
  `.execute(tx)
  const deals = await tx.selectFrom('deal').select('id').where('organisation_id', '=', id).execute()
  return { kind: 'organisation', id, originals: idsOf(rows), deals: idsOf(deals) }
}

/** A deal. Throws `not-found`. */
export async function scopeOfDeal(tx: Transaction, id: string): Promise<TimelineScope> {
  const { rows } = await sql`select 1 from deal where id = ${id}::uuid`.execute(tx)
  if (rows.length === 0) throw noDeal()
  return { kind: 'deal', id, originals: [], deals: [] }
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id)
}

/** That a row `r` with these columns is about the scope; an organisation's deals are its own. */
export function rowsAbout({ kind, id, originals, deals }: TimelineScope): RawBuilder<unknown> {
  if (kind === 'deal') return sql`r.deal_id = ${id}::uuid`
  const people = sql`r.person_id = any(${originals}::uuid[])`
  if (kind === 'person') return people
  return sql`${people} or r.organisation_id = ${id}::uuid or r.deal_id = any(${deals}::uuid[])`
}

/** The ids of the deals that the scope takes part in, as a query. */
export function dealsOf({ kind, id, originals, deals }: TimelineScope): RawBuilder<unknown> {
  if (kind === 'deal') return sql`select ${id}::uuid`
  const people = sql`select deal_id from deal_person where person_id = any(${originals}::uuid[])`
  if (kind === 'person') return people
  return sql`${people} union select unnest(${deals}::uuid[])`
}
