import {
  type Column,
  type ColumnMapping,
  type DayOrder,
  dayOrderOf,
  guessColumns,
  type InputFormat,
  type RawRecord,
  type ReadContext,
  type ReadRecord,
  type SplitRecord,
  type TableFormat,
  type UnreadableRecord,
  withFieldColumns,
} from '#listen/index.ts'
import { EnishiError, type Refusal, type Words } from '#vocabulary/index.ts'
import { plainCell } from './formula-guard.ts'
import { readHeader, readTable, rowByName, type TableRow } from './table.ts'

/** One row of a table, with what it takes to understand it. */
export interface NamedRow {
  row: Record<string, string>
  columns: ColumnMapping
  dayOrder: DayOrder | undefined
  /** Where it stands in the file. */
  line: number
}

/** What makes one kind of table. */
export interface TableKind {
  name: TableFormat
  /** The columns by whose values the order of day and month is found. */
  dateColumns: readonly Column[]
  /** One column of each group must be there. */
  needs: readonly { anyOf: readonly Column[]; words: Words }[]
  /** What a row says; undefined stands for a payload that is no row. Pure. */
  read(row: NamedRow | undefined, context: ReadContext): ReadRecord
}

/** Rows looked at for what the whole file has in common, and the text they may hold together. */
const SAMPLE_ROWS = 200
const SAMPLE_CHARS = 1_000_000

/**
 * The format of a table, CSV, TSV or .xlsx. One record a row; its payload is the row as JSON, its
 * `parsed` a NamedRow with the columns and the order of day and month found from the file's first
 * rows. Splitting throws an EnishiError where the header is unreadable or lacks a column it needs.
 */
export function tableFormat(kind: TableKind): InputFormat {
  return {
    name: kind.name,
    split: (bytes, context) => splitTable(kind, bytes, context),
    read: (record, context) => kind.read(rowOf(kind, record, context), context),
  }
}

/** What all rows of a file have in common. */
interface Table {
  header: string[]
  columns: ColumnMapping
  dayOrder: DayOrder | undefined
}

async function* splitTable(
  kind: TableKind,
  bytes: AsyncIterable<Uint8Array>,
  context: ReadContext,
): AsyncGenerator<SplitRecord, void, undefined> {
  let header: string[] | undefined
  let table: Table | undefined
  const held: (TableRow | UnreadableRecord)[] = []
  let heldChars = 0
  for await (const row of readTable(bytes)) {
    if (header === undefined) header = readHeader(row)
    else if (table !== undefined) yield recordOf(row, table)
    else {
      held.push(row)
      heldChars += 'cells' in row ? row.cells.reduce((sum, cell) => sum + cell.length, 0) : 0
      if (held.length < SAMPLE_ROWS && heldChars < SAMPLE_CHARS) continue
      table = tableOf(kind, header, held, context)
      for (const row of held.splice(0)) yield recordOf(row, table)
    }
  }
  if (header === undefined || held.length === 0) return
  table = tableOf(kind, header, held, context)
  for (const row of held) yield recordOf(row, table)
}

function tableOf(
  kind: TableKind,
  header: string[],
  rows: (TableRow | UnreadableRecord)[],
  context: ReadContext,
): Table {
  const sample = rows.flatMap((row) => ('cells' in row ? [row.cells] : []))
  const columns = context.columns ?? guessed(kind, header, sample, context)
  requireColumns(kind, header, columns)
  const datesAt = kind.dateColumns.map((column) => header.indexOf(columns[column] ?? ''))
  const dates = sample.flatMap((row) => datesAt.map((at) => row[at] ?? ''))
  return { header, columns, dayOrder: dayOrderOf(dates) }
}

function guessed(
  { name }: TableKind,
  header: string[],
  sample: string[][],
  { ownTerms }: ReadContext,
): ColumnMapping {
  const columns = guessColumns(header, sample, name)
  return withFieldColumns(columns, header, name, ownTerms?.fields ?? [])
}

function requireColumns({ needs }: TableKind, header: string[], columns: ColumnMapping): void {
  const names = new Set(header)
  for (const { anyOf, words } of needs) {
    const given = anyOf.flatMap((column) => columns[column] ?? [])
    if (given.some((name) => names.has(name))) continue
    throw lacksColumn(anyOf, words, header, given[0])
  }
}

function lacksColumn(
  anyOf: readonly Column[],
  words: Words,
  header: string[],
  wanted: string | undefined,
): EnishiError {
  const shown = header.slice(0, 20).join(', ').slice(0, 500)
  const keys = anyOf.join(', ')
  return new EnishiError(
    'bad-input',
    {
      ja: `${words.ja}の列が${wanted === undefined ? '分かりません' : `「${wanted}」と指定されていますが、ありません`}。列の対応(${keys})を指定してください。このファイルの列: ${shown}`,
      en: `${wanted === undefined ? `No column was recognised as ${words.en}` : `${words.en} should be in the column "${wanted}", which is not there`}. Say which column holds it (${keys}). Columns of this file: ${shown}`,
    },
    { line: 1, field: wanted ?? anyOf[0] ?? '' },
  )
}

function recordOf(row: TableRow | UnreadableRecord, table: Table): SplitRecord {
  if ('refusal' in row) return row
  const { columns, dayOrder } = table
  const named = rowByName(table.header, row.cells)
  const parsed: NamedRow = { row: named, columns, dayOrder, line: row.line }
  return { line: row.line, payload: JSON.stringify(named), parsed }
}

/** The row taken apart while splitting, or, where only the payload was kept, from that. */
function rowOf(
  kind: TableKind,
  { parsed, payload, line }: RawRecord,
  context: ReadContext,
): NamedRow | undefined {
  const { columns } = context
  if (isNamedRow(parsed)) return parsed
  const row = rowOfPayload(payload.toString())
  if (row === undefined) return undefined
  return {
    row,
    columns: columns ?? guessed(kind, Object.keys(row), [], context),
    dayOrder: undefined,
    line,
  }
}

function isNamedRow(parsed: unknown): parsed is NamedRow {
  return typeof parsed === 'object' && parsed !== null && 'row' in parsed && 'columns' in parsed
}

function rowOfPayload(payload: string): Record<string, string> | undefined {
  let value: unknown
  try {
    value = JSON.parse(payload)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return Object.fromEntries(Object.entries(value).map(([name, cell]) => [name, String(cell)]))
}

/** The cells that mean something, trimmed, without the guard against formulas; empty ones are absent. */
export function cellsOf<Meaning extends Column>(
  { row, columns }: NamedRow,
  meanings: readonly Meaning[],
): Partial<Record<Meaning, string>> {
  const cells: Partial<Record<Meaning, string>> = {}
  for (const meaning of meanings) {
    const column = columns[meaning]
    if (column === undefined || !Object.hasOwn(row, column)) continue
    const cell = plainCell(row[column]?.trim() ?? '')
    if (cell !== '') cells[meaning] = cell
  }
  return cells
}

/** A zero byte is in no text: the file is damaged or is no text. */
export function damagedCell<Meaning extends Column>(
  cells: Partial<Record<Meaning, string>>,
  { columns }: NamedRow,
  meanings: readonly Meaning[],
): Refusal | undefined {
  const damaged = meanings.find((meaning) => cells[meaning]?.includes('\0'))
  return damaged === undefined
    ? undefined
    : { reason: 'not-text', field: fieldOf(columns, damaged) }
}

/** The name of the column as the file has it. */
export function fieldOf(columns: ColumnMapping, meaning: Column): string {
  return columns[meaning] ?? meaning
}
