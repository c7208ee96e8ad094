import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { insertRows } from '#store/insert-rows.ts'
import { type RelationCode, uuidV7 } from '#vocabulary/index.ts'
import type { Making } from '../organisations.ts'

/** Of whom a relation is said. */
export type RelationOf = { personId: string } | { organisationId: string }

/** What somebody is to us from now on. */
export interface Relation {
  of: RelationOf
  kind: RelationCode
  source: 'import' | 'member' | 'rule' | 'inferred'
  ruleId?: string
  /** The member who says or confirms it. */
  confirmedBy?: string | null
  since?: string | null
  until?: string | null
  /** JSON. */
  evidence?: string
}

const COLUMNS = {
  id: 'uuid',
  person_id: 'uuid',
  organisation_id: 'uuid',
  kind: 'text',
  since: 'date',
  until: 'date',
  source: 'text',
  rule_id: 'uuid',
  confirmed_by: 'uuid',
  evidence: 'text',
} as const

/** Records relations; one that holds already is not begun twice. Answers those that were news. */
export async function recordRelations<One extends Relation>(
  tx: Transaction,
  { workspaceId, at, random, ledger }: Making,
  relations: readonly One[],
): Promise<One[]> {
  const rows = relations.map((one) => ({
    id: uuidV7(at.getTime(), random),
    person_id: 'personId' in one.of ? one.of.personId : null,
    organisation_id: 'organisationId' in one.of ? one.of.organisationId : null,
    ...{ kind: one.kind, source: one.source, since: one.since, until: one.until },
    ...{ rule_id: one.ruleId, confirmed_by: one.confirmedBy, evidence: one.evidence },
  }))
  const added = await insertRows<{ id: string }>(
    tx,
    'relation',
    workspaceId,
    COLUMNS,
    rows,
    sql`on conflict do nothing returning id`,
  )
  ledger?.made.relation.push(...added.map(({ id }) => id))
  const news = new Set(added.map(({ id }) => id))
  return relations.filter((_, i) => news.has(rows[i]?.id ?? ''))
}
