import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortKey, splitDisplayName } from './names.ts'

describe('splitDisplayName', () => {
  it.each([
    ['山田 太郎', '山田', '太郎'],
    ['山田　太郎さん', '山田', '太郎'],
    ['佐々木 希 様', '佐々木', '希'],
    ['山田 はなこ🌸', '山田', 'はなこ'],
    ['やまだ たろう', 'やまだ', 'たろう'],
    ['Taro Yamada', 'Yamada', 'Taro'],
    ['Dr. Ada Lovelace', 'Lovelace', 'Ada'],
    ['Mary Jane Watson', 'Watson', 'Mary Jane'],
    ['YAMADA Taro', 'YAMADA', 'Taro'],
    ['Anne O’Neill 🚀', 'O’Neill', 'Anne'],
    ['山田 太郎＠東京', '山田', '太郎'],
  ])('splits %j', (name, family, given) => {
    expect(splitDisplayName(name)).toMatchObject({ family, given })
  })

  it.each([
    'たろう',
    'taro yamada',
    'マイケル ジョーダン',
    '今日も 元気な 一日',
    'ACME',
    '',
    '🚀',
    'お得 な 情報',
  ])('leaves %j whole', (name) => {
    expect(splitDisplayName(name)).toMatchObject({ family: null, given: null })
  })

  it('does not split where either order is common', () => {
    expect(splitDisplayName('Nguyen Anh', 'vi').family).toBeNull()
  })

  it('drops ornaments and honorifics', () => {
    expect(splitDisplayName('✨さくら✨さん').plain).toBe('さくら')
    expect(splitDisplayName('Mr. Smith :verified:').plain).toBe('Smith')
    expect(splitDisplayName('さん').plain).toBe('さん')
  })

  it('invents nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const { plain, family, given } = splitDisplayName(name)
        expect(plain).toContain(family ?? '')
        expect(plain).toContain(given ?? '')
      }),
    )
  })
})

describe('sortKey', () => {
  it('folds width, case and kana, and prefers the reading', () => {
    expect(sortKey('ヤマダ')).toBe(sortKey('ﾔﾏﾀﾞ'))
    expect(sortKey('Ｙamada')).toBe('yamada')
    expect(sortKey('山田 太郎', 'ヤマダ タロウ')).toBe('やまだ たろう')
  })
})
