import { type JsonObject, knownFields, type ReadContext, type ReadRecord } from '#listen/index.ts'
import type { IncomingActivity } from '#vocabulary/index.ts'
import { dateAt, RefusedRecord, requiredObject, requiredText } from '../json-fields.ts'
import { PLATFORM, readAccount } from './account.ts'
import { boostKey, localKey, readStatus } from './status.ts'

/**
 * A Notification entity (https://docs.joinmastodon.org/entities/Notification/):
 * what somebody did to the account that listens, or the status that it tells of.
 * Others (polls, administration) are refused with their type.
 */
export function readNotification(notification: JsonObject, context: ReadContext): ReadRecord {
  const type = requiredText(notification.type, 'type')
  switch (type) {
    case 'mention':
    case 'status':
    case 'update':
    case 'quote':
      return readStatus(requiredObject(notification.status, 'status'), context, 'status.')
    case 'favourite':
      return readReaction(notification, context, 'Like')
    case 'reblog':
      return readReaction(notification, context, 'Announce')
    case 'follow':
      return { arrival: readFollow(notification, context) }
    default:
      throw new RefusedRecord({ reason: 'not-an-activity', field: 'type', detail: type })
  }
}

function readReaction(
  notification: JsonObject,
  context: ReadContext,
  type: 'Like' | 'Announce',
): ReadRecord {
  const status = requiredObject(notification.status, 'status')
  const { arrival: post } = readStatus(status, context, 'status.')
  const actor = readAccount(notification.account, 'account')
  const like = `like:${actor.externalId}:${post.externalKey}`
  const arrival: IncomingActivity = knownFields({
    kind: 'activity',
    operation: 'create',
    type,
    platform: PLATFORM,
    externalKey: type === 'Like' ? like : boostKey(actor, post.externalKey),
    actor,
    publishedAt: dateAt(notification.created_at, 'created_at'),
    parentKey: post.externalKey,
  })
  return { arrival, context: [post] }
}

/** Who was followed is the account that listens; the notification does not name it. */
function readFollow(notification: JsonObject, context: ReadContext): IncomingActivity {
  const id = requiredText(notification.id, 'id')
  return knownFields({
    kind: 'activity',
    operation: 'create',
    type: 'Follow',
    platform: PLATFORM,
    externalKey: localKey(`notification:${id}`, context),
    actor: readAccount(notification.account, 'account'),
    publishedAt: dateAt(notification.created_at, 'created_at'),
  })
}
