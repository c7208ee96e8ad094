import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatMinor, readAmount } from './money.ts'

describe('amounts as people type them', () => {
  test.each([
    ['1,200,000', 'JPY', 1_200_000],
    ['１２０万', 'JPY', 1_200_000],
    ['1億2,000万円', 'JPY', 120_000_000],
    ['1.5億', 'JPY', 150_000_000],
    ['12.50', 'USD', 1_250],
    ['$ 12', 'USD', 1_200],
    ['0.285', 'KWD', 285],
    ['', 'JPY', null],
    ['12.5', 'JPY', undefined],
    ['0.001', 'USD', undefined],
    ['twelve', 'JPY', undefined],
    ['-5', 'JPY', undefined],
    ['99999999999999999', 'JPY', undefined],
  ])('%s in %s', (text, currency, minor) => {
    expect(readAmount(text, currency)).toBe(minor)
  })

  test('any amount of cents is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (minor) => {
        expect(readAmount((minor / 100).toFixed(2), 'USD')).toBe(minor)
      }),
    )
  })
})

test('minor units are written as the currency counts them', () => {
  expect(formatMinor('1250', 'USD', 'en')).toBe('US$12.50')
  expect(formatMinor('5', 'USD', 'en')).toBe('US$0.05')
  expect(formatMinor('1250000', 'JPY', 'ja')).toContain('円')
})
