import {
  type ColumnMapping,
  type DayOrder,
  dayOrderOf,
  guessColumns,
  type InputFormat,
  type RawRecord,
  type ReadContext,
  type SplitRecord,
  type UnreadableRecord,
} from '#listen/index.ts'
import { EnishiError } from '#vocabulary/index.ts'
import { type PostRow, readPostRow } from './read-post-row.ts'
import { readHeader, readTable, rowByName, type TableRow } from './table.ts'

/** Rows looked at for what the whole file has in common, and the text they may hold together. */
const SAMPLE_ROWS = 200
const SAMPLE_CHARS = 1_000_000

/** Posts as rows of a table, CSV or TSV: exports of listening tools, reviews, survey answers, call notes. */
export const postsCsvFormat: InputFormat = {
  name: 'posts-csv',
  split: splitPosts,
  read: (record, context) => readPostRow(postOf(record, context), context),
}

/** What all rows of a file have in common. */
interface Table {
  header: string[]
  columns: ColumnMapping
  dayOrder: DayOrder | undefined
}

/**
 * One record a row; its payload is the row as JSON, its `parsed` a PostRow with
 * the columns and the order of day and month found from the file's first rows.
 * Throws an EnishiError where the header is unreadable or has no mapped text.
 */
async function* splitPosts(
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
      table = tableOf(header, held, context)
      for (const row of held.splice(0)) yield recordOf(row, table)
    }
  }
  if (header === undefined || held.length === 0) return
  table = tableOf(header, held, context)
  for (const row of held) yield recordOf(row, table)
}

function tableOf(
  header: string[],
  rows: (TableRow | UnreadableRecord)[],
  context: ReadContext,
): Table {
  const sample = rows.flatMap((row) => ('cells' in row ? [row.cells] : []))
  const columns = context.columns ?? guessColumns(header, sample)
  requireText(header, columns)
  const dateAt = header.indexOf(columns.publishedAt ?? '')
  return { header, columns, dayOrder: dayOrderOf(sample.map((row) => row[dateAt] ?? '')) }
}

function requireText(header: string[], { text, title }: ColumnMapping): void {
  const names = new Set(header)
  if ([text, title].some((name) => name !== undefined && names.has(name))) return
  const shown = header.slice(0, 20).join(', ').slice(0, 500)
  const wanted = text ?? title
  throw new EnishiError(
    'bad-input',
    {
      ja: `本文の列が${wanted === undefined ? '分かりません' : `「${wanted}」と指定されていますが、ありません`}。列の対応(text)を指定してください。このファイルの列: ${shown}`,
      en: `${wanted === undefined ? 'No column was recognised as the text' : `The text should be in the column "${wanted}", which is not there`}. Say which column holds the text. Columns of this file: ${shown}`,
    },
    { line: 1, field: wanted ?? 'text' },
  )
}

function recordOf(row: TableRow | UnreadableRecord, table: Table): SplitRecord {
  if ('refusal' in row) return row
  const named = rowByName(table.header, row.cells)
  const post: PostRow = {
    row: named,
    columns: table.columns,
    dayOrder: table.dayOrder,
    line: row.line,
  }
  return { line: row.line, payload: JSON.stringify(named), parsed: post }
}

/** The row taken apart while splitting, or, where only the payload was kept, from that. */
function postOf(
  { parsed, payload, line }: RawRecord,
  { columns }: ReadContext,
): PostRow | undefined {
  if (isPostRow(parsed)) return parsed
  const row = rowOfPayload(payload.toString())
  if (row === undefined) return undefined
  return { row, columns: columns ?? guessColumns(Object.keys(row), []), dayOrder: undefined, line }
}

function isPostRow(parsed: unknown): parsed is PostRow {
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
