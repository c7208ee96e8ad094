import { createRequire } from 'node:module'
import type { ReadPhone } from './compare-contacts.ts'

/** National numbers as they are written where a number says no country: Japan. */
const DEFAULT_COUNTRY = 'JP'
const JAPANESE = /^0\d{9,10}$/
const INTERNATIONAL = /^\+[1-9]\d{7,14}$/

/** Most numbers need no table: `090-1234-5678`, `+81 90 1234 5678`. */
export function readPlainPhone(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/^\s*tel[:.]?/i, '')
    .replace(/[\s().\-‐-―−ー/]/g, '')
  if (INTERNATIONAL.test(plain)) return plain.replace(/^\+81(?:0)/, '+81')
  return JAPANESE.test(plain) ? `+81${plain.slice(1)}` : undefined
}

/**
 * Reads numbers into E.164; those that name no country are taken for Japanese ones. The tables of
 * libphonenumber (80 kB) are only loaded for the first number that needs them.
 */
export const readAnyPhone: ReadPhone = (text) => {
  const plain = readPlainPhone(text)
  if (plain !== undefined) return plain
  parse ??= (require('libphonenumber-js/min') as Library).parsePhoneNumberFromString
  const parsed = parse(text.normalize('NFKC'), DEFAULT_COUNTRY)
  return parsed?.isPossible() === true ? parsed.number : undefined
}

type Library = typeof import('libphonenumber-js/min')

const require = createRequire(import.meta.url)
let parse: Library['parsePhoneNumberFromString'] | undefined
