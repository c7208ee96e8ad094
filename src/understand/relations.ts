import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { insertRows } from '#store/insert-rows.ts'
import { type RelationKind, uuidV7 } from '#vocabulary/index.ts'
import type { Making } from './organisations.ts'

/** What somebody is to us. */
export interface Relation {
  of: { personId: string } | { organisationId: string }
  kind: RelationKind
  source: 'import' | 'member'
}

const COLUMNS = {
  id: 'uuid',
  person_id: 'uuid',
  organisation_id: 'uuid',
  kind: 'text',
  source: 'text',
} as const

/** Records relations that hold from now on; answers those that were news. */
export async function recordRelations<One extends Relation>(
  tx: Transaction,
  { workspaceId, at, random }: Making,
  relations: readonly One[],
): Promise<One[]> {
  const rows = relations.map(({ of, kind, source }) => ({
    id: uuidV7(at.getTime(), random),
    person_id: 'personId' in of ? of.personId : null,
    organisation_id: 'organisationId' in of ? of.organisationId : null,
    ...{ kind, source },
  }))
  const added = await insertRows<{ id: string }>(
    tx,
    'relation',
    workspaceId,
    COLUMNS,
    rows,
    sql`on conflict do nothing returning id`,
  )
  const news = new Set(added.map(({ id }) => id))
  return relations.filter((_, i) => news.has(rows[i]?.id ?? ''))
}
