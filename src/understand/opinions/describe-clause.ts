import { foldText } from '#language/index.ts'
import type { Intent } from '#vocabulary/index.ts'
import { asksWithoutMark, type Clause, cutClauses } from './cut-clauses.ts'
import { isDenied } from './is-denied.ts'
import type { MeaningFinder, OpinionKind, OpinionPost, Side } from './opinion-post.ts'
import { wordsOf } from './words-of.ts'

/** A clause with what it means, as far as the lexicon knows, and its words. */
export interface DescribedClause {
  /** Index of its post. */
  post: number
  clause: Clause
  kind: OpinionKind
  /** Ids of concepts, sorted, each once; feelings are left out. */
  aspects: readonly string[]
  claims: readonly string[]
  side: Side
  /** Whether it says itself on which side it is; else its side is that of its post. */
  isSaid: boolean
  /** Which side its post is on. */
  lean: Side
  words: readonly string[]
}

/**
 * The clauses of a post that claim or ask something. A question mark in a post that is for or against
 * (「金でも入ってんの？」) claims, unless it is put as questions are; in a post that asks, it asks. `names`
 * are the topic's own, which tell nothing about what is said of it.
 */
export function describeClauses(
  post: OpinionPost,
  index: number,
  finder: MeaningFinder,
  names: RegExp | null = null,
): DescribedClause[] {
  if (post.asserted.includes('spam')) return []
  const clauses = cutClauses(post.text)
  const meanings = clauses.map(({ text }) => meaningsIn(text, finder))
  const lean = leanOf(post, meanings)
  return clauses.map((clause, i) => {
    const { aspects, claims, sides, isSaid } = meanings[i] ?? NO_MEANINGS
    const leaning = isSaid ? sides : sides + LEAN_WEIGHT * lean
    const said = names === null ? clause.text : clause.text.replace(names, ' ')
    return {
      post: index,
      clause,
      kind: isAsking(post, clause) ? 'question' : 'claim',
      aspects,
      claims,
      side: Math.sign(leaning) as Side,
      isSaid,
      lean,
      words: wordsOf(said),
    }
  })
}

interface Meanings {
  aspects: readonly string[]
  claims: readonly string[]
  /** Sum of the sides of what is claimed or felt, by how surely each tells. */
  sides: number
  /** Whether what is claimed outright is on one side. */
  isSaid: boolean
  /** Sum of the sides of what the author does: recommends, cancels. */
  acted: number
}

/** Before the id of a claim that is denied. */
export const DENIED = 'not '

/** Spans of time and the like: what is denied beside them (for years without a fault) is something else. */
const UNDENIED: ReadonlySet<string> = new Set(['used-for-years'])

/** How surely it tells the side: what is claimed, what is denied, how it feels; and what the post is. */
const CLAIM_WEIGHT = 3
const DENIED_WEIGHT = 1
const FEELING_WEIGHT = 0.5
const LEAN_WEIGHT = 1.5

const NO_MEANINGS: Meanings = { aspects: [], claims: [], sides: 0, isSaid: false, acted: 0 }

function meaningsIn(text: string, finder: MeaningFinder): Meanings {
  const aspects = new Set<string>()
  const claims = new Set<string>()
  const sides = new Map<string, number>()
  const outright = new Map<string, Side>()
  let acted = 0
  const folded = foldText(text)
  for (const { index, start, end } of finder.find(folded)) {
    const concept = finder.concepts[index]
    if (concept === undefined) continue
    if (concept.kind === 'act') {
      acted += concept.side
      continue
    }
    if (concept.kind === 'aspect') {
      aspects.add(concept.id)
      continue
    }
    const denied = concept.side !== 0 && !UNDENIED.has(concept.id) && isDenied(folded, start, end)
    const id = denied ? `${DENIED}${concept.id}` : concept.id
    const isFeeling = finder.feelings.has(concept.id)
    if (!isFeeling) claims.add(id)
    if (!isFeeling && !denied) outright.set(id, concept.side)
    const weight = isFeeling ? FEELING_WEIGHT : denied ? DENIED_WEIGHT : CLAIM_WEIGHT
    if (concept.side !== 0) sides.set(id, weight * (denied ? -concept.side : concept.side))
  }
  return {
    aspects: [...aspects].sort(),
    claims: [...claims].sort(),
    sides: sumOf(sides.values()),
    isSaid: sumOf(outright.values()) !== 0,
    acted,
  }
}

function sumOf(values: Iterable<number>): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}

function isAsking(post: OpinionPost, clause: Clause): boolean {
  if (!clause.isQuestion) return false
  const isJudging = post.stance === 'for' || post.stance === 'against'
  return !isJudging || post.asserted.includes('question') || asksWithoutMark(clause.text)
}

/** What an intent tells about the side. */
const LEANING: Partial<Record<Intent, number>> = { praise: 2, complaint: -2, churn: -2 }

/** Which side the post as a whole is on, for its clauses that don't say it themselves. */
function leanOf(post: OpinionPost, meanings: readonly Meanings[]): Side {
  if (post.stance === 'mixed') return 0
  let lean = post.stance === 'for' ? 3 : post.stance === 'against' ? -3 : 0
  lean += post.sentiment === 'positive' ? 1 : post.sentiment === 'negative' ? -1 : 0
  for (const intent of post.asserted) lean += LEANING[intent] ?? 0
  for (const { sides, acted } of meanings) lean += Math.sign(sides) + Math.sign(acted)
  return Math.sign(lean) as Side
}
