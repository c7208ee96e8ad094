import { pickTouches, type TouchColumns } from './columns.ts'

/** Touches by person and, of each person, in the order of time. */
export interface Timeline {
  /** Touches of person p stand at `start[p]` up to `start[p + 1]`. */
  start: Int32Array
  touches: TouchColumns
  /** Of each row, where it stood in the columns that came in. */
  row: Int32Array
}

/** Sorts touches by person and time in linear time where they came in the order of time. */
export function timelineOf(touches: TouchColumns, people: number): Timeline {
  const start = new Int32Array(people + 1)
  for (let i = 0; i < touches.person.length; i++) {
    const next = (touches.person[i] as number) + 1
    start[next] = (start[next] as number) + 1
  }
  for (let p = 0; p < people; p++) start[p + 1] = (start[p + 1] as number) + (start[p] as number)
  const row = new Int32Array(touches.person.length)
  const free = start.slice(0, people)
  for (let i = 0; i < row.length; i++) {
    const person = touches.person[i] as number
    const place = free[person] as number
    row[place] = i
    free[person] = place + 1
  }
  for (let p = 0; p < people; p++)
    sortByTime(row, start[p] as number, start[p + 1] as number, touches.t)
  return { start, touches: pickTouches(touches, row), row }
}

/** Stable, and free where the rows are sorted already. */
function sortByTime(row: Int32Array, from: number, to: number, t: Float64Array): void {
  let isSorted = true
  for (let i = from + 1; i < to && isSorted; i++) {
    isSorted = (t[row[i - 1] as number] as number) <= (t[row[i] as number] as number)
  }
  if (isSorted) return
  row.subarray(from, to).sort((a, b) => (t[a] as number) - (t[b] as number) || a - b)
}

/** The first row in [from, to) whose time is at least `at`. */
export function firstAtOrAfter(t: Float64Array, from: number, to: number, at: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((t[middle] as number) < at) low = middle + 1
    else high = middle
  }
  return low
}
