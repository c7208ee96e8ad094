import {
  type InputFormat,
  isJsonObject,
  type JsonObject,
  knownFields,
  type ReadRecord,
  textOfHtml,
} from '#listen/index.ts'
import { readActivityLine } from '../file/activities.ts'
import { excerptOf, listOf, objectOf, objectsOf, RefusedRecord, textOf } from '../json-fields.ts'
import { jsonFormat } from '../line-format.ts'
import { compactDocument, compactTypesOf } from './compact.ts'

/** The fediverse is one platform, whichever door its posts come through. */
const PLATFORM = 'mastodon'
const AS2 = 'https://www.w3.org/ns/activitystreams'

/**
 * ActivityStreams 2.0 as documents have it (https://www.w3.org/TR/activitystreams-core/), JSON or
 * JSON-LD: outboxes, archives of fediverse accounts, single activities, one a line or in collections.
 */
export const activitystreamsFormat: InputFormat = jsonFormat('activitystreams', itemsOf, readThing)

/** The items of a collection and of its first page, where it carries that; the graph of JSON-LD. */
function itemsOf(value: JsonObject): unknown[] | undefined {
  if (Array.isArray(value['@graph'])) return value['@graph'].map((item) => inContext(item, value))
  const types = typesOf({ type: compactTypesOf(value) })
  if (!types.some((type) => COLLECTION.test(type))) return undefined
  const document = compactDocument(value)
  const isOrdered = types.some((type) => type.startsWith('Ordered'))
  const items = listOf(isOrdered ? document.orderedItems : document.items)
  const pages = objectsOf(document.first).filter((page) => typesOf(page).some(isPage))
  return [...items, ...pages].map((item) => inContext(item, value))
}

const COLLECTION = /^(?:Ordered)?Collection(?:Page)?$/

function isPage(type: string): boolean {
  return COLLECTION.test(type) && type.endsWith('Page')
}

/** An item is of the vocabulary of its document. */
function inContext(item: unknown, { '@context': context }: JsonObject): unknown {
  if (!isJsonObject(item) || context === undefined || '@context' in item) return item
  return { '@context': context, ...item }
}

function typesOf(object: JsonObject): string[] {
  return listOf(object.type).flatMap((type) => textOf(type) ?? [])
}

/** Things that people publish, beside Note, Article, Page and Question. */
const MEDIA = ['Video', 'Audio', 'Image', 'Event']
/** What says something: the thing itself, or that it was said or changed. */
const SAYING = ['Create', 'Update', 'Note', 'Article', 'Page', 'Question', ...MEDIA]
const ACTORS = ['Person', 'Organization', 'Group', 'Service', 'Application']

function readThing(thing: JsonObject): ReadRecord {
  refuseOtherVocabulary(thing)
  const line = compactDocument(thing)
  refusePrivate(line)
  return readActivityLine({ ...settle(withoutPrivateInside(line)), '@context': AS2 })
}

/** schema.org has Persons as well. Without a context the file's format is all we have. */
function refuseOtherVocabulary({ '@context': context }: JsonObject): void {
  const named = listOf(context)
  if (named.length === 0 || named.some(isActivityStreams)) return
  const detail = excerptOf(named[0])
  throw new RefusedRecord({ reason: 'not-an-activity', field: '@context', detail })
}

function isActivityStreams(context: unknown): boolean {
  const address = isJsonObject(context) ? Object.values(context) : [context]
  return address.some(
    (one) => typeof one === 'string' && /^https?:\/\/www\.w3\.org\/ns\/activitystreams\b/.test(one),
  )
}

const PUBLIC = new Set(['Public', 'as:Public', `${AS2}#Public`])

/** Archives hold direct messages too: they are not public talk. */
function refusePrivate(line: JsonObject): void {
  const isSaid = typesOf(line).some((type) => SAYING.includes(type)) || hasWords(line)
  if (!isSaid || !isAddressedToPeople([line, ...objectsInside(line)])) return
  throw new RefusedRecord({ reason: 'not-an-activity', field: 'to', detail: 'direct' })
}

function hasWords({ content, contentMap }: JsonObject): boolean {
  return content !== undefined || contentMap !== undefined
}

/** What an activity is about, where it is embedded: of several the first, as it is read. */
function objectsInside(line: JsonObject): JsonObject[] {
  return objectsOf(listOf(line.object).slice(0, 1))
}

/** Whoever writes to followers writes to many; whoever names nobody publishes. */
function isAddressedToPeople(things: JsonObject[]): boolean {
  const audience = things.flatMap(({ to, cc, bto, bcc, audience: others }) =>
    [to, cc, bto, bcc, others].flatMap(listOf),
  )
  const named = audience.flatMap((one) => textOf(objectOf(one)?.id ?? one) ?? [])
  const isOpen = named.some((one) => PUBLIC.has(one) || /\/followers\/?$/.test(one))
  return audience.length > 0 && !isOpen
}

