import { type RawBuilder, sql } from 'kysely'

/** The id of the organisation as which the one of this expression is shown. */
export function rootOfOrganisation(id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select root_id from organisation_root where organisation_id = ${id})`
}
