import type { Sparse } from './sparse.ts'
import type { ThemeWords } from './theme-words.ts'

/** What a clause may join. */
export interface Placed {
  /** Group of each clause; -1 for none yet. */
  groupOf: Int32Array
  /** Side of each clause and each group: the sides of what joins must not differ. */
  sideOf: readonly number[]
  groupSides: readonly number[]
  /** For each clause the first of the same wording. */
  firstOf: Int32Array
  /** Which group is about a theme, by `aboutKey`. */
  groupAbout: ReadonlyMap<string, number>
  themesOfWord: ThemeWords
}

/** Under which a group on this side stands that is about this theme. */
export function aboutKey(side: number, theme: string): string {
  return `${side} ${theme}`
}

const ROUNDS = 3

/**
 * Places clauses whose meaning the lexicon doesn't know by the company that their words keep: each
 * word votes for the groups in which it stands, as often as it stands there and as much as it tells
 * (「取っ手」 in clauses that say it broke), and for the group that is about what the lexicon says with
 * it. A clause joins the group with more than `shareMin` of its words' weight. Clauses of one wording
 * vote once and go together: a sentence that many repeat is no evidence against its own words. What has
 * joined votes in the next round. Linear in the words.
 */
export function spreadByWords(placed: Placed, words: readonly Sparse[], shareMin: number): void {
  const { groupOf, firstOf } = placed
  for (let round = 0; round < ROUNDS; round++) {
    const votes = votesOf(placed, words)
    const joining: [number, number][] = []
    for (const [index, own] of words.entries()) {
      if (groupOf[index] !== -1 || firstOf[index] !== index) continue
      const group = highest(sharesOf(own, votes, placed, placed.sideOf[index] ?? 0), shareMin)
      if (group !== undefined) joining.push([index, group])
    }
    if (joining.length === 0) break
    for (const [index, group] of joining) groupOf[index] = group
  }
  for (const [index, first] of firstOf.entries()) {
    if (groupOf[index] === -1) groupOf[index] = groupOf[first] ?? -1
  }
}

interface WordVotes {
  /** Wordings with the word. */
  all: number
  byGroup: Map<number, number>
}

function votesOf({ groupOf, firstOf }: Placed, words: readonly Sparse[]): Map<string, WordVotes> {
  const votes = new Map<string, WordVotes>()
  for (const [index, own] of words.entries()) {
    if (firstOf[index] !== index) continue
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

/** What the lexicon says of a word counts as so many wordings of the topic. */
const LEXICON_VOTES = 8

/** Of the clause's words, by weight, what stands in each group: 0..1. Words that tell nothing are left out. */
function sharesOf(
  own: Sparse,
  votes: ReadonlyMap<string, WordVotes>,
  { groupSides, groupAbout, themesOfWord }: Placed,
  side: number,
): Map<number, number> {
  const shares = new Map<number, number>()
  const add = (group: number, share: number) => {
    const groupSide = groupSides[group] ?? 0
    if (side !== 0 && groupSide !== 0 && side !== groupSide) return
    shares.set(group, (shares.get(group) ?? 0) + share)
  }
  let weight = 0
  for (const [word, value] of own) {
    const { all, byGroup } = votes.get(word) ?? NO_VOTES
    const themes = themesOfWord.get(word)
    if (all < 2 && themes === undefined) continue
    weight += value
    const abouts = [...(themes ?? [])].flatMap(([theme, share]): [number, number][] => {
      const group = groupAbout.get(aboutKey(side, theme))
      return group === undefined ? [] : [[group, LEXICON_VOTES * share]]
    })
    const counted = all + (abouts.length > 0 ? LEXICON_VOTES : 0)
    for (const [group, count] of all < 2 ? [] : byGroup) add(group, (value * count) / counted)
    for (const [group, count] of abouts) add(group, (value * count) / counted)
  }
  return weight === 0 ? shares : new Map([...shares].map(([group, sum]) => [group, sum / weight]))
}

const NO_VOTES: WordVotes = { all: 0, byGroup: new Map() }

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
