import type { DescribedClause } from './describe-clause.ts'
import type { Side } from './opinion-post.ts'

/**
 * For each clause the index of the first of the same words (whatever stands between them), as which it
 * is one wording; a clause without words is its own.
 */
export function firstOfWordings(clauses: readonly Pick<DescribedClause, 'words'>[]): Int32Array {
  const first = new Map<string, number>()
  return Int32Array.from(clauses, ({ words }, index) => {
    if (words.length === 0) return index
    const key = words.join(' ')
    const known = first.get(key) ?? index
    first.set(key, known)
    return known
  })
}

/**
 * What is worded alike is of one kind, that of the majority: a post that is read as a judgement makes
 * a claim of its question now and then. A question that names nothing (「そこどうなの？」, "Is it?") asks
 * what the clause before it says. Clauses of a post stand together.
 */
export function settleKinds(clauses: readonly DescribedClause[]): DescribedClause[] {
  const firstOf = firstOfWordings(clauses)
  const asking = new Float64Array(clauses.length)
  for (const [index, { kind }] of clauses.entries()) {
    asking[firstOf[index] ?? index] =
      (asking[firstOf[index] ?? index] ?? 0) + (kind === 'question' ? 1 : -1)
  }
  const settled = clauses.map((clause, index): DescribedClause => {
    const votes = asking[firstOf[index] ?? index] ?? 0
    return votes === 0 ? clause : { ...clause, kind: votes > 0 ? 'question' : 'claim' }
  })
  return settled.map((clause, index) => {
    const next = settled[index + 1]
    const isAsked = next?.post === clause.post && next.kind === 'question' && namesNothing(next)
    return isAsked ? { ...clause, kind: 'question' } : clause
  })
}

/** Of the words of a question that names nothing; そこどうなの has three. */
const WORDS_OF_NOTHING_MAX = 3

function namesNothing({ aspects, claims, words }: DescribedClause): boolean {
  return aspects.length + claims.length === 0 && words.length <= WORDS_OF_NOTHING_MAX
}

/** What a clause says itself weighs as much as posts that lean three quarters of the way. */
const SAID_WEIGHT = 1.5
const LEAN_WEIGHT = 2
/** As many posts without a lean stand beside those that word it so: one post alone proves little. */
const UNDECIDED = 1
/** Nearer to the middle than this is on no side. */
const SCORE_MIN = 0.1

/**
 * What is worded alike is on one side: that which it says, and to which the posts lean that say it.
 * A single post is read wrongly more often than all that hold the same words. A wording met once keeps
 * its side.
 */
export function settleSides(clauses: readonly DescribedClause[]): DescribedClause[] {
  const firstOf = firstOfWordings(clauses)
  const votes = new Map<number, SideVotes>()
  for (const [index, { isSaid, side, lean }] of clauses.entries()) {
    const known = votes.get(firstOf[index] ?? index) ?? { clauses: 0, said: 0, leans: 0 }
    votes.set(firstOf[index] ?? index, known)
    known.clauses++
    known.leans += lean
    if (isSaid) known.said += side
  }
  return clauses.map((clause, index) => {
    const known = votes.get(firstOf[index] ?? index)
    return known === undefined || known.clauses < 2 ? clause : { ...clause, side: sideBy(known) }
  })
}

interface SideVotes {
  clauses: number
  /** Sum of the sides that clauses say themselves. */
  said: number
  /** Sum of the leans of their posts. */
  leans: number
}

function sideBy({ clauses, said, leans }: SideVotes): Side {
  const score = (SAID_WEIGHT * said) / clauses + (LEAN_WEIGHT * leans) / (clauses + UNDECIDED)
  return Math.abs(score) < SCORE_MIN ? 0 : (Math.sign(score) as Side)
}
