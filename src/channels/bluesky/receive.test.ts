import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFacets } from './facets.ts'
import { jetstreamFormat } from './receive.ts'

const CONTEXT = { arrivedAt: new Date('2026-11-22T00:00:00Z'), scope: 'jetstream', timeZone: 'UTC' }
const DID = 'did:plc:alice'
const BOB = 'did:plc:bob'
const ACTOR = {
  platform: 'bluesky',
  externalId: DID,
  url: 'https://bsky.app/profile/did:plc:alice',
}
const SEEN_AT = new Date('2026-11-21T20:36:39.501Z')
const TIME_US = SEEN_AT.getTime() * 1000 + 7

const read = (event: unknown) =>
  jetstreamFormat.read({ line: 1, payload: JSON.stringify(event) }, CONTEXT)

const commit = (collection: string, record: unknown, operation = 'create') => ({
  did: DID,
  time_us: TIME_US,
  kind: 'commit',
  commit: { rev: 'r', operation, collection, rkey: '3k', record, cid: 'bafy' },
})

const post = (record: object, operation?: string) =>
  commit('app.bsky.feed.post', { createdAt: '2026-11-21T20:33:03.659Z', ...record }, operation)

describe('posts', () => {
  test('a reply with facets', () => {
    const text = '縁 @bob.test #返品'
    const facets = [
      {
        index: { byteStart: 4, byteEnd: 13 },
        features: [{ $type: 'app.bsky.richtext.facet#mention', did: BOB }],
      },
      {
        index: { byteStart: 14, byteEnd: 21 },
        features: [{ $type: 'app.bsky.richtext.facet#tag', tag: '返品' }],
      },
    ]
    const reply = { root: { uri: 'at://r/c/1', cid: 'x' }, parent: { uri: 'at://p/c/2', cid: 'y' } }
    const event = post({ text, facets, reply, langs: ['ja', 'en'], tags: ['beside'] })
    expect(read(event)).toEqual({
      arrival: {
        kind: 'activity',
        operation: 'create',
        type: 'Create',
        platform: 'bluesky',
        externalKey: 'at://did:plc:alice/app.bsky.feed.post/3k',
        actor: ACTOR,
        publishedAt: new Date('2026-11-21T20:33:03.659Z'),
        content: { text, languageHint: 'ja' },
        url: 'https://bsky.app/profile/did:plc:alice/post/3k',
        parentKey: 'at://p/c/2',
        threadKey: 'at://r/c/1',
        mentions: [{ platform: 'bluesky', externalId: BOB, username: 'bob.test' }],
        tags: ['返品', 'beside'],
      },
    })
  })

  test.each([
    ['2026-11-21T20:33:03.659Z', '2026-11-21T20:33:03.659Z'],
    ['2099-01-01T00:00:00Z', SEEN_AT.toISOString()],
    ['nonsense', SEEN_AT.toISOString()],
    [undefined, SEEN_AT.toISOString()],
  ])('created at %s, it is published at %s', (createdAt, published) => {
    const answer = read(post({ text: 'a', createdAt }))
    expect(answer).toHaveProperty('arrival.publishedAt', new Date(published))
  })

  test('edited is an update of the same key', () => {
    expect(read(post({ text: 'b' }, 'update'))).toMatchObject({
      arrival: {
        operation: 'update',
        externalKey: 'at://did:plc:alice/app.bsky.feed.post/3k',
        editedAt: SEEN_AT,
      },
    })
  })

  test('a picture without words is a post with an empty text', () => {
    expect(read(post({ text: '' }))).toHaveProperty('arrival.content.text', '')
  })

  test('a quote answers nothing', () => {
    const embed = { $type: 'app.bsky.embed.record', record: { uri: 'at://q/c/1', cid: 'z' } }
    expect(read(post({ text: 'see', embed }))).not.toHaveProperty('arrival.parentKey')
  })
})

describe('facets', () => {
  test.each([
    [{ byteStart: -1, byteEnd: 3 }],
    [{ byteStart: 3, byteEnd: 2 }],
    [{ byteStart: 0, byteEnd: 1e9 }],
    [{ byteStart: 1, byteEnd: 2 }],
    [{ byteStart: 'a' }],
    [null],
  ])('offsets %j give the account without its name', (index) => {
    const { mentions } = readFacets('縁@b', [{ index, features: [{ did: BOB }] }])
    expect(mentions).toEqual([{ platform: 'bluesky', externalId: BOB }])
  })

  test('byte offsets find the name behind any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (before) => {
        const byteStart = Buffer.byteLength(before)
        const index = { byteStart, byteEnd: byteStart + 9 }
        const { mentions } = readFacets(`${before}@bob.test!`, [
          { index, features: [{ did: BOB }] },
        ])
        expect(mentions[0]?.username).toBe('bob.test')
      }),
    )
  })

  test('whatever stands there, reading does not throw', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (text, facets) => void readFacets(text, facets)),
    )
  })
})

