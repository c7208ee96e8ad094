import { type JsonObject, knownFields, type ReadContext, textOfHtml } from '#listen/index.ts'
import type { IncomingActivity, IncomingContent, IncomingHandle } from '#vocabulary/index.ts'
import {
  dateAt,
  objectOf,
  objectsOf,
  optionalText,
  RefusedRecord,
  requiredText,
  textOf,
} from '../json-fields.ts'
import { PLATFORM, readAccount, readMention } from './account.ts'

/** A status, and the one inside it when it is a boost. */
export interface ReadStatus {
  arrival: IncomingActivity
  context?: IncomingActivity[]
}

/**
 * A Status entity (https://docs.joinmastodon.org/entities/Status/) as a post, or
 * as an Announce with the boosted post beside it. Direct messages are refused:
 * they are not public talk.
 */
export function readStatus(status: JsonObject, context: ReadContext, path = ''): ReadStatus {
  refuseDirect(status, path)
  const boosted = objectOf(status.reblog)
  return boosted === undefined
    ? { arrival: readPost(status, context, path) }
    : readBoost(status, boosted, context, path)
}

/** The key under which a server speaks of a status by its own id. */
export function localKey(id: string, { scope }: ReadContext): string {
  return `${scope}:${id}`
}

/** The key under which a boost is known that a notification told of, without a URI of its own. */
export function boostKey(actor: IncomingHandle, statusUri: string): string {
  return `announce:${actor.externalId}:${statusUri}`
}

function readPost(status: JsonObject, context: ReadContext, path: string): IncomingActivity {
  const editedAt = dateAt(status.edited_at, `${path}edited_at`)
  const parentId = idOf(status.in_reply_to_id)
  return knownFields({
    ...readOuter(status, context, path),
    operation: editedAt === undefined ? 'create' : 'update',
    editedAt,
    content: readContent(status, path),
    parentKey: parentId === undefined ? undefined : localKey(parentId, context),
    mentions: objectsOf(status.mentions)
      .map(readMention)
      .filter((handle) => handle !== undefined),
    tags: objectsOf(status.tags).flatMap((tag) => textOf(tag.name) ?? []),
  })
}

function readBoost(
  status: JsonObject,
  boosted: JsonObject,
  context: ReadContext,
  path: string,
): ReadStatus {
  const outer = readOuter(status, context, path)
  const inner = readStatus(boosted, context, `${path}reblog.`)
  const parentKey = inner.arrival.externalKey
  const arrival: IncomingActivity = {
    ...outer,
    type: 'Announce',
    alsoKnownAs: [...(outer.alsoKnownAs ?? []), boostKey(outer.actor, parentKey)],
    parentKey,
  }
  return { arrival, context: [inner.arrival, ...(inner.context ?? [])] }
}

/** What posts and boosts have in common: a post without its content. */
function readOuter(status: JsonObject, context: ReadContext, path: string): IncomingActivity {
  const id = idOf(status.id)
  const externalKey = requiredText(status.uri, `${path}uri`)
  return knownFields({
    kind: 'activity',
    operation: 'create',
    type: 'Create',
    platform: PLATFORM,
    externalKey,
    alsoKnownAs: id === undefined ? undefined : [localKey(id, context)],
    actor: readAccount(status.account, `${path}account`),
    publishedAt: dateAt(status.created_at, `${path}created_at`),
    url: textOf(status.url) ?? externalKey,
  })
}

function readContent(status: JsonObject, path: string): IncomingContent {
  const html = optionalText(status.content, `${path}content`) ?? ''
  const options = objectsOf(objectOf(status.poll)?.options)
  const choices = options.flatMap((option) => textOf(option.title) ?? [])
  const text = [textOfHtml(html), ...choices.map((choice) => `- ${choice}`)]
  return knownFields({
    text: text.filter((line) => line !== '').join('\n'),
    title: textOf(status.spoiler_text),
    html: textOf(html),
    languageHint: textOf(status.language),
  })
}

function refuseDirect(status: JsonObject, path: string): void {
  if (status.visibility !== 'direct') return
  throw new RefusedRecord({
    reason: 'not-an-activity',
    field: `${path}visibility`,
    detail: 'direct',
  })
}

/** Ids are opaque strings; older servers wrote numbers. */
function idOf(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : textOf(value)
}
