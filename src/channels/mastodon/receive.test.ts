import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { IncomingActivity } from '#vocabulary/index.ts'
import { mastodonFormat } from './receive.ts'

const CONTEXT = {
  arrivedAt: new Date('2026-11-22T00:00:00Z'),
  scope: 'localhost:8080',
  timeZone: 'UTC',
}

const read = (line: unknown) =>
  mastodonFormat.read({ line: 1, payload: JSON.stringify(line) }, CONTEXT)

function readOne(line: unknown): IncomingActivity {
  const answer = read(line)
  if ('arrival' in answer && answer.arrival.kind === 'activity') return answer.arrival
  throw new Error(`no activity: ${JSON.stringify(answer)}`)
}

const ALICE = {
  id: '1',
  acct: 'alice',
  display_name: 'Alice',
  url: 'https://example.social/@alice',
  uri: 'https://example.social/users/alice',
  note: '<p>Hi</p>',
  bot: false,
  group: false,
  fields: [
    { name: 'site', value: '<a href="https://a.example?x=1&amp;y=2">…</a>', verified_at: '2026' },
    { name: 'plain', value: 'https://b.example', verified_at: '2026' },
    { name: 'unproven', value: '<a href="https://c.example">c</a>', verified_at: null },
  ],
}
const STATUS = {
  id: '42',
  uri: 'https://example.social/users/alice/statuses/42',
  url: 'https://example.social/@alice/42',
  created_at: '2026-11-21T00:00:00.000Z',
  edited_at: null,
  in_reply_to_id: null,
  visibility: 'public',
  language: 'ja',
  spoiler_text: '',
  content: '<p>返品したい<br>です</p><p>二つ目 &amp; &lt;b&gt;</p>',
  account: ALICE,
  reblog: null,
  mentions: [{ id: '9', acct: 'bob@other.example', url: 'https://other.example/@bob' }],
  tags: [{ name: 'fedi', url: 'https://example.social/tags/fedi' }],
}

