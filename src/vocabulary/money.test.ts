import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currencyExponent, decimalOfMinor, minorOfDecimal } from './money.ts'

test.each([
  ['JPY', 0],
  ['USD', 2],
  ['EUR', 2],
  ['KWD', 3],
  ['KRW', 0],
  ['ZZZ', 2],
])('%s has %i digits behind the point (ISO 4217)', (currency, digits) =>
  expect(currencyExponent(currency)).toBe(digits),
)

test.each([
  ['12000', 'JPY', 12000],
  ['12000.00', 'JPY', 12000],
  ['12.5', 'USD', 1250],
  ['-0.01', 'USD', -1],
  ['1.005', 'KWD', 1005],
  ['0', 'USD', 0],
  ['-0', 'USD', 0],
  ['12.5', 'JPY', undefined],
  ['1.001', 'USD', undefined],
  ['1e3', 'USD', undefined],
  ['', 'USD', undefined],
  ['1', 'usd', undefined],
  ['999999999999999999', 'JPY', undefined],
])('%s %s is %s in the minor unit', (decimal, currency, minor) =>
  expect(minorOfDecimal(decimal, currency)).toBe(minor),
)

test('writing and reading is the same', () => {
  const currency = fc.constantFrom('JPY', 'USD', 'KWD', 'ZZZ')
  fc.assert(
    fc.property(fc.maxSafeInteger(), currency, (minor, code) => {
      expect(minorOfDecimal(decimalOfMinor(minor, code), code)).toBe(minor === 0 ? 0 : minor)
    }),
  )
})
