import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { RowAside } from '#store/tables-merges.ts'
import type { NamingTable } from './naming-tables.ts'

/**
 * Puts a row that was kept aside into its table again, naming the organisation; the gaps of its like
 * that it filled are gaps again, unless they were edited since. Where what it names is gone, it is too.
 */
export async function bringBack(
  tx: Transaction,
  table: NamingTable,
  { row, like, filled }: RowAside,
  organisationId: string,
): Promise<void> {
  const { name, isWhole = sql`true` } = table
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = 'enishi' and table_name = ${name} and is_generated = 'NEVER'`.execute(tx)
  const columns = sql.join(rows.map((column) => sql.ref(column.name)))
  const whole = JSON.stringify({ ...row, organisation_id: organisationId })
  await sql`insert into ${sql.table(name)} (${columns})
    select ${columns} from jsonb_populate_record(null::${sql.table(name)}, ${whole}::jsonb) t
    where ${isWhole} on conflict do nothing`.execute(tx)
  for (const column of filled) await emptyAgain(tx, table, like, column, row[column] ?? null)
}

/** A gap that was filled, at the row or where that is kept aside itself, and whatever it filled in turn. */
async function emptyAgain(
  tx: Transaction,
  table: NamingTable,
  id: string,
  column: string,
  value: unknown,
): Promise<void> {
  const is = JSON.stringify(value)
  await sql`update ${sql.table(table.name)} k set ${sql.ref(column)} = null
    where k.id = ${id}::uuid and to_jsonb(k) -> ${column} = ${is}::jsonb`.execute(tx)
  const { rows } = await sql<{ aside: RowAside }>`
    update organisation_merge_row l
    set aside = jsonb_set(jsonb_set(l.aside, array['row', ${column}], 'null'), '{filled}',
      (l.aside -> 'filled') - ${column}::text)
    from organisation_merge_row was
    where was.workspace_id = l.workspace_id and was.merge_id = l.merge_id
      and was."table" = l."table" and was.row_id = l.row_id
      and l."table" = ${table.name} and l.row_id = ${id}::uuid and l.aside is not null
      and l.aside -> 'row' -> ${column} = ${is}::jsonb
    returning was.aside`.execute(tx)
  for (const { aside } of rows) {
    if (aside.filled.includes(column)) await emptyAgain(tx, table, aside.like, column, value)
  }
}

interface Orphan {
  mergeId: string
  rowId: string
  aside: RowAside
  keepId: string
  root: string
}

/**
 * Rows kept aside whose like left with a merge that was taken back: another like at the same
 * organisation takes its place, or there is none and the row shows again.
 */
export async function bringOrphansBack(tx: Transaction, table: NamingTable): Promise<void> {
  if (table.like === undefined) return
  const { rows } = await sql<Orphan>`
    select l.merge_id as "mergeId", l.row_id as "rowId", l.aside, m.keep_id as "keepId", r.root_id as root
    from organisation_merge_row l
    join organisation_merge m on m.id = l.merge_id
    join organisation_root r on r.organisation_id = m.keep_id
    join ${sql.table(table.name)} k on k.id = (l.aside ->> 'like')::uuid
    where l."table" = ${table.name} and l.aside is not null and k.organisation_id <> r.root_id
    order by m.seq, l.row_id`.execute(tx)
  for (const orphan of rows) await settleOrphan(tx, table, orphan)
}

async function settleOrphan(tx: Transaction, table: NamingTable, orphan: Orphan): Promise<void> {
  const { mergeId, rowId, aside, root } = orphan
  const own = sql`l.merge_id = ${mergeId}::uuid and l."table" = ${table.name} and l.row_id = ${rowId}::uuid`
  const { rows } = await sql<{ id: string }>`
    select k.id from ${sql.table(table.name)} k,
      jsonb_populate_record(null::${sql.table(table.name)}, ${JSON.stringify(aside.row)}::jsonb) t
    where k.organisation_id = ${root}::uuid and ${table.like}`.execute(tx)
  const [other] = rows
  if (other !== undefined) {
    for (const column of aside.filled) {
      await emptyAgain(tx, table, aside.like, column, aside.row[column] ?? null)
    }
    const next: RowAside = { row: aside.row, like: other.id, filled: [] }
    await sql`update organisation_merge_row l set aside = ${JSON.stringify(next)}::jsonb
      where ${own}`.execute(tx)
    return
  }
  await bringBack(tx, table, aside, root)
  await sql`update organisation_merge_row l set aside = null, person_id = null where ${own}`.execute(
    tx,
  )
  await followMerges(tx, table, orphan)
}

/** What shows again went the way that the organisation went since: those merges moved it as well. */
async function followMerges(
  tx: Transaction,
  { name }: NamingTable,
  { rowId, keepId }: Orphan,
): Promise<void> {
  await sql`
    with recursive way as (
      select m.workspace_id, m.id, m.keep_id from organisation_merge m
      where m.merged_id = ${keepId}::uuid and m.undone_at is null
      union
      select m.workspace_id, m.id, m.keep_id from way
      join organisation_merge m on m.merged_id = way.keep_id and m.undone_at is null
    )
    insert into organisation_merge_row (workspace_id, merge_id, "table", row_id)
    select workspace_id, id, ${name}, ${rowId}::uuid from way on conflict do nothing`.execute(tx)
}
