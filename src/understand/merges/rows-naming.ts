import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { Tables } from '#store/tables.ts'
import { ORIGINALS } from '../hydrate-people.ts'

/** What names a person and was written by people: what a merge brings together, and what is lost if it is wrong. */
export const NAMING = ['affiliations', 'relations', 'deals', 'tasks', 'notes', 'contacts'] as const
export type Naming = (typeof NAMING)[number]

/** Whoever adds such a table adds its line here: previews then count what `counts` tells apart. */
const TABLES: Record<Naming, { table: keyof Tables; counts: string }> = {
  affiliations: { table: 'affiliation', counts: 'id' },
  relations: { table: 'relation', counts: 'id' },
  deals: { table: 'deal_person', counts: 'deal_id' },
  tasks: { table: 'task', counts: 'id' },
  notes: { table: 'note', counts: 'id' },
  contacts: { table: 'contact_person', counts: 'contact_id' },
}

/**
 * How many of each name one of the roots or those merged into them; a deal in which two of them take
 * part is one.
 */
export async function countNaming(
  tx: Transaction,
  roots: readonly string[],
): Promise<Record<Naming, number>> {
  const counts = sql.join(
    NAMING.map((naming) => countOf(naming, roots)),
    sql`, `,
  )
  const { rows } = await sql<Record<Naming, number>>`select ${counts}`.execute(tx)
  return rows[0] ?? NONE
}

const NONE = Object.fromEntries(NAMING.map((naming) => [naming, 0])) as Record<Naming, number>

function countOf(naming: Naming, roots: readonly string[]): RawBuilder<unknown> {
  const { table, counts } = TABLES[naming]
  return sql`(
    select count(distinct named.counted) from unnest(${roots}::uuid[]) as wanted (id) ${ORIGINALS}
    cross join lateral (
      select ${sql.ref(counts)} as counted from ${sql.table(table)} named
      where named.person_id = original.original_id offset 0) named
  ) as ${sql.ref(naming)}`
}
