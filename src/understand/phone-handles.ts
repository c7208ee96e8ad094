import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import type { IncomingHandle } from '#vocabulary/index.ts'

/** The platform of phone numbers. */
const PHONE = 'phone'

/**
 * The account that a number is: somebody's own. Webhooks and lists that give the same one mean the same
 * person.
 */
export function ownNumber(number: string): IncomingHandle {
  return { platform: PHONE, externalId: number }
}

/**
 * The account that somebody has on a line that others may answer as well: of an office, of a household.
 * It is theirs alone by `scope`, which says who they are, so that colleagues aren't taken for one person;
 * the number is what it is called.
 */
function lineOf(number: string, scope: string): IncomingHandle {
  const hash = createHash('sha256').update(scope).digest('hex').slice(0, 16)
  return { platform: PHONE, externalId: `${number}/${hash}`, username: number }
}

/** A number in E.164 as the account of whom `scope` names: mobiles are one person's, lines may be shared. */
export function phoneHandle(number: string, scope: string): IncomingHandle {
  return isMobile(number) ? ownNumber(number) : lineOf(number, scope)
}

/** The number, in E.164, that an account is reached by; undefined for accounts elsewhere. */
export function numberOf({
  platform,
  externalId,
}: Pick<IncomingHandle, 'platform' | 'externalId'>): string | undefined {
  return platform === PHONE ? externalId.replace(/\/[0-9a-f]{16}$/, '') : undefined
}

/** Whether a number in E.164 is one of a mobile; where a country doesn't tell them apart (US), it may be. */
function isMobile(number: string): boolean {
  if (number.startsWith('+81')) return /^\+81[789]0\d{8}$/.test(number)
  // Its tables (100 kB) are only loaded for the first number from abroad.
  parse ??= (require('libphonenumber-js/mobile') as Library).parsePhoneNumberFromString
  return parse(number)?.isValid() === true
}

type Library = typeof import('libphonenumber-js/mobile')

const require = createRequire(import.meta.url)
let parse: Library['parsePhoneNumberFromString'] | undefined
