import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkArrival, type ReadRecord } from '#listen/index.ts'
import { compactDocument } from './compact.ts'
import { activitystreamsFormat } from './receive.ts'

const CONTEXT = { arrivedAt: new Date('2026-11-22T00:00:00Z'), scope: 'as', timeZone: 'UTC' }
const AS2 = 'https://www.w3.org/ns/activitystreams'

async function readAll(text: string): Promise<ReadRecord[]> {
  async function* bytes() {
    for (let at = 0; at < text.length; at += 1000) yield Buffer.from(text.slice(at, at + 1000))
  }
  const read: ReadRecord[] = []
  for await (const record of activitystreamsFormat.split(bytes(), CONTEXT)) {
    read.push('refusal' in record ? record : activitystreamsFormat.read(record, CONTEXT))
  }
  return read
}

const readOne = async (thing: unknown) => (await readAll(JSON.stringify(thing)))[0]
const outbox = readFileSync(new URL('fixtures/outbox.json', import.meta.url), 'utf8')
const HANAKO = 'https://example.social/users/hanako'
const ACTOR = { platform: 'mastodon', externalId: HANAKO, url: HANAKO }
const LIKE = `like:${HANAKO}:https://other.example/users/sally/statuses/9`

describe('an outbox', () => {
  test('is all that it holds, direct messages left out', async () => {
    const read = await readAll(outbox)
    expect(read[0]).toEqual({
      arrival: {
        ...{ kind: 'activity', operation: 'create', type: 'Create', platform: 'mastodon' },
        externalKey: 'https://example.social/users/hanako/statuses/1',
        actor: ACTOR,
        publishedAt: new Date('2026-06-01T00:00:00Z'),
        content: {
          text: 'みなみペンを買った',
          html: '<p>みなみペンを買った</p>',
          languageHint: 'ja',
        },
        url: 'https://example.social/@hanako/1',
        mentions: [
          {
            platform: 'mastodon',
            externalId: 'https://other.example/users/sally',
            url: 'https://other.example/users/sally',
          },
        ],
        tags: ['ペン'],
      },
    })
    expect(read[1]).toMatchObject({
      arrival: { type: 'Announce', parentKey: 'https://other.example/users/sally/statuses/9' },
    })
    expect(read[2]).toEqual({
      refusal: { reason: 'not-an-activity', field: 'to', detail: 'direct' },
    })
    expect(read[3]).toMatchObject({
      arrival: { type: 'Like', externalKey: LIKE, actor: { username: 'hanako@example.social' } },
    })
    expect(read[4]).toEqual({
      arrival: { kind: 'deletion', platform: 'mastodon', externalKey: LIKE },
    })
    expect(read[5]).toMatchObject({ arrival: { content: { text: 'Which?\n\nA & B\nC' } } })
    expect(read).toHaveLength(6)
  })

  test('is the same on one line, as an array, and one thing a line', async () => {
    const whole = await readAll(outbox)
    const items = JSON.parse(outbox).orderedItems as object[]
    expect(await readAll(JSON.stringify(JSON.parse(outbox)))).toEqual(whole)
    expect(await readAll(JSON.stringify(items, null, 1))).toEqual(whole)
    expect(await readAll(items.map((item) => JSON.stringify(item)).join('\n'))).toEqual(whole)
    const page = { type: 'OrderedCollectionPage', orderedItems: items }
    const paged = { '@context': AS2, type: 'OrderedCollection', first: page }
    expect(await readAll(JSON.stringify(paged))).toEqual(whole)
  })
})

