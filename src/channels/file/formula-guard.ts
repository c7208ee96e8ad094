/** What a spreadsheet may take for a formula, or for one behind the guard itself. */
const RISKY = /^'*[=+\-@\t\r]/

/**
 * The cell as it may be written to a CSV file: what a spreadsheet would run as a formula gets an
 * apostrophe in front (CSV injection). `plainCell` takes it off again.
 */
export function guardedCell(text: string): string {
  return RISKY.test(text) ? `'${text}` : text
}

/** The cell as it was before `guardedCell`. Apostrophes that guard nothing stay. */
export function plainCell(text: string): string {
  return text.startsWith("'") && RISKY.test(text) ? text.slice(1) : text
}

/** One cell of a CSV file, guarded and quoted where it must be (RFC 4180). */
export function csvCell(text: string): string {
  const guarded = guardedCell(text)
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
