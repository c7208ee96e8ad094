/**
 * The side door for whoever reads input and stores none of it: commands that need no database start
 * without its modules.
 */
export { guessColumns } from './columns.ts'
export { decodeText } from './decode-text.ts'
export type { SplitRecord, UnreadableRecord } from './input-format.ts'
export { openInput } from './open-input.ts'
export { parseJsonLine } from './parse-json-line.ts'
export { splitLines } from './split-lines.ts'
export { type ColumnMapping, TABLE_COLUMNS, type TableFormat } from './table-columns.ts'
