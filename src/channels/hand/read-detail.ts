import { phoneHandle, readPhone } from '#understand/index.ts'
import {
  type ContactDetailKind,
  EnishiError,
  type IncomingHandle,
  LIMITS,
  type Words,
} from '#vocabulary/index.ts'
import { handleOfPage, mailAddress, mailHandle, namedHandle } from '../file/list-handles.ts'
import { platformNamed } from '../file/platform-names.ts'

/** A mail address, a phone number or an account as a member writes it. */
export interface WrittenDetail {
  kind: ContactDetailKind
  /** The address, the number, or what the account is called there, or the address of its page. */
  text: string
  /** Of accounts only; the address of a page may say it by itself. */
  platform?: string | undefined
}

/**
 * The account that a written contact detail means: the same one that lists, mailboxes and webhooks give
 * it. Numbers that name no country are read as in `country`;
 * those that others may share are the account of whom `scope` names. Throws `bad-input` with the field at fault.
 */
export function readDetail(
  written: WrittenDetail,
  { country, scope }: { country: string; scope: string },
  field = 'text',
): IncomingHandle {
  const text = written.text.normalize('NFKC').trim()
  const kind = kindOf(written)
  if (kind === 'email') return mailOf(text, field)
  if (kind === 'phone') {
    const number = readPhone(text, country)
    if (number === undefined) throw new EnishiError('bad-input', NO_NUMBER, { field })
    return phoneHandle(number, scope)
  }
  return accountOf(text, written.platform, field)
}

/** An account at `mail` is an address, whatever it was filed under. */
function kindOf({ kind, platform }: WrittenDetail): ContactDetailKind {
  const named = kind === 'account' && platform !== undefined ? platformNamed(platform) : kind
  if (named === 'mail') return 'email'
  return named === 'phone' ? 'phone' : kind
}

function mailOf(text: string, field: string): IncomingHandle {
  const address = mailAddress(text)
  if (address === null || /\s/.test(text)) throw new EnishiError('bad-input', NO_ADDRESS, { field })
  return mailHandle(address)
}

function accountOf(text: string, platform: string | undefined, field: string): IncomingHandle {
  const isPage = /^https?:\/\//i.test(text)
  const page = isPage ? (handleOfPage(text) ?? mastodonPage(text)) : undefined
  const isSaid = platform !== undefined && platform.trim() !== ''
  if (page !== undefined && (!isSaid || platformNamed(platform) === page.platform)) return page
  if (!isSaid) throw new EnishiError('bad-input', NO_PLATFORM, { field })
  const name = isPage ? lastOfPath(text) : text
  const handle = namedHandle(platform, name)
  if (handle.externalId.trim() === '') throw new EnishiError('bad-input', NO_NAME, { field })
  return isPage ? { ...handle, url: text.slice(0, LIMITS.urlCharsMax) } : handle
}

/** Elsewhere `/@name` is the page of an account of the fediverse. */
const NOT_MASTODON =
  /(?:^|\.)(?:youtube|tiktok|threads|medium|note|flickr|pinterest)\.(?:com|net)$/i

function mastodonPage(text: string): IncomingHandle | undefined {
  const url = URL.parse(text)
  const name = url === null ? undefined : /^\/@([\w.-]+)\/?$/.exec(url.pathname)?.[1]
  if (url === null || name === undefined || NOT_MASTODON.test(url.hostname)) return undefined
  return { platform: 'mastodon', externalId: `${name}@${url.host}`, isByUsername: true }
}

function lastOfPath(text: string): string {
  const path = URL.parse(text)?.pathname ?? ''
  return path.split('/').filter(Boolean).at(-1)?.replace(/^@/, '') ?? ''
}

const NO_ADDRESS: Words = {
  en: 'This is no mail address. Write it as name@example.com.',
  ja: 'メールアドレスの形になっていません。name@example.com のように入力してください。',
}
const NO_NUMBER: Words = {
  en: 'This is no phone number. Write it with its area code, or with + and its country.',
  ja: '電話番号として読み取れません。市外局番から、または + と国番号から入力してください。',
}
const NO_PLATFORM: Words = {
  en: 'Say on which platform the account is.',
  ja: 'どの媒体のアカウントかを指定してください。',
}
const NO_NAME: Words = {
  en: 'Say what the account is called there.',
  ja: 'アカウント名を入力してください。',
}
