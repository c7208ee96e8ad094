import { createHmac } from 'node:crypto'
import type { IncomingHandle, TombstoneKind } from '#vocabulary/index.ts'
import { exactSignals, normaliseEmail } from '../identify.ts'
import { readPlainPhone } from '../matching/index.ts'

/** Something by which somebody is known, as text; it is kept as a hash only. */
export interface KnownBy {
  kind: TombstoneKind
  text: string
}

/** On these a username is a name among many, or there is none: it tells nobody apart. */
const WITHOUT_USERNAMES: ReadonlySet<string> = new Set([
  ...['feed', 'mail', 'file', 'list', 'phone'],
])
const MAIL = 'mail'
const PHONE = 'phone'

/**
 * By what a handle that is erased will be known again. A page that somebody verified may be shared (a
 * team's), so it is marked apart from the account's own page: see {@link meetingsOf}.
 */
export function marksOf(handle: IncomingHandle): KnownBy[] {
  return [
    ...accountOf(handle),
    ...usernameOf(handle),
    ...emailsOf(handle),
    ...phoneOf(handle),
    ...exactSignals(handle).flatMap(({ kind, value }): KnownBy[] =>
      kind === 'email' ? [] : [{ kind: 'link', text: `${pageOrLink(kind)}\n${value}` }],
    ),
  ]
}

/**
 * What a handle that arrives is looked up by. Its own page meets the page or a verified link of who was
 * erased; a link that it verifies meets only the page, as two who verify one page may be colleagues.
 */
export function meetingsOf(handle: IncomingHandle): KnownBy[] {
  return [
    ...accountOf(handle),
    ...usernameOf(handle),
    ...emailsOf(handle),
    ...phoneOf(handle),
    ...exactSignals(handle).flatMap(({ kind, value }): KnownBy[] => {
      if (kind === 'email') return []
      const page: KnownBy = { kind: 'link', text: `page\n${value}` }
      return kind === 'account' ? [page, { kind: 'link', text: `link\n${value}` }] : [page]
    }),
  ]
}

/** A post by its key at the source: answers to it and its deletion name the key alone. */
export function markOfPost(platform: string, externalKey: string): KnownBy {
  return { kind: 'post', text: `${platform}\n${externalKey}` }
}

function pageOrLink(kind: 'link' | 'account'): 'link' | 'page' {
  return kind === 'account' ? 'page' : 'link'
}

function accountOf({ platform, externalId }: IncomingHandle): KnownBy[] {
  return [{ kind: 'account', text: `${platform}\n${externalId}` }]
}

function usernameOf({ platform, externalId, username, isByUsername }: IncomingHandle): KnownBy[] {
  const name = username ?? (isByUsername ? externalId : undefined)
  const bare = name?.trim().replace(/^@/, '').toLowerCase()
  if (bare === undefined || bare === '' || WITHOUT_USERNAMES.has(platform)) return []
  return [{ kind: 'username', text: `${platform}\n${bare}` }]
}

function emailsOf({ platform, externalId, verifiedEmail }: IncomingHandle): KnownBy[] {
  const said = [verifiedEmail, platform === MAIL ? externalId : undefined]
  const emails = said.flatMap((one) => normaliseEmail(one ?? '') ?? [])
  return [...new Set(emails)].map((text) => ({ kind: 'email', text }))
}

/** However it is written: `090-1234-5678` and `+81 90 1234 5678` are one number. */
function phoneOf({ platform, externalId }: IncomingHandle): KnownBy[] {
  const number = platform === PHONE ? readPlainPhone(externalId) : undefined
  return number === undefined ? [] : [{ kind: 'phone', text: number }]
}

/** HMAC-SHA-256 (RFC 2104) of kind and text under the workspace's key. */
export function tombstoneHash(key: Uint8Array, { kind, text }: KnownBy): Buffer {
  return createHmac('sha256', key).update(`${kind}\n${text}`).digest()
}