describe('reactions', () => {
  const subject = { uri: 'at://did:plc:bob/app.bsky.feed.post/1', cid: 'c' }

  test.each([
    ['app.bsky.feed.like', 'Like'],
    ['app.bsky.feed.repost', 'Announce'],
  ])('%s is a %s', (collection, type) => {
    expect(read(commit(collection, { subject, createdAt: '2026-11-21T00:00:00Z' }))).toEqual({
      arrival: {
        kind: 'activity',
        operation: 'create',
        type,
        platform: 'bluesky',
        externalKey: `at://did:plc:alice/${collection}/3k`,
        actor: ACTOR,
        publishedAt: new Date('2026-11-21T00:00:00Z'),
        parentKey: subject.uri,
      },
    })
  })

  test('a follow names whom', () => {
    expect(read(commit('app.bsky.graph.follow', { subject: BOB }))).toMatchObject({
      arrival: { type: 'Follow', objectHandle: { platform: 'bluesky', externalId: BOB } },
    })
  })
})

describe('profiles and accounts', () => {
  const account = (status?: string) =>
    read({ did: DID, time_us: TIME_US, kind: 'account', account: { active: !status, status } })

  test('a profile record', () => {
    const record = { displayName: 'Alice', description: 'Hi' }
    const handle = { ...ACTOR, displayName: 'Alice', bio: 'Hi' }
    expect(read(commit('app.bsky.actor.profile', record))).toEqual({
      arrival: { kind: 'profile', handle },
    })
    expect(read(commit('app.bsky.actor.profile', undefined, 'delete'))).toEqual({
      arrival: { kind: 'profile', handle: { ...ACTOR, displayName: '', bio: '' } },
    })
  })

  test('an identity event names the handle', () => {
    const event = { did: DID, time_us: TIME_US, kind: 'identity', identity: { handle: 'a.test' } }
    expect(read(event)).toEqual({
      arrival: { kind: 'profile', handle: { ...ACTOR, username: 'a.test' } },
    })
  })

  test.each(['deleted', 'takendown'])('an account %s is gone', (status) => {
    expect(account(status)).toEqual({
      arrival: {
        kind: 'account-deletion',
        platform: 'bluesky',
        externalId: DID,
        deletedAt: SEEN_AT,
      },
    })
  })

  test.each(['deactivated', 'suspended', undefined])('an account %s is not', (status) => {
    expect(account(status)).toEqual({ arrival: { kind: 'profile', handle: ACTOR } })
  })
})

test.each(['post', 'like', 'repost'])('a deleted %s', (name) => {
  expect(read(commit(`app.bsky.feed.${name}`, undefined, 'delete'))).toEqual({
    arrival: {
      kind: 'deletion',
      platform: 'bluesky',
      externalKey: `at://did:plc:alice/app.bsky.feed.${name}/3k`,
      deletedAt: SEEN_AT,
    },
  })
})

test.each([
  [{ kind: 'commit', did: 'alice' }, 'bad-field', 'did'],
  [{ kind: 'commit' }, 'missing-field', 'did'],
  [{ kind: 'info', did: DID }, 'not-an-activity', 'kind'],
  [{ kind: 'commit', did: DID }, 'missing-field', 'commit'],
  [commit('app.bsky.feed.threadgate', {}), 'not-an-activity', 'commit.collection'],
  [commit('app.bsky.feed.post', {}, 'mystery'), 'bad-field', 'commit.operation'],
  [commit('app.bsky.feed.post', undefined), 'missing-field', 'commit.record'],
  [commit('app.bsky.feed.post', { text: 3 }), 'bad-field', 'commit.record.text'],
  [commit('app.bsky.feed.like', {}), 'missing-field', 'commit.record.subject'],
  [commit('app.bsky.feed.like', { subject: {} }), 'missing-field', 'commit.record.subject.uri'],
  [{ ...post({ text: 'a' }), time_us: 'now' }, 'bad-date', 'time_us'],
  [{ ...post({ text: 'a' }), time_us: 1e300 }, 'bad-date', 'time_us'],
])('%j is refused', (event, reason, field) => {
  expect(read(event)).toMatchObject({ refusal: { reason, field } })
})
