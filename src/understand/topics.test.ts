import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText, foldWithOffsets } from '#language/index.ts'
import type { Topic } from '#vocabulary/index.ts'
import { createTopicFinder } from './topics.ts'

function topic(id: string, ...aliases: string[]): Topic {
  return { id, name: aliases[0] ?? id, kind: 'own', aliases: aliases.slice(1) }
}

function mentioned(aliases: string[], text: string): string[] {
  return createTopicFinder([topic('t', ...aliases)])
    .find(text)
    .map(({ start, end }) => text.slice(start, end))
}

describe('createTopicFinder', () => {
  it.each([
    ['iPhone', '新しいｉＰｈｏｎｅの色', ['ｉＰｈｏｎｅ']],
    ['iPhone', '「iPhone15」', ['iPhone']],
    ['iPhone', '#iPhone', ['#iPhone'.slice(1)]],
    ['アップル', 'ｱｯﾌﾟﾙとあっぷる', ['ｱｯﾌﾟﾙ', 'あっぷる']],
    ['返品', '即返品した', ['返品']],
    ['ナナ', 'ナナが好き', ['ナナ']],
    ['New York', 'in new\n york', ['new\n york']],
    ['株式会社', '㍿山田', ['㍿']],
    ['C++', 'C++と', ['C++']],
    ['カフェ', 'カ\u200bフェ', ['カ\u200bフェ']],
    ['PS', 'PSのゲーム', ['PS']],
  ])('finds %j in %j', (alias, text, found) => {
    expect(mentioned([alias], text)).toEqual(found)
  })

  it.each([
    ['ana', 'banana'],
    ['iPhone', 'iPhones'],
    ['A', 'A4'],
    ['PS', 'PS5'],
    ['15', '2015'],
    ['ナナ', 'バナナ'],
    ['ナナ', 'ナナー'],
    ['なな', 'ななめ'],
    ['bob', 'bobé'],
  ])('does not find %j in %j', (alias, text) => {
    expect(mentioned([alias], text)).toEqual([])
  })

  it('lets the longer of nested mentions win and keeps equal and overlapping ones', () => {
    const finder = createTopicFinder([
      topic('apple', 'Apple'),
      topic('watch', 'Apple Watch'),
      topic('wear', 'apple watch'),
      topic('band', 'watch band'),
    ])
    expect(finder.find('Apple Watch Band')).toEqual([
      { topicId: 'watch', start: 0, end: 11 },
      { topicId: 'wear', start: 0, end: 11 },
      { topicId: 'band', start: 6, end: 16 },
    ])
  })

  it('counts a name and its alias of the same span once', () => {
    expect(mentioned(['カフェ', 'かふぇ', ' '], 'カフェ')).toEqual(['カフェ'])
  })

  it('finds nothing without topics', () => {
    expect(createTopicFinder([]).find('何でも')).toEqual([])
  })
})

/** The rules of topics.ts once more, by trying every alias at every place. */
function findNaively(topics: Topic[], text: string): string[] {
  const folded = foldWithOffsets(text)
  const spans = topics.flatMap((one) =>
    [one.name, ...one.aliases].flatMap((name) => {
      const alias = foldText(name).trim()
      if (alias === '') return []
      return Array.from(folded.text, (_, at) => at)
        .filter((at) => folded.text.startsWith(alias, at) && isFree(folded.text, alias, at))
        .map((at) => ({ id: one.id, start: at, end: at + alias.length }))
    }),
  )
  const outer = spans.filter(
    (a) =>
      !spans.some((b) => b.start <= a.start && b.end >= a.end && b.end - b.start > a.end - a.start),
  )
  return [
    ...new Set(outer.map((s) => `${s.id}:${folded.offsets[s.start]}-${folded.offsets[s.end]}`)),
  ].sort()
}

function isFree(folded: string, alias: string, at: number): boolean {
  const word = /[a-z0-9]/
  const next = folded.charAt(at + alias.length)
  const digitOk = alias.length >= 4 && /[a-z]$/.test(alias) && /\d/.test(next)
  if (word.test(alias.charAt(0)) && word.test(folded.charAt(at - 1))) return false
  return !(word.test(alias.slice(-1)) && word.test(next)) || digitOk
}

describe('find', () => {
  // No kana here: their rule looks at the text as written and has its own examples above.
  const letters = fc.constantFrom('a', 'A', 'ａ', 'b', '1', '返', '品', ' ', '#', '\u200b')
  const word = fc.string({ unit: letters, minLength: 1, maxLength: 5 })
  const topics = fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { maxLength: 5 })

  it('agrees with trying every alias at every place', () => {
    fc.assert(
      fc.property(topics, fc.string({ unit: letters, maxLength: 40 }), (names, text) => {
        const some = names.map((aliases, index) => topic(`t${index}`, ...aliases))
        const found = createTopicFinder(some).find(text)
        const keys = found.map(({ topicId, start, end }) => `${topicId}:${start}-${end}`)
        expect(keys.sort()).toEqual(findNaively(some, text))
      }),
      { numRuns: 1000 },
    )
  })

  it('stays inside any text', () => {
    const finder = createTopicFinder([topic('a', 'a', 'が', '株式', '1', 'é')])
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        const text = `${one}a㍿${other}`
        for (const { start, end } of finder.find(text)) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })
})
