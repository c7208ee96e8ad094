import { foldText, hashOf } from '#language/index.ts'
import { normaliseEmail } from '../identify.ts'
import {
  mayBeOneSlipApart,
  type PreparedWord,
  prepareWord,
  similarityFrom,
} from './compare-text.ts'
import { editsUpTo2 } from './edits.ts'
import { type FieldComparison, indexOf, level } from './field-comparison.ts'

/** Addresses and handles that stand for an office, not for a person. */
const SHARED = new Set(
  `info contact hello hi office mail admin administrator support help helpdesk sales press media
  marketing team staff official pr hr jobs recruit news newsletter noreply no-reply webmaster
  postmaster root service customer customerservice inquiry inquiries otoiawase toiawase soumu eigyo
  koho kouhou saiyo shop store account accounts billing abuse security test user guest bot`
    .trim()
    .split(/\s+/),
)

export function isShared(local: string): boolean {
  return SHARED.has(local)
}

export interface PreparedEmail {
  whole: string
  /** The mailbox: without `+tag`, for Gmail also without dots. */
  mailbox: string
  local: string
  domain: string
  chosen: Chosen
  written: PreparedWord
}

/**
 * What somebody chose as a name: long words, and numbers behind them. Beside each text stands its hash:
 * that two differ is seen without reading them.
 */
interface Chosen extends PreparedWord {
  core: string
  coreHash: number
  coreChars: number
  /** The first UTF-16 unit. */
  beginning: number
  stem: string
  stemHash: number
  number: string
  /** 0 where there is no number. */
  numberHash: number
}

function chosenOf(core: string): Chosen {
  const number = /\d+$/.exec(core)?.[0] ?? ''
  const stem = core.slice(0, core.length - number.length)
  return {
    ...{
      core,
      coreHash: hashOf(core) | 0,
      coreChars: core.length,
      beginning: core.charCodeAt(0) | 0,
    },
    ...{ stem, stemHash: hashOf(stem) | 0 },
    ...{ number, numberHash: number === '' ? 0 : hashOf(number) | 1 },
    ...prepareWord(core),
  }
}

const GMAIL = new Set(['gmail.com', 'googlemail.com'])

export function prepareEmail(text: string): PreparedEmail {
  const at = text.lastIndexOf('@')
  const mailbox = at === -1 ? text : text.slice(0, at)
  const given = at === -1 ? '' : text.slice(at + 1)
  const isGmail = GMAIL.has(given)
  const domain = isGmail ? 'gmail.com' : given
  const untagged = mailbox.replace(/(?<=.)\+.*$/, '')
  const local = isGmail ? untagged.replaceAll('.', '') : untagged
  const written = prepareWord(text)
  return {
    whole: text,
    mailbox: `${local}@${domain}`,
    local,
    domain,
    chosen: chosenOf(local),
    written,
  }
}

const EMAIL_LEVELS = [
  level('exact', 0.75, 1e-7, 1),
  level('variant', 0.02, 1e-7, 1),
  level('shared', 0.03, 1e-3),
  level('same-local-part', 0.05, 3e-5, 0.5),
  level('close', 0.03, 3e-5),
  level('different', 0.12, 0.9989),
]
const [EMAIL_SHARED, SAME_LOCAL, EMAIL_CLOSE, EMAIL_DIFFERENT] = [
  ...[indexOf(EMAIL_LEVELS, 'shared'), indexOf(EMAIL_LEVELS, 'same-local-part')],
  ...[indexOf(EMAIL_LEVELS, 'close'), indexOf(EMAIL_LEVELS, 'different')],
] as [number, number, number, number]

/** Shorter parts before the @ are had by many. */
const LOCAL_CHARS_MIN = 5

function compareEmails(a: PreparedEmail, b: PreparedEmail): number {
  if (a.mailbox === b.mailbox) {
    if (isShared(a.local)) return EMAIL_SHARED
    return a.whole === b.whole ? 0 : 1
  }
  if (a.local === b.local) {
    return a.local.length >= LOCAL_CHARS_MIN && !isShared(a.local) ? SAME_LOCAL : EMAIL_DIFFERENT
  }
  if (endsInOtherNumber(a.chosen, b.chosen)) return EMAIL_DIFFERENT
  const isSlip = a.local.length >= LOCAL_CHARS_MIN && areOneSlipApart(a.written, b.written)
  return isSlip || (a.domain === b.domain && areChosenAlike(a.chosen, b.chosen))
    ? EMAIL_CLOSE
    : EMAIL_DIFFERENT
}