describe('JSON-LD', () => {
  const plain = {
    '@context': AS2,
    type: 'Create',
    id: 'https://a.example/1',
    actor: HANAKO,
    object: { type: 'Note', id: 'https://a.example/n', content: '<p>a</p>' },
  }

  test.each([
    {
      '@context': AS2,
      'as:actor': { '@id': HANAKO },
      '@type': 'as:Create',
      '@id': 'https://a.example/1',
      'as:object': { '@type': 'as:Note', '@id': 'https://a.example/n', 'as:content': '<p>a</p>' },
    },
    {
      '@type': [`${AS2}#Create`],
      '@id': 'https://a.example/1',
      [`${AS2}#actor`]: [{ '@id': HANAKO }],
      [`${AS2}#object`]: [
        {
          '@type': [`${AS2}#Note`],
          '@id': 'https://a.example/n',
          [`${AS2}#content`]: [{ '@value': '<p>a</p>' }],
        },
      ],
    },
  ])('in other forms says the same', async (document) => {
    expect(await readOne(document)).toEqual(await readOne(plain))
    expect(await readOne({ '@context': AS2, '@graph': [document] })).toEqual(await readOne(plain))
  })

  test('of another vocabulary is refused', async () => {
    const person = {
      '@context': 'http://schema.org',
      '@type': 'Person',
      '@id': 'https://a.example',
    }
    expect(await readOne(person)).toMatchObject({ refusal: { field: '@context' } })
  })

  test('made plain is plain', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const once = compactDocument({ '@type': 'as:Note', 'as:content': value })
        expect(compactDocument(once)).toEqual(compactDocument(compactDocument(once)))
      }),
    )
  })
})

test.each<[string, object, object]>([
  [
    'a follow',
    {
      type: 'Follow',
      actor: HANAKO,
      object: { type: 'Person', id: 'https://b.example/u', name: 'B' },
    },
    {
      arrival: {
        type: 'Follow',
        externalKey: `follow:${HANAKO}:https://b.example/u`,
        objectHandle: { platform: 'mastodon', displayName: 'B' },
      },
    },
  ],
  [
    'an edit',
    {
      type: 'Update',
      actor: HANAKO,
      updated: '2026-06-03T00:00:00Z',
      object: { id: 'https://a.example/n', type: 'Note', content: 'b', attributedTo: HANAKO },
    },
    {
      arrival: {
        operation: 'update',
        externalKey: 'https://a.example/n',
        editedAt: new Date('2026-06-03T00:00:00Z'),
      },
    },
  ],
  [
    'a deletion',
    { type: 'Delete', actor: HANAKO, object: { type: 'Tombstone', id: 'https://a.example/n' } },
    { arrival: { kind: 'deletion', platform: 'mastodon', externalKey: 'https://a.example/n' } },
  ],
  [
    'the end of an account',
    { type: 'Delete', actor: HANAKO, object: HANAKO },
    { arrival: { kind: 'account-deletion', platform: 'mastodon', externalId: HANAKO } },
  ],
  [
    'a tombstone',
    { type: 'Tombstone', id: 'https://a.example/n', deleted: '2026-06-03T00:00:00Z' },
    { arrival: { kind: 'deletion', platform: 'mastodon' } },
  ],
  [
    'a profile',
    {
      type: 'Person',
      id: HANAKO,
      preferredUsername: 'hanako',
      nameMap: { ja: '花子' },
      summary: '<p>ペン</p>',
      icon: { type: 'Image', url: 'https://a.example/i.png' },
    },
    {
      arrival: {
        kind: 'profile',
        handle: {
          externalId: HANAKO,
          username: 'hanako@example.social',
          displayName: '花子',
          bio: 'ペン',
          avatarUrl: 'https://a.example/i.png',
          kind: 'person',
        },
      },
    },
  ],
  [
    'a video',
    {
      type: 'Video',
      id: 'https://v.example/1',
      name: 'How to write',
      attributedTo: [{ type: 'Person', id: HANAKO }],
      content: 'x',
    },
    { arrival: { type: 'Create', content: { title: 'How to write', text: 'x' } } },
  ],
  [
    'an article in maps',
    {
      type: 'Article',
      id: 'https://v.example/2',
      attributedTo: [HANAKO],
      nameMap: { ja: '題' },
      contentMap: { ja: '<p>本文</p>' },
    },
    { arrival: { content: { title: '題', text: '本文', languageHint: 'ja' } } },
  ],
])('%s', async (_, thing, expected) => {
  expect(await readOne({ '@context': AS2, ...thing })).toMatchObject(expected)
})

