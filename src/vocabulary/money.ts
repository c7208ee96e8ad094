const exponents = new Map<string, number>()

/** Three capital letters, as ISO 4217 writes currencies. */
export function isCurrency(text: string): boolean {
  return /^[A-Z]{3}$/.test(text)
}

const KNOWN: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/** A currency that exists, or did. */
export function isKnownCurrency(code: string): boolean {
  return KNOWN.has(code)
}

/** Digits behind the point in this currency (ISO 4217): JPY 0, USD 2, KWD 3; 2 where it is unknown. */
export function currencyExponent(currency: string): number {
  const known = exponents.get(currency)
  if (known !== undefined) return known
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  const exponent = format.resolvedOptions().maximumFractionDigits ?? 2
  exponents.set(currency, exponent)
  return exponent
}

/**
 * A decimal (`12000`, `-12.50`) in the currency's minor unit; undefined where it is no decimal, has
 * finer parts than the currency, or is too large to be counted exactly.
 */
export function minorOfDecimal(decimal: string, currency: string): number | undefined {
  const match = /^(-?)(\d{1,18})(?:\.(\d{1,20}))?$/.exec(decimal)
  if (match === null || !isCurrency(currency)) return undefined
  const [, sign = '', whole = '0', fraction = ''] = match
  const exponent = currencyExponent(currency)
  const parts = fraction.replace(/0+$/, '')
  if (parts.length > exponent) return undefined
  const minor = Number(`${sign}${whole}${parts.padEnd(exponent, '0')}`)
  if (!Number.isSafeInteger(minor)) return undefined
  return minor === 0 ? 0 : minor
}

/** The decimal of a minor unit: 1250 in USD is `12.50`, in JPY `1250`. */
export function decimalOfMinor(minor: number, currency: string): string {
  const exponent = currencyExponent(currency)
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0')
  const sign = minor < 0 ? '-' : ''
  if (exponent === 0) return `${sign}${digits}`
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`
}
