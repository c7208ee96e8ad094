import { describe, expect, test } from 'vitest'
import type { Sparse } from './sparse.ts'
import { aboutKey, type Placed, spreadByWords } from './spread-by-words.ts'
import { themesOfWords } from './theme-words.ts'

const SHARE_MIN = 0.3

/** Places clauses given by their words, equally telling; the group of each, -1 for none. */
function spread(texts: readonly string[], placed: Partial<Placed> & Pick<Placed, 'groupOf'>) {
  const words = texts.map((text): Sparse => new Map(text.split(' ').map((word) => [word, 1])))
  const all: Placed = {
    sideOf: texts.map(() => 1),
    groupSides: [1, -1],
    firstOf: Int32Array.from(texts, (text) => texts.indexOf(text)),
    groupAbout: new Map(),
    themesOfWord: new Map(),
    ...placed,
  }
  spreadByWords(all, words, SHARE_MIN)
  return [...all.groupOf]
}

describe('clauses whose meaning is not known', () => {
  test('join the group in which their words stand', () => {
    const texts = ['handle broke', 'handle cracked', 'handle loose', 'parcel came']
    expect(spread(texts, { groupOf: Int32Array.of(0, 0, -1, -1) })).toEqual([0, 0, 0, -1])
  })

  test('do not join a group on the other side', () => {
    const texts = ['handle broke', 'handle cracked', 'handle loose']
    const placed = { groupOf: Int32Array.of(1, 1, -1), sideOf: [-1, -1, 1] }
    expect(spread(texts, placed)).toEqual([1, 1, -1])
  })

  test('join together where many repeat one sentence: it is no evidence against its words', () => {
    const texts = ['wash quick', 'wash brief', ...Array.from({ length: 20 }, () => 'wash instant')]
    const groupOf = Int32Array.from(texts, (_, at) => (at < 2 ? 0 : -1))
    expect(new Set(spread(texts, { groupOf }))).toEqual(new Set([0]))
  })

  test('join the group that is about what the lexicon says with their words', () => {
    const themesOfWord = themesOfWords(
      [
        { id: 'easy-to-clean', kind: 'claim', wordings: ['easy to rinse', 'rinse and done'] },
        { id: 'kitchen', kind: 'aspect', wordings: ['kettle'] },
      ],
      (id) => (id === 'kitchen' ? undefined : 'upkeep'),
    )
    const groupAbout = new Map([[aboutKey(1, 'upkeep'), 0]])
    const texts = ['rins twic', 'kettl thric']
    const groupOf = Int32Array.of(-1, -1)
    expect(spread(texts, { groupOf, themesOfWord, groupAbout })).toEqual([0, -1])
  })
})

test('a word that is said of anything is about no theme', () => {
  const themes = themesOfWords(
    ['a', 'b', 'c', 'd', 'e'].map((id) => ({
      id,
      kind: 'claim',
      wordings: ['shared', id.repeat(5)],
    })),
    (id) => id,
  )
  expect(themes.get('shar')).toBeUndefined()
  expect(themes.get('aaaaa')).toEqual(new Map([['a', 0.5]]))
})
