/** The address in a cell, which may be a bare domain; undefined for what is none. */
export function webAddress(cell: string | undefined): string | undefined {
  if (cell === undefined || /\s/.test(cell)) return undefined
  const url = /^https?:\/\//i.test(cell) ? cell : `https://${cell}`
  return URL.parse(url)?.hostname.includes('.') ? url : undefined
}