function areOneSlipApart(a: PreparedWord, b: PreparedWord): boolean {
  return mayBeOneSlipApart(a, b) && editsUpTo2(a.joined, b.joined) === 1
}

export const emailComparison: FieldComparison<PreparedEmail> = {
  field: 'email',
  levels: EMAIL_LEVELS,
  textOf: ({ email }) => filled(email, (text) => normaliseEmail(text) ?? foldText(text).trim()),
  prepare: prepareEmail,
  compare: compareEmails,
  frequencyKey: ({ mailbox }) => mailbox,
  frequencyMin: () => 1e-9,
  comparesEqual: true,
}

/** Reads a phone number into E.164; undefined where it is none. */
export type ReadPhone = (text: string) => string | undefined

const PHONE_LEVELS = [
  level('exact', 0.7, 1e-6, 1),
  level('close', 0.05, 1e-4),
  level('different', 0.25, 0.9999),
]

export function phoneComparison(readPhone: ReadPhone): FieldComparison<string> {
  return {
    field: 'phone',
    levels: PHONE_LEVELS,
    textOf: ({ phone }) => filled(phone, (text) => readPhone(text) ?? digitsOf(text)),
    prepare: (text) => text,
    compare: (a, b) => {
      if (a === b) return 0
      const sameEnd = a.length >= 9 && b.length >= 9 && a.slice(-9) === b.slice(-9)
      return sameEnd || (a.length >= 8 && editsUpTo2(a, b) === 1) ? 1 : 2
    },
    frequencyMin: () => 1e-8,
  }
}

function digitsOf(text: string): string | undefined {
  const digits = text.normalize('NFKC').replace(/\D/g, '')
  return digits.length < 5 ? undefined : digits
}

/** `core`: what people choose, without server, signs and case; `stem`: without digits at its end. */
export interface PreparedHandle extends Chosen {
  platform: string
  platformHash: number
  whole: string
  /** Of the words of a handle of two (`mai_miyazaki5781`), without numbers; 0 where it is none of two. */
  firstWordHash: number
  secondWordHash: number
}

export function prepareHandle(text: string): PreparedHandle {
  const [platform = '', written = ''] = text.split('\n')
  const platformHash = hashOf(platform) | 0
  const [first = '', second = '', ...more] = wordsOf(written)
  const isOfTwo = second !== '' && more.length === 0
  return {
    ...{ platform, platformHash, whole: written },
    firstWordHash: isOfTwo ? hashOf(first) | 1 : 0,
    secondWordHash: isOfTwo ? hashOf(second) | 1 : 0,
    ...chosenOf(coreOf(written)),
  }
}

/** The words before a server's name: `@mai_miyazaki5781.example` says mai and miyazaki. */
function wordsOf(handle: string): string[] {
  const [chosen = ''] = handle.replace(/^@/, '').split(/[@.]/, 1)
  return chosen.split(/[_-]+/).map((word) => word.replace(/\d+$/, ''))
}

/** `@Alice_B@example.social`, `alice-b.bsky.social`, `https://x.com/AliceB`: all `aliceb`. */
export function coreOf(handle: string): string {
  const bare = handle
    .replace(/^@/, '')
    .replace(/@.*$/, '')
    .replace(/\.bsky\.social$/, '')
  const core = bare.replace(/[^\p{L}\p{N}]/gu, '')
  return core === '' ? bare : core
}

const HANDLE_LEVELS = [
  level('exact', 0.05, 1e-9),
  level('other-platform', 0.36, 1e-5, 1),
  level('shared', 0.01, 1e-3),
  level('close', 0.12, 1e-3, 0.25),
  // The same word with another number behind: what people do where a name is taken.
  level('part', 0.1, 3e-4),
  level('two-accounts', 0.08, 0.4),
  level('different', 0.27, 0.48),
  // `mai_miyazaki`, `takuya_miyazaki`: two of one family.
  level('conflict', 0.01, 0.02),
]
const [OTHER_PLATFORM, HANDLE_SHARED, HANDLE_CLOSE, HANDLE_PART] = [
  ...[indexOf(HANDLE_LEVELS, 'other-platform'), indexOf(HANDLE_LEVELS, 'shared')],
  ...[indexOf(HANDLE_LEVELS, 'close'), indexOf(HANDLE_LEVELS, 'part')],
] as [number, number, number, number]
const TWO_ACCOUNTS = indexOf(HANDLE_LEVELS, 'two-accounts')
const HANDLE_DIFFERENT = indexOf(HANDLE_LEVELS, 'different')
const HANDLE_CONFLICT = indexOf(HANDLE_LEVELS, 'conflict')

