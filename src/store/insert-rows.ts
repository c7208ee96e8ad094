import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from './door.ts'
import type { Tables } from './tables.ts'

/** How a column travels: as an array of this PostgreSQL type, then perhaps cast one by one. */
export type ColumnForm =
  | 'uuid'
  | 'text'
  | 'integer'
  | 'bigint'
  | 'real'
  | 'float8'
  | 'boolean'
  | 'timestamptz'
  | 'date'
  /** Buffer in, bytea out. */
  | 'bytes'
  /** JSON text in, jsonb out. */
  | 'jsonb'
  /** Literal of a tsvector. */
  | 'tsvector'
  /** string[] in, text[] out. */
  | 'text[]'
  /** number[] in, smallint[] out. */
  | 'smallint[]'

type Row = Record<string, unknown>

/**
 * Inserts many rows of one workspace in one statement, each column as one array parameter: any
 * number of rows is one plan and one round trip. `after` is appended (on conflict, returning).
 */
export async function insertRows<Answer = unknown>(
  tx: Transaction,
  table: keyof Tables,
  workspaceId: string,
  columns: Record<string, ColumnForm>,
  rows: readonly Row[],
  after: RawBuilder<unknown> = sql``,
): Promise<Answer[]> {
  if (rows.length === 0) return []
  const names = Object.keys(columns)
  const forms = names.map((name) => columns[name] as ColumnForm)
  const arrays = names.map((name, i) => {
    const form = forms[i] as ColumnForm
    return sql`${rows.map((row) => toWire(form, row[name]))}::${sql.raw(wireType(form))}[]`
  })
  const answer = await sql<Answer>`
    insert into ${sql.table(table)} (workspace_id, ${sql.join(names.map((name) => sql.ref(name)))})
    select ${workspaceId}::uuid, ${sql.join(names.map((name, i) => fromWire(name, forms[i] as ColumnForm)))}
    from unnest(${sql.join(arrays)}) as u(${sql.join(names.map((name) => sql.ref(name)))})
    ${after}`.execute(tx)
  return answer.rows
}

function wireType(form: ColumnForm): string {
  return form === 'bytes' || form === 'tsvector' || isArray(form) ? 'text' : form
}

/** An array of arrays has rows of one length only, so that each travels as its text. */
function isArray(form: ColumnForm): form is 'text[]' | 'smallint[]' {
  return form === 'text[]' || form === 'smallint[]'
}

function toWire(form: ColumnForm, value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (form === 'bytes') return (value as Buffer).toString('base64')
  if (isArray(form)) return arrayLiteral(value as string[] | number[])
  return value
}

function fromWire(name: string, form: ColumnForm): RawBuilder<unknown> {
  const ref = sql.ref(`u.${name}`)
  if (form === 'bytes') return sql`decode(${ref}, 'base64')`
  if (form === 'tsvector') return sql`${ref}::tsvector`
  if (isArray(form)) return sql`${ref}::${sql.raw(form)}`
  return sql`${ref}`
}

/** The text form of an array (PostgreSQL manual, 8.15.2). */
function arrayLiteral(values: readonly (string | number)[]): string {
  return `{${values.map((value) => `"${String(value).replace(/["\\]/g, '\\$&')}"`).join(',')}}`
}
