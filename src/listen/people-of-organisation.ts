import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { rootOfOrganisation } from './organisation-roots.ts'

/**
 * The people of an organisation as a query of ids (of roots): who belongs to it today, and who
 * stands behind its own accounts. `organisation` is an expression of its id, or of one merged into it.
 */
export function peopleOfOrganisation(organisation: RawBuilder<unknown>): RawBuilder<unknown> {
  const root = rootOfOrganisation(organisation)
  return sql`
    select distinct case when p.merged_into is null then p.id else p.merged_into end as id
    from (
      select a.person_id from affiliation a where a.organisation_id = ${root}
        and (a.until is null or a.until >= current_date)
      union
      select o.person_id from organisation_handle h
      cross join lateral (
        select own.person_id from handle_ownership own
        where own.handle_id = h.handle_id and own.until is null offset 0) o
      where h.organisation_id = ${root}
    ) member
    cross join lateral (
      select p.id, p.merged_into from person p where p.id = member.person_id offset 0) p`
}

/** All handles of the people of an organisation. */
export async function handlesOfOrganisation(tx: Transaction, id: string): Promise<string[]> {
  const { rows } = await sql<{ handle_id: string }>`
    select o.handle_id from (${peopleOfOrganisation(sql`${id}::uuid`)}) root
    cross join lateral (
      select root.id union all select m.id from person m where m.merged_into = root.id) original
    cross join lateral (
      select o.handle_id from handle_ownership o
      where o.person_id = original.id and o.until is null offset 0) o`.execute(tx)
  return rows.map(({ handle_id }) => handle_id)
}
