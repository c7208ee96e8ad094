import { createHash } from 'node:crypto'
import { numberOf, ownNumber, readPlainPhone } from '#understand/index.ts'
import type { IncomingHandle } from '#vocabulary/index.ts'
import { platformNamed } from './platform-names.ts'

/** The platform of people of whom a list gives no account: their ids mean something in that list only. */
export const LIST = 'list'
const MAIL = 'mail'
const PHONE = 'phone'

const ADDRESS = /^[^\s@<>"(),:;[\]\\]+@[^\s@/?#:]+\.[^\s@/?#:]+$/

/** The mail address in a cell (the first of several); null for what is none. */
export function mailAddress(cell: string): string | null {
  return mailAddresses(cell)[0] ?? null
}

/** The same for each of several in one cell, in their order; null for each that is none. */
export function mailAddresses(cell: string): (string | null)[] {
  const written = cell.normalize('NFKC').split(/[\s;,、]+/)
  return written
    .filter((one) => one !== '')
    .map((one) => one.replace(/^mailto:/i, ''))
    .map((bare) => (ADDRESS.test(bare) ? bare.toLowerCase() : null))
}

/** The account of a mail address: the same one that a mailbox gives it. Nobody has verified it. */
export function mailHandle(address: string): IncomingHandle {
  return { platform: MAIL, externalId: address }
}

/** An account by its number in a list. Outside of that list the number means nothing. */
export function listHandle(id: string, scope: string): IncomingHandle {
  return { platform: LIST, externalId: `${scope}:${id}` }
}

/** Somebody of whom a list says only who they are, not where they are found. */
export function namelessHandle(
  said: readonly (string | undefined)[],
  scope: string,
): IncomingHandle {
  const hash = createHash('sha256').update(JSON.stringify(said.map((text) => text ?? '')))
  return listHandle(`sha256:${hash.digest('hex').slice(0, 32)}`, scope)
}

/** Accounts as cells name them, several one a line; undefined where a platform is missing. */
export function namedHandles(
  platforms: string | undefined,
  handles: string | undefined,
): IncomingHandle[] | undefined {
  const named = linesOf(handles)
  const on = linesOf(platforms)
  if (named.length > 0 && on.length !== named.length && on.length !== 1) return undefined
  return named.map((handle, i) => namedHandle(on[i] ?? on[0] ?? '', handle))
}

function linesOf(cell: string | undefined): string[] {
  const lines = (cell ?? '').split(/\r?\n/).map((line) => line.trim())
  return lines.filter((line) => line !== '')
}

/** Lists have what people write to address an account; the log may know it by a better id. */
export function namedHandle(platformName: string, cell: string): IncomingHandle {
  const platform = platformNamed(platformName)
  if (platform === LIST) return { platform, externalId: cell }
  if (platform === MAIL) return { platform, externalId: cell.toLowerCase() }
  // As webhooks give numbers, so that the same one is the same account.
  if (platform === PHONE) return numberNamed(cell)
  const externalId = cell.replace(/^[@＠]/, '')
  // Nobody addresses people by DIDs and URIs: these are ids.
  const isId = /^did:|:\/\//i.test(externalId)
  return isId ? { platform, externalId } : { platform, externalId, isByUsername: true }
}

/** A number, or an account on a line as an export has written it. */
function numberNamed(cell: string): IncomingHandle {
  const number = numberOf({ platform: PHONE, externalId: cell })
  if (number !== undefined && number !== cell) {
    return { platform: PHONE, externalId: cell, username: number }
  }
  return ownNumber(readPlainPhone(cell) ?? cell)
}

/** Where an address says which account it is the page of. */
const PAGES: readonly (readonly [RegExp, string])[] = [
  [/^(?:www\.|mobile\.)?(?:twitter|x)\.com\/(\w{1,20})\/?$/i, 'x'],
  [/^bsky\.app\/profile\/([\w.:-]+)\/?$/i, 'bluesky'],
  [/^(?:www\.)?instagram\.com\/([\w.]+)\/?$/i, 'instagram'],
  [/^(?:www\.)?github\.com\/([\w-]+)\/?$/i, 'github'],
  [/^(?:www\.)?linkedin\.com\/in\/([^/?#]+)\/?$/i, 'linkedin'],
]

/** The account whose own page an address is, where the address itself says so. */
export function handleOfPage(url: string): IncomingHandle | undefined {
  const bare = url.replace(/^https?:\/\//i, '').replace(/[?#].*$/, '')
  for (const [page, platform] of PAGES) {
    const externalId = page.exec(bare)?.[1]
    if (externalId !== undefined) return { platform, externalId, isByUsername: true }
  }
  return undefined
}
