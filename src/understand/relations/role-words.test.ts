import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDecidingRole, rolesIn } from './role-words.ts'

const kindsIn = (text: string) => rolesIn(text).map(({ kind }) => kind)

describe('posts held, as profiles say', () => {
  it.each([
    ['株式会社みなみ商店 代表取締役社長', '代表取締役社長'],
    ['㈱青葉工業 営業部長/釣り', '営業部長'],
    ['調達責任者。コーヒー好き', '調達責任者'],
    ['部長をしています。株式会社なぎさ', '部長'],
    ['執行役員CTO @ どこか', '執行役員CTO'],
    ['CEO & co-founder of Larkspur', 'CEO'],
    ['Head of Procurement at a hotel group', 'Head of Procurement'],
    ['Managing director of a family business', 'Managing director'],
    ['ＣＥＯ at Larkspur', 'CEO'],
  ])('make a decision maker: %s', (text, words) => {
    expect(rolesIn(text)).toEqual([{ kind: 'decision-maker', words }])
  })

  it.each([
    ...[
      '元営業部長',
      '元株式会社みなみ商店 部長',
      '部長になりたい',
      'サッカー部の部長です',
      '社長の娘',
    ],
    ...[
      '代表取締役の秘書',
      '部長代理。株式会社なぎさ',
      '課長。株式会社なぎさ',
      '将来の夢は代表取締役',
    ],
    ...[
      'former CEO of Larkspur',
      'ex-Head of Sales',
      'Aspiring managing director',
      'CEO of my household',
    ],
    ...[
      'Assistant to the CEO',
      'my cat is the CEO of naps',
      'Vice president of the debating society',
    ],
    ...['art director', 'film director', 'Manager', '元気な犬と暮らす会社員', ''],
  ])('make none: %s', (text) => {
    expect(kindsIn(text)).not.toContain('decision-maker')
  })

  it.each([
    ...[
      'みなと日報 記者',
      '家電雑誌の編集者',
      'Senior reporter, The Harbour Post',
      'Editor-in-chief',
    ],
  ])('make somebody of the media: %s', (text) => {
    expect(kindsIn(text)).toEqual(['media'])
  })

  it.each([
    ...[
      '元記者',
      '記者志望',
      '新聞部の部員',
      'journalism student',
      'bullet journal',
      'former journalist',
    ],
    ...['Editor of my own shopping lists', '動画編集が趣味'],
  ])('make none of the media: %s', (text) => {
    expect(kindsIn(text)).not.toContain('media')
  })

  it('are taken as said in a list of contacts, deputies left out', () => {
    expect(['購買部長', '部長', 'Owner', 'CEO'].every(isDecidingRole)).toBe(true)
    expect(['部長代理', '主任', 'Assistant to the CEO', '元部長', ''].some(isDecidingRole)).toBe(
      false,
    )
  })

  it('never take long, nor fail, on any text', () => {
    const pieces = fc.constantFrom(
      '元',
      '部長',
      'CEO of ',
      'the ',
      'former ',
      '株式会社',
      ' ',
      '記者',
      'a',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 400 }), (parts) => {
        const begun = performance.now()
        rolesIn(parts.join(''))
        expect(performance.now() - begun).toBeLessThan(200)
      }),
    )
  })
})
