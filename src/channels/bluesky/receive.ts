import { type InputFormat, type JsonObject, knownFields, type ReadRecord } from '#listen/index.ts'
import type { Arrival, IncomingAccountDeletion, IncomingDeletion } from '#vocabulary/index.ts'
import { excerptOf, RefusedRecord, requiredObject, requiredText, textOf } from '../json-fields.ts'
import { lineFormat } from '../line-format.ts'
import { atUri, handleOf, PLATFORM, RECORD_READERS } from './record.ts'

/**
 * Events of Bluesky's Jetstream, version 1, one a line
 * (https://github.com/bluesky-social/jetstream): commits of posts, likes,
 * reposts, follows and profiles; identity and account events.
 */
export const jetstreamFormat: InputFormat = lineFormat('jetstream', readEvent)

function readEvent(event: JsonObject): ReadRecord {
  const kind = requiredText(event.kind, 'kind')
  const did = readDid(event.did)
  switch (kind) {
    case 'commit':
      return { arrival: readCommit(event, did) }
    case 'identity':
      return { arrival: readIdentity(event, did) }
    case 'account':
      return { arrival: readAccountEvent(event, did) }
    default:
      throw new RefusedRecord({ reason: 'not-an-activity', field: 'kind', detail: kind })
  }
}

function readCommit(event: JsonObject, did: string): Arrival {
  const commit = requiredObject(event.commit, 'commit')
  const collection = requiredText(commit.collection, 'commit.collection')
  const readRecord = RECORD_READERS.get(collection)
  if (readRecord === undefined) {
    const field = 'commit.collection'
    throw new RefusedRecord({ reason: 'not-an-activity', field, detail: collection })
  }
  const operation = readOperation(commit)
  const rkey = requiredText(commit.rkey, 'commit.rkey')
  const committedAt = timeOf(event)
  if (operation === 'delete') return readDeletion(did, collection, rkey, committedAt)
  const record = requiredObject(commit.record, 'commit.record')
  return readRecord({ did, collection, rkey, operation, record, committedAt })
}

function readDeletion(
  did: string,
  collection: string,
  rkey: string,
  deletedAt: Date | undefined,
): Arrival {
  if (collection === 'app.bsky.actor.profile') return emptiedProfile(did)
  const externalKey = atUri({ did, collection, rkey })
  return knownFields<IncomingDeletion>({
    kind: 'deletion',
    platform: PLATFORM,
    externalKey,
    deletedAt,
  })
}

/** A profile is no activity: deleted, it leaves the account without name and words. */
function emptiedProfile(did: string): Arrival {
  return { kind: 'profile', handle: { ...handleOf(did), displayName: '', bio: '' } }
}

function readIdentity(event: JsonObject, did: string): Arrival {
  const identity = requiredObject(event.identity, 'identity')
  const username = textOf(identity.handle)
  return { kind: 'profile', handle: knownFields({ ...handleOf(did), username }) }
}

/** Only deleted and taken down accounts are gone; deactivated ones may come back. */
function readAccountEvent(event: JsonObject, did: string): Arrival {
  const account = requiredObject(event.account, 'account')
  const status = account.status
  if (status !== 'deleted' && status !== 'takendown') {
    return { kind: 'profile', handle: handleOf(did) }
  }
  return knownFields<IncomingAccountDeletion>({
    kind: 'account-deletion',
    platform: PLATFORM,
    externalId: did,
    deletedAt: timeOf(event),
  })
}

function readOperation(commit: JsonObject): 'create' | 'update' | 'delete' {
  const field = 'commit.operation'
  const operation = requiredText(commit.operation, field)
  if (operation === 'create' || operation === 'update' || operation === 'delete') return operation
  throw new RefusedRecord({ reason: 'bad-field', field, detail: operation })
}

function readDid(value: unknown): string {
  const did = requiredText(value, 'did')
  if (/^did:[a-z]+:\S+$/.test(did)) return did
  throw new RefusedRecord({ reason: 'bad-field', field: 'did', detail: did.slice(0, 100) })
}

/** `time_us`: Unix microseconds, when the relay saw the event. */
function timeOf(event: JsonObject): Date | undefined {
  const { time_us: timeUs } = event
  if (timeUs === undefined || timeUs === null) return undefined
  const time = new Date(typeof timeUs === 'number' ? Math.floor(timeUs / 1000) : Number.NaN)
  if (!Number.isNaN(time.getTime())) return time
  throw new RefusedRecord({ reason: 'bad-date', field: 'time_us', detail: excerptOf(timeUs) })
}
