import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { type RelationKind, uuidV7 } from '#vocabulary/index.ts'
import type { Making } from './organisations.ts'

/** What somebody is to us. */
export interface Relation {
  of: { personId: string } | { organisationId: string }
  kind: RelationKind
  source: 'import' | 'member'
}

/** Records a relation that holds from now on; answers whether it was news. */
export async function recordRelation(
  tx: Transaction,
  { workspaceId, at, random }: Making,
  { of, kind, source }: Relation,
): Promise<boolean> {
  const personId = 'personId' in of ? of.personId : null
  const organisationId = 'organisationId' in of ? of.organisationId : null
  const { rows } = await sql`
    insert into relation (workspace_id, id, person_id, organisation_id, kind, source)
    values (${workspaceId}, ${uuidV7(at.getTime(), random)}, ${personId}, ${organisationId}, ${kind},
      ${source})
    on conflict do nothing returning id
  `.execute(tx)
  return rows.length > 0
}
