/** The nearest point within a distance, or -1. */
export type NearIndex = (at: { x: number; y: number }, within: number) => number

const CELLS = 128

/** Points between 0 and 1 in a grid of cells, counted and sorted once. */
export function nearIndexOf(xs: readonly number[], ys: readonly number[]): NearIndex {
  const cellOf = (value: number) => Math.min(CELLS - 1, Math.max(0, Math.floor(value * CELLS)))
  const cells = xs.map((x, i) => cellOf(x) * CELLS + cellOf(ys[i] ?? 0))
  const start = new Uint32Array(CELLS * CELLS + 1)
  for (const cell of cells) start[cell + 1] = (start[cell + 1] as number) + 1
  for (let i = 0; i < CELLS * CELLS; i++) {
    start[i + 1] = (start[i + 1] as number) + (start[i] as number)
  }
  const next = start.slice(0, -1)
  const rows = new Uint32Array(xs.length)
  cells.forEach((cell, row) => {
    rows[next[cell] as number] = row
    next[cell] = (next[cell] as number) + 1
  })
  return (at, within) => {
    let [found, nearest] = [-1, within]
    for (let cx = cellOf(at.x - within); cx <= cellOf(at.x + within); cx++) {
      const from = start[cx * CELLS + cellOf(at.y - within)] as number
      const to = start[cx * CELLS + cellOf(at.y + within) + 1] as number
      for (let i = from; i < to; i++) {
        const row = rows[i] as number
        const far = Math.hypot((xs[row] ?? 0) - at.x, (ys[row] ?? 0) - at.y)
        if (far <= nearest) [found, nearest] = [row, far]
      }
    }
    return found
  }
}