describe('the recorded stream', () => {
  const lines = readFileSync(new URL('fixtures/streaming-user.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
  const answers = lines.map((payload, i) => mastodonFormat.read({ line: i + 1, payload }, CONTEXT))
  const arrivals = answers.map((answer) => ('arrival' in answer ? answer.arrival : answer))
  const post = 'http://localhost:8080/users/alice/statuses/01M7ZZ9DEB7Z6JMBB58EDX4679'

  test('holds a post, a reply, a like, a boost and a deletion', () => {
    expect(arrivals).toMatchObject([
      { kind: 'activity', type: 'Create', externalKey: post, content: { text: 'Hello #fedi' } },
      {
        type: 'Create',
        content: { text: '@alice a reply' },
        parentKey: 'localhost:8080:01M7ZZ9DEB7Z6JMBB58EDX4679',
      },
      { type: 'Like', externalKey: `like:http://localhost:8080/@bob:${post}`, parentKey: post },
      { type: 'Announce', parentKey: post },
      { kind: 'deletion', externalKey: 'localhost:8080:01M7ZZ9DEN3SFCQ212NJNGA5DN' },
    ])
  })

  test('the reply answers, and the deletion names, keys under which the posts are known', () => {
    const [first, reply, , , deletion] = arrivals as IncomingActivity[]
    expect(first?.alsoKnownAs).toContain(reply?.parentKey)
    expect(reply?.alsoKnownAs).toEqual([deletion?.externalKey])
  })
})

describe('a status', () => {
  test('is a post', () => {
    expect(readOne(STATUS)).toEqual({
      kind: 'activity',
      operation: 'create',
      type: 'Create',
      platform: 'mastodon',
      externalKey: STATUS.uri,
      alsoKnownAs: ['localhost:8080:42'],
      actor: {
        platform: 'mastodon',
        externalId: ALICE.url,
        username: 'alice@example.social',
        displayName: 'Alice',
        url: ALICE.url,
        bio: 'Hi',
        verifiedLinks: ['https://a.example?x=1&y=2', 'https://b.example'],
      },
      publishedAt: new Date('2026-11-21T00:00:00Z'),
      content: {
        text: '返品したい\nです\n\n二つ目 & <b>',
        html: STATUS.content,
        languageHint: 'ja',
      },
      url: STATUS.url,
      mentions: [
        {
          platform: 'mastodon',
          externalId: 'https://other.example/@bob',
          username: 'bob@other.example',
          url: 'https://other.example/@bob',
        },
      ],
      tags: ['fedi'],
    })
  })

  test('reads the same bare, named and streamed', () => {
    const bare = readOne(STATUS)
    const frame = { stream: ['public'], event: 'update', payload: JSON.stringify(STATUS) }
    expect(readOne({ entity: 'status', data: STATUS })).toEqual(bare)
    expect(readOne(frame)).toEqual(bare)
    expect(readOne({ ...frame, event: 'status.update' })).toEqual(bare)
  })

  test('edited is an update', () => {
    expect(readOne({ ...STATUS, edited_at: '2026-11-21T10:00:00Z' })).toMatchObject({
      operation: 'update',
      editedAt: new Date('2026-11-21T10:00:00Z'),
      publishedAt: new Date('2026-11-21T00:00:00Z'),
    })
  })

  test('with a warning and a poll', () => {
    const poll = { options: [{ title: 'yes' }, { title: 'no' }] }
    const { content } = readOne({ ...STATUS, content: '<p>Buy?</p>', spoiler_text: 'CW', poll })
    expect(content).toMatchObject({ title: 'CW', text: 'Buy?\n- yes\n- no' })
  })

  test('boosted is an Announce with the post beside it', () => {
    const bob = {
      ...ALICE,
      acct: 'bob@other.example',
      uri: 'https://other.example/users/bob',
      url: 'https://other.example/@bob',
    }
    const uri = 'https://other.example/users/bob/statuses/7/activity'
    const answer = read({ ...STATUS, id: '43', uri, account: bob, content: '', reblog: STATUS })
    expect(answer).toMatchObject({
      arrival: {
        type: 'Announce',
        externalKey: uri,
        alsoKnownAs: ['localhost:8080:43', `announce:${bob.url}:${STATUS.uri}`],
        parentKey: STATUS.uri,
      },
      context: [readOne(STATUS)],
    })
  })

  test.each([
    ['direct', { visibility: 'direct' }, 'not-an-activity', 'visibility', 'direct'],
    ['without uri', { uri: undefined }, 'missing-field', 'uri', undefined],
    ['without account', { account: null }, 'missing-field', 'account', undefined],
    ['of a nameless account', { account: {} }, 'missing-field', 'account.url', undefined],
    ['at no time', { created_at: 'soon' }, 'bad-date', 'created_at', 'soon'],
    ['of numbers', { content: 42 }, 'bad-field', 'content', '42'],
    [
      'boosting one at no time',
      { reblog: { ...STATUS, created_at: '?' } },
      'bad-date',
      'reblog.created_at',
      '?',
    ],
  ])('%s is refused', (_, change, reason, field, detail) => {
    const refusal = { reason, field, ...(detail === undefined ? {} : { detail }) }
    expect(read({ ...STATUS, ...change })).toEqual({ refusal })
  })
})

describe('accounts', () => {
  test.each([
    [{ group: true, bot: true }, 'group'],
    [{ bot: true }, 'bot'],
    [{}, undefined],
  ])('%j is %s', (change, kind) => {
    const answer = read({ ...ALICE, ...change })
    expect(answer).toMatchObject({ arrival: { kind: 'profile' } })
    expect(answer).toHaveProperty('arrival.handle.externalId', ALICE.url)
    if (kind === undefined) expect(answer).not.toHaveProperty('arrival.handle.kind')
    else expect(answer).toHaveProperty('arrival.handle.kind', kind)
  })
})

describe('notifications', () => {
  const notify = (type: string) => ({
    id: '5',
    type,
    created_at: '2026-11-21T12:00:00Z',
    account: ALICE,
    status: STATUS,
  })

  test('a follow does not name who was followed', () => {
    const { status: _, ...follow } = notify('follow')
    const arrival = readOne(follow)
    expect(arrival).toMatchObject({
      type: 'Follow',
      externalKey: 'localhost:8080:notification:5',
      publishedAt: new Date('2026-11-21T12:00:00Z'),
    })
    expect(arrival).not.toHaveProperty('objectHandle')
  })

  test('a mention is its status', () => {
    expect(readOne({ entity: 'notification', data: notify('mention') })).toEqual(readOne(STATUS))
  })

  test('a boost is the same one that a status tells of', () => {
    const boost = { ...STATUS, id: '43', uri: `${STATUS.uri}/activity`, reblog: STATUS }
    expect(readOne(boost).alsoKnownAs).toContain(readOne(notify('reblog')).externalKey)
  })

  test.each(['poll', 'admin.sign_up', 'follow_request'])('%s is no activity', (type) => {
    const refusal = { reason: 'not-an-activity', field: 'type', detail: type }
    expect(read(notify(type))).toEqual({ refusal })
  })

  test('of a direct message is refused', () => {
    const direct = { ...notify('mention'), status: { ...STATUS, visibility: 'direct' } }
    expect(read(direct)).toMatchObject({ refusal: { reason: 'not-an-activity', detail: 'direct' } })
  })
})

test.each([
  [{ event: 'delete', payload: '' }, 'missing-field', 'payload'],
  [{ event: 'update', payload: '{' }, 'not-json', 'payload'],
  [{ event: 'update', payload: '[]' }, 'not-an-object', 'payload'],
  [{ event: 'filters_changed', payload: '' }, 'not-an-activity', 'event'],
  [{ entity: 'list', data: {} }, 'not-an-activity', 'entity'],
  [{ entity: 'status', data: 3 }, 'bad-field', 'data'],
])('%j is refused', (line, reason, field) => {
  expect(read(line)).toMatchObject({ refusal: { reason, field } })
})
