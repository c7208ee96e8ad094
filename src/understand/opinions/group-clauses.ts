import type { DescribedClause } from './describe-clause.ts'
import { linkGroups } from './link-groups.ts'
import { firstOfWordings } from './settle-wordings.ts'
import { addTo, cosine, type Sparse, unit } from './sparse.ts'
import { aboutKey, spreadByWords } from './spread-by-words.ts'
import type { ThemeWords } from './theme-words.ts'
import {
  hasTheme,
  isTheme,
  type MeaningWeights,
  meaningOf,
  weighMeanings,
} from './weigh-meanings.ts'

/** Clauses that say or ask the same, as indices, with what they have in common. */
export interface ClauseGroup {
  members: number[]
  /** Meanings of the group with their weights, as a sum of unit vectors over the count. */
  meanings: Sparse
  words: Sparse
  side: number
}

export interface GroupingOptions {
  /** How alike signatures must be on the average to be one opinion. */
  meaningAlikeMin: 0.12
  /** How much of a clause's words a group must share for a clause whose meaning isn't known. */
  wordsShareMin: 0.3
  /** How alike clauses without known meaning must be in their words to be one opinion. */
  wordsAlikeMin: number
  /** Distinct signatures that are linked pairwise; rarer ones join the nearest group. */
  signaturesMax: number
  /** Clauses whose meaning is known that a group must have before others join it by their words. */
  drawingMin: number
}

export const GROUPING: GroupingOptions = {
  meaningAlikeMin: 0.12,
  wordsShareMin: 0.3,
  wordsAlikeMin: 0.45,
  signaturesMax: 500,
  drawingMin: 3,
}

interface Signature {
  key: string
  side: number
  vector: Sparse
  members: number[]
}

/**
 * Groups clauses of one kind across wordings and languages: first by what they mean (signatures of
 * the same aspects, claims and side are linked by average linkage), then what the lexicon does not
 * know by words. `words` are the clauses' word vectors; `themesOfWord` what the lexicon's words are about.
 * Deterministic.
 */
export function groupClauses(
  clauses: readonly DescribedClause[],
  words: readonly Sparse[],
  options: GroupingOptions = GROUPING,
  themesOfWord: ThemeWords = new Map(),
): ClauseGroup[] {
  const weights = weighMeanings(clauses)
  const { known, unknown } = signaturesOf(clauses, weights)
  const themed = known.filter(({ vector }) => hasTheme(vector))
  const groups = groupSignatures(themed, options)
  const without = joinByMeaning(groups, unknown, clauses, weights)
  for (const group of groups) group.words = centreOf(group.members, words)
  const aside = known.filter(({ vector }) => !hasTheme(vector))
  const open = [...without, ...aside.flatMap(({ members }) => members)].sort((a, b) => a - b)
  // What one post mentions by the way (a parcel came) is no claim for others to gather around.
  const drawing = groups.filter(({ members }) => members.length >= options.drawingMin)
  const left = new Set(
    joinByWords(drawing, open, { clauses, words, themesOfWord }, options.wordsShareMin),
  )
  const others = groupSignatures(remaining(aside, left), options)
  for (const group of others) group.words = centreOf(group.members, words)
  const unnamed = without.filter((index) => left.has(index))
  return [...groups, ...others, ...groupByWords(unnamed, clauses, words, options.wordsAlikeMin)]
}

function groupSignatures(known: readonly Signature[], options: GroupingOptions): ClauseGroup[] {
  const frequent = known.slice(0, options.signaturesMax)
  const linked = linkGroups(
    frequent.map(({ vector, side, members }) => ({ vector, side, count: members.length })),
    options.meaningAlikeMin,
  )
  const groups = linked.map((indices) => gather(indices.map((at) => frequent[at] as Signature)))
  joinRare(groups, known.slice(options.signaturesMax), options.meaningAlikeMin)
  return groups
}

/** Signatures with those of their clauses that are left, without the empty ones. */
function remaining(signatures: readonly Signature[], left: ReadonlySet<number>): Signature[] {
  return signatures
    .map((one) => ({ ...one, members: one.members.filter((index) => left.has(index)) }))
    .filter(({ members }) => members.length > 0)
}

/** The distinct signatures, the most frequent first, and the clauses without any known meaning. */
function signaturesOf(clauses: readonly DescribedClause[], weights: MeaningWeights) {
  const byKey = new Map<string, Signature>()
  const unknown: number[] = []
  for (const [index, clause] of clauses.entries()) {
    const isClaim = clause.kind === 'claim'
    const tells = clause.claims.length > 0 || clause.aspects.length > 0
    if (!tells || (isClaim && clause.side === 0)) {
      unknown.push(index)
      continue
    }
    const side = isClaim ? clause.side : 0
    const key = `${side} ${clause.aspects.join('+')} ${clause.claims.join('+')}`
    const signature = byKey.get(key) ?? {
      key,
      side,
      vector: meaningOf(clause, weights),
      members: [],
    }
    signature.members.push(index)
    byKey.set(key, signature)
  }
  const known = [...byKey.values()].sort(
    (a, b) => b.members.length - a.members.length || (a.key < b.key ? -1 : 1),
  )
  return { known, unknown }
}

function gather(signatures: readonly Signature[]): ClauseGroup {
  const meanings: Sparse = new Map()
  for (const { vector, members } of signatures) addTo(meanings, vector, members.length)
  return {
    members: signatures.flatMap(({ members }) => members),
    meanings: unit(meanings),
    words: new Map(),
    side: signatures[0]?.side ?? 0,
  }
}

