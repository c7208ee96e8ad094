import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DescribedClause } from './describe-clause.ts'
import type { Side } from './opinion-post.ts'
import { firstOfWordings, settleKinds, settleSides } from './settle-wordings.ts'

function clause(words: string, rest: Partial<DescribedClause> = {}): DescribedClause {
  return {
    ...{ post: 0, kind: 'claim', side: 0, isSaid: false, lean: 0, aspects: [], claims: [] },
    words: words === '' ? [] : words.split(' '),
    clause: { text: words, start: 0, end: words.length, isQuestion: false },
    ...rest,
  }
}

const leaning = (words: string, lean: Side) => clause(words, { side: lean, lean })
const sidesOf = (clauses: readonly DescribedClause[]) =>
  settleSides(clauses).map(({ side }) => side)

test('clauses of the same words are one wording, those without words are their own', () => {
  const clauses = [clause('handle off'), clause(''), clause('handle off'), clause('')]
  expect([...firstOfWordings(clauses)]).toEqual([0, 1, 0, 3])
})

describe('the side of a wording', () => {
  test('is where most posts lean that say it', () => {
    const clauses = [1, 1, -1, 0].map((lean) => leaning('handle dent', lean as Side))
    expect(sidesOf(clauses)).toEqual([1, 1, 1, 1])
  })

  test('is what it says itself, if the posts are divided', () => {
    const said = { isSaid: true, side: -1 } as const
    const clauses = [1, -1, 0].map((lean) => clause('broke', { ...said, lean: lean as Side }))
    expect(sidesOf(clauses)).toEqual([-1, -1, -1])
  })

  test('gives way where every post that says it is on the other', () => {
    const clauses = Array.from({ length: 6 }, () =>
      clause('fridge broke first', { isSaid: true, side: -1, lean: 1 }),
    )
    expect(new Set(sidesOf(clauses))).toEqual(new Set([1]))
  })

  test('stays as it was where it was met once', () => {
    const clauses = [leaning('a', 1), leaning('b', -1), leaning('c', 0)]
    expect(sidesOf(clauses)).toEqual([1, -1, 0])
  })

  test('does not depend on the order of the posts', () => {
    const any = fc.array(
      fc.record({
        words: fc.constantFrom('a', 'b', 'a b'),
        lean: fc.constantFrom<Side>(-1, 0, 1),
        isSaid: fc.boolean(),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(any, (drawn) => {
        const clauses = drawn.map(({ words, lean, isSaid }) =>
          clause(words, { lean, isSaid, side: isSaid ? 1 : lean }),
        )
        const backwards = settleSides(clauses.toReversed()).toReversed()
        expect(settleSides(clauses)).toEqual(backwards)
      }),
    )
  })
})

describe('the kind of a wording', () => {
  const kindsOf = (clauses: readonly DescribedClause[]) =>
    settleKinds(clauses).map(({ kind }) => kind)

  test('is that of the majority', () => {
    const clauses = (['question', 'claim', 'question'] as const).map((kind, post) =>
      clause('smells at first', { kind, post }),
    )
    expect(new Set(kindsOf(clauses))).toEqual(new Set(['question']))
  })

  test('a question that names nothing asks what was said before it, in its post', () => {
    const told = clause('smells plastic', { aspects: ['smell'] })
    const isIt = clause('', { kind: 'question' })
    expect(kindsOf([told, isIt])).toEqual(['question', 'question'])
    expect(kindsOf([told, { ...isIt, post: 1 }])).toEqual(['claim', 'question'])
    expect(kindsOf([told, { ...isIt, aspects: ['price'] }])).toEqual(['claim', 'question'])
  })
})
