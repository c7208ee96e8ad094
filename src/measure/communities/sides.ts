import { type RawBuilder, sql } from 'kysely'
import { peopleOfOrganisation } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'

/** Who is one of us, who of a competitor. */
export interface Sides {
  ours: ReadonlySet<string>
  rivals: ReadonlySet<string>
}

/** Organisations that hold a relation today as `org (id)`; ours also by a rule that says which is our own. */
const organisationsOf = (kind: 'employee' | 'competitor'): RawBuilder<unknown> => sql`(
  select r.organisation_id as id from relation r
  where r.kind = ${kind} and r.until is null and r.organisation_id is not null
  union select c.organisation_id from relation_rule r
  join relation_rule_condition c on c.rule_id = r.id and c.condition = 'own-organisation'
  where ${kind} = 'employee' and r.is_on and r.removed_at is null and r.kind = 'employee'
    and c.organisation_id is not null) org`

/** Root persons who hold the relation today, belong to an organisation that does, or speak for it. */
export const peopleOnSide = (kind: 'employee' | 'competitor'): RawBuilder<unknown> => sql`(
  select case when p.merged_into is null then p.id else p.merged_into end as id
  from relation r cross join lateral (
    select id, merged_into from person where person.id = r.person_id offset 0) p
  where r.kind = ${kind} and r.until is null and r.person_id is not null
  union select of_org.id from ${organisationsOf(kind)}
  cross join lateral (${peopleOfOrganisation(sql`org.id`)}) of_org)`

/** All accounts of a side, by account: of its people, and of its organisations themselves. */
export async function loadSides(tx: Transaction): Promise<Sides> {
  return { ours: await handlesOf(tx, 'employee'), rivals: await handlesOf(tx, 'competitor') }
}

async function handlesOf(tx: Transaction, kind: 'employee' | 'competitor'): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select o.handle_id as id from ${peopleOnSide(kind)} side
    cross join lateral (
      select side.id as original_id union all
      select merged.id from person merged where merged.merged_into = side.id) original
    cross join lateral (
      select h.handle_id from handle_ownership h
      where h.person_id = original.original_id and h.until is null offset 0) o
    union
    select h.handle_id from ${organisationsOf(kind)}
    cross join lateral (
      select oh.handle_id from organisation_handle oh where oh.organisation_id = org.id offset 0) h
  `.execute(tx)
  return new Set(rows.map(({ id }) => id))
}
