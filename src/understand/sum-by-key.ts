/** A signed count of a cell; `parts` is the cell's key. */
export interface Cell {
  parts: string[]
  count: number
}

/** Sums signed counts by key; keys come out sorted, zeros left out. */
export function sumByKey(cells: Iterable<Cell>): Cell[] {
  const sums = new Map<string, Cell>()
  for (const one of cells) {
    const key = one.parts.join('\n')
    const sum = sums.get(key)
    if (sum === undefined) sums.set(key, { ...one })
    else sum.count += one.count
  }
  return [...sums]
    .filter(([, sum]) => sum.count !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, sum]) => sum)
}
