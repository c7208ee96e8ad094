import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText, foldWithOffsets } from './fold.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(...'aＡ ァｱﾞ゛か゚ｶがー‐ｰ-—\u200b\u00ad\u3000\n㍿é\u0301Σςİㅋ하Az09'),
  }),
)

describe('foldText', () => {
  it.each([
    ['ｉＰｈｏｎｅ', 'iphone'],
    ['iPhone', 'iphone'],
    ['ｱｯﾌﾟﾙ', 'あっぷる'],
    ['アップル', 'あっぷる'],
    ['ヴァイオリン', 'ゔぁいおりん'],
    ['か\u3099', 'が'],
    ['か゛', 'が'],
    ['ﾊﾞｸﾞ', 'ばぐ'],
    ['サ‐ビス', 'さーびす'],
    ['サービス', 'さーびす'],
    ['ｻｰﾋﾞｽ', 'さーびす'],
    ['東京—大阪', '東京-大阪'],
    ['返\u200b品', '返品'],
    ['co\u00adoperate', 'cooperate'],
    ['a \u3000\n\tb', 'a b'],
    ['㈱山田', '(株)山田'],
    ['①２', '12'],
    ['Cafe\u0301', 'café'],
    ['👍\ufe0f', '👍'],
    ['a\ud800b', 'a\ufffdb'],
    ['a\u0000b', 'ab'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['', ''],
  ])('folds %j to %j', (from, to) => {
    expect(foldText(from)).toBe(to)
  })

  it('is settled after one pass', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
    )
  })

  it('leaves nothing that a database cannot store', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldText(text)
        return folded.isWellFormed() && !folded.includes('\u0000') && !/\s\s/.test(folded)
      }),
    )
  })
})

describe('foldWithOffsets', () => {
  it('folds to the same text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldWithOffsets(text).text).toBe(foldText(text))
      }),
    )
  })

  it('maps forwards only, within the original', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: folded, offsets } = foldWithOffsets(text)
        expect(offsets.length).toBe(folded.length + 1)
        expect(offsets.at(-1)).toBe(text.length)
        for (let i = 1; i < offsets.length; i++) {
          expect(offsets[i]).toBeGreaterThanOrEqual(offsets[i - 1] ?? 0)
        }
      }),
    )
  })

  it('points at the characters as written', () => {
    const { text, offsets } = foldWithOffsets('新型 ｱｲﾎﾟﾝ㍿')
    expect(text).toBe('新型 あいぽん株式会社')
    expect([...offsets]).toEqual([0, 1, 2, 3, 4, 5, 7, 8, 8, 8, 8, 9])
  })
})
