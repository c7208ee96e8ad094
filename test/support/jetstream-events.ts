/** Events as Jetstream's server writes them: fields in its order, no white space. */

export const ALICE = 'did:plc:aliceaaaaaaaaaaaaaaaaaaa'
export const BOB = 'did:plc:bobbbbbbbbbbbbbbbbbbbbbb'
export const CAROL = 'did:plc:carolccccccccccccccccccc'
export const START_US = Date.UTC(2024, 10, 1) * 1000

let ticks = 0

/** A later time at each call, 100 ms apart, in the past. */
export function nextUs(): number {
  ticks += 1
  return START_US + ticks * 100_000
}

export interface CommitParts {
  did: string
  collection: string
  rkey: string
  operation?: 'create' | 'update' | 'delete'
  record?: object
  timeUs?: number
}

export function commitEvent({ did, collection, rkey, operation, record, timeUs }: CommitParts) {
  const commit = { rev: `r${rkey}`, operation: operation ?? 'create', collection, rkey }
  const said = record === undefined ? commit : { ...commit, record, cid: 'bafy' }
  return JSON.stringify({ did, time_us: timeUs ?? nextUs(), kind: 'commit', commit: said })
}

export function postEvent(did: string, rkey: string, text: string, more: object = {}): string {
  const record = { $type: 'app.bsky.feed.post', createdAt: '2024-10-31T23:59:59Z', text, ...more }
  return commitEvent({ did, collection: 'app.bsky.feed.post', rkey, record })
}

export function editEvent(did: string, rkey: string, text: string): string {
  const record = { $type: 'app.bsky.feed.post', createdAt: '2024-10-31T23:59:59Z', text }
  return commitEvent({ did, collection: 'app.bsky.feed.post', rkey, record, operation: 'update' })
}

export function deleteEvent(did: string, collection: string, rkey: string): string {
  return commitEvent({ did, collection: `app.bsky.${collection}`, rkey, operation: 'delete' })
}

export function reactionEvent(
  did: string,
  kind: 'like' | 'repost',
  rkey: string,
  uri: string,
): string {
  const record = { subject: { cid: 'bafy', uri }, createdAt: '2024-10-31T23:59:59Z' }
  return commitEvent({ did, collection: `app.bsky.feed.${kind}`, rkey, record })
}

export function followEvent(did: string, rkey: string, subject: string): string {
  const record = { subject, createdAt: '2024-10-31T23:59:59Z' }
  return commitEvent({ did, collection: 'app.bsky.graph.follow', rkey, record })
}

export function identityEvent(did: string, handle: string): string {
  const identity = { did, handle, seq: 1, time: '2024-10-31T23:59:59Z' }
  return JSON.stringify({ did, time_us: nextUs(), kind: 'identity', identity })
}

export function accountEvent(did: string, status?: string): string {
  const account = {
    active: status === undefined,
    did,
    seq: 1,
    status,
    time: '2024-10-31T23:59:59Z',
  }
  return JSON.stringify({ did, time_us: nextUs(), kind: 'account', account })
}

export function postUri(did: string, rkey: string): string {
  return `at://${did}/app.bsky.feed.post/${rkey}`
}
