import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePersonName } from './parse.ts'

test.each([
  ['田中一郎', { family: '田中', given: '一郎', order: 'family-given', script: 'han' }],
  ['林真紀子', { family: '林', given: '真紀子' }],
  ['長谷川 順さん', { family: '長谷川', given: '順', honorific: 'さん' }],
  ['イチロー タカハシ', { family: 'タカハシ', given: 'イチロー', order: 'given-family' }],
  ['やまだたろう', { family: 'やまだ', given: 'たろう', script: 'kana' }],
  ['YAMADA Taro', { family: 'YAMADA', given: 'Taro', order: 'family-given' }],
  ['Taro Yamada', { family: 'Yamada', given: 'Taro', order: 'given-family' }],
  ['taro_yamada85', { family: 'yamada', given: 'taro' }],
  ['Smith, John R.', { family: 'Smith', given: 'John', middle: 'R' }],
  ['Dr. Jane Smith, PhD', { family: 'Smith', given: 'Jane', honorific: 'dr' }],
  ['John Smith Jr.', { family: 'Smith', given: 'John', generation: 'jr' }],
  ['William Brown III', { family: 'Brown', given: 'William', generation: '3' }],
  ['jane smith | Acme', { family: 'smith', given: 'jane', text: 'jane smith' }],
  ['山田@新製品発売中', { text: '山田', isOrganisationLike: false }],
  ['山田 太郎（やまだ たろう）', { family: '山田', given: '太郎', reading: 'やまだ たろう' }],
  ['田中 太郎（カメラ好き）', { family: '田中', given: '太郎' }],
  ['김민수', { family: '김', given: '민수', script: 'hangul' }],
  ['株式会社山田製作所', { isOrganisationLike: true, bearer: 'organisation' }],
  ['佐藤健太【公式】', { family: '佐藤', given: '健太', bearer: 'person' }],
  ['🌸🌸', { script: 'none', text: '' }],
])('%s', (text, expected) => expect(parsePersonName(text)).toMatchObject(expected))

test('takes any string without throwing', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('(', ')', '（', '/', '@', '山', 'さん', ' ', 'Jr.', '・', '김', 'И', '\ud800'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const name = parsePersonName(pieces.join(''))
      expect(name.forms.length).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 500 },
  )
})

test.each(['a', '山', '(', '山田(', 'ab ', '.', '🌸', 'a_', '・'])(
  'a hundred thousand characters of %s take no time to speak of',
  (piece) => {
    parsePersonName('山田 太郎')
    const text = piece.repeat(100_000 / piece.length)
    const start = performance.now()
    parsePersonName(text)
    expect(performance.now() - start).toBeLessThan(500)
  },
)
