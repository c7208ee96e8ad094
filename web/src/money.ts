import { formatMoney } from './format.ts'
import type { InterfaceLanguage } from './terms.ts'

/** Currencies that forms offer; the one that is there already stands beside them. */
export const CURRENCIES = ['JPY', 'USD', 'EUR', 'GBP', 'CNY', 'KRW', 'TWD', 'SGD', 'AUD'] as const

/** Digits behind the point (ISO 4217). */
function exponentOf(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}

/** Minor units (digits, as a sum may be more than a number holds) as the language writes money. */
export function formatMinor(minor: string, currency: string, language: InterfaceLanguage): string {
  const exponent = exponentOf(currency)
  const digits = minor.padStart(exponent + 1, '0')
  const whole = digits.slice(0, digits.length - exponent)
  const value = exponent === 0 ? whole : `${whole}.${digits.slice(-exponent)}`
  return formatMoney(value, currency, language)
}

const MYRIADS: Record<string, number> = { 万: 10_000, 億: 100_000_000, 兆: 1_000_000_000_000 }
const MINOR_MAX = 10 ** 15

/**
 * An amount as people type it (`1,200,000`, `１２０万`, `1億2,000万円`, `12.50`) in minor units; null
 * for nothing, undefined for what is no amount of that currency.
 */
export function readAmount(text: string, currency: string): number | null | undefined {
  const plain = text.normalize('NFKC').replace(/[,\s¥$€£円元]/g, '')
  if (plain === '') return null
  if (!/^(\d+(\.\d+)?[兆億万]?)+$/.test(plain)) return undefined
  let value = 0
  for (const [, number = '', unit = ''] of plain.matchAll(/(\d+(?:\.\d+)?)([兆億万]?)/g)) {
    value += Number(number) * (MYRIADS[unit] ?? 1)
  }
  const minor = value * 10 ** exponentOf(currency)
  const whole = Math.round(minor)
  // What is left is the rounding of binary fractions, or a part finer than the currency.
  if (Math.abs(minor - whole) > 1e-6 * Math.max(1, minor) || whole > MINOR_MAX) return undefined
  return whole
}