function compareHandles(a: PreparedHandle, b: PreparedHandle): number {
  const samePlatform =
    a.platformHash === b.platformHash && a.platform === b.platform && a.platform !== ''
  if (a.coreHash === b.coreHash && a.core === b.core) {
    if (samePlatform && a.whole === b.whole) return 0
    if (a.coreChars >= 2) return isShared(a.core) ? HANDLE_SHARED : OTHER_PLATFORM
  }
  if (areChosenAlike(a, b)) return HANDLE_CLOSE
  if (!samePlatform && haveSameStem(a, b)) return HANDLE_PART
  if (areOfOneFamily(a, b)) return HANDLE_CONFLICT
  return samePlatform ? TWO_ACCOUNTS : HANDLE_DIFFERENT
}

/** Where the other words are alike from here on they are one word, cut or misspelt. */
const WORDS_ALIKE_FROM = 0.85

/** Two words each, of which they share one; the other is neither cut short nor misspelt. */
function areOfOneFamily(a: PreparedHandle, b: PreparedHandle): boolean {
  if (a.firstWordHash === 0 || b.firstWordHash === 0) return false
  const isFirstShared = a.firstWordHash === b.firstWordHash
  if (isFirstShared === (a.secondWordHash === b.secondWordHash)) return false
  const at = isFirstShared ? 1 : 0
  const [one = '', other = ''] = [wordsOf(a.whole)[at], wordsOf(b.whole)[at]]
  if (one.startsWith(other) || other.startsWith(one)) return false
  return similarityFrom(WORDS_ALIKE_FROM, prepareWord(one), prepareWord(other)) < WORDS_ALIKE_FROM
}

const LONG_CHARS_MIN = 6
const LONGER_CHARS_MIN = 9
const CHOSEN_FROM = 0.95

/** One slip apart, or the same long stem with digits behind on one side only. */
function areChosenAlike(a: Chosen, b: Chosen): boolean {
  const chars = Math.min(a.coreChars, b.coreChars)
  if (chars < LONG_CHARS_MIN || endsInOtherNumber(a, b)) return false
  if (areSameStems(a, b)) return a.stem.length >= LONG_CHARS_MIN
  if (Math.abs(a.coreChars - b.coreChars) <= 1 && areOneSlipApart(a, b)) return true
  if (a.beginning !== b.beginning || chars < LONGER_CHARS_MIN) return false
  return similarityFrom(CHOSEN_FROM, a, b) >= CHOSEN_FROM
}

function areSameStems(a: Chosen, b: Chosen): boolean {
  return a.stemHash === b.stemHash && a.stem === b.stem
}

/** `takuya_ono2389`, `takuya_ono5179`: a long word is seldom chosen by two people. */
function haveSameStem(a: Chosen, b: Chosen): boolean {
  return areSameStems(a, b) && a.stem.length >= LONGER_CHARS_MIN - 1
}

/** `tanaka1`, `tanaka2`: numbers at the end are what tells such handles apart. */
function endsInOtherNumber(a: Chosen, b: Chosen): boolean {
  if (a.numberHash === 0 || b.numberHash === 0) return false
  return a.numberHash !== b.numberHash || a.number !== b.number
}

export const handleComparison: FieldComparison<PreparedHandle> = {
  field: 'handle',
  levels: HANDLE_LEVELS,
  textOf: ({ handle, platform }) =>
    filled(handle, (text) => `${foldText(platform ?? '').trim()}\n${foldText(text).trim()}`),
  prepare: prepareHandle,
  compare: compareHandles,
  frequencyKey: ({ core }) => core,
  // Short handles are taken by somebody everywhere.
  frequencyMin: ({ core }) => Math.max(1e-7, 0.03 * 0.2 ** Math.max(0, core.length - 2)),
  comparesEqual: true,
}

export function filled<Value>(
  text: string | undefined,
  read: (text: string) => Value,
): Value | undefined {
  return text === undefined || text.trim() === '' ? undefined : read(text)
}
