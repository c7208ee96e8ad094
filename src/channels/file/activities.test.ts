import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type IncomingActivity, NOBODY } from '#vocabulary/index.ts'
import { activitiesFormat } from './activities.ts'

const CONTEXT = { arrivedAt: new Date('2026-11-22T00:00:00Z'), scope: 'a.jsonl', timeZone: 'UTC' }
const AS2 = 'https://www.w3.org/ns/activitystreams'

const read = (line: unknown) =>
  activitiesFormat.read({ line: 1, payload: JSON.stringify(line) }, CONTEXT)

function readOne(line: unknown): IncomingActivity {
  const answer = read(line)
  if ('arrival' in answer && answer.arrival.kind === 'activity') return answer.arrival
  throw new Error(`no activity: ${JSON.stringify(answer)}`)
}

const HANAKO = { platform: 'shop', handle: 'hanako', name: '山田 花子' }
const ACTOR = {
  platform: 'shop',
  externalId: 'hanako',
  username: 'hanako',
  displayName: '山田 花子',
}
const CREATE = {
  id: 'a1',
  type: 'Create',
  actor: HANAKO,
  object: { id: 'p1', type: 'Note' },
  content: '返品したい <b>',
  inReplyTo: 'p0',
  published: '2026-11-21T09:00:00+09:00',
}

test('every line of the sample file is read', () => {
  const sample = readFileSync(new URL('fixtures/activities.jsonl', import.meta.url), 'utf8')
  const lines = sample.split('\n').filter((line) => line !== '')
  const answers = lines.map((payload, i) =>
    activitiesFormat.read({ line: i + 1, payload }, CONTEXT),
  )
  const kinds = answers.map((answer) => ('arrival' in answer ? answer.arrival.kind : answer))
  expect(kinds).toEqual([
    ...Array.from({ length: 5 }, () => 'activity'),
    'profile',
    'deletion',
    'account-deletion',
  ])
})

describe('a post', () => {
  const POST: IncomingActivity = {
    kind: 'activity',
    operation: 'create',
    type: 'Create',
    platform: 'shop',
    externalKey: 'p1',
    actor: ACTOR,
    publishedAt: new Date('2026-11-21T00:00:00Z'),
    content: { text: '返品したい <b>' },
    parentKey: 'p0',
  }

  test('in the form of the contract', () => expect(readOne(CREATE)).toEqual(POST))

  test('with its words inside the object', () => {
    const { content, inReplyTo, ...rest } = CREATE
    expect(readOne({ ...rest, object: { ...CREATE.object, content, inReplyTo } })).toEqual(POST)
  })

  test('without the Create around it, and without an id of its own', () => {
    const { actor, content, inReplyTo, published } = CREATE
    const note = { id: 'p1', type: 'Note', attributedTo: actor, content, inReplyTo, published }
    expect(readOne(note)).toEqual(POST)
    expect(readOne({ ...CREATE, object: { type: 'Note' } }).externalKey).toBe('a1')
    expect(readOne({ ...CREATE, object: undefined }).externalKey).toBe('a1')
  })

  test('of which everything may be an array of one', () => {
    const { actor, object, inReplyTo, type } = CREATE
    const arrays = { actor: [actor], object: [object], inReplyTo: [inReplyTo], type: [type] }
    expect(readOne({ ...CREATE, ...arrays })).toEqual(POST)
  })

  test('edited', () => {
    const edited = { ...POST, operation: 'update', editedAt: new Date('2026-11-21T00:00:00Z') }
    const { publishedAt: _, ...expected } = edited
    expect(readOne({ ...CREATE, type: 'Update' })).toEqual(expected)
    expect(readOne({ ...CREATE, type: 'Update', object: 'p1' })).toEqual(expected)
    expect(readOne({ ...CREATE, operation: 'update', updated: CREATE.published })).toEqual({
      ...edited,
    })
  })

  test('in HTML where it says so, or is an ActivityStreams document', () => {
    const content = '<p>a &lt;</p>'
    const shown = { text: 'a <', html: content }
    expect(readOne({ ...CREATE, content }).content).toEqual({ text: content })
    expect(readOne({ ...CREATE, content, mediaType: 'text/html' }).content).toEqual(shown)
    expect(readOne({ ...CREATE, content, '@context': AS2 }).content).toEqual(shown)
    const plain = { ...CREATE, content, '@context': AS2, mediaType: 'text/plain' }
    expect(readOne(plain).content).toEqual({ text: content })
  })

  test('in a language, with a title', () => {
    const object = { id: 'p1', type: 'Article', name: '題', contentMap: { ja: '本文' } }
    expect(readOne({ ...CREATE, content: undefined, object }).content).toEqual({
      text: '本文',
      title: '題',
      languageHint: 'ja',
    })
    const named = { id: 'p1', type: 'Note', name: 'Only a name' }
    expect(readOne({ ...CREATE, content: undefined, object: named }).content).toEqual({
      text: 'Only a name',
    })
  })

  test('with ActivityStreams tags', () => {
    const tag = [
      { type: 'Hashtag', name: '#返品' },
      { type: 'Mention', href: 'https://a.example/bob', name: '@bob' },
    ]
    expect(readOne({ ...CREATE, tag })).toMatchObject({
      tags: ['返品'],
      mentions: [{ platform: 'shop', externalId: 'https://a.example/bob' }],
    })
  })
})

