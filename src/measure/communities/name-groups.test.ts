import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Circle, COFFEE, GARDEN, KEYBOARD } from '#test/communities.ts'
import { FUNCTION_WORDS } from './function-words.ts'
import { type NamingPost, nameGroups } from './name-groups.ts'
import { nounPhrases } from './noun-phrases.ts'
import { phrasesWithout } from './scan-posts.ts'

const keysOf = (text: string) => nounPhrases(text).map(({ key }) => key)

function postsOf(
  { name, people, says }: Circle,
  phrasesOf: (text: string) => Pick<NamingPost, 'phrases' | 'productNames'> = phrasesWithout([]),
): NamingPost[] {
  const first = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) * 100
  return people.flatMap((_, i) =>
    says.map((text, j) => ({
      ...{ id: `${name}-${i}-${j}`, node: first + i, text, ...phrasesOf(text) },
    })),
  )
}

describe('noun phrases', () => {
  it.each([
    ['エスプレッソマシンを買った', ['エスプレッソマシン']],
    ['自家焙煎のコーヒー豆は美味しい', ['自家焙煎', 'コーヒー豆']],
    ['この本は面白い。大好き！', []],
    ['田中さんと今日も会った', []],
    ['新鮮な気持ちです', []],
    ['2023年12月31日は最高', []],
    ['https://example.com/珈琲店 @coffee_shop 見て', []],
  ])('of %s', (text, expected) => {
    expect(keysOf(text)).toEqual(expect.arrayContaining(expected))
    if (expected.length === 0) expect(keysOf(text)).toEqual([])
  })

  it('of English are runs without function words, plural as singular', () => {
    expect(keysOf('The tomato plants are growing')).toContain('tomato plant')
    expect(keysOf('I really love it, and so do you')).toEqual([])
    expect(keysOf('boxes and stories, glass')).toEqual(
      expect.arrayContaining(['box', 'story', 'glass']),
    )
  })

  it('are never function words, numbers or single characters, whatever the text', () => {
    const words = fc.constantFrom(...FUNCTION_WORDS, 'コーヒー', 'tomato', '、', 'の', '。', '12')
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), fc.constantFrom('', ' '), (parts, glue) => {
        for (const { key, surface } of nounPhrases(parts.join(glue))) {
          expect(FUNCTION_WORDS.has(key)).toBe(false)
          expect([...surface].length).toBeGreaterThan(1)
          expect(surface).not.toMatch(/^\p{N}+$/u)
        }
      }),
    )
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void nounPhrases(text)))
  })
})

describe('names', () => {
  const circles = [COFFEE, GARDEN, KEYBOARD]
  const named = nameGroups(
    circles.map((circle) => postsOf(circle)),
    [],
    [[], [], []],
  )

  it('say what is talked about there and nowhere else, in both languages', () => {
    expect(named[0]?.phrases).toEqual(expect.arrayContaining(['エスプレッソマシン', 'コーヒー豆']))
    expect(named[1]?.phrases).toEqual(expect.arrayContaining(['tomato plants', 'compost heap']))
    expect(named[2]?.phrases).toEqual(expect.arrayContaining(['mechanical keyboard', 'keycaps']))
    for (const { phrases } of named) {
      expect(phrases.length).toBeLessThanOrEqual(3)
      for (const one of phrases) expect(FUNCTION_WORDS.has(one.toLowerCase())).toBe(false)
    }
  })

  it('come from typical posts, one a person at most', () => {
    for (const [group, { typical }] of named.entries()) {
      expect(typical.length).toBeGreaterThan(0)
      const authors = typical.map((id) => id.split('-')[1])
      expect(new Set(authors).size).toBe(authors.length)
      for (const id of typical) expect(id.startsWith(circles[group]?.name ?? '?')).toBe(true)
    }
  })

  it('stay as they are while they still fit', () => {
    const posts = circles.map((circle) => postsOf(circle))
    const again = nameGroups(
      posts.map((some) => some.filter((_, i) => i % 5 !== 0)),
      [],
      named.map(({ phrases }) => phrases),
    )
    for (const [group, { phrases }] of again.entries()) {
      expect(phrases.slice(0, 2)).toEqual(named[group]?.phrases.slice(0, 2))
    }
  })

  it('are none where nobody says anything twice', () => {
    const one = { id: 'x', node: 1, text: 'quiet', ...phrasesWithout([])('a quiet harbour') }
    expect(nameGroups([[one], []], [], [[], []])).toEqual([
      { phrases: [], typical: ['x'] },
      { phrases: [], typical: [] },
    ])
  })
})

