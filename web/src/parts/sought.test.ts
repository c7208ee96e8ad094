import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSought } from './sought.ts'

const found = (text: string, sought: string) =>
  findSought(text, sought).map(({ start, end }) => text.slice(start, end))

describe('findSought', () => {
  it.each([
    ['古いｉＰｈｏｎｅとiPhone', 'iphone', ['ｉＰｈｏｎｅ', 'iPhone']],
    ['ミツバチ号とみつばち号', 'みつばち号', ['ミツバチ号', 'みつばち号']],
    ['ﾊﾞｯﾃﾘｰの返品', 'バッテリー 返品', ['ﾊﾞｯﾃﾘｰ', '返品']],
    ['返品したい', '品', ['品']],
    ['あああ', 'ああ', ['ああ']],
    ['<b>', '<b>', ['<b>']],
    ['a.c abc', 'a.c', ['a.c']],
    ['😀品😀', '品', ['品']],
    ['何もない', '返品', []],
    ['何もない', '  ', []],
  ])('in %s finds %s', (text, sought, expected) => {
    expect(found(text, sought)).toEqual(expected)
  })

  it('stays inside the text and finds every word that stands in it as it is', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 20 })
    fc.assert(
      fc.property(words, fc.stringMatching(/^[a-z品返]{1,5}$/), words, (before, word, after) => {
        const text = `${before} ${word} ${after}`
        const spans = findSought(text, word)
        expect(spans.length).toBeGreaterThan(0)
        for (const { start, end } of spans) {
          expect(0 <= start && start < end && end <= text.length).toBe(true)
        }
      }),
    )
  })
})
