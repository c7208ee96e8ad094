import {
  type InputFormat,
  isJsonObject,
  type JsonObject,
  knownFields,
  type ReadRecord,
} from '#listen/index.ts'
import {
  ACTIVITY_TYPES,
  type ActivityType,
  type Arrival,
  type IncomingAccountDeletion,
  type IncomingActivity,
  type IncomingContent,
  type IncomingDeletion,
  type IncomingHandle,
  NOBODY,
} from '#vocabulary/index.ts'
import {
  dateAt,
  excerptOf,
  listOf,
  objectsOf,
  optionalText,
  RefusedRecord,
  requiredObject,
  requiredText,
  textOf,
} from '../json-fields.ts'
import { lineFormat } from '../line-format.ts'
import { readContent } from './content.ts'
import { isHandle, PLATFORM_UNSAID, readHandle } from './handle.ts'
import { readOutcome } from './outcome.ts'

/**
 * Enishi's own form of what people did, one a line, in the terms of
 * ActivityStreams 2.0 (https://www.w3.org/TR/activitystreams-vocabulary/): an
 * activity, a change to one (Update, Delete, Undo), a bare post or account.
 */
export const activitiesFormat: InputFormat = lineFormat('activities', readActivityLine)

/** Objects that stand for having been created. */
const POST_TYPES = ['Note', 'Article', 'Page', 'Question']
const ACCOUNT_TYPES = ['Person', 'Organization', 'Group', 'Service', 'Application']
const CHANGE_TYPES = ['Update', 'Delete', 'Undo', 'Tombstone']
const KNOWN_TYPES = [...ACTIVITY_TYPES, ...CHANGE_TYPES, ...POST_TYPES, ...ACCOUNT_TYPES]

/** Activities whose plain object is an account, not an activity. */
const ABOUT_ACCOUNTS = ['Follow', 'Block']

/** What one line says. Throws RefusedRecord. */
export function readActivityLine(line: JsonObject): ReadRecord {
  const type = readType(line)
  if (POST_TYPES.includes(type)) return { arrival: readBarePost(line) }
  if (ACCOUNT_TYPES.includes(type)) return { arrival: readProfile(line, 'actor') }
  switch (type) {
    case 'Update':
      return { arrival: readUpdate(line) }
    case 'Delete':
    case 'Undo':
      return { arrival: readDeletion(line) }
    case 'Tombstone':
      return {
        arrival: deletionOf(line, requiredText(line.id, 'id'), dateAt(line.deleted, 'deleted')),
      }
    default:
      return readRecord(line, type as ActivityType)
  }
}

