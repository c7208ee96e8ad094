import { csvCell } from '#channels/file/formula-guard.ts'
import type { RefusalRow } from '#listen/index.ts'

const ROWS_AT_ONCE = 1_000
const BOM = '\uFEFF'

/** The refused records of an import as CSV: UTF-8 with BOM, which spreadsheets in Japan open rightly. */
export async function* refusalsCsv(
  rowsAfter: (position: number, limit: number) => Promise<RefusalRow[]>,
): AsyncGenerator<string, void, undefined> {
  yield `${BOM}position,line,reason,field,detail,excerpt,taken\r\n`
  let after = 0
  for (;;) {
    const rows = await rowsAfter(after, ROWS_AT_ONCE)
    yield rows.map(csvLine).join('')
    if (rows.length < ROWS_AT_ONCE) return
    after = (rows.at(-1) as RefusalRow).position
  }
}

function csvLine(row: RefusalRow): string {
  const { position, line, reason, field, detail, excerpt, isTaken } = row
  const told = [reason, field ?? '', detail ?? '', excerpt, isTaken ? 'yes' : 'no']
  const cells = [String(position), String(line), ...told]
  return `${cells.map(csvCell).join(',')}\r\n`
}
