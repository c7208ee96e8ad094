import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutClauses } from './cut-clauses.ts'

const texts = (text: string) => cutClauses(text).map((clause) => clause.text)

test.each([
  ['デザインは良いけど、電池がもたない。残念！', ['デザインは良いけど', '電池がもたない', '残念']],
  [
    'Looks great, but the battery dies. Never again',
    ['Looks great', 'the battery dies', 'Never again'],
  ],
  ['もうやだ　電池がもたない　疲れた', ['もうやだ', '電池がもたない', '疲れた']],
  ['It lasts 3.5 hours at most', ['It lasts 3.5 hours at most']],
  ['@kotoyu 返品したい https://example.com/a #ユラリ', ['返品したい']],
  ['> 電池がもたない\n本当にそう思う', ['本当にそう思う']],
  ['店員は「電池は一年もちます」と言っていた。嘘だった。', ['店員は', 'と言っていた', '嘘だった']],
  ['客に「どこの？」と聞かれる。好き', ['客に「どこの？」と聞かれる', '好き']],
  ['それな RT @someone The battery is bad', ['それな']],
  ['👍', []],
])('%s', (text, clauses) => {
  expect(texts(text)).toEqual(clauses)
})

test.each([
  ['食洗機で洗えますか', true],
  ['食洗機って大丈夫？', true],
  ['誰か教えてください', true],
  ['使えるのかな', true],
  ['洗っていいのかな🙏', true],
  ['通販はどこで頼めるの笑', true],
  ['子どもに使えるかどうか迷っています', true],
  ['丸洗いできるか', true],
  ['とても静か', false],
  ['まろやか', false],
  ['どこでも使えるの', false],
  ['Does it fit in a car', true],
  ['Anyone know if it fits', true],
  ['Any good?', true],
  ['電池がもたない', false],
  ['It fits in a car.', false],
  ['Is what it is', false],
])('whether it asks: %s', (text, asks) => {
  expect(cutClauses(text)[0]?.isQuestion).toBe(asks)
})

test('each clause stands where it says, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      let before = 0
      for (const { start, end } of cutClauses(text)) {
        expect(start).toBeGreaterThanOrEqual(before)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        before = end
      }
    }),
  )
  const [clause] = cutClauses('https://example.com ありがとう。')
  expect('https://example.com ありがとう。'.slice(clause?.start, clause?.end)).toBe('ありがとう')
})
