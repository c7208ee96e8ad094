import type { Sparse } from './sparse.ts'

/** Among few clauses every word looks common. */
const FEW = 12

/**
 * Word vectors by how telling a word is among these clauses: rare ones weigh most, those of the
 * topic's own names and those that a third of the clauses have weigh nothing; words met once can
 * join nothing and are left out.
 */
export function weighWords(clauses: readonly (readonly string[])[]): Sparse[] {
  const counts = new Map<string, number>()
  for (const words of clauses) {
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const all = clauses.length
  return clauses.map((words) => {
    const vector: Sparse = new Map()
    for (const word of words) {
      const count = counts.get(word) ?? 0
      if (count < 2 || count * 3 > all + 6) continue
      vector.set(word, Math.log((all + FEW) / count) ** 1.5)
    }
    return vector
  })
}