describe('other activities', () => {
  const like = { id: 'l1', type: 'Like', actor: HANAKO, object: 'p1' }

  test('are known by their own id and about their object', () => {
    expect(readOne(like)).toMatchObject({ type: 'Like', externalKey: 'l1', parentKey: 'p1' })
    const embedded = { ...like, object: { id: 'p1', type: 'Note', content: 'not said here' } }
    expect(readOne(embedded)).toEqual(readOne(like))
    expect(readOne({ ...like, summary: 'Hanako liked it' })).toEqual(readOne(like))
  })

  test('a share carries the post inside it', () => {
    const { actor, content } = CREATE
    const object = { id: 'p1', type: 'Note', attributedTo: actor, content }
    expect(read({ ...like, type: 'Announce', object })).toMatchObject({
      arrival: { type: 'Announce', externalKey: 'l1', parentKey: 'p1' },
      context: [{ type: 'Create', externalKey: 'p1', content: { text: content } }],
    })
  })

  test('a follow is about an account', () => {
    const expected = { objectHandle: { platform: 'shop', externalId: 'taro', username: 'taro' } }
    const follow = { ...like, type: 'Follow' }
    expect(readOne({ ...follow, object: { handle: 'taro' } })).toMatchObject(expected)
    expect(readOne({ ...follow, object: 'taro' })).toMatchObject({
      objectHandle: { platform: 'shop', externalId: 'taro' },
    })
    expect(readOne({ ...follow, object: 'taro' })).not.toHaveProperty('parentKey')
  })

  test('an invitation is about its target', () => {
    const invite = { ...like, type: 'Invite', object: 'event1', target: { handle: 'taro' } }
    expect(readOne(invite)).toMatchObject({
      parentKey: 'event1',
      objectHandle: { externalId: 'taro' },
    })
  })

  test('an actor by URI', () => {
    expect(readOne({ ...like, actor: 'https://a.example/hanako' }).actor).toEqual({
      platform: 'file',
      externalId: 'https://a.example/hanako',
      url: 'https://a.example/hanako',
    })
    const person = { type: 'Person', id: 'https://a.example/hanako', preferredUsername: 'hanako' }
    expect(readOne({ ...like, actor: person, platform: 'mastodon' }).actor).toMatchObject({
      platform: 'mastodon',
      username: 'hanako',
      kind: 'person',
    })
  })
})

describe('deletions', () => {
  const gone = { type: 'Delete', actor: HANAKO, object: 'p1', published: '2026-11-21T00:00:00Z' }

  test.each([
    [gone],
    [{ ...gone, object: { id: 'p1', type: 'Tombstone' } }],
    [{ ...gone, type: 'Undo', object: { id: 'p1', type: 'Like', object: 'x' } }],
    [{ type: 'Tombstone', id: 'p1', platform: 'shop', deleted: gone.published }],
  ])('%j', (line) => {
    expect(read(line)).toEqual({
      arrival: {
        kind: 'deletion',
        platform: 'shop',
        externalKey: 'p1',
        deletedAt: new Date('2026-11-21T00:00:00Z'),
      },
    })
  })

  test.each([[{ ...gone, object: 'hanako' }], [{ ...gone, object: HANAKO }]])(
    'of the account itself: %j',
    (line) => {
      expect(read(line)).toMatchObject({
        arrival: { kind: 'account-deletion', platform: 'shop', externalId: 'hanako' },
      })
    },
  )
})

test('an outcome may be nobody’s', () => {
  const outcome = { type: 'purchase', value: 12, currency: 'JPY' }
  const said = { type: 'Outcome', id: 'order:1', published: '2026-11-21T00:00:00Z', outcome }
  expect(read(said)).toMatchObject({
    arrival: { type: 'Outcome', platform: 'file', externalKey: 'order:1', actor: NOBODY },
  })
})

test.each<[string, object, string, string]>([
  ['no type', { type: undefined }, 'missing-field', 'type'],
  ['a number for a type', { type: 16 }, 'bad-field', 'type'],
  ['a type that is no activity', { type: 'Arrive' }, 'not-an-activity', 'type'],
  ['no id anywhere', { id: undefined, object: { type: 'Note' } }, 'missing-field', 'id'],
  ['a number for an id', { object: { id: 4 } }, 'bad-field', 'object.id'],
  ['no actor', { actor: undefined }, 'missing-field', 'actor'],
  ['a number for an actor', { actor: 90 }, 'bad-field', 'actor'],
  ['an actor of no platform', { actor: { handle: 'a' } }, 'missing-field', 'actor.platform'],
  ['an actor of no handle', { actor: { platform: 'a' } }, 'missing-field', 'actor.handle'],
  ['an actor of no identity', { actor: { name: 'Sally' } }, 'missing-field', 'actor.id'],
  ['an unknown kind', { actor: { ...HANAKO, kind: 'cat' } }, 'bad-field', 'actor.kind'],
  ['a number for content', { content: 42 }, 'bad-field', 'content'],
  ['a date in words', { published: 'yesterday' }, 'bad-date', 'published'],
  ['a number for an object', { object: 23 }, 'bad-field', 'object'],
  ['a number to answer', { inReplyTo: 7 }, 'bad-field', 'inReplyTo'],
  ['a map of texts that is none', { contentMap: 'x', content: null }, 'bad-field', 'contentMap'],
  ['a note by nobody', { type: 'Note' }, 'missing-field', 'attributedTo'],
  ['an update of nothing', { type: 'Update', object: null }, 'missing-field', 'object'],
  ['a deletion of nothing', { type: 'Delete', object: {} }, 'missing-field', 'object.id'],
])('%s is refused by its name', (_, change, reason, field) => {
  const line = { ...CREATE, ...change }
  const actor = 'type' in change && change.type === 'Note' ? { actor: undefined } : {}
  expect(read({ ...line, ...actor })).toMatchObject({ refusal: { reason, field } })
})
