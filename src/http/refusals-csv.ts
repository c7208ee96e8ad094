import { csvCell } from '#channels/file/formula-guard.ts'
import type { RefusalRow } from '#listen/index.ts'

const ROWS_AT_ONCE = 1_000
const BOM = '\uFEFF'

/** The refused records of an import as CSV: UTF-8 with BOM, which spreadsheets in Japan open rightly. */
export async function* refusalsCsv(
  rowsAfter: (position: number, limit: number) => Promise<RefusalRow[]>,
): AsyncGenerator<string, void, undefined> {
  yield `${BOM}position,line,reason,field,detail,excerpt\r\n`
  let after = 0
  for (;;) {
    const rows = await rowsAfter(after, ROWS_AT_ONCE)
    yield rows.map(csvLine).join('')
    if (rows.length < ROWS_AT_ONCE) return
    after = (rows.at(-1) as RefusalRow).position
  }
}

function csvLine({ position, line, reason, field, detail, excerpt }: RefusalRow): string {
  const cells = [String(position), String(line), reason, field ?? '', detail ?? '', excerpt]
  return `${cells.map(csvCell).join(',')}\r\n`
}
