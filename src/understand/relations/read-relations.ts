import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { EnishiError, type RelationCode, type RelationSource } from '#vocabulary/index.ts'
import { ORIGINALS } from '../hydrate-people.ts'
import { rootOrganisationOf } from '../organisation-merges/organisation-root.ts'
import { rootOf } from '../read-people.ts'
import { type Evidence, readEvidence } from './evidence.ts'
import type { RelationOf } from './record-relations.ts'

/** What somebody is or was to us. Days are YYYY-MM-DD. */
export interface RelationEntry {
  id: string
  kind: RelationCode
  since: string | null
  /** The day on which it ended; null while it holds. */
  until: string | null
  source: RelationSource
  /** Of `rule`: which one; its name where it has one. */
  rule: { id: string; name: string | null } | null
  /** The member who entered or confirmed it. */
  confirmedBy: string | null
  evidence: Evidence | null
  enteredAt: string
}

type RelationRow = Omit<RelationEntry, 'evidence' | 'enteredAt'> & {
  evidence: string | null
  enteredAt: Date
}

/**
 * What a person or organisation is and was to us, what holds first, then the latest. Of merged
 * persons all entries together. Throws `not-found`.
 */
export async function listRelations(tx: Transaction, of: RelationOf): Promise<RelationEntry[]> {
  const { rows } = await sql<RelationRow>`
    select r.id, r.kind, r.since::text as since, r.until::text as until, r.source,
      r.confirmed_by as "confirmedBy", r.evidence, r.created_at as "enteredAt",
      case when r.rule_id is not null then json_build_object('id', r.rule_id, 'name',
        (select name from relation_rule by_rule where by_rule.id = r.rule_id)) end as rule
    from ${await entriesOf(tx, of)}
    order by r.until is not null, r.until desc, r.since desc nulls last, r.id desc`.execute(tx)
  return rows.map(({ evidence, enteredAt, ...row }) => ({
    ...row,
    evidence: readEvidence(evidence),
    enteredAt: enteredAt.toISOString(),
  }))
}

/** The rows of a person, all originals, or of an organisation, as `r`. Throws `not-found`. */
async function entriesOf(tx: Transaction, of: RelationOf) {
  if ('personId' in of) {
    const root = await rootOf(tx, of.personId)
    return sql`(select ${root}::uuid as id) wanted ${ORIGINALS}
      cross join lateral (
        select * from relation where relation.person_id = original.original_id offset 0) r`
  }
  const root = await rootOrganisationOf(tx, of.organisationId)
  return sql`relation r where r.organisation_id = ${root}::uuid`
}

/** One entry of those. Throws `not-found`, also for an entry of somebody else. */
export async function getRelation(
  tx: Transaction,
  of: RelationOf,
  id: string,
): Promise<RelationEntry> {
  const entry = (await listRelations(tx, of)).find((one) => one.id === id)
  if (entry !== undefined) return entry
  throw new EnishiError(
    'not-found',
    {
      en: 'There is no such entry. Look at what is listed here.',
      ja: 'この関係区分の記録は見つかりません。一覧を確認してください。',
    },
    { field: 'relation' },
  )
}