describe('names of products', () => {
  const topics = [
    { id: '1', name: 'エスプレッソマシン', kind: 'own' as const, aliases: ['コーヒー豆'] },
    { id: '2', name: 'Compost', kind: 'competitor' as const, aliases: ['compost heap'] },
    { id: '3', name: 'slugs', kind: 'category' as const, aliases: [] },
  ]
  const products = /エスプレッソ|マシン|コーヒー豆|compost/i

  it('name no community of which anything else can be said, nor any part of one', () => {
    const circles = [COFFEE, GARDEN, KEYBOARD]
    const named = nameGroups(
      circles.map((circle) => postsOf(circle, phrasesWithout(topics))),
      [],
      // Not even where it is called so now.
      [['エスプレッソマシン', 'コーヒー豆'], ['compost heap'], []],
    )
    for (const { phrases } of named) {
      expect(phrases.length).toBeGreaterThan(0)
      for (const phrase of phrases) expect(phrase).not.toMatch(products)
    }
    expect(named[0]?.phrases).toContain('焙煎所')
    expect(named[1]?.phrases).toContain('tomato plants')
  })

  it('name it where nothing else is said', () => {
    const only = { ...COFFEE, says: ['エスプレッソマシンは？', 'エスプレッソマシンだ。'] }
    const named = nameGroups(
      [postsOf(only, phrasesWithout(topics)), postsOf(GARDEN, phrasesWithout(topics))],
      [],
      [[], []],
    )
    expect(named[0]?.phrases).toEqual(['エスプレッソマシン'])
    expect(named[1]?.phrases).not.toContain('compost heap')
  })

  it('leave what stands beside them, in whatever script, and categories where they are', () => {
    const yurari = [{ id: '1', name: 'ゆらり', kind: 'own' as const, aliases: ['Yurari 2'] }]
    const keys = (text: string) => {
      const { phrases, productNames } = phrasesWithout(yurari)(text)
      return [phrases.map(({ key }) => key), productNames.map(({ key }) => key)]
    }
    expect(keys('ゆらりの焙煎所')).toEqual([['焙煎所'], []])
    expect(keys('ＹＵＲＡＲＩ　２ garden hose')[0]).toEqual(
      expect.arrayContaining(['garden', 'hose', 'garden hose']),
    )
    expect(keys('yurari 2 garden hose')[1]).toContain('yurari')
    expect(phrasesWithout(topics)('slugs everywhere').phrases.map(({ key }) => key)).toContain(
      'slug',
    )
  })

  it('take nothing else out, and bring nothing in, whatever the text', () => {
    const parts = fc.constantFrom(
      'ゆらり',
      'コーヒー豆',
      'tomato',
      ' ',
      '。',
      'compost',
      'の',
      'ユラリ',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (some) => {
        const text = some.join('')
        const { phrases, productNames } = phrasesWithout(topics)(text)
        for (const { key } of phrases) expect(key).not.toMatch(/^(?:コーヒー豆|compost)$/)
        const keys = new Set([...phrases, ...productNames].map(({ key }) => key))
        for (const { key } of nounPhrases(text)) expect(keys.has(key)).toBe(true)
      }),
    )
  })
})
