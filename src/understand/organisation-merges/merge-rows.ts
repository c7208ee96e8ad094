import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { RowAside } from '#store/tables-merges.ts'
import { NAMING_TABLES, type NamingTable } from './naming-tables.ts'
import { bringBack, bringOrphansBack } from './rows-aside.ts'

interface Moving {
  workspaceId: string
  mergeId: string
  keepId: string
  mergedId: string
}

/**
 * Lets every row that names the merged organisation name the kept one, and writes down which. Where
 * the kept one has its like already, the row is kept aside with the merge, and fills its gaps.
 */
export async function moveRows(tx: Transaction, moving: Moving): Promise<void> {
  for (const table of NAMING_TABLES) {
    if (table.like !== undefined) await putAside(tx, table, table.like, moving)
    const [of, id] = [sql.table(table.name), sql.ref(table.id)]
    await sql`
      with moved as (
        update ${of} set organisation_id = ${moving.keepId}::uuid
        where organisation_id = ${moving.mergedId}::uuid returning ${id} as row_id)
      insert into organisation_merge_row (workspace_id, merge_id, "table", row_id)
      select ${moving.workspaceId}::uuid, ${moving.mergeId}::uuid, ${table.name}, row_id from moved`.execute(
      tx,
    )
  }
}

async function putAside(
  tx: Transaction,
  { name, fills = [], person }: NamingTable,
  like: RawBuilder<unknown>,
  { workspaceId, mergeId, keepId, mergedId }: Moving,
): Promise<void> {
  const table = sql.table(name)
  const { rows } = await sql<{ id: string; row: Record<string, unknown>; like: string }>`
    select t.id, to_jsonb(t) as row, k.id as like from ${table} t
    join ${table} k on k.organisation_id = ${keepId}::uuid and ${like}
    where t.organisation_id = ${mergedId}::uuid order by t.id for update of t, k`.execute(tx)
  for (const { id, row, like: of } of rows) {
    const filled = await fillGaps(tx, name, { of, from: id }, fills)
    const aside: RowAside = { row, like: of, filled }
    const personId = person === undefined ? null : (row[person] ?? null)
    await sql`delete from ${table} where id = ${id}::uuid`.execute(tx)
    await sql`
      insert into organisation_merge_row (workspace_id, merge_id, "table", row_id, aside, person_id)
      values (${workspaceId}::uuid, ${mergeId}::uuid, ${name}, ${id}::uuid,
        ${JSON.stringify(aside)}::jsonb, ${personId}::uuid)`.execute(tx)
  }
}

/** Brings to a row what its like, which is kept aside, knows beyond it; answers the columns. */
async function fillGaps(
  tx: Transaction,
  name: string,
  { of, from }: { of: string; from: string },
  columns: readonly string[],
): Promise<string[]> {
  const filled: string[] = []
  for (const column of columns) {
    const { rows } = await sql`
      update ${sql.table(name)} k set ${sql.ref(column)} = t.${sql.ref(column)} from ${sql.table(name)} t
      where k.id = ${of}::uuid and t.id = ${from}::uuid and k.${sql.ref(column)} is null
        and t.${sql.ref(column)} is not null returning k.id`.execute(tx)
    if (rows.length > 0) filled.push(column)
  }
  return filled
}

interface KeptRow {
  table: string
  row_id: string
  aside: RowAside | null
}

/**
 * Gives the rows back that a merge moved and that still are where it, or merges of later, brought
 * them: what a member has since given to another organisation stays there. What was kept aside comes
 * back, and the gaps that it filled are gaps again unless they were edited since.
 */
export async function giveRowsBack(
  tx: Transaction,
  merge: Merged & { id: string },
  root: string,
): Promise<void> {
  const { rows } = await sql<KeptRow>`
    select "table", row_id, aside from organisation_merge_row where merge_id = ${merge.id}::uuid
    order by "table", row_id`.execute(tx)
  for (const table of NAMING_TABLES) {
    const own = rows.filter((row) => row.table === table.name)
    for (const row of own.filter(({ aside }) => aside !== null)) {
      await bringBack(tx, table, row.aside as RowAside, merge.mergedId)
    }
    const moved = own.filter(({ aside }) => aside === null).map(({ row_id }) => row_id)
    if (moved.length > 0) await moveBack(tx, table, moved, merge, root)
  }
  await sql`delete from organisation_merge_row where merge_id = ${merge.id}::uuid`.execute(tx)
  for (const table of NAMING_TABLES) await bringOrphansBack(tx, table)
}

interface Merged {
  seq: number
  keepId: string
  mergedId: string
}

async function moveBack(
  tx: Transaction,
  table: NamingTable,
  ids: readonly string[],
  merge: Merged,
  root: string,
): Promise<void> {
  const { mergedId } = merge
  const [id, wanted] = [sql.ref(`t.${table.id}`), sql`any(${[...ids]}::uuid[])`]
  const later = laterRows(table.name, merge.seq)
  // Kept aside by a later merge: it comes back from there.
  const { rows: asides } = await sql<{ id: string; aside: RowAside }>`
    select l.row_id as id, l.aside from ${later} l
    where l.row_id = ${wanted} and l.aside is not null
      and not ${isBroken(later, sql`l.row_id`, merge)}`.execute(tx)
  for (const { aside } of asides) await bringBack(tx, table, aside, mergedId)
  const isTwice =
    table.like === undefined
      ? sql`false`
      : sql`exists (select from ${sql.table(table.name)} k
          where k.organisation_id = ${mergedId}::uuid and ${table.like})`
  const { rows: moved } = await sql<{ id: string }>`
    update ${sql.table(table.name)} t set organisation_id = ${mergedId}::uuid
    where ${id} = ${wanted} and t.organisation_id = ${root}::uuid and not ${isTwice}
      and not ${isBroken(later, id, merge)}
      and coalesce((select l.keep_id from ${later} l where l.row_id = ${id}
        order by l.seq desc limit 1), ${merge.keepId}::uuid) = t.organisation_id
    returning ${id} as id`.execute(tx)
  // Whoever left is no business of later merges.
  const left = [...asides, ...moved].map((row) => row.id)
  await sql`
    delete from organisation_merge_row l where l."table" = ${table.name}
      and l.row_id = any(${left}::uuid[]) and exists (
        select from organisation_merge m where m.id = l.merge_id and m.seq > ${merge.seq})`.execute(
    tx,
  )
}

/** What merges of later that stand moved on. */
function laterRows(table: string, seq: number): RawBuilder<unknown> {
  return sql`(select l.row_id, l.aside, m.keep_id, m.merged_id, m.seq
    from organisation_merge_row l
    join organisation_merge m on m.id = l.merge_id and m.undone_at is null and m.seq > ${seq}
    where l."table" = ${table})`
}

/** That one of them did not begin where the one before ended: between them a member moved the row. */
function isBroken(
  later: RawBuilder<unknown>,
  rowId: RawBuilder<unknown>,
  { keepId }: Merged,
): RawBuilder<unknown> {
  return sql`exists (
    select from (
      select step.merged_id as begins,
        lag(step.keep_id, 1, ${keepId}::uuid) over (order by step.seq) as ended
      from ${later} step where step.row_id = ${rowId}) chain
    where chain.begins <> chain.ended)`
}
