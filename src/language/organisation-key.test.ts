import fc from 'fast-check'
import { expect, test } from 'vitest'
import { organisationKey } from './organisation-key.ts'

test.each([
  ['株式会社山田商店', '山田商店'],
  ['㈱山田商店', '山田商店'],
  ['（株）山田 商店', '山田商店'],
  ['山田商店株式会社', '山田商店'],
  ['ﾔﾏﾀﾞ商店㈱', 'やまだ商店'],
  ['有限会社 ミナミ', 'みなみ'],
  ['特定非営利活動法人みどり', 'みどり'],
  ['医療法人社団青空会', '青空会'],
  ['Acme, Inc.', 'acme'],
  ['ACME Co., Ltd.', 'acme'],
  ['Acme K.K.', 'acme'],
  ['Muster GmbH & Co. KG', 'muster'],
  ['Esempio S.p.A.', 'esempio'],
  ['Ａｃｍｅ　Corporation', 'acme'],
  ['AT&T Inc.', 'att'],
  ['C++ Software Ltd', 'c++software'],
  ['セールスフォース・ジャパン', 'せーるすふぉーすじゃぱん'],
])('%s is %s', (name, key) => expect(organisationKey(name)).toBe(key))

test.each([
  ['株式会社', '株式会社'],
  ['Company', 'company'],
  ['Limited Co.', 'limited'],
  ['!!!', '!!!'],
])('%s, nothing but a form or signs, keeps a key', (name, key) =>
  expect(organisationKey(name)).toBe(key),
)

test('different names stay different', () => {
  const names = [
    '山田商店',
    '山田書店',
    'Acme',
    'Acme Japan',
    'Costco',
    'Saab',
    '有限責任監査法人東風',
  ]
  expect(new Set(names.map(organisationKey)).size).toBe(names.length)
})

test('the form in front or behind, and the key of a key, are the same', () => {
  const word = fc.stringMatching(/^[一-龠ぁ-ん]{2,8}$/)
  fc.assert(
    fc.property(word, (name) => {
      expect(organisationKey(`株式会社${name}`)).toBe(organisationKey(`${name}㈱`))
      expect(organisationKey(organisationKey(name))).toBe(organisationKey(name))
    }),
  )
})
