import { type JsonObject, knownFields, textOfHtml } from '#listen/index.ts'
import type { HandleKind, IncomingHandle } from '#vocabulary/index.ts'
import { objectsOf, requiredObject, requiredText, textOf } from '../json-fields.ts'
import { linksOfHtml } from './links.ts'

export const PLATFORM = 'mastodon'

/**
 * An Account entity (https://docs.joinmastodon.org/entities/Account/). Its id is the profile's URL:
 * global, and what mentions carry too; the actor's URI is missing there and on GoToSocial.
 */
export function readAccount(value: unknown, path: string): IncomingHandle {
  const account = requiredObject(value, path)
  const { uri, url, display_name: name, note } = account
  const externalId = textOf(url) ?? requiredText(uri, `${path}.url`)
  return knownFields({
    platform: PLATFORM,
    externalId,
    username: usernameOf(account, externalId),
    displayName: typeof name === 'string' ? name : undefined,
    url: textOf(url),
    avatarUrl: textOf(account.avatar),
    bio: typeof note === 'string' ? textOfHtml(note) : undefined,
    kind: kindOf(account),
    verifiedLinks: verifiedLinksOf(account),
  })
}

/** A Mention: an account known only by address. */
export function readMention(mention: JsonObject): IncomingHandle | undefined {
  const externalId = textOf(mention.url) ?? textOf(mention.uri)
  if (externalId === undefined) return undefined
  return knownFields({
    platform: PLATFORM,
    externalId,
    username: usernameOf(mention, externalId),
    url: textOf(mention.url),
  })
}

/** `user@host`; a server leaves out the host of its own accounts. */
function usernameOf(account: JsonObject, externalId: string): string | undefined {
  const acct = textOf(account.acct) ?? textOf(account.username)
  if (acct === undefined || acct.includes('@')) return acct
  const host = URL.parse(textOf(account.url) ?? externalId)?.host
  return host === undefined ? acct : `${acct}@${host}`
}

function kindOf(account: JsonObject): HandleKind | undefined {
  if (account.group === true) return 'group'
  return account.bot === true ? 'bot' : undefined
}

function verifiedLinksOf(account: JsonObject): string[] | undefined {
  const verified = objectsOf(account.fields).filter((field) => textOf(field.verified_at))
  const links = verified.flatMap((field) => {
    const value = textOf(field.value) ?? ''
    return value.startsWith('http') ? [value] : linksOfHtml(value)
  })
  return links.length === 0 ? undefined : links
}
