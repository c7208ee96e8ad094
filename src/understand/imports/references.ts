import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { Tables } from '#store/tables.ts'

type Referred = 'person' | 'handle' | 'organisation' | 'deal'

interface ForeignKey {
  table: keyof Tables
  column: string
}

/** What is worked out from the rest, or belongs to the row itself: it goes with it. */
const GOES_ALONG: Record<Referred, readonly string[]> = {
  person: [
    ...['person_summary', 'root_summary', 'journey_stage', 'journey_move'],
    ...['person_field_change', 'relation_proposal', 'match_candidate'],
  ],
  handle: [
    ...['handle_ownership', 'handle_signal', 'tie'],
    ...['match_due', 'match_key', 'match_candidate'],
  ],
  organisation: ['relation_proposal'],
  deal: ['deal_person', 'deal_move'],
}

/** What goes along as long as nobody but the import, or a rule, has said it. */
const GOES_ALONG_WHERE: Partial<Record<string, RawBuilder<unknown>>> = {
  custom_value: sql`t.is_imported`,
  tagging: sql`t.is_imported`,
  // Whoever is called in it was called by a member.
  note: sql`(t.is_imported and t.edited_at is null)`,
  owner: sql`(t.is_imported and t.ended_by is null)`,
  do_not_contact: sql`(t.is_imported and t.lifted_at is null)`,
  contact_consent: sql`(t.is_imported and t.withdrawn_at is null)`,
  relation: sql`(t.source = 'rule')`,
}

/**
 * Which of these rows something refers to. The foreign keys are asked of the catalogue, so that a table
 * that is added later counts by itself.
 */
export async function referredTo(
  tx: Transaction,
  to: Referred,
  ids: readonly string[],
  except: readonly string[] = [],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const found = new Set<string>()
  for (const { table, column } of await foreignKeys(tx, to)) {
    if (GOES_ALONG[to].includes(table) || except.includes(table)) continue
    const named = sql.ref(`t.${column}`)
    const { rows } = await sql<{ id: string }>`
      select u.id from unnest(${ids}::uuid[]) as u(id)
      cross join lateral (select 1 from ${sql.table(table)} t where ${named} = u.id
        and not ${GOES_ALONG_WHERE[table] ?? sql`false`} limit 1) t
    `.execute(tx)
    for (const { id } of rows) found.add(id)
  }
  return found
}

async function foreignKeys(tx: Transaction, to: Referred): Promise<ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select c.relname as table, a.attname as column
    from pg_catalog.pg_constraint k
    join pg_catalog.pg_class c on c.oid = k.conrelid
    join pg_catalog.pg_class r on r.oid = k.confrelid
    join pg_catalog.pg_namespace n on n.oid = r.relnamespace and n.nspname = 'enishi'
    cross join lateral unnest(k.conkey) as column_number
    join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = column_number
    where k.contype = 'f' and r.relname = ${to} and a.attname <> 'workspace_id' and c.relispartition = false
    order by 1, 2
  `.execute(tx)
  return rows
}
