import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMoney } from './parse-money.ts'

test.each([
  ['¥12,000', '12000', 'JPY'],
  ['￥12,000', '12000', 'JPY'],
  ['\\12,000', '12000', 'JPY'],
  ['12,000円', '12000', 'JPY'],
  ['12000 円（税込）', '12000', 'JPY'],
  ['１２，０００円', '12000', 'JPY'],
  ['1.2万', '12000', undefined],
  ['1.2万円', '12000', 'JPY'],
  ['3億2,000万円', '320000000', 'JPY'],
  ['1兆2億3万4千5', '1000200034005', undefined],
  ['12000', '12000', undefined],
  ['12000.5', '12000.5', undefined],
  ['$1,234.50', '1234.50', 'USD'],
  ['USD 12.50', '12.50', 'USD'],
  ['12.50 EUR', '12.50', 'EUR'],
  ['1.234,50 €', '1234.50', 'EUR'],
  ['12,50', '12.50', undefined],
  ['1,234,567', '1234567', undefined],
  ['-1,200', '-1200', undefined],
  ['▲1,200', '-1200', undefined],
  ['(1,200)', '-1200', undefined],
  ['US$5', '5', 'USD'],
  ['1.500', '1.500', undefined],
  ['KWD 1.005', '1.005', 'KWD'],
  ['0', '0', undefined],
  ['12,000yen', '12000', 'JPY'],
  ['12,000 Yen', '12000', 'JPY'],
  ['RMB100', '100', 'CNY'],
  ['100人民元', '100', 'CNY'],
  ['税込12,000円', '12000', 'JPY'],
  ['12,000円/月', '12000', 'JPY'],
  ['$9.99/month', '9.99', 'USD'],
  ['¥12,000円', '12000', 'JPY'],
  ['-USD 1,200', '-1200', 'USD'],
  ['USD (1,200)', '-1200', 'USD'],
  ['¥-1,200', '-1200', 'JPY'],
  ['(¥1,200)', '-1200', 'JPY'],
  ['1,200-', '-1200', undefined],
  ['+5', '5', undefined],
  ['AUD $5', '5', 'AUD'],
  ['12 000,50 €', '12000.50', 'EUR'],
])('%s is %s %s', (text, decimal, currency) =>
  expect(parseMoney(text)).toEqual({ decimal, currency }),
)

const SPANS = ['500-800円', '500〜800円', '2026/11/21', '2026-11-21', '1/2', '1 2', '2026 11 21']
const MISPLACED = ['1(2)3', '(1,200', '1,200)', '--5', '+-5', '1円2', '1▲2', '1+2', '5/']

test.each([
  ...['', '円', '無料', '1,23,4', '1.2.3,4', 'USD', '12abc', '--', '1e5'],
  ...[...SPANS, ...MISPLACED, '$5円', 'ABC100', '月', '/月', '12,000/4'],
])('%j is no amount', (text) => expect(parseMoney(text)).toBeUndefined())

test('grouped and plain say the same, and nothing throws', () => {
  fc.assert(
    fc.property(fc.nat(2 ** 31 - 1), (amount) => {
      const grouped = `${amount.toLocaleString('en')}円`
      expect(parseMoney(grouped)).toEqual({ decimal: String(amount), currency: 'JPY' })
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const money = parseMoney(text)
      if (money !== undefined) expect(money.decimal).toMatch(/^-?\d+(\.\d+)?$/)
    }),
  )
})
