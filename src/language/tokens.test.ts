import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '#vocabulary/index.ts'
import { foldText } from './fold.ts'
import {
  matchesPhrases,
  searchQuery,
  searchTokens,
  toTsQueryLiteral,
  toTsVectorLiteral,
} from './tokens.ts'

/** What the database does with the tokens, said slowly. */
function finds(query: string, text: string): boolean {
  const parsed = searchQuery(query)
  if (parsed === null) return false
  const tokens = searchTokens(text)
  const all = parsed.tokens.every(({ text: wanted, prefix }) =>
    tokens.some((token) => (prefix ? token.startsWith(wanted) : token === wanted)),
  )
  return all && matchesPhrases(text, parsed.phrases)
}

const japanese = fc.string({
  unit: fc.constantFrom(...'返品したいアイウー々漢字カﾞ𠮷한국ไทยe 1、'),
  minLength: 1,
  maxLength: 30,
})

describe('searchTokens', () => {
  it.each([
    ['返品したい', ['返品', '品し', 'した', 'たい', 'い']],
    ['ｉＰｈｏｎｅ15の', ['iphone15', 'の']],
    ['#Café @bob', ['cafe', 'bob']],
    ['한국어', ['한국', '국어', '어']],
    ['𠮷野家', ['𠮷野', '野家', '家']],
    ['Straße don’t', ['straße', 'don', 't']],
    ['!? 😀', []],
  ])('cuts %j into %j', (text, tokens) => {
    expect(searchTokens(text)).toEqual(tokens)
  })

  it('keeps to the limits', () => {
    const long = Array.from({ length: 30_000 }, (_, i) => `word${i}`).join(' ')
    expect(searchTokens(long).length).toBe(LIMITS.searchTokensMax)
    expect(searchTokens('a'.repeat(500))).toEqual(['a'.repeat(LIMITS.searchTokenCharsMax)])
    const wide = Array.from({ length: 20_000 }, (_, i) => `${'ﷺ'.repeat(3)}x${i}`).join(' ')
    expect(Buffer.byteLength(searchTokens(wide).join(''))).toBeLessThan(1_000_000)
  })
})

describe('searchQuery', () => {
  it.each([
    ['返品', '返品したい'],
    ['iPhone', '新しい ｉＰｈｏｎｅ が欲しい'],
    ['ｉｐｈ', 'iPhone'],
    ['た', '返品したい'],
    ['い', '返品したい'],
    ['カフェ', 'ｶﾌｪに行く'],
    ['かふぇ', 'カフェに行く'],
    ['cafe lat', 'Café Latte'],
    ['"new york"', 'in New  York today'],
    ['#返品', '返品'],
    ['iphone15の', 'iPhone15の色'],
  ])('finds %j in %j', (query, text) => {
    expect(finds(query, text)).toBe(true)
  })

  it.each([
    ['返品', '返信の品'],
    ['東京都', '京都と東京'],
    ['"new york"', 'york is new'],
    ['late', 'latte'],
    ['phone', 'iphone'],
    ['返品 交換', '返品したい'],
  ])('does not find %j in %j', (query, text) => {
    expect(finds(query, text)).toBe(false)
  })

  it('has nothing to search for in signs', () => {
    for (const query of ['', '  ', '!?', '""', "'"]) expect(searchQuery(query)).toBeNull()
  })

  it('finds every part of a run by itself', () => {
    fc.assert(
      fc.property(japanese, fc.nat(), fc.nat(), (text, from, length) => {
        const characters = [...foldText(text)]
        const start = from % characters.length
        const part = characters.slice(start, start + 1 + (length % 12)).join('')
        if (part.includes('e') || part.includes('1') || searchQuery(part) === null) return
        expect(finds(part, text)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('treats full and half width alike', () => {
    const ascii = fc.string({ unit: fc.constantFrom(...'abcXYZ019 #') })
    fc.assert(
      fc.property(ascii, (text) => {
        const wide = text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
        expect(searchTokens(wide)).toEqual(searchTokens(text))
        expect(searchQuery(wide)).toEqual(searchQuery(text))
      }),
    )
  })
})

describe('literals', () => {
  const anything = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...`'\\ab &|!():*`) }),
    ),
  )
  const LEXEME = "'(?:[^'\\\\]|''|\\\\\\\\)+'"

  it('quotes lexemes', () => {
    expect(toTsVectorLiteral(['返品', "o'b\\", ''])).toBe("'返品' 'o''b\\\\'")
    expect(
      toTsQueryLiteral({
        tokens: [
          { text: '返品', prefix: false },
          { text: "i'", prefix: true },
        ],
      }),
    ).toBe("'返品' & 'i''':*")
  })

  it('holds nothing but quoted lexemes and our own operators', () => {
    const vector = new RegExp(`^(?:${LEXEME}(?: ${LEXEME})*)?$`)
    const query = new RegExp(`^(?:${LEXEME}(?::\\*)?(?: & ${LEXEME}(?::\\*)?)*)?$`)
    fc.assert(
      fc.property(anything, fc.boolean(), (texts, prefix) => {
        expect(toTsVectorLiteral(texts)).toMatch(vector)
        expect(toTsQueryLiteral({ tokens: texts.map((text) => ({ text, prefix })) })).toMatch(query)
      }),
    )
  })
})
