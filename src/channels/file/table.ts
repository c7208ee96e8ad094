import { parse } from 'csv-parse/sync'
import {
  type ColumnMapping,
  decodeText,
  guessColumns,
  TABLE_COLUMNS,
  type TableFormat,
  type UnreadableRecord,
} from '#listen/input.ts'
import { EnishiError, LIMITS } from '#vocabulary/index.ts'
import { type Delimiter, findDelimiter, type RawRow, RowCutter } from './cut-rows.ts'
import { isWorkbook } from './is-workbook.ts'

export interface TableRow {
  line: number
  cells: string[]
}

/** What a mapping page shows of a table before it is imported. */
export interface TableHead {
  header: string[]
  sample: string[][]
  /** What the columns seem to hold, by the kind of table that it may be; the user may change it. */
  guesses: Record<TableFormat, ColumnMapping>
}

/** How much text is looked at to find the delimiter. */
const DELIMITER_SAMPLE_CHARS = 64 * 1024

/**
 * The rows of a table, the header first, with empty rows left out: a workbook (.xlsx), told by its
 * first bytes, or CSV or TSV, whose encoding and delimiter are found from the text.
 */
export async function* readTable(
  bytes: AsyncIterable<Uint8Array>,
  options: { rowCharsMax?: number; isLook?: boolean } = {},
): AsyncGenerator<TableRow | UnreadableRecord, void, undefined> {
  const { head, whole } = await withHead(bytes)
  if (isWorkbook(head)) {
    const { readXlsx } = await import('./read-xlsx.ts')
    yield* readXlsx(whole, options.isLook)
  } else yield* readCsv(whole, options)
}

const SIGNATURE_BYTES = 4

/** The first bytes, and all of them again. */
async function withHead(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; whole: AsyncGenerator<Uint8Array, void, undefined> }> {
  const iterator = bytes[Symbol.asyncIterator]()
  const chunks: Uint8Array[] = []
  let length = 0
  while (length < SIGNATURE_BYTES) {
    const next = await iterator.next()
    if (next.done === true) break
    chunks.push(next.value)
    length += next.value.length
  }
  async function* whole() {
    yield* chunks
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      yield next.value
    }
  }
  return { head: Buffer.concat(chunks), whole: whole() }
}

async function* readCsv(
  bytes: AsyncIterable<Uint8Array>,
  options: { rowCharsMax?: number },
): AsyncGenerator<TableRow | UnreadableRecord, void, undefined> {
  let held = ''
  let open: { cutter: RowCutter; delimiter: Delimiter } | undefined
  const start = () => {
    const delimiter = findDelimiter(held)
    return { delimiter, cutter: new RowCutter(delimiter, options.rowCharsMax) }
  }
  for await (const text of decodeText(bytes)) {
    held += text
    if (open === undefined && held.length < DELIMITER_SAMPLE_CHARS) continue
    open ??= start()
    yield* readRows(open.cutter.push(held), open.delimiter)
    held = ''
  }
  open ??= start()
  yield* readRows(open.cutter.push(held), open.delimiter)
  yield* readRows(open.cutter.end(), open.delimiter)
}

/**
 * Header, first rows and guessed columns of a table. Throws as `readHeader` does, and `too-large` for
 * a workbook of which these cannot be had with little work.
 */
export async function readTableHead(
  bytes: AsyncIterable<Uint8Array>,
  rowsMax = 50,
): Promise<TableHead> {
  let header: string[] | undefined
  const sample: string[][] = []
  for await (const row of readTable(bytes, { isLook: true })) {
    if (header === undefined) header = readHeader(row)
    else if ('cells' in row) sample.push(row.cells)
    if (sample.length >= rowsMax) break
  }
  const names = header ?? []
  const guesses = Object.fromEntries(
    (Object.keys(TABLE_COLUMNS) as TableFormat[]).map((format) => [
      format,
      guessColumns(names, sample, format),
    ]),
  ) as TableHead['guesses']
  return { header: names, sample, guesses }
}

/**
 * The names of the columns, each once: `(3)` for the third where it has none,
 * `コメント (2)` where the name stood before. Throws an EnishiError where the
 * header could not be cut out: without it no row can be understood.
 */
export function readHeader(row: TableRow | UnreadableRecord): string[] {
  if ('refusal' in row) throw unreadableHeader(row)
  const seen = new Set<string>()
  const copies = new Map<string, number>()
  return row.cells.map((cell, at) => {
    const plain = cell.trim() === '' ? nameOfColumn(at) : cell.trim()
    let name = plain
    for (let copy = copies.get(plain) ?? 2; seen.has(name); copy += 1) {
      name = `${plain} (${copy})`
      copies.set(plain, copy + 1)
    }
    seen.add(name)
    return name
  })
}

/** The row by column name. Cells beyond the header are kept under their number. */
export function rowByName(header: string[], cells: string[]): Record<string, string> {
  return Object.fromEntries(cells.map((cell, at) => [header[at] ?? nameOfColumn(at), cell]))
}

function nameOfColumn(at: number): string {
  return `(${at + 1})`
}

function* readRows(
  rows: Iterable<RawRow | UnreadableRecord>,
  delimiter: Delimiter,
): Generator<TableRow | UnreadableRecord, void, undefined> {
  for (const row of rows) {
    const read = 'refusal' in row ? row : readCells(row, delimiter)
    if ('refusal' in read || read.cells.some((cell) => cell.trim() !== '')) yield read
  }
}

function readCells({ line, text }: RawRow, delimiter: Delimiter): TableRow | UnreadableRecord {
  // Most rows have no quotes; csv-parse takes ten times as long to start.
  if (!text.includes('"')) return { line, cells: text.split(delimiter) }
  const options = {
    delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
  }
  try {
    const [cells = [], ...others] = parse(text, options)
    if (others.length === 0) return { line, cells }
    return refused(line, text, 'more than one row')
  } catch (error) {
    return refused(line, text, error instanceof Error ? error.message : String(error))
  }
}

function refused(line: number, text: string, detail: string): UnreadableRecord {
  return {
    line,
    refusal: { reason: 'bad-field', detail: detail.slice(0, 200) },
    excerpt: text.slice(0, 200),
  }
}

function unreadableHeader({ line, refusal }: UnreadableRecord): EnishiError {
  const why = refusal.detail ?? refusal.reason
  return new EnishiError(
    'bad-input',
    {
      ja: `見出し行(列の名前)が読めません: ${why}。1行目を列の名前にし、${LIMITS.recordBytesMax / 1024 / 1024} MB 以内にしてください。`,
      en: `The header row (the names of the columns) cannot be read: ${why}. Make the first line the names of the columns, within ${LIMITS.recordBytesMax / 1024 / 1024} MB.`,
    },
    { line },
  )
}
