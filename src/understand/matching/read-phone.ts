import { createRequire } from 'node:module'
import type { ReadPhone } from './compare-contacts.ts'

/** National numbers as they are written where a number says no country: Japan. */
const DEFAULT_COUNTRY = 'JP'
const JAPANESE = /^0\d{9,10}$/
const INTERNATIONAL = /^\+[1-9]\d{7,14}$/

/** Most numbers need no table: `090-1234-5678`, `+81 90 1234 5678`. */
export function readPlainPhone(text: string): string | undefined {
  const plain = plainOf(text)
  if (INTERNATIONAL.test(plain)) return plain.replace(/^\+81(?:0)/, '+81')
  return JAPANESE.test(plain) ? `+81${plain.slice(1)}` : undefined
}

function plainOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/^\s*tel[:.]?/i, '')
    .replace(/[\s().\-‐-―−ー/]/g, '')
}

/**
 * Reads numbers into E.164; those that name no country are taken for Japanese ones. The tables of
 * libphonenumber (80 kB) are only loaded for the first number that needs them.
 */
export const readAnyPhone: ReadPhone = (text) => readPhone(text, DEFAULT_COUNTRY)

/** What stands behind a number within a house: `内線12`, `ext. 12`. */
const EXTENSION = /\s*(?:内線|ext(?:ension)?\.?|x)\s*:?\s*\d{1,7}\s*$/i

/**
 * Reads a number into E.164, by the country (ISO 3166, two letters) in which it is written where it names
 * none itself; an extension is left out. Undefined for what is no number of that country.
 */
export function readPhone(text: string, country: string): string | undefined {
  const bare = text.normalize('NFKC').replace(EXTENSION, '')
  const isPlain = country === DEFAULT_COUNTRY || plainOf(bare).startsWith('+')
  const plain = isPlain ? readPlainPhone(bare) : undefined
  if (plain !== undefined) return plain
  const { parsePhoneNumberFromString, isSupportedCountry } = library()
  const known = isSupportedCountry(country) ? country : DEFAULT_COUNTRY
  const parsed = parsePhoneNumberFromString(bare, known)
  return parsed?.isPossible() === true ? parsed.number : undefined
}

type Library = typeof import('libphonenumber-js/min')

const require = createRequire(import.meta.url)
let loaded: Library | undefined

function library(): Library {
  loaded ??= require('libphonenumber-js/min') as Library
  return loaded
}

let countryOfZone: ReadonlyMap<string, string> | undefined

/**
 * The country in which numbers of a workspace are written that name none: that of its time zone, else
 * (UTC) that of its language.
 */
export function phoneCountryOf(timeZone: string, language: 'ja' | 'en' = 'ja'): string {
  countryOfZone ??= new Map(
    library()
      .getCountries()
      .flatMap((country) => zonesOf(country).map((zone) => [zone, country] as const)),
  )
  return countryOfZone.get(timeZone) ?? (language === 'ja' ? DEFAULT_COUNTRY : 'US')
}

/** By the tables of the runtime (CLDR). */
function zonesOf(country: string): string[] {
  const locale = new Intl.Locale('und', { region: country }) as Intl.Locale & {
    getTimeZones?: () => string[] | undefined
  }
  return locale.getTimeZones?.() ?? []
}
