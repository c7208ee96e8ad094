import { sql } from 'kysely'
import type { Batch } from '#listen/index.ts'
import { type ColumnForm, insertRows } from '#store/insert-rows.ts'
import { type Cell, sumByKey } from './sum-by-key.ts'

/** A table of counts: the columns of its key within the workspace, then the count. */
export interface CountTable {
  table: 'reading_day' | 'activity_day' | 'model_day' | 'move_day'
  key: Record<string, ColumnForm>
  count: string
}

/** Whose counts, and in which transaction. */
type Counting = Pick<Batch, 'tx' | 'workspaceId'>

/** Adds signed counts, summed by key and in its order; cells that then count nothing go. */
export async function addCounts(batch: Counting, to: CountTable, cells: Cell[]): Promise<void> {
  const sums = sumByKey(cells)
  const names = Object.keys(to.key)
  const rows = sums.map(({ parts, count }) => ({
    ...Object.fromEntries(names.map((name, i) => [name, parts[i]])),
    [to.count]: count,
  }))
  const [table, count] = [sql.table(to.table), sql.ref(to.count)]
  await insertRows(
    batch.tx,
    to.table,
    batch.workspaceId,
    { ...to.key, [to.count]: 'bigint' },
    rows,
    sql`on conflict (workspace_id, ${sql.join(names.map((name) => sql.ref(name)))})
      do update set ${count} = ${table}.${count} + excluded.${count}`,
  )
  await dropEmpty(
    batch,
    to,
    sums.filter((sum) => sum.count < 0),
  )
}

/** Of the cells that were reduced, those that count nothing any more. */
async function dropEmpty(batch: Counting, from: CountTable, reduced: Cell[]): Promise<void> {
  if (reduced.length === 0) return
  const names = Object.keys(from.key)
  const arrays = names.map(
    (name, i) => sql`${reduced.map(({ parts }) => parts[i])}::${sql.raw(from.key[name] ?? '')}[]`,
  )
  const isCell = names.map((name) => sql`d.${sql.ref(name)} = k.${sql.ref(name)}`)
  await sql`
    delete from ${sql.table(from.table)} d
    using unnest(${sql.join(arrays)}) as k(${sql.join(names.map((name) => sql.ref(name)))})
    where d.workspace_id = ${batch.workspaceId} and ${sql.join(isCell, sql` and `)}
      and d.${sql.ref(from.count)} = 0`.execute(batch.tx)
}
