import { expect, test } from 'vitest'
import type { DescribedClause } from './describe-clause.ts'
import { groupClauses } from './group-clauses.ts'
import type { Sparse } from './sparse.ts'

/** A clause that speaks well; its words are given beside it. */
function clause(post: number, aspects: readonly string[]): DescribedClause {
  const text = `clause ${post}`
  return {
    ...{ post, kind: 'claim', side: 1, isSaid: false, lean: 1, aspects, claims: [], words: [] },
    clause: { text, start: 0, end: text.length, isQuestion: false },
  }
}

/** Of so many clauses that know a parcel, followed by three that share a word with them and no meaning. */
function withKnown(known: number) {
  const clauses = Array.from({ length: known + 3 }, (_, at) =>
    clause(at, at < known ? ['delivery'] : []),
  )
  const words = clauses.map((): Sparse => new Map([['shared', 5]]))
  return groupClauses(clauses, words).map(({ members }) => members.toSorted((a, b) => a - b))
}

test('what one or two mention by the way gathers no others around it', () => {
  expect(withKnown(1)).toEqual([[0], [1, 2, 3]])
  expect(withKnown(2)).toEqual([
    [0, 1],
    [2, 3, 4],
  ])
})

test('what several say does', () => {
  expect(withKnown(3)).toEqual([[0, 1, 2, 3, 4, 5]])
})
