/**
 * Solves a square system by elimination with the largest pivot of each column. Rows end with the
 * right side and are used up. Throws RangeError for a singular one.
 */
export function solveSquare(rows: Float64Array[]): Float64Array {
  const size = rows.length
  for (let column = 0; column < size; column++) {
    const pivot = takePivot(rows, column)
    for (let row = column + 1; row < size; row++) {
      const below = rows[row] as Float64Array
      const factor = (below[column] as number) / (pivot[column] as number)
      for (let at = column; at <= size; at++) {
        below[at] = (below[at] as number) - factor * (pivot[at] as number)
      }
    }
  }
  const solved = new Float64Array(size)
  for (let row = size - 1; row >= 0; row--) {
    const equation = rows[row] as Float64Array
    let rest = equation[size] as number
    for (let at = row + 1; at < size; at++)
      rest -= (equation[at] as number) * (solved[at] as number)
    solved[row] = rest / (equation[row] as number)
  }
  return solved
}

function takePivot(rows: Float64Array[], column: number): Float64Array {
  let best = column
  const size = (row: number) => Math.abs(rows[row]?.[column] as number)
  for (let row = column + 1; row < rows.length; row++) if (size(row) > size(best)) best = row
  const pivot = rows[best] as Float64Array
  if (!(Math.abs(pivot[column] as number) > 1e-300)) throw new RangeError('The system is singular.')
  rows[best] = rows[column] as Float64Array
  rows[column] = pivot
  return pivot
}
