import { foldText } from '#language/index.ts'
import { type Clause, cutClauses } from './cut-clauses.ts'
import type { MeaningFinder, OpinionKind, OpinionPost, Side } from './opinion-post.ts'
import { wordsOf } from './words-of.ts'

/** A clause with what it means, as far as the lexicon knows, and its words. */
export interface DescribedClause {
  /** Index of its post. */
  post: number
  clause: Clause
  kind: OpinionKind
  /** Ids of concepts, sorted, each once. */
  aspects: readonly string[]
  claims: readonly string[]
  side: Side
  words: readonly string[]
}

/**
 * The clauses of a post that claim or ask something. A question mark in a post that is for or
 * against (「金でも入ってんの？」) claims; in a post that asks, it asks.
 */
export function describeClauses(
  post: OpinionPost,
  index: number,
  finder: MeaningFinder,
): DescribedClause[] {
  if (post.asserted.includes('spam')) return []
  return cutClauses(post.text).map((clause) => describe(post, index, clause, finder))
}

function describe(
  post: OpinionPost,
  index: number,
  clause: Clause,
  finder: MeaningFinder,
): DescribedClause {
  const aspects = new Set<string>()
  const claims = new Set<string>()
  let sides = 0
  for (const found of finder.find(foldText(clause.text))) {
    const concept = finder.concepts[found.index]
    if (concept === undefined || concept.kind === 'act') continue
    if (concept.kind === 'aspect') aspects.add(concept.id)
    else {
      if (!claims.has(concept.id)) sides += concept.side
      claims.add(concept.id)
    }
  }
  return {
    post: index,
    clause,
    kind: isAsking(post, clause) ? 'question' : 'claim',
    aspects: [...aspects].sort(),
    claims: [...claims].sort(),
    side: sideOf(sides, claims.size, post),
    words: wordsOf(clause.text),
  }
}

function isAsking(post: OpinionPost, clause: Clause): boolean {
  if (!clause.isQuestion) return false
  const isJudging = post.stance === 'for' || post.stance === 'against'
  return !isJudging || post.asserted.includes('question')
}

/** What the claim itself says; where it says neither, what the post as a whole says. */
function sideOf(sides: number, claims: number, post: OpinionPost): Side {
  if (sides !== 0) return sides > 0 ? 1 : -1
  if (claims > 1) return 0
  if (post.stance === 'for') return 1
  if (post.stance === 'against') return -1
  if (post.stance === 'mixed') return 0
  return post.sentiment === 'positive' ? 1 : post.sentiment === 'negative' ? -1 : 0
}
