import { type InputFormat, type JsonObject, knownFields, type ReadRecord } from '#listen/index.ts'
import type { Arrival, IncomingActivity, IncomingHandle } from '#vocabulary/index.ts'
import {
  excerptOf,
  objectOf,
  objectsOf,
  optionalText,
  RefusedRecord,
  requiredObject,
  requiredText,
  textOf,
} from '../json-fields.ts'
import { jsonFormat } from '../line-format.ts'

const PLATFORM = 'reddit'
const SITE = 'https://www.reddit.com'

/**
 * Reddit: things as its API serves them (https://www.reddit.com/dev/api), `{kind, data}`, alone or in
 * a Listing, and the bare objects of archives.
 */
export const redditFormat: InputFormat = jsonFormat('reddit', childrenOf, readThing)

/** What a Listing holds; a comment that carries its answers, and these. */
function childrenOf(value: JsonObject): unknown[] | undefined {
  const data = objectOf(value.data)
  if (value.kind === 'Listing') return Array.isArray(data?.children) ? data.children : undefined
  const replies = value.kind === 't1' ? objectOf(data?.replies) : undefined
  // Where there are no answers Reddit writes an empty text.
  return replies && [{ ...value, data: { ...data, replies: '' } }, replies]
}

/** What a link or a comment became after its author or a moderator removed it. */
const REMOVED = new Set(['[removed]', '[deleted]', '[deleted by user]', '[ Removed by Reddit ]'])
const NOBODY = '[deleted]'

function readThing(thing: JsonObject): ReadRecord {
  const [kind, data] = kindOf(thing)
  if (kind === 't2') {
    return { arrival: { kind: 'profile', handle: handleOf(requiredText(data.name, 'name')) } }
  }
  return kind === 't3' ? readLink(data) : { arrival: readComment(data) }
}

/** Archives leave the wrapping off: what is inside tells a comment from a link. */
function kindOf(thing: JsonObject): ['t1' | 't2' | 't3', JsonObject] {
  const { kind } = thing
  if (kind === undefined && thing.body !== undefined) return ['t1', thing]
  if (kind === undefined && thing.title !== undefined) return ['t3', thing]
  if (kind === undefined) throw new RefusedRecord({ reason: 'missing-field', field: 'kind' })
  if (kind === 't1' || kind === 't2' || kind === 't3') {
    return [kind, requiredObject(thing.data, 'data')]
  }
  throw new RefusedRecord({ reason: 'not-an-activity', field: 'kind', detail: excerptOf(kind) })
}

/** A link or a text of its own; a crosspost is a share, with the original beside it. */
function readLink(data: JsonObject): ReadRecord {
  const externalKey = fullname(data, 't3')
  const text = plain(optionalText(data.selftext, 'selftext') ?? '')
  const title = plain(requiredText(data.title, 'title'))
  const isGone = REMOVED.has(text) || REMOVED.has(title) || textOf(data.removed_by_category)
  if (isGone) return { arrival: deletionOf(externalKey) }
  const link = data.is_self === true ? undefined : textOf(optionalText(data.url, 'url'))
  const parentKey = textOf(optionalText(data.crosspost_parent, 'crosspost_parent'))
  const arrival = knownFields<IncomingActivity>({
    ...postOf(data, externalKey),
    type: parentKey === undefined ? 'Create' : 'Announce',
    content: { title, text: text === '' ? (link ?? '') : text },
    parentKey,
  })
  const [original] = objectsOf(data.crosspost_parent_list)
  const beside = parentKey === undefined || original === undefined ? undefined : besideOf(original)
  return beside === undefined ? { arrival } : { arrival, context: [beside] }
}

/** The original of a crosspost, where it says enough to stand on its own. */
function besideOf(original: JsonObject): Arrival | undefined {
  try {
    const read = readLink({ ...original, crosspost_parent: undefined })
    return 'arrival' in read && read.arrival.kind === 'activity' ? read.arrival : undefined
  } catch (fault) {
    if (fault instanceof RefusedRecord) return undefined
    throw fault
  }
}

function readComment(data: JsonObject): Arrival {
  const externalKey = fullname(data, 't1')
  const text = plain(requiredText(data.body, 'body'))
  if (REMOVED.has(text)) return deletionOf(externalKey)
  const threadKey = keyAt(data, 'link_id', 't3')
  return knownFields<IncomingActivity>({
    ...postOf(data, externalKey),
    content: { text },
    parentKey: keyAt(data, 'parent_id', 't1') ?? threadKey,
    threadKey,
  })
}

function deletionOf(externalKey: string): Arrival {
  return { kind: 'deletion', platform: PLATFORM, externalKey }
}

function postOf(data: JsonObject, externalKey: string): IncomingActivity {
  const editedAt = typeof data.edited === 'number' ? timeOf(data.edited, 'edited') : undefined
  const subreddit = textOf(data.subreddit)
  const permalink = textOf(data.permalink)
  return knownFields({
    kind: 'activity',
    operation: editedAt === undefined ? 'create' : 'update',
    type: 'Create',
    platform: PLATFORM,
    externalKey,
    actor: handleOf(requiredText(data.author, 'author')),
    publishedAt: timeOf(data.created_utc ?? data.created, 'created_utc'),
    editedAt,
    url: permalink?.startsWith('/') ? `${SITE}${permalink}` : undefined,
    tags: subreddit === undefined ? undefined : [`r/${subreddit}`],
  })
}

/** Usernames are never given again; the posts of deleted accounts have nobody's. */
function handleOf(name: string): IncomingHandle {
  if (name === NOBODY) return { platform: PLATFORM, externalId: NOBODY, kind: 'unknown' }
  const url = `${SITE}/user/${encodeURIComponent(name)}`
  const isBot = name === 'AutoModerator'
  const handle = { platform: PLATFORM, externalId: name, username: name, url }
  return isBot ? { ...handle, kind: 'bot' } : handle
}

/** `t3_abc`, which archives leave to be made of the id. */
function fullname(data: JsonObject, kind: 't1' | 't3'): string {
  const name = textOf(optionalText(data.name, 'name'))
  return name?.startsWith(`${kind}_`) ? name : `${kind}_${requiredText(data.id, 'id')}`
}

/** A key of another thing; old archives have numbers in base 10 for comments, which name nothing. */
function keyAt(data: JsonObject, path: string, kind: string): string | undefined {
  const value = data[path]
  if (typeof value !== 'string' || value === '') return undefined
  return /^t\d_/.test(value) ? value : `${kind}_${value}`
}

/** Unix seconds, in old archives as text. */
function timeOf(value: unknown, path: string): Date | undefined {
  if (value === undefined || value === null) return undefined
  const seconds = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value
  const date = typeof seconds === 'number' ? new Date(seconds * 1000) : undefined
  if (date !== undefined && !Number.isNaN(date.getTime())) return date
  throw new RefusedRecord({ reason: 'bad-date', field: path, detail: excerptOf(value) })
}

const ESCAPES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' }

/** The API escapes these three in Markdown, once. */
function plain(text: string): string {
  return text.replace(/&(?:lt|gt|amp);/g, (entity) => ESCAPES[entity] ?? entity)
}