function joinRare(groups: ClauseGroup[], rare: readonly Signature[], alikeMin: number): void {
  const centres = groups.map(({ meanings }) => meanings)
  for (const signature of rare) {
    const nearest = nearestOf(
      signature.vector,
      centres,
      (at) => groups[at]?.side === signature.side,
    )
    if (nearest === undefined || nearest.alike < alikeMin) groups.push(gather([signature]))
    else groups[nearest.at]?.members.push(...signature.members)
  }
}

/** How alike what is on no side must be in its meaning to join a group that is on one. */
const SIDELESS_ALIKE_MIN = 0.6

/**
 * What names an aspect and is on no side by itself goes with those who speak of the same: 「色が好み」
 * said without any sign of liking. Answers what is left.
 */
function joinByMeaning(
  groups: ClauseGroup[],
  unknown: readonly number[],
  clauses: readonly DescribedClause[],
  weights: MeaningWeights,
): number[] {
  const centres = groups.map(({ meanings }) => meanings)
  return unknown.filter((index) => {
    const clause = clauses[index]
    if (clause === undefined || clause.aspects.length + clause.claims.length === 0) return true
    const nearest = nearestOf(meaningOf(clause, weights), centres, () => true)
    if (nearest === undefined || nearest.alike < SIDELESS_ALIKE_MIN) return true
    groups[nearest.at]?.members.push(index)
    return false
  })
}

interface Nearest {
  at: number
  alike: number
}

function nearestOf(
  vector: Sparse,
  centres: readonly Sparse[],
  isAllowed: (at: number) => boolean,
): Nearest | undefined {
  let best: Nearest | undefined
  for (const [at, centre] of centres.entries()) {
    if (!isAllowed(at)) continue
    const alike = cosine(vector, centre)
    if (best === undefined || alike > best.alike) best = { at, alike }
  }
  return best
}

function centreOf(members: readonly number[], words: readonly Sparse[]): Sparse {
  const sum: Sparse = new Map()
  for (const index of members) addTo(sum, unit(words[index] ?? new Map()))
  return sum
}

interface Worded {
  clauses: readonly DescribedClause[]
  words: readonly Sparse[]
  themesOfWord: ThemeWords
}

/** Puts what has no known meaning to the group whose words it shares; answers what is left. */
function joinByWords(
  groups: ClauseGroup[],
  unknown: readonly number[],
  { clauses, words, themesOfWord }: Worded,
  shareMin: number,
): number[] {
  const groupOf = new Int32Array(clauses.length).fill(-1)
  for (const [at, { members }] of groups.entries()) for (const index of members) groupOf[index] = at
  const sideOf = clauses.map(({ side }) => side)
  const groupSides = groups.map(({ side }) => side)
  const firstOf = firstOfWordings(clauses)
  const groupAbout = groupsByTheme(groups)
  spreadByWords({ groupOf, sideOf, groupSides, firstOf, groupAbout, themesOfWord }, words, shareMin)
  return unknown.filter((index) => {
    const at = groupOf[index] ?? -1
    if (at !== -1) groups[at]?.members.push(index)
    return at === -1
  })
}

/** By side and theme the largest group that is mostly about it. */
function groupsByTheme(groups: readonly ClauseGroup[]): Map<string, number> {
  const largest = new Map<string, number>()
  for (const [at, { meanings, side, members }] of groups.entries()) {
    const theme = strongestTheme(meanings)
    if (theme === undefined) continue
    const known = groups[largest.get(aboutKey(side, theme)) ?? -1]
    if (known === undefined || members.length > known.members.length) {
      largest.set(aboutKey(side, theme), at)
    }
  }
  return largest
}

function strongestTheme(meanings: Sparse): string | undefined {
  let strongest: [string | undefined, number] = [undefined, 0]
  for (const [id, weight] of meanings) {
    if (isTheme(id) && weight > strongest[1]) strongest = [id, weight]
  }
  return strongest[0]
}

/** Leaders: each clause joins the nearest group of one side that is alike enough, or begins one. */
function groupByWords(
  left: readonly number[],
  clauses: readonly DescribedClause[],
  words: readonly Sparse[],
  alikeMin: number,
): ClauseGroup[] {
  const groups: ClauseGroup[] = []
  const byWord = new Map<string, Set<number>>()
  const ordered = left.toSorted((a, b) => (words[b]?.size ?? 0) - (words[a]?.size ?? 0) || a - b)
  for (const index of ordered) {
    const own = unit(words[index] ?? new Map())
    if (own.size === 0) continue
    const side = clauses[index]?.side ?? 0
    const near = new Set([...own.keys()].flatMap((word) => [...(byWord.get(word) ?? [])]))
    let best: Nearest = { at: -1, alike: alikeMin }
    for (const at of near) {
      const group = groups[at]
      if (group === undefined || group.side !== side) continue
      const alike = cosine(own, group.words)
      if (alike > best.alike) best = { at, alike }
    }
    if (best.at === -1) {
      best = { at: groups.length, alike: 1 }
      groups.push({ members: [], meanings: new Map(), words: new Map(), side })
    }
    const group = groups[best.at]
    group?.members.push(index)
    if (group !== undefined) addTo(group.words, own)
    for (const word of own.keys()) {
      const at = byWord.get(word) ?? new Set()
      at.add(best.at)
      byWord.set(word, at)
    }
  }
  return groups
}
