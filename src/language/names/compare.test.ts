import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareNames } from './compare.ts'
import { nameKeys } from './keys.ts'
import { parsePersonName } from './parse.ts'

const compare = (a: string, b: string) => compareNames(parsePersonName(a), parsePersonName(b))

test.each([
  ['田中一郎', '田中　一郎', 'same', 'equal'],
  ['一郎 高橋', '高橋 一郎', 'same', 'order'],
  ['斎藤 健', '齋藤 健', 'variant', 'characters'],
  ['Ohno Yoko', 'Yoko Ono', 'variant', 'romanisation'],
  ['Bob Smith', 'Robert Smith', 'variant', 'nickname'],
  ['John R. Smith', 'John Smith', 'variant', 'middle-name'],
  ['山田太郎', 'Taro Yamada', 'reading', 'listed-reading'],
  ['佐藤 翔（さとう つばさ）', 'さとう つばさ', 'same', 'equal'],
  ['佐藤 龍之輔', 'さとう りゅうのすけ', 'reading', 'character-reading'],
  ['王伟', 'Wang Wei', 'variant', 'transliteration'],
  ['Иван Иванов', 'Ivan Ivanoff', 'variant', 'transliteration'],
  ['J. Smith', 'John Smith', 'initials', 'initials'],
  ['山田', '山田 太郎', 'part', 'one-part'],
  ['田中一郎', '田中二郎', 'conflict', 'other-given'],
  ['伊藤 美咲', '伊東 美咲', 'different', 'same-sound'],
  ['山田 花子', '山口 花子', 'different', 'other-family'],
  ['John Smith Jr.', 'John Smith Sr.', 'conflict', 'generation'],
  ['山田 太郎', 'Jane Smith', 'different', 'nothing'],
])('%s and %s: %s (%s)', (a, b, level, because) =>
  expect(compare(a, b)).toMatchObject({ level, because }),
)

const word = fc.constantFrom(
  ...['山田', '太郎', '佐藤', '健', '齋藤', '斉藤', 'やまだ', 'タロウ', 'さとう', 'けん', 'たける'],
  ...['Yamada', 'Taro', 'Satoh', 'Sato', 'J.', 'Smith', 'Jane', 'Müller', 'Mueller', 'García'],
  ...['Bob', 'Robert', 'Иванов', 'Иван', 'Ivanoff', '김민수', 'Minsoo', 'Kim', '王', '伟', 'Wei'],
  ...['さん', 'Jr.', '（やまだ たろう）', '/', 'Smith-Jones', 'ジョン', 'スミス', 'John', '🌸'],
)
const name = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
  fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('')),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)

test('is symmetric, and every name with a letter is the same as itself', () => {
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(compare(a, b)).toEqual(compare(b, a))
      if (parsePersonName(a).forms.length > 0) expect(compare(a, a).level).toBe('same')
      const { similarity } = compare(a, b)
      expect(similarity).toBeGreaterThanOrEqual(0)
      expect(similarity).toBeLessThanOrEqual(1)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['齋藤 太郎', '斉藤太郎'],
  ['山田太郎', 'Taro YAMADA'],
  ['やまだ たろう', 'taro_yamada'],
  ['Ohno Yoko', '大野 洋子'],
  ['Bob Smith', 'Smith, Robert'],
  ['Jürgen Müller', 'Juergen Mueller'],
  ['刘德华', '劉德華'],
])('%s and %s meet in a block', (a, b) => {
  const keys = nameKeys(parsePersonName(a))
  expect(nameKeys(parsePersonName(b)).some((key) => keys.includes(key))).toBe(true)
})