/** Whoever shares or likes a direct message makes nothing of it public: only its id stays. */
function withoutPrivateInside(line: JsonObject): JsonObject {
  const [object] = objectsInside(line)
  const isShown = typesOf(line).some((type) => SAYING.includes(type))
  if (object === undefined || isShown || !isAddressedToPeople([object])) return line
  const { id, type, actor, object: inside } = object
  return { ...line, object: knownFields({ id, type, actor, object: inside }) }
}

/** What `activities` reads differently, said in its way. */
function settle(line: JsonObject): JsonObject {
  const settled = withOwnKey(asPost(line))
  return {
    ...settled,
    platform: PLATFORM,
    ...(settled.actor === undefined ? {} : { actor: asActor(settled.actor) }),
    ...(settled.attributedTo === undefined ? {} : { attributedTo: asActor(settled.attributedTo) }),
    ...(settled.object === undefined ? {} : { object: asObject(settled.object) }),
    // A profile is the line itself.
    ...(isActor(settled) ? asActorObject(settled) : {}),
  }
}

function isActor(thing: JsonObject): boolean {
  return typesOf(thing).some((type) => ACTORS.includes(type))
}

function asPost(thing: JsonObject): JsonObject {
  const isMedia = typesOf(thing).some((type) => MEDIA.includes(type))
  const post = isMedia ? { ...thing, type: 'Note' } : thing
  return typesOf(post).includes('Question') ? withOptions(inLanguage(post)) : inLanguage(post)
}

/** `contentMap` repeats `content` under its language. */
function inLanguage(post: JsonObject): JsonObject {
  const map = objectOf(post.contentMap)
  if (map === undefined || post.content === undefined) return post
  const [language] = Object.entries(map).find(([, text]) => text === post.content) ?? []
  return language === undefined ? post : { ...post, lang: language }
}

/** What may be chosen belongs to the question. */
function withOptions(question: JsonObject): JsonObject {
  const options = [...listOf(question.oneOf), ...listOf(question.anyOf)]
  const names = options.flatMap((option) => textOf(objectOf(option)?.name) ?? [])
  if (names.length === 0) return question
  const list = names.map((name) => `<li>${escapeHtml(name)}</li>`).join('')
  const words = textOf(question.content) ?? escapeHtml(textOf(question.name) ?? '')
  return { ...question, content: `${words}<ul>${list}</ul>` }
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Likes, shares and follows often have no id; who did it to what makes one. */
const KEYED: Record<string, string> = { Like: 'like', Announce: 'announce', Follow: 'follow' }

function withOwnKey(line: JsonObject): JsonObject {
  const word = typesOf(line).flatMap((type) => KEYED[type] ?? [])[0]
  const actor = idOf(line.actor)
  const object = idOf(line.object)
  if (word === undefined || actor === undefined || object === undefined) return line
  const key = `${word}:${actor}:${object}`
  return line.id === undefined ? { ...line, id: key } : { ...line, alsoKnownAs: [key] }
}

function idOf(value: unknown): string | undefined {
  const [first] = listOf(value)
  return textOf(objectOf(first)?.id ?? objectOf(first)?.href ?? first)
}

function asObject(value: unknown): unknown {
  const [object, ...more] = listOf(value)
  if (more.length > 0 || !isJsonObject(object)) return value
  if (isActor(object)) return asActor(object)
  // An Undo names what it takes back, which may have no id.
  const settled = withOwnKey(asPost(object))
  if (settled.attributedTo === undefined) return settled
  return { ...settled, attributedTo: asActor(settled.attributedTo) }
}

/** An actor as an object, an id, or an array of one. */
function asActor(value: unknown): unknown {
  const [actor] = listOf(value)
  if (typeof actor === 'string' && actor !== '')
    return { platform: PLATFORM, handle: actor, ...urlOf(actor) }
  return isJsonObject(actor) ? asActorObject(actor) : actor
}

function asActorObject(actor: JsonObject): JsonObject {
  const id = textOf(actor.id) ?? textOf(actor.href)
  const name = textOf(actor.name) ?? textOf(Object.values(objectOf(actor.nameMap) ?? {})[0])
  const username = textOf(actor.preferredUsername)
  const host = id === undefined ? undefined : URL.parse(id)?.host
  const icon = listOf(actor.icon)[0]
  const bio = textOf(actor.summary)
  const page = textOf(listOf(actor.url)[0]) ?? textOf(objectOf(listOf(actor.url)[0])?.href)
  return {
    type: actor.type,
    platform: PLATFORM,
    ...(id === undefined ? {} : { handle: id, ...urlOf(page ?? id) }),
    ...(name === undefined ? {} : { name }),
    ...(username === undefined || host === undefined ? {} : { username: `${username}@${host}` }),
    ...(bio === undefined ? {} : { bio: textOfHtml(bio) }),
    ...avatarOf(icon),
  }
}

function urlOf(id: string): JsonObject {
  return /^https?:\/\//.test(id) ? { url: id } : {}
}

function avatarOf(icon: unknown): JsonObject {
  const address = textOf(objectOf(icon)?.url) ?? textOf(objectOf(objectOf(icon)?.url)?.href)
  return address === undefined ? {} : { avatar: address }
}
