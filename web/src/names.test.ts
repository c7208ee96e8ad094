import { expect, test } from 'vitest'
import { fullName } from './names.ts'

test('Latin names follow the workspace, names in East Asian scripts their own order', () => {
  const latin = { familyName: 'Yamada', givenName: 'Hanako' }
  expect(fullName(latin, 'family-first')).toBe('Yamada Hanako')
  expect(fullName(latin, 'given-first')).toBe('Hanako Yamada')
  const kanji = { familyName: '山田', givenName: '花子' }
  expect(fullName(kanji, 'given-first')).toBe('山田 花子')
  const hangul = { familyName: '김', givenName: '민지' }
  expect(fullName(hangul, 'given-first')).toBe('김 민지')
})

test('a half that is missing leaves no gap', () => {
  expect(fullName({ familyName: null, givenName: 'Hanako' }, 'given-first')).toBe('Hanako')
  expect(fullName({ familyName: null, givenName: null }, 'given-first')).toBeNull()
})
