import { type CompiledQuery, sql } from 'kysely'
import type pg from 'pg'
import { findWhom, type ReachedTable, reachOf } from '#understand/index.ts'
import type { PrivacyWorld } from './privacy-world.ts'

/** Text, JSON and binary columns of the tables of $1, as `table.column`. */
export const TEXT_COLUMNS = `
  select c.relname || '.' || a.attname as name, c.relname as table, a.attname as column,
    format_type(a.atttypid, null) as type
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'enishi'::regnamespace and c.relname = any($1) and a.attnum > 0
    and not a.attisdropped and format_type(a.atttypid, null)
      in ('text', 'jsonb', 'json', 'bytea', 'text[]', 'bytea[]', 'tsvector')
  order by 1`

/** How a column of a type takes the marker beside what makes rows findable; `at` tells rows apart. */
const PLANTED: Record<string, (column: string, marker: string) => string> = {
  text: (column, marker) => `coalesce(${column}, '') || '${marker}' || t.ctid::text`,
  jsonb: (_, marker) => `jsonb_build_object('said', '${marker}')`,
  bytea: (_, marker) => `convert_to('${marker}' || t.ctid::text, 'UTF8')`,
  'text[]': (_, marker) => `array['${marker}']`,
  tsvector: (_, marker) => `array_to_tsvector(array['${marker}'])`,
}

/** A closed list, a length, a key elsewhere, or made by the database: no place for words. */
const NO_PLACE = new Set(['23514', '23503', '428C9'])

/**
 * Writes the marker into every text, JSON and binary column of the person's rows; answers the columns
 * that took it. Throws where a table has no row of theirs, so that none is forgotten.
 */
export async function plantMarkers(
  { workspace, akane, client }: PrivacyWorld & { client: pg.Client },
  tables: readonly ReachedTable[],
  marker: string,
): Promise<string[]> {
  const whom = await workspace.run((tx) => findWhom(tx, akane))
  const { rows } = await client.query<Record<'table' | 'column' | 'type' | 'name', string>>(
    TEXT_COLUMNS,
    [tables],
  )
  const planted: string[] = []
  await client.query('set search_path = enishi')
  for (const { table, column, type, name } of rows) {
    const plant = PLANTED[type]
    if (plant === undefined) throw new Error(`${name}: nobody knows how to plant into ${type}`)
    const quoted = client.escapeIdentifier(column)
    const where = await workspace.run(async (tx) => {
      const compiled: CompiledQuery = sql`${reachOf(table as ReachedTable).where(whom)}`.compile(tx)
      return compiled
    })
    const text = `update ${client.escapeIdentifier(table)} t set ${quoted} = ${plant(quoted, `${marker}:${name}`)}
      where t.workspace_id = '${workspace.id}' and ${where.sql}`
    try {
      const { rowCount } = await client.query(text, [...where.parameters])
      if (rowCount === 0) throw new Error(`${name}: there is no row that tells of the person`)
      planted.push(name)
    } catch (error) {
      if (!NO_PLACE.has((error as { code?: string }).code ?? '')) throw error
    }
  }
  return planted
}
