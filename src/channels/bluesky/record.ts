import { type JsonObject, knownFields } from '#listen/index.ts'
import type { ActivityType, Arrival, IncomingActivity, IncomingHandle } from '#vocabulary/index.ts'
import {
  listOf,
  objectOf,
  parseDate,
  requiredObject,
  requiredText,
  textOf,
} from '../json-fields.ts'
import { readFacets } from './facets.ts'

export const PLATFORM = 'bluesky'

/** Where a record stands in the network. */
export interface RecordAddress {
  did: string
  collection: string
  rkey: string
}

/** A record of a repository, as a commit created or replaced it. */
export interface CommittedRecord extends RecordAddress {
  operation: 'create' | 'update'
  record: JsonObject
  committedAt: Date | undefined
}

/** How the records of each collection are read; other collections are no activities. */
export const RECORD_READERS: ReadonlyMap<string, (committed: CommittedRecord) => Arrival> = new Map(
  [
    ['app.bsky.feed.post', readPost],
    ['app.bsky.feed.like', (committed) => readReaction(committed, 'Like')],
    ['app.bsky.feed.repost', (committed) => readReaction(committed, 'Announce')],
    ['app.bsky.graph.follow', readFollow],
    ['app.bsky.actor.profile', readProfile],
  ],
)

export function atUri({ did, collection, rkey }: RecordAddress): string {
  return `at://${did}/${collection}/${rkey}`
}

export function handleOf(did: string): IncomingHandle {
  return { platform: PLATFORM, externalId: did, url: `https://bsky.app/profile/${did}` }
}

function readPost(committed: CommittedRecord): IncomingActivity {
  const { did, rkey, record } = committed
  const text = record.text === '' ? '' : requiredText(record.text, 'commit.record.text')
  const { mentions, tags } = readFacets(text, record.facets)
  const reply = objectOf(record.reply)
  return knownFields({
    ...readOuter(committed, 'Create'),
    content: knownFields({ text, languageHint: textOf(listOf(record.langs)[0]) }),
    url: `https://bsky.app/profile/${did}/post/${rkey}`,
    parentKey: textOf(objectOf(reply?.parent)?.uri),
    threadKey: textOf(objectOf(reply?.root)?.uri),
    mentions,
    tags: [...tags, ...listOf(record.tags).flatMap((tag) => textOf(tag) ?? [])],
  })
}

function readReaction(committed: CommittedRecord, type: 'Like' | 'Announce'): IncomingActivity {
  const subject = requiredObject(committed.record.subject, 'commit.record.subject')
  const parentKey = requiredText(subject.uri, 'commit.record.subject.uri')
  return { ...readOuter(committed, type), parentKey }
}

function readFollow(committed: CommittedRecord): IncomingActivity {
  const followed = requiredText(committed.record.subject, 'commit.record.subject')
  return { ...readOuter(committed, 'Follow'), objectHandle: handleOf(followed) }
}

function readProfile({ did, record }: CommittedRecord): Arrival {
  const displayName = textOf(record.displayName) ?? ''
  const bio = textOf(record.description) ?? ''
  return { kind: 'profile', handle: { ...handleOf(did), displayName, bio } }
}

function readOuter(committed: CommittedRecord, type: ActivityType): IncomingActivity {
  const { did, operation, committedAt } = committed
  return knownFields({
    kind: 'activity',
    operation,
    type,
    platform: PLATFORM,
    externalKey: atUri(committed),
    actor: handleOf(did),
    publishedAt: publishedAt(committed),
    editedAt: operation === 'update' ? committedAt : undefined,
  })
}

/**
 * The earlier of what the client claims and when the commit was seen, as the
 * platform itself sorts: clients may claim any time, but no future one counts.
 */
function publishedAt({ record, committedAt }: CommittedRecord): Date | undefined {
  const claimed = parseDate(textOf(record.createdAt) ?? '')
  if (claimed === undefined || committedAt === undefined) return claimed ?? committedAt
  return claimed < committedAt ? claimed : committedAt
}
