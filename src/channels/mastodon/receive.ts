import {
  type InputFormat,
  type JsonObject,
  parseJsonLine,
  type ReadContext,
  type ReadRecord,
} from '#listen/index.ts'
import { RefusedRecord, requiredObject, requiredText } from '../json-fields.ts'
import { lineFormat } from '../line-format.ts'
import { PLATFORM, readAccount } from './account.ts'
import { readNotification } from './notification.ts'
import { localKey, readStatus } from './status.ts'

/**
 * What a Mastodon-compatible server says, one thing a line: a Status, Account or
 * Notification entity; the same as `{entity, data}`; or a frame of its streaming
 * API `{stream, event, payload}` (https://docs.joinmastodon.org/methods/streaming/).
 */
export const mastodonFormat: InputFormat = lineFormat('mastodon', readLine)

function readLine(line: JsonObject, context: ReadContext): ReadRecord {
  if ('event' in line && 'payload' in line) return readFrame(line, context)
  if ('entity' in line && 'data' in line) return readNamedEntity(line, context)
  return readBareEntity(line, context)
}

function readFrame(frame: JsonObject, context: ReadContext): ReadRecord {
  const event = requiredText(frame.event, 'event')
  switch (event) {
    case 'update':
    case 'status.update':
      return readStatus(payloadOf(frame), context)
    case 'notification':
      return readNotification(payloadOf(frame), context)
    case 'delete':
      return readDeletion(frame, context)
    default:
      throw new RefusedRecord({ reason: 'not-an-activity', field: 'event', detail: event })
  }
}

function readNamedEntity(line: JsonObject, context: ReadContext): ReadRecord {
  const entity = requiredText(line.entity, 'entity')
  const data = requiredObject(line.data, 'data')
  switch (entity) {
    case 'status':
      return readStatus(data, context)
    case 'account':
      return readProfile(data)
    case 'notification':
      return readNotification(data, context)
    default:
      throw new RefusedRecord({ reason: 'not-an-activity', field: 'entity', detail: entity })
  }
}

/** Entities do not say what they are: a notification has a type, a status an account, an account an address. */
function readBareEntity(line: JsonObject, context: ReadContext): ReadRecord {
  if ('type' in line && 'account' in line && !('uri' in line)) {
    return readNotification(line, context)
  }
  if ('account' in line || 'visibility' in line) return readStatus(line, context)
  if ('acct' in line || 'username' in line) return readProfile(line)
  throw new RefusedRecord({ reason: 'missing-field', field: 'account' })
}

function readProfile(account: JsonObject): ReadRecord {
  return { arrival: { kind: 'profile', handle: readAccount(account, 'account') } }
}

function readDeletion(frame: JsonObject, context: ReadContext): ReadRecord {
  const { payload } = frame
  const id = typeof payload === 'number' ? String(payload) : requiredText(payload, 'payload')
  const externalKey = localKey(id, context)
  return { arrival: { kind: 'deletion', platform: PLATFORM, externalKey } }
}

/** A frame carries its entity as JSON inside a string. */
function payloadOf(frame: JsonObject): JsonObject {
  const { payload } = frame
  if (typeof payload !== 'string') return requiredObject(payload, 'payload')
  const parsed = parseJsonLine(payload)
  if ('object' in parsed) return parsed.object
  throw new RefusedRecord({ ...parsed.refusal, field: 'payload' })
}
