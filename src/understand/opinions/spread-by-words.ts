import type { Sparse } from './sparse.ts'

/** What a clause may join. */
export interface Placed {
  /** Group of each clause; -1 for none yet. */
  groupOf: Int32Array
  /** Side of each clause and each group: the sides of what joins must not differ. */
  sideOf: readonly number[]
  groupSides: readonly number[]
}

const ROUNDS = 3

/**
 * Places clauses whose meaning the lexicon doesn't know by the company that their words keep: each
 * word votes for the groups in which it stands, as often as it stands there and as much as it tells
 * (「取っ手」 in clauses that say it broke). A clause joins the group with more than `shareMin` of its
 * words' weight; what has joined votes in the next round. Linear in the words.
 */
export function spreadByWords(placed: Placed, words: readonly Sparse[], shareMin: number): void {
  for (let round = 0; round < ROUNDS; round++) {
    const votes = votesOf(placed.groupOf, words)
    const joining: [number, number][] = []
    for (const [index, own] of words.entries()) {
      if (placed.groupOf[index] !== -1) continue
      const group = bestGroup(own, votes, placed, placed.sideOf[index] ?? 0, shareMin)
      if (group !== -1) joining.push([index, group])
    }
    if (joining.length === 0) return
    for (const [index, group] of joining) placed.groupOf[index] = group
  }
}

interface Votes {
  /** Clauses with the word. */
  all: number
  byGroup: Map<number, number>
}

function votesOf(groupOf: Int32Array, words: readonly Sparse[]): Map<string, Votes> {
  const votes = new Map<string, Votes>()
  for (const [index, own] of words.entries()) {
    const group = groupOf[index] ?? -1
    for (const word of own.keys()) {
      const known = votes.get(word) ?? { all: 0, byGroup: new Map<number, number>() }
      votes.set(word, known)
      known.all++
      if (group !== -1) known.byGroup.set(group, (known.byGroup.get(group) ?? 0) + 1)
    }
  }
  return votes
}

function bestGroup(
  own: Sparse,
  votes: ReadonlyMap<string, Votes>,
  { groupSides }: Placed,
  side: number,
  shareMin: number,
): number {
  const shares = new Map<number, number>()
  let weight = 0
  for (const [word, value] of own) {
    weight += value
    const vote = votes.get(word)
    if (vote === undefined) continue
    for (const [group, count] of vote.byGroup) {
      const groupSide = groupSides[group] ?? 0
      if (side !== 0 && groupSide !== 0 && side !== groupSide) continue
      shares.set(group, (shares.get(group) ?? 0) + (value * count) / (vote.all + 1))
    }
  }
  let best = -1
  let share = shareMin
  for (const [group, sum] of shares) {
    if (sum / weight > share || (sum / weight === share && group < best)) {
      best = group
      share = sum / weight
    }
  }
  return best
}
