import { type Column, parseDate, type ReadContext } from '#listen/index.ts'
import { RefusedRecord } from '../json-fields.ts'
import { localTime } from './local-time.ts'
import { fieldOf, type NamedRow } from './table-format.ts'

/** The day that a cell names, YYYY-MM-DD in the time zone of the file. Throws RefusedRecord for what is none. */
export function dayOfCell(
  cell: string | undefined,
  meaning: Column,
  { columns, dayOrder }: NamedRow,
  { timeZone }: ReadContext,
): string | undefined {
  if (cell === undefined) return undefined
  const date = parseDate(cell, dayOrder === undefined ? { timeZone } : { timeZone, dayOrder })
  if (date !== undefined) return localTime(date, timeZone).slice(0, 10)
  const field = fieldOf(columns, meaning)
  throw new RefusedRecord({ reason: 'bad-date', field, detail: cell.slice(0, 100) })
}
