import { isJsonObject, type JsonObject, knownFields } from '#listen/index.ts'
import { HANDLE_KINDS, type HandleKind, type IncomingHandle } from '#vocabulary/index.ts'
import {
  excerptOf,
  listOf,
  optionalText,
  RefusedRecord,
  requiredText,
  textOf,
} from '../json-fields.ts'

/** The platform of accounts and posts of which the file does not say one. */
export const PLATFORM_UNSAID = 'file'

/** The ActivityStreams actor types, and what they say about who is behind a handle. */
const ACTOR_KINDS: ReadonlyMap<string, HandleKind> = new Map([
  ['Person', 'person'],
  ['Organization', 'organisation'],
  ['Application', 'bot'],
  ['Service', 'bot'],
  ['Group', 'group'],
])

/** Whether the value is, as far as it says, an account. */
export function isHandle(value: unknown): boolean {
  return isJsonObject(value) && ('handle' in value || ACTOR_KINDS.has(typeOf(value)))
}

/**
 * An account: `{platform, handle, name?, url?, ...}`, or as ActivityStreams has
 * it, an actor with an id, the id alone, or an array of one of these. `platform`
 * is what is taken where the account itself does not say.
 */
export function readHandle(value: unknown, path: string, platform?: string): IncomingHandle {
  const actor = listOf(value)[0]
  if (actor === undefined) throw new RefusedRecord({ reason: 'missing-field', field: path })
  if (typeof actor === 'string') return bareHandle(requiredText(actor, path), platform)
  if (!isJsonObject(actor)) {
    throw new RefusedRecord({ reason: 'bad-field', field: path, detail: excerptOf(actor) })
  }
  return 'handle' in actor || 'platform' in actor
    ? readOwnForm(actor, path, platform)
    : readActor(actor, path, platform)
}

/** The same handle in the form that `readHandle` reads. */
export function writeHandle(handle: IncomingHandle): JsonObject {
  const { externalId, username, displayName, avatarUrl, ...rest } = handle
  return {
    ...rest,
    handle: externalId,
    ...(displayName === undefined ? {} : { name: displayName }),
    ...(avatarUrl === undefined ? {} : { avatar: avatarUrl }),
    // Left out it would be read as the handle itself, so that there is none has to be said.
    ...(username === undefined ? withoutUsername(externalId) : { username }),
  }
}

function withoutUsername(externalId: string): JsonObject {
  return isAddress(externalId) ? { username: null } : {}
}

function bareHandle(externalId: string, platform = PLATFORM_UNSAID): IncomingHandle {
  const handle = { platform, externalId }
  return /^https?:\/\//i.test(externalId) ? { ...handle, url: externalId } : handle
}

function readOwnForm(actor: JsonObject, path: string, platform?: string): IncomingHandle {
  const externalId = requiredText(actor.handle, `${path}.handle`)
  return knownFields({
    platform: textOf(actor.platform) ?? platform ?? requiredText(undefined, `${path}.platform`),
    externalId,
    username: usernameOf(actor, externalId, path),
    displayName: optionalText(actor.name, `${path}.name`),
    url: optionalText(actor.url, `${path}.url`),
    avatarUrl: optionalText(actor.avatar, `${path}.avatar`),
    bio: optionalText(actor.bio, `${path}.bio`),
    kind: kindOf(actor, path),
    verifiedEmail: optionalText(actor.verifiedEmail, `${path}.verifiedEmail`),
    verifiedLinks: linksOf(actor.verifiedLinks, path),
  })
}

function readActor(actor: JsonObject, path: string, platform?: string): IncomingHandle {
  const externalId = requiredText(actor.id ?? actor['@id'], `${path}.id`)
  return knownFields({
    ...bareHandle(externalId, platform),
    username: optionalText(actor.preferredUsername, `${path}.preferredUsername`),
    displayName: optionalText(actor.name, `${path}.name`),
    url: textOf(actor.url) ?? bareHandle(externalId).url,
    bio: optionalText(actor.summary, `${path}.summary`),
    kind: ACTOR_KINDS.get(typeOf(actor)),
  })
}

/** Where the file gives one word for an account, that is what people write to address it. */
function usernameOf(actor: JsonObject, externalId: string, path: string): string | undefined {
  if ('username' in actor) return optionalText(actor.username, `${path}.username`)
  return isAddress(externalId) ? externalId : undefined
}

/** URIs and DIDs identify, but nobody addresses people by them. */
function isAddress(externalId: string): boolean {
  return !/^did:|:\/\//i.test(externalId)
}

function kindOf(actor: JsonObject, path: string): HandleKind | undefined {
  const kind = optionalText(actor.kind, `${path}.kind`)
  if (kind === undefined) return ACTOR_KINDS.get(typeOf(actor))
  const known = HANDLE_KINDS.find((name) => name === kind)
  if (known !== undefined) return known
  throw new RefusedRecord({ reason: 'bad-field', field: `${path}.kind`, detail: excerptOf(kind) })
}

function linksOf(value: unknown, path: string): string[] | undefined {
  if (value === undefined || value === null) return undefined
  return listOf(value).map((link) => requiredText(link, `${path}.verifiedLinks`))
}

function typeOf(actor: JsonObject): string {
  return textOf(listOf(actor.type ?? actor['@type'])[0]) ?? ''
}
