/** A table in Markdown, its columns as wide as their widest cell, as the formatter of this project has them. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const texts = rows.map((row) => row.map(String))
  const isNumeric = head.map((_, at) => at > 0 && texts.every((row) => isNumber(row[at] ?? '')))
  const widths = head.map((name, at) =>
    Math.max(3, ...[name, ...texts.map((row) => row[at] ?? '')].map(widthOf)),
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => pad(cell, widths[at] ?? 0, isNumeric[at] === true)).join(' | ')} |`
  const rule = widths.map((width, at) => '-'.repeat(isNumeric[at] ? width - 1 : width))
  return [
    line(head),
    `| ${rule.map((dashes, at) => (isNumeric[at] ? `${dashes}:` : dashes)).join(' | ')} |`,
    ...texts.map(line),
  ].join('\n')
}

function isNumber(text: string): boolean {
  return /^[-+]?[\d,.]*( %)?$/.test(text)
}

function pad(text: string, width: number, toTheRight: boolean): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)))
  return toTheRight ? blanks + text : text + blanks
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u

/** Columns of a terminal: characters of East Asia take two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0)
}