/** The first of the types that we know. */
function readType(line: JsonObject): string {
  const types = listOf(line.type ?? line['@type'])
  if (types.length === 0) throw new RefusedRecord({ reason: 'missing-field', field: 'type' })
  const named = types.map((type) => requiredText(type, 'type').replace(/^(as:|.*#)/, ''))
  const known = named.find((type) => KNOWN_TYPES.includes(type))
  if (known !== undefined) return known
  const detail = excerptOf(named.join(', '))
  throw new RefusedRecord({ reason: 'not-an-activity', field: 'type', detail })
}

function readRecord(line: JsonObject, type: ActivityType): ReadRecord {
  const arrival = readActivity(line, type)
  const object = type === 'Announce' ? embeddedObject(line) : undefined
  const inside = object === undefined ? undefined : postInside(object, line)
  return inside === undefined ? { arrival } : { arrival, context: [inside] }
}

function readActivity(line: JsonObject, type: ActivityType): IncomingActivity {
  const post = type === 'Create' ? embeddedObject(line) : undefined
  const said = line.actor ?? post?.attributedTo
  const isNobodys = type === 'Outcome' && (said === undefined || said === null)
  const actor = isNobodys ? NOBODY : readHandle(said, 'actor', textOf(line.platform))
  return knownFields({
    kind: 'activity',
    operation: line.operation === 'update' ? 'update' : 'create',
    type,
    platform:
      optionalText(line.platform, 'platform') ?? (isNobodys ? PLATFORM_UNSAID : actor.platform),
    externalKey: keyOf(line, post),
    alsoKnownAs: textsAt(line.alsoKnownAs, 'alsoKnownAs'),
    actor,
    publishedAt: dateAt(line.published ?? post?.published, 'published'),
    editedAt: dateAt(line.updated ?? post?.updated, 'updated'),
    content: contentOf(line, post, type),
    url: urlOf(line.url) ?? urlOf(post?.url),
    parentKey: parentOf(line, post, type),
    threadKey: optionalText(line.threadKey, 'threadKey'),
    objectHandle: objectHandleOf(line, type, actor.platform),
    mentions: mentionsOf(line, post, actor.platform),
    tags: textsAt(line.tags, 'tags') ?? hashtagsOf(line.tag ?? post?.tag),
    outcome: type === 'Outcome' ? readOutcome(line.outcome) : undefined,
  })
}

/** A post without the Create around it. */
function readBarePost(post: JsonObject): IncomingActivity {
  const author = post.attributedTo ?? post.actor
  if (author === undefined) {
    throw new RefusedRecord({ reason: 'missing-field', field: 'attributedTo' })
  }
  return readActivity({ ...post, actor: author, object: undefined }, 'Create')
}

function readProfile(account: JsonObject, path: string): Arrival {
  return { kind: 'profile', handle: readHandle(account, path) }
}

/** The post inside a share, where it says enough to stand on its own. */
function postInside(object: JsonObject, line: JsonObject): Arrival | undefined {
  const saysEnough = textOf(object.id) && object.attributedTo !== undefined && object.content
  if (!saysEnough || !POST_TYPES.includes(textOf(object.type) ?? '')) return undefined
  return readBarePost({ ...object, '@context': line['@context'], platform: line.platform })
}

function readUpdate(line: JsonObject): Arrival {
  const object = embeddedObject(line)
  if (object !== undefined && isHandle(object)) return readProfile(object, 'object')
  const id = idOf(objectOfLine(line), 'object')
  const { published, updated } = line
  const create = {
    ...line,
    published: undefined,
    object: { ...object, id },
    operation: 'update',
    updated: updated ?? object?.updated ?? published,
  }
  return readActivity(create, 'Create')
}

/** Delete and Undo name what is gone: an activity, or the actor itself. */
function readDeletion(line: JsonObject): Arrival {
  const object = objectOfLine(line)
  const key = idOf(object, 'object')
  const deletedAt = dateAt(line.published, 'published')
  const actor = line.actor === undefined ? undefined : readHandle(line.actor, 'actor')
  if (isHandle(object) || key === actor?.externalId) {
    const { platform, externalId } = isHandle(object)
      ? readHandle(object, 'object')
      : handleOr(actor)
    return knownFields<IncomingAccountDeletion>({
      kind: 'account-deletion',
      platform,
      externalId,
      deletedAt,
    })
  }
  return deletionOf(line, key, deletedAt, actor)
}

function handleOr(actor: IncomingHandle | undefined): IncomingHandle {
  return actor ?? readHandle(undefined, 'actor')
}

function deletionOf(
  line: JsonObject,
  externalKey: string,
  deletedAt: Date | undefined,
  actor?: IncomingHandle,
): Arrival {
  const object = embeddedObject(line)
  const said = optionalText(line.platform, 'platform') ?? textOf(object?.platform)
  const platform = said ?? actor?.platform ?? PLATFORM_UNSAID
  return knownFields<IncomingDeletion>({
    kind: 'deletion',
    platform,
    externalKey,
    deletedAt,
  })
}

/** A post is known by its own id, everything else by the activity's. */
function keyOf(line: JsonObject, post: JsonObject | undefined): string {
  const own = post?.id ?? post?.['@id']
  if (own !== undefined && own !== null) return requiredText(own, 'object.id')
  return requiredText(line.id ?? line['@id'], 'id')
}

function contentOf(
  line: JsonObject,
  post: JsonObject | undefined,
  type: ActivityType,
): IncomingContent | undefined {
  const isActivityStreams = line['@context'] !== undefined
  const own = readContent(ownWords(line, type), '', isActivityStreams)
  if (own !== undefined || post === undefined) return own
  return readContent(post, 'object.', isActivityStreams)
}

/** An activity's name and summary describe it ("Sally liked a note"); only a bare post's are said. */
function ownWords(line: JsonObject, type: ActivityType): JsonObject {
  if (type === 'Create' && line.object === undefined) return line
  return { ...line, name: undefined, nameMap: undefined, summary: undefined, summaryMap: undefined }
}

function parentOf(
  line: JsonObject,
  post: JsonObject | undefined,
  type: ActivityType,
): string | undefined {
  const answered = listOf(line.inReplyTo ?? post?.inReplyTo)[0]
  if (answered !== undefined) return idOf(answered, 'inReplyTo')
  const object = objectOfLine(line)
  const isAccount = ABOUT_ACCOUNTS.includes(type) || isHandle(object)
  if (type === 'Create' || isAccount || object === undefined) return undefined
  // Activities may be about things without an id, such as an offer of "a coupon".
  return typeof object === 'string' || hasId(object) ? idOf(object, 'object') : undefined
}

function objectHandleOf(
  line: JsonObject,
  type: ActivityType,
  platform: string,
): IncomingHandle | undefined {
  const object = objectOfLine(line)
  if (isHandle(object)) return readHandle(object, 'object', platform)
  if (ABOUT_ACCOUNTS.includes(type) && object !== undefined) {
    return readHandle(object, 'object', platform)
  }
  const target = listOf(line.target)[0]
  return isHandle(target) ? readHandle(target, 'target', platform) : undefined
}

function mentionsOf(
  line: JsonObject,
  post: JsonObject | undefined,
  platform: string,
): IncomingHandle[] | undefined {
  if (line.mentions !== undefined && line.mentions !== null) {
    return listOf(line.mentions).map((handle) => readHandle(handle, 'mentions', platform))
  }
  const marked = objectsOf(line.tag ?? post?.tag).filter((tag) => tag.type === 'Mention')
  const handles = marked.flatMap((tag) => textOf(tag.href) ?? [])
  if (handles.length === 0) return undefined
  return handles.map((href) => readHandle(href, 'tag', platform))
}

function hashtagsOf(tag: unknown): string[] | undefined {
  const marked = objectsOf(tag).filter((one) => one.type === 'Hashtag')
  const names = marked.flatMap((one) => textOf(one.name)?.replace(/^#/, '') ?? [])
  return names.length === 0 ? undefined : names
}

function textsAt(value: unknown, path: string): string[] | undefined {
  if (value === undefined || value === null) return undefined
  return listOf(value).map((text) => optionalText(text, path) ?? '')
}

/** A URL as it is, or the first Link's. */
function urlOf(value: unknown): string | undefined {
  const first = listOf(value)[0]
  return textOf(isJsonObject(first) ? first.href : first)
}

/** The object, with an array of one taken as the one; anything but text and object is refused. */
function objectOfLine(line: JsonObject): string | JsonObject | undefined {
  const object = listOf(line.object)[0]
  if (object === undefined || typeof object === 'string') return object
  return requiredObject(object, 'object')
}

function embeddedObject(line: JsonObject): JsonObject | undefined {
  const object = objectOfLine(line)
  if (typeof object === 'string') return { id: object }
  return object
}

function hasId(object: JsonObject): boolean {
  return (object.id ?? object['@id'] ?? object.href) !== undefined
}

/** The id of what is named by it or embedded with it. */
function idOf(value: unknown, path: string): string {
  if (!isJsonObject(value)) return requiredText(value, path)
  return requiredText(value.id ?? value['@id'] ?? value.href ?? value.handle, `${path}.id`)
}
