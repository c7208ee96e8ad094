import {
  type InputFormat,
  type JsonObject,
  knownFields,
  type ReadRecord,
  textOfHtml,
} from '#listen/index.ts'
import type { IncomingActivity, IncomingContent, IncomingHandle } from '#vocabulary/index.ts'
import {
  excerptOf,
  listOf,
  optionalText,
  RefusedRecord,
  requiredText,
  textOf,
} from '../json-fields.ts'
import { jsonFormat } from '../line-format.ts'

const PLATFORM = 'hackernews'
const SITE = 'https://news.ycombinator.com'

/**
 * Hacker News: items and users as its Firebase API serves them
 * (https://github.com/HackerNews/API), and hits of the Algolia search (https://hn.algolia.com/api).
 */
export const hackernewsFormat: InputFormat = jsonFormat('hackernews', listOfHits, readThing)

/** An answer of the search is a list of hits. */
function listOfHits(value: JsonObject): unknown[] | undefined {
  return Array.isArray(value.hits) ? value.hits : undefined
}

const POST_TYPES = ['story', 'comment', 'job', 'poll']

function readThing(thing: JsonObject): ReadRecord {
  if (thing.objectID !== undefined) return { arrival: readHit(thing) }
  if (thing.karma !== undefined) return readUser(thing)
  const externalKey = idOf(thing.id, 'id')
  // What the moderators or the flags of users took away is gone for readers too.
  if (thing.deleted === true || thing.dead === true) {
    return { arrival: { kind: 'deletion', platform: PLATFORM, externalKey } }
  }
  const type = requiredText(thing.type, 'type')
  if (!POST_TYPES.includes(type)) {
    throw new RefusedRecord({ reason: 'not-an-activity', field: 'type', detail: excerptOf(type) })
  }
  return { arrival: readItem(thing, externalKey) }
}

function readItem(item: JsonObject, externalKey: string): IncomingActivity {
  const { parent } = item
  return knownFields({
    ...postOf(externalKey),
    actor: handleOf(requiredText(item.by, 'by')),
    publishedAt: timeOf(item.time, 'time'),
    content: contentOf(item, 'text'),
    parentKey: parent === undefined || parent === null ? undefined : idOf(parent, 'parent'),
  })
}

/** A hit says of which story it is a part, too. */
function readHit(hit: JsonObject): IncomingActivity {
  const externalKey = idOf(hit.objectID, 'objectID')
  const parent = hit.parent_id ?? undefined
  const story = parent === undefined ? undefined : (hit.story_id ?? undefined)
  const words = hit.comment_text ?? hit.story_text ?? hit.job_text
  return knownFields({
    ...postOf(externalKey),
    actor: handleOf(requiredText(hit.author, 'author')),
    publishedAt: timeOf(hit.created_at_i, 'created_at_i'),
    content: contentOf({ ...hit, text: words }, 'text'),
    parentKey: parent === undefined ? undefined : idOf(parent, 'parent_id'),
    threadKey: story === undefined ? undefined : idOf(story, 'story_id'),
  })
}

function postOf(externalKey: string) {
  return {
    kind: 'activity' as const,
    operation: 'create' as const,
    type: 'Create' as const,
    platform: PLATFORM,
    externalKey,
    url: `${SITE}/item?id=${encodeURIComponent(externalKey)}`,
  }
}

/** A story that only points somewhere says where; words are HTML. */
function contentOf(item: JsonObject, path: string): IncomingContent {
  const html = textOf(optionalText(item[path], path))
  const title = textOf(optionalText(item.title, 'title'))
  const link = textOf(optionalText(item.url, 'url'))
  if (html === undefined && title === undefined) {
    throw new RefusedRecord({ reason: 'missing-field', field: path })
  }
  const text = html === undefined ? (link ?? '') : textOfHtml(html)
  return knownFields({
    text,
    title: title === undefined ? undefined : textOfHtml(title),
    html,
    // The site is in English throughout.
    languageHint: 'en',
  })
}

function readUser(user: JsonObject): ReadRecord {
  const about = optionalText(user.about, 'about')
  const bio = about === undefined ? {} : { bio: textOfHtml(about) }
  return {
    arrival: { kind: 'profile', handle: { ...handleOf(requiredText(user.id, 'id')), ...bio } },
  }
}

function handleOf(name: string): IncomingHandle {
  const url = `${SITE}/user?id=${encodeURIComponent(name)}`
  return { platform: PLATFORM, externalId: name, username: name, url }
}

function idOf(value: unknown, path: string): string {
  const [id] = listOf(value)
  if (typeof id === 'number' && Number.isSafeInteger(id) && id > 0) return String(id)
  return requiredText(id, path)
}

/** Unix seconds. */
function timeOf(value: unknown, path: string): Date | undefined {
  if (value === undefined || value === null) return undefined
  const date = typeof value === 'number' ? new Date(value * 1000) : undefined
  if (date !== undefined && !Number.isNaN(date.getTime())) return date
  throw new RefusedRecord({ reason: 'bad-date', field: path, detail: excerptOf(value) })
}
