import { currencyExponent, isKnownCurrency } from '#vocabulary/index.ts'

/**
 * Digits behind the point in Stripe's amounts where they are not two
 * (https://docs.stripe.com/currencies#zero-decimal). ISK and UGX come with two for old times' sake.
 */
const ZERO = words('BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF')
const THREE = words('BHD JOD KWD OMR TND')

/** An amount of Stripe in our minor unit; undefined where it is no amount. */
export function stripeMoney(
  amount: unknown,
  currency: unknown,
): { valueMinor: number; currency: string } | undefined {
  const code = typeof currency === 'string' ? currency.toUpperCase() : ''
  if (!isKnownCurrency(code) || !Number.isSafeInteger(amount)) return undefined
  const theirs = ZERO.has(code) ? 0 : THREE.has(code) ? 3 : 2
  const shift = currencyExponent(code) - theirs
  const valueMinor =
    shift >= 0 ? Number(amount) * 10 ** shift : Math.round(Number(amount) / 10 ** -shift)
  return Number.isSafeInteger(valueMinor) ? { valueMinor, currency: code } : undefined
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}
