import type { JsonObject } from '#listen/index.ts'
import type { IncomingActivity } from '#vocabulary/index.ts'
import { writeHandle } from './handle.ts'
import { writeOutcome } from './outcome.ts'

/**
 * The activity as one line of `import --as activities`, without loss: read again
 * it is the same. Fields that are undefined here are left out by JSON.stringify.
 */
export function writeActivity(activity: IncomingActivity): JsonObject {
  const { actor, content, externalKey, parentKey, type } = activity
  return {
    id: externalKey,
    type,
    operation: activity.operation === 'update' ? 'update' : undefined,
    platform: activity.platform === actor.platform ? undefined : activity.platform,
    actor: writeHandle(actor),
    ...writeObject(activity),
    content: content?.text,
    title: content?.title,
    html: content?.html,
    lang: content?.languageHint,
    isExcerpt: content?.isExcerpt,
    inReplyTo: parentIsObject(activity) ? undefined : parentKey,
    published: activity.publishedAt?.toISOString(),
    updated: activity.editedAt?.toISOString(),
    url: activity.url,
    threadKey: activity.threadKey,
    alsoKnownAs: activity.alsoKnownAs,
    mentions: activity.mentions?.map(writeHandle),
    tags: activity.tags,
    outcome: activity.outcome === undefined ? undefined : writeOutcome(activity.outcome),
  }
}

/** A post is the object of its Create; an account that of a Follow or Block, else the target. */
function writeObject(activity: IncomingActivity): JsonObject {
  const { content, externalKey, objectHandle, parentKey, type } = activity
  const handle = objectHandle === undefined ? undefined : writeHandle(objectHandle)
  if (type === 'Create') {
    const post = { id: externalKey, type: content?.title === undefined ? 'Note' : 'Article' }
    return { object: post, target: handle }
  }
  if (type === 'Follow' || type === 'Block') return { object: handle }
  return { object: parentKey, target: handle }
}

function parentIsObject({ type }: IncomingActivity): boolean {
  return type !== 'Create' && type !== 'Follow' && type !== 'Block'
}
