const MOST = 3
let rows = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)] as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
]

/**
 * Insertions, deletions, replacements and swaps of neighbours from one string to the other (optimal
 * string alignment); 3 stands for all that is more than two. Symmetric.
 */
export function editsUpTo2(a: string, b: string): number {
  if (Math.abs(a.length - b.length) >= MOST) return MOST
  let start = 0
  while (start < a.length && a.charCodeAt(start) === b.charCodeAt(start)) start++
  let endA = a.length
  let endB = b.length
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--
    endB--
  }
  return Math.min(MOST, align(a.slice(start, endA), b.slice(start, endB)))
}

function align(a: string, b: string): number {
  if (a.length === 0 || b.length === 0) return a.length + b.length
  if (rows[0].length <= b.length) {
    rows = [0, 1, 2].map(() => new Uint8Array(b.length * 2)) as typeof rows
  }
  let [before, last, row] = rows
  for (let j = 0; j <= b.length; j++) last[j] = Math.min(j, MOST)
  for (let i = 1; i <= a.length; i++) {
    row[0] = Math.min(i, MOST)
    let least = row[0]
    for (let j = 1; j <= b.length; j++) {
      const cost = stepCost(a, b, i, j, before, last, row)
      row[j] = cost
      if (cost < least) least = cost
    }
    if (least >= MOST) return MOST
    const free = before
    before = last
    last = row
    row = free
  }
  return last[b.length] ?? MOST
}

function stepCost(
  a: string,
  b: string,
  i: number,
  j: number,
  before: Uint8Array,
  last: Uint8Array,
  row: Uint8Array,
): number {
  const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
  let cost = (last[j - 1] ?? MOST) + (isSame ? 0 : 1)
  cost = Math.min(cost, (last[j] ?? MOST) + 1, (row[j - 1] ?? MOST) + 1)
  const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
  if (isSwap) cost = Math.min(cost, (before[j - 2] ?? MOST) + 1)
  return Math.min(cost, MOST)
}
