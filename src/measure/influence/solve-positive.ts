/** Keeps features that always come together apart. */
const RIDGE = 1e-9

/** Solves a symmetric positive system given as rows with the right side at the end; rows are used up. */
export function solvePositive(rows: Float64Array[]): Float64Array {
  const size = rows.length
  for (let i = 0; i < size; i++) {
    const row = rows[i] as Float64Array
    row[i] = (row[i] as number) * (1 + RIDGE) + 1e-12
    for (let j = i + 1; j < size; j++) {
      const other = rows[j] as Float64Array
      const factor = (other[i] as number) / (row[i] as number)
      if (factor === 0) continue
      for (let k = i; k <= size; k++) other[k] = (other[k] as number) - factor * (row[k] as number)
    }
  }
  const solved = new Float64Array(size)
  for (let i = size - 1; i >= 0; i--) {
    const row = rows[i] as Float64Array
    let rest = row[size] as number
    for (let k = i + 1; k < size; k++) rest -= (row[k] as number) * (solved[k] as number)
    solved[i] = rest / (row[i] as number)
  }
  return solved
}
