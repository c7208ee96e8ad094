import type { Batch, Heard, ListenStep } from '#listen/index.ts'
import type { Arrival, IncomingActivity, IncomingHandle } from '#vocabulary/index.ts'
import { type KnownBy, markOfPost, meetingsOf } from './tombstone-keys.ts'
import { findTombstoneKey, type IsErased, lookUpErased } from './tombstones.ts'

/**
 * Keeps out who was erased, before anything is looked up or made: what they did, and lists that name
 * them, end as refused; what others did loses the names of them that it carries in its fields, and its
 * payload, which carries them too. Every way in goes through these steps.
 */
export const refuseErasedStep: ListenStep = {
  name: 'refuse-erased',
  isForWholeBatch: true,
  run: refuseErased,
}

async function refuseErased(batch: Batch): Promise<void> {
  // Most workspaces have erased nobody: then there is nothing to hash.
  if ((await findTombstoneKey(batch.tx, batch.workspaceId)) === undefined) return
  const isErased = await lookUpErased(
    batch.tx,
    batch.workspaceId,
    batch.heard.flatMap(({ arrival }) => knownByOf(arrival)),
  )
  if (isErased === undefined) return
  const along = namedAlong(batch.heard, isErased)
  batch.heard = batch.heard.filter((heard) => {
    if (!isOfErased(heard.arrival, isErased) && !along.has(heard)) return true
    heard.ending = { kind: 'refused', refusal: { reason: 'erased' } }
    return false
  })
  for (const heard of batch.heard) withoutErased(heard, isErased)
}

function knownByOf(arrival: Arrival): KnownBy[] {
  if (arrival.kind !== 'activity') return ownersOf(arrival)
  const others = [
    ...(arrival.mentions ?? []),
    ...(arrival.objectHandle === undefined ? [] : [arrival.objectHandle]),
  ].flatMap(meetingsOf)
  return [...ownersOf(arrival), ...others, ...aboveOf(arrival)]
}

/** By what is known whose it is. */
function ownersOf(arrival: Arrival): KnownBy[] {
  switch (arrival.kind) {
    case 'profile':
      return [arrival.handle, ...(arrival.alsoHandles ?? [])].flatMap(meetingsOf)
    case 'account-deletion':
      return meetingsOf({ platform: arrival.platform, externalId: arrival.externalId })
    case 'deletion':
      return [markOfPost(arrival.platform, arrival.externalKey)]
    case 'refund':
      return arrival.purchaseKeys.map((key) => markOfPost(arrival.platform, key))
    case 'deal':
      return arrival.contact === undefined ? [] : meetingsOf(arrival.contact.handle)
    case 'organisation':
      return []
    case 'activity':
      return [...meetingsOf(arrival.actor), markOfPost(arrival.platform, arrival.externalKey)]
  }
}

/**
 * What somebody did whom the same record also names by something that was erased: an order that gives a
 * new mail address and the known phone number.
 */
function namedAlong(heard: readonly Heard[], isErased: IsErased): Set<Heard> {
  const erased = new Map(
    heard.flatMap((one) =>
      one.arrival.kind === 'profile' && !one.isCounted && isOfErased(one.arrival, isErased)
        ? [[one.position, accountKey(one.arrival.handle)] as const]
        : [],
    ),
  )
  return new Set(
    heard.filter(
      ({ arrival, position }) =>
        arrival.kind === 'activity' && erased.get(position) === accountKey(arrival.actor),
    ),
  )
}

function accountKey({ platform, externalId }: IncomingHandle): string {
  return `${platform}\n${externalId}`
}

function aboveOf({ platform, parentKey, threadKey }: IncomingActivity): KnownBy[] {
  return [parentKey, threadKey].flatMap((key) =>
    key === undefined ? [] : [markOfPost(platform, key)],
  )
}

function isOfErased(arrival: Arrival, isErased: IsErased): boolean {
  return isErased(ownersOf(arrival))
}

/** Somebody else's activity, without what it says of who was erased in its fields. */
function withoutErased(heard: Heard, isErased: IsErased): void {
  const { arrival } = heard
  if (arrival.kind !== 'activity') return
  const isGone = (handle: IncomingHandle) => isErased(meetingsOf(handle))
  const isKeyGone = (key: string | undefined) =>
    key !== undefined && isErased([markOfPost(arrival.platform, key)])
  const { mentions = [], objectHandle, parentKey, threadKey, ...rest } = arrival
  const kept = mentions.filter((handle) => !isGone(handle))
  const isObjectGone = objectHandle !== undefined && isGone(objectHandle)
  const keepsParent = !isObjectGone && !isKeyGone(parentKey)
  const keepsThread = !isKeyGone(threadKey)
  if (kept.length === mentions.length && keepsParent && keepsThread) return
  heard.payload = undefined
  heard.arrival = {
    ...rest,
    mentions: kept,
    ...(objectHandle !== undefined && !isObjectGone ? { objectHandle } : {}),
    ...(parentKey !== undefined && keepsParent ? { parentKey } : {}),
    ...(threadKey !== undefined && keepsThread ? { threadKey } : {}),
  }
}