describe('what is addressed to people only', () => {
  const to = 'https://other.example/users/sally'
  const direct = { refusal: { reason: 'not-an-activity', field: 'to', detail: 'direct' } }
  const words = { id: 'https://a.example/n', content: '<p>between us</p>', attributedTo: HANAKO }

  test.each<[string, object]>([
    [
      'an activity of expanded JSON-LD',
      {
        '@type': [`${AS2}#Create`],
        '@id': 'https://a.example/1',
        [`${AS2}#actor`]: [{ '@id': HANAKO }],
        [`${AS2}#to`]: [{ '@id': to }],
        [`${AS2}#object`]: [
          { '@type': [`${AS2}#Note`], '@id': words.id, [`${AS2}#content`]: [{ '@value': 'a' }] },
        ],
      },
    ],
    [
      'an object in an array',
      { type: 'Create', actor: HANAKO, object: [{ type: 'Note', ...words, to: [to] }] },
    ],
    [
      'an object of expanded JSON-LD without an id',
      {
        '@type': [`${AS2}#Create`],
        '@id': 'https://a.example/1',
        [`${AS2}#actor`]: [{ '@id': HANAKO }],
        [`${AS2}#object`]: [
          { '@type': [`${AS2}#Note`], [`${AS2}#to`]: [{ '@id': to }], [`${AS2}#content`]: 'a' },
        ],
      },
    ],
    ['types in an array', { type: ['Note', 'http://b.example/Memo'], ...words, to }],
    ['a hidden copy', { type: 'Note', ...words, bcc: [{ type: 'Person', id: to }] }],
    ['an activity with words of its own', { type: 'Invite', actor: HANAKO, ...words, to }],
    ...['Article', 'Page', 'Question', 'Video', 'Audio', 'Image', 'Event'].map(
      (type): [string, object] => [`a bare ${type}`, { type, ...words, to: [to] }],
    ),
  ])('%s is refused', async (_, thing) => {
    expect(await readOne({ '@context': AS2, ...thing })).toEqual(direct)
  })

  test.each(['as:Public', `${AS2}#Public`, `${HANAKO}/followers`])(
    'beside %s is not',
    async (all) => {
      const article = { type: ['Article'], ...words, to: [to], cc: [all] }
      expect(await readOne({ '@context': AS2, ...article })).toHaveProperty('arrival')
    },
  )

  test('is not recorded beside what shares it', async () => {
    const note = { type: 'Note', ...words, to }
    const share = { '@context': AS2, type: 'Announce', id: 'https://a.example/s', actor: HANAKO }
    const shared = { arrival: { type: 'Announce', parentKey: words.id } }
    const read = await readOne({ ...share, object: note })
    expect(read).toMatchObject(shared)
    expect(read).not.toHaveProperty('context')
    const open = await readOne({ ...share, object: { ...note, to: 'as:Public' } })
    expect(open).toMatchObject({ ...shared, context: [{ externalKey: words.id }] })
  })
})

test('anything in any place is read or refused, never a fault', async () => {
  const things = JSON.parse(outbox).orderedItems as Record<string, unknown>[]
  const odd = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(null, [], {}, [[]], '', -1))
  const key = fc.constantFrom(
    'id',
    'type',
    'actor',
    'object',
    'to',
    'content',
    '@context',
    'tag',
    'contentMap',
    'oneOf',
    'first',
    'items',
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...things), key, odd, async (thing, at, change) => {
      for (const read of await readAll(JSON.stringify({ ...thing, [at]: change }))) {
        if ('refusal' in read) continue
        expect(Object.keys(checkArrival(read.arrival, CONTEXT.arrivedAt))).toHaveLength(1)
      }
    }),
    { numRuns: 500 },
  )
})
