import type { IncomingHandle } from '#vocabulary/index.ts'

/** Something that at most one person has, vouched for by a platform. */
export interface ExactSignal {
  kind: 'email' | 'link' | 'account'
  /** Normalised, so that equal signals are equal strings. */
  value: string
}

/**
 * The signals by which two handles are the same person without further judgement:
 *
 * - `email`: an address that the platform vouches for;
 * - `link`: a page that links back (rel=me) and so belongs to whoever holds the handle; it meets
 *   the account whose own page it is;
 * - `account`: the page that the platform gives each account. Feeds, mails, files and lists give none.
 *
 * Display names are never among them: anybody may call themselves 田中太郎, many are called so, and
 * taking somebody's name is the usual way to pass for them. The same holds for avatars, bios and
 * links that nobody verified. A mail's sender address can be forged, so it counts only where
 * `verifiedEmail` says that it was checked. Values that cannot be normalised are left out.
 *
 * What a list of contacts says is no signal: the address in it is the address's own account on the
 * platform `mail`, where the list and a mailbox meet by its id, but no platform has checked that the
 * person holds it. If it joined the address to an account elsewhere, a forged mail would speak in
 * that account's name.
 *
 * A verified page may still be shared (a team's page that names all its members), so two handles
 * that verify the same third page are not joined by it.
 */
export function exactSignals(handle: IncomingHandle): ExactSignal[] {
  const signals: ExactSignal[] = []
  const email = normaliseEmail(handle.verifiedEmail ?? '')
  if (email !== null) signals.push({ kind: 'email', value: email })
  const links = (handle.verifiedLinks ?? []).map(normaliseLink).filter((link) => link !== null)
  for (const value of new Set(links)) signals.push({ kind: 'link', value })
  const page = ownPage(handle)
  if (page !== null) signals.push({ kind: 'account', value: page })
  return signals
}

const WITHOUT_PAGES = new Set(['feed', 'mail', 'file', 'list'])

function ownPage(handle: IncomingHandle): string | null {
  if (handle.url === undefined || WITHOUT_PAGES.has(handle.platform)) return null
  return normaliseLink(handle.url)
}

const EMAIL = /^([^\s@<>"(),:;[\]\\]+)@([^\s@/?#:]+\.[^\s@/?#:]+)$/

/**
 * An address in one form: NFKC, domain in lower case and punycode. The part before the @ is lowered
 * too: RFC 5321 allows a server to tell cases apart, none in use does. Dots and +tags stay, because
 * what they mean differs from provider to provider. Null for what is no address.
 */
export function normaliseEmail(address: string): string | null {
  const match = EMAIL.exec(address.normalize('NFKC').trim())
  const domain = URL.parse(`http://${match?.[2] ?? ''}`)?.hostname
  if (match?.[1] === undefined || domain === undefined || domain === '') return null
  return `${match[1].toLowerCase()}@${domain.replace(/\.$/, '')}`
}

/**
 * A link in one form: without scheme, `www.`, default port, trailing slash and fragment; host in
 * lower case and punycode. The query stays: `?id=1` and `?id=2` may be two people. Null for what is
 * no web address.
 */
export function normaliseLink(link: string): string | null {
  const url = URL.parse(link.trim())
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') return null
  const host = url.host.replace(/^www\./, '')
  return `${host}${url.pathname.replace(/\/+$/, '')}${url.search}`
}
