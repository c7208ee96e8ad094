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

/** Quoted (RFC 4180); what a spreadsheet would take for a formula gets an apostrophe in front. */
function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
