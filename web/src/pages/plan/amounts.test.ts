import { expect, test } from 'vitest'
import { formatMoves, formatPeople } from './amounts.ts'

test.each([
  [0, '0'],
  [0.00004, '<0.001'],
  [0.0123, '0.012'],
  [0.98, '0.98'],
  [3.17, '3.2'],
  [1234.5, '1,235'],
])('%d people are written as %s', (people, text) => {
  expect(formatPeople(people, 'en')).toBe(text)
})

test('value is money', () => {
  expect(formatMoves(4000.4, { currency: 'JPY', mean: 1 }, 'ja')).toBe('4,000円')
  expect(formatMoves(3.14, null, 'ja')).toBe('3.1')
})
