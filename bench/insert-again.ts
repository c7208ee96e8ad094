import { sql } from 'kysely'
import type { Door } from '#store/door.ts'
import { type ColumnForm, insertRows } from '#store/insert-rows.ts'
import type { Tables } from '#store/tables.ts'

/** Tables that listening fills, in the order of their foreign keys. */
const TABLES = [
  'channel',
  'person',
  'handle',
  'handle_ownership',
  'handle_signal',
  'activity_source',
  'activity',
  'post',
  'activity_mention',
  'payload',
  'reading',
  'reading_topic',
] as const

interface TableRows {
  table: keyof Tables
  columns: Record<string, ColumnForm>
  rows: Record<string, unknown>[]
}

/** Under this name rows carry the transaction that wrote them. */
const WRITTEN_BY = 'written_by'

const FORMS: Record<string, ColumnForm> = {
  uuid: 'uuid',
  text: 'text',
  int4: 'integer',
  int8: 'bigint',
  float4: 'real',
  bool: 'boolean',
  timestamptz: 'timestamptz',
  date: 'date',
  bytea: 'bytes',
  tsvector: 'tsvector',
  _text: 'text[]',
}

/** Every row that a workspace's log holds, in memory, each with the transaction that wrote it. */
export async function readRows(door: Door, workspaceId: string): Promise<TableRows[]> {
  const all: TableRows[] = []
  for (const table of TABLES) {
    const columns = await columnsOf(door, workspaceId, table)
    const shown = Object.keys(columns).map((name) =>
      columns[name] === 'tsvector'
        ? sql`${sql.ref(name)}::text as ${sql.ref(name)}`
        : sql.ref(name),
    )
    const { rows } = await door.inWorkspace(
      workspaceId,
      (tx) =>
        sql<
          Record<string, unknown>
        >`select ${sql.join(shown)}, xmin::text as ${sql.ref(WRITTEN_BY)} from ${sql.table(table)}`.execute(
          tx,
        ),
      'background',
    )
    all.push({ table, columns, rows: rows.map(toPlain) })
  }
  return all
}

async function columnsOf(
  door: Door,
  workspaceId: string,
  table: string,
): Promise<Record<string, ColumnForm>> {
  const { rows } = await door.inWorkspace(workspaceId, (tx) =>
    sql<{ name: string; type: string }>`
      select a.attname as name, t.typname as type from pg_attribute a join pg_type t on t.oid = a.atttypid
      where a.attrelid = ${`enishi.${table}`}::regclass and a.attnum > 0 and not a.attisdropped
        and a.attname <> 'workspace_id' order by a.attnum`.execute(tx),
  )
  return Object.fromEntries(rows.map(({ name, type }) => [name, FORMS[type] as ColumnForm]))
}

/** Times go as text; infinities come out of the driver as numbers. */
function toPlain(row: Record<string, unknown>): Record<string, unknown> {
  const plain = Object.entries(row).map(([name, value]) => {
    if (value instanceof Date) return [name, value.toISOString()]
    if (value === Number.NEGATIVE_INFINITY) return [name, '-infinity']
    return [name, value]
  })
  return Object.fromEntries(plain)
}

/**
 * Inserts the rows into another workspace: nothing but one insert a table and batch, in the same
 * batches as listening wrote them.
 */
export async function insertAgain(
  door: Door,
  workspaceId: string,
  tables: TableRows[],
): Promise<{ seconds: number; rows: number }> {
  const [channel, ...rest] = tables as [TableRows, ...TableRows[]]
  await door.inWorkspace(workspaceId, (tx) =>
    insertRows(tx, channel.table, workspaceId, channel.columns, channel.rows),
  )
  const batches = cutByTransaction(rest)
  const startedAt = performance.now()
  for (const batch of batches) {
    await door.inWorkspace(
      workspaceId,
      async (tx) => {
        for (const { table, columns, rows } of batch) {
          await insertRows(tx, table, workspaceId, columns, rows)
        }
      },
      'background',
    )
  }
  const seconds = (performance.now() - startedAt) / 1000
  return { seconds, rows: rest.reduce((sum, { rows }) => sum + rows.length, 0) }
}

function cutByTransaction(tables: TableRows[]): TableRows[][] {
  const batches = new Map<number, TableRows[]>()
  for (const { table, columns, rows } of tables) {
    for (const [writer, part] of Map.groupBy(rows, (row) => Number(row[WRITTEN_BY]))) {
      const batch = batches.get(writer) ?? []
      batches.set(writer, batch)
      batch.push({ table, columns, rows: part })
    }
  }
  return [...batches].sort(([a], [b]) => a - b).map(([, batch]) => batch)
}
