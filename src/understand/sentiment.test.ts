import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldWithOffsets } from '#language/index.ts'
import { findSentiment } from './sentiment.ts'

function sentimentOf(text: string, lang: string) {
  return findSentiment({ text, folded: foldWithOffsets(text) }, lang)
}

describe('findSentiment', () => {
  it.each([
    ['ja', 'この店、本当に美味しい！', 'positive'],
    ['ja', '全然美味しくない', 'negative'],
    ['ja', '美味しくないですか？', 'positive'],
    ['ja', '楽しめませんでした', 'negative'],
    ['ja', '安心できず、不安だ', 'negative'],
    ['ja', '対応が最悪。二度と行かない', 'negative'],
    ['ja', '高いけど最高', 'positive'],
    ['ja', '悪くないね', 'positive'],
    ['ja', 'ｻｲｱｸ', 'negative'],
    ['ja', '詳しくはこちらをご覧ください', 'neutral'],
    ['ja', 'ミストを買いました', 'neutral'],
    ['ja', '在庫はありますか？', 'neutral'],
    ['ja', '多くその権利を獲得した', 'neutral'],
    ['ja', 'まじかwww', 'positive'],
    ['ja', '壊れたwww', 'negative'],
    ['ja', 'やった (^_^)', 'positive'],
    ['ja', '届かない(´;ω;`)', 'negative'],
    ['en', 'This is AMAZING!!!', 'positive'],
    ['en', 'This is not good', 'negative'],
    ['en', "It isn't very helpful", 'negative'],
    ['en', 'Not bad at all', 'positive'],
    ['en', 'nice screen but the battery is terrible', 'negative'],
    ['en', 'What a waste of money', 'negative'],
    ['en', 'Is the server down?', 'neutral'],
    ['en', 'meeting at 3pm tomorrow', 'neutral'],
    ['en', 'see you later, fairly likely', 'neutral'],
    ['en', 'disappointingly slow', 'negative'],
    ['de', 'Das ist ja 😡', 'negative'],
    ['de', 'amazing', 'neutral'],
  ])('%s: %j is %s', (lang, text, sentiment) => {
    expect(sentimentOf(text, lang).sentiment).toBe(sentiment)
  })

  it('weakens what is quoted and what somebody else wrote', () => {
    const said = sentimentOf('最悪', 'ja').score
    const quoted = sentimentOf('「最悪」', 'ja').score
    expect(Math.abs(quoted)).toBeLessThan(Math.abs(said))
    expect(sentimentOf('> terrible\nI see', 'en').sentiment).toBe('neutral')
  })

  it('strengthens and weakens', () => {
    const plain = sentimentOf('美味しい', 'ja').score
    expect(sentimentOf('めっちゃ美味しい', 'ja').score).toBeGreaterThan(plain)
    expect(sentimentOf('まあまあ美味しい', 'ja').score).toBeLessThan(plain)
    const good = sentimentOf('it was good', 'en').score
    expect(sentimentOf('it was extremely good', 'en').score).toBeGreaterThan(good)
    expect(sentimentOf('it was slightly good', 'en').score).toBeLessThan(good)
    expect(sentimentOf('it was GOOD', 'en').score).toBeGreaterThan(good)
  })

  it('takes words that every object has for words', () => {
    expect(sentimentOf('the constructor toString good', 'en').score).toBeGreaterThan(0)
  })

  it('stays within bounds for any text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('最高', '😡', 'not bad', '!', '「', '\u{1171d}'),
    )
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom('ja', 'en', 'zh'), (pieces, lang) => {
        const text = pieces.join('')
        const { score, confidence, feelings } = sentimentOf(text, lang)
        expect(Math.abs(score)).toBeLessThanOrEqual(1)
        expect(confidence).toBeGreaterThanOrEqual(0.5)
        expect(confidence).toBeLessThanOrEqual(1)
        for (const { start, end } of feelings) {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })
})
