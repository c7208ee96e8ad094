import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { noOrganisation } from '../read-organisations.ts'

/** The organisation as which one is shown, by any of its ids. Throws `not-found`. */
export async function rootOrganisationOf(tx: Transaction, id: string): Promise<string> {
  const { rows } = await sql<{ root: string }>`
    select root_id as root from organisation_root where organisation_id = ${id}::uuid`.execute(tx)
  return rows[0]?.root ?? refuse()
}

/**
 * The same for a row that is about to name it: a merge that is under way is awaited, and one that
 * begins afterwards waits for the row. Throws `not-found`.
 */
export async function organisationToName(tx: Transaction, id: string): Promise<string> {
  const { rows } = await sql<{ root: string }>`
    select case when merged_into is null then id else merged_into end as root
    from organisation where id = ${id}::uuid for key share`.execute(tx)
  return rows[0]?.root ?? refuse()
}

/** The organisation and all that were merged into it, by any of their ids, the root first. */
export async function originalsOfOrganisation(tx: Transaction, id: string): Promise<string[]> {
  const root = await rootOrganisationOf(tx, id)
  const { rows } = await sql<{ id: string }>`
    select id from organisation where merged_into = ${root}::uuid order by id`.execute(tx)
  return [root, ...rows.map((row) => row.id)]
}

function refuse(): never {
  throw noOrganisation()
}
