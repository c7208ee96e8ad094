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
 * words' weight; where none has that much, the one in which its words are far more frequent than
 * anywhere. What has joined votes in the next round. Linear in the words.
 */
export function spreadByWords(placed: Placed, words: readonly Sparse[], shareMin: number): void {
  for (let round = 0; round < ROUNDS; round++) {
    const votes = votesOf(placed.groupOf, words)
    const joining: [number, number][] = []
    for (const [index, own] of words.entries()) {
      if (placed.groupOf[index] !== -1) continue
      const open = openGroups(own, votes, placed, placed.sideOf[index] ?? 0)
      const group = highest(open.shares, shareMin) ?? highest(open.lifts, LIFT_MIN)
      if (group !== undefined) joining.push([index, group])
    }
    if (joining.length === 0) return
    for (const [index, group] of joining) placed.groupOf[index] = group
  }
}

/**
 * From where words that are frequent in a group are enough, as the logarithm of the odds against
 * chance: e² to 1. On three sample worlds it raised completeness by 0.02 and cost 0.02 of purity.
 */
const LIFT_MIN = 2

interface Votes {
  clauses: number
  /** Clauses in each group. */
  sizes: Map<number, number>
  byWord: Map<string, WordVotes>
}

interface WordVotes {
  /** Clauses with the word. */
  all: number
  byGroup: Map<number, number>
}

function votesOf(groupOf: Int32Array, words: readonly Sparse[]): Votes {
  const votes: Votes = { clauses: words.length, sizes: new Map(), byWord: new Map() }
  for (const [index, own] of words.entries()) {
    const group = groupOf[index] ?? -1
    if (group !== -1) countOne(votes.sizes, group)
    for (const word of own.keys()) {
      const known = votes.byWord.get(word) ?? { all: 0, byGroup: new Map<number, number>() }
      votes.byWord.set(word, known)
      known.all++
      if (group !== -1) countOne(known.byGroup, group)
    }
  }
  return votes
}

function countOne(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

interface OpenGroups {
  /** Of the clause's words, by weight, what stands in the group: 0..1. */
  shares: Map<number, number>
  /** The logarithm of how much likelier the words are in the group than anywhere, with its size before. */
  lifts: Map<number, number>
}

function openGroups(own: Sparse, votes: Votes, { groupSides }: Placed, side: number): OpenGroups {
  const open: OpenGroups = { shares: new Map(), lifts: new Map() }
  let weight = 0
  for (const value of own.values()) weight += value
  for (const [word, value] of own) {
    const vote = votes.byWord.get(word)
    if (vote === undefined) continue
    for (const [group, count] of vote.byGroup) {
      const groupSide = groupSides[group] ?? 0
      if (side !== 0 && groupSide !== 0 && side !== groupSide) continue
      const share = (value * count) / (vote.all + 1) / weight
      open.shares.set(group, (open.shares.get(group) ?? 0) + share)
      const size = (votes.sizes.get(group) ?? 1) / votes.clauses
      const lift = open.lifts.get(group) ?? Math.log(size)
      open.lifts.set(group, lift + liftOf(count, vote.all * size))
    }
  }
  return open
}

/** How much more often than `expected` a word was met, drawn towards chance by as much again. */
function liftOf(count: number, expected: number): number {
  return Math.log((count + expected) / (2 * expected))
}

/** The group with the most above `min`; of equals the first group. */
function highest(scores: ReadonlyMap<number, number>, min: number): number | undefined {
  let best: number | undefined
  let most = min
  for (const [group, score] of scores) {
    if (score < most || (score === most && (best === undefined || group > best))) continue
    best = group
    most = score
  }
  return best
}
