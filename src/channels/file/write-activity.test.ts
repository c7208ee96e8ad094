import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ACTIVITY_TYPES,
  HANDLE_KINDS,
  type IncomingActivity,
  type IncomingHandle,
} from '#vocabulary/index.ts'
import { activitiesFormat } from './activities.ts'
import { writeActivity } from './write-activity.ts'

const CONTEXT = { arrivedAt: new Date('2026-11-22T00:00:00Z'), scope: 'export', timeZone: 'UTC' }

const text = fc.string({ unit: 'grapheme', maxLength: 12 })
const key = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.constantFrom('https://a.example/1', 'did:plc:abc', 'at://did:plc:abc/c/1', 'a@b.example'),
)
const url = fc.webUrl()
const date = fc.date({ min: new Date('1990-01-01'), max: CONTEXT.arrivedAt, noInvalidDate: true })

const handle: fc.Arbitrary<IncomingHandle> = fc.record(
  {
    platform: fc.constantFrom('mastodon', 'file', 'x'),
    externalId: key,
    username: text,
    displayName: text,
    url,
    avatarUrl: url,
    bio: text,
    kind: fc.constantFrom(...HANDLE_KINDS),
    verifiedEmail: fc.emailAddress(),
    verifiedLinks: fc.array(url, { maxLength: 2 }),
  },
  { requiredKeys: ['platform', 'externalId'] },
)

const activity: fc.Arbitrary<IncomingActivity> = fc.record(
  {
    kind: fc.constant('activity' as const),
    operation: fc.constantFrom('create' as const, 'update' as const),
    type: fc.constantFrom(...ACTIVITY_TYPES),
    platform: fc.constantFrom('mastodon', 'file', 'x'),
    externalKey: key,
    alsoKnownAs: fc.array(key, { maxLength: 2 }),
    actor: handle,
    publishedAt: date,
    editedAt: date,
    content: fc.record(
      { text, title: text, html: text, languageHint: text, isExcerpt: fc.boolean() },
      { requiredKeys: ['text'] },
    ),
    url,
    parentKey: key,
    threadKey: key,
    objectHandle: handle,
    mentions: fc.array(handle, { maxLength: 2 }),
    tags: fc.array(text, { maxLength: 3 }),
  },
  { requiredKeys: ['kind', 'operation', 'type', 'platform', 'externalKey', 'actor'] },
)

test('what is written is read again as it was', () => {
  fc.assert(
    fc.property(activity, (written) => {
      const payload = JSON.stringify(writeActivity(written))
      expect(activitiesFormat.read({ line: 1, payload }, CONTEXT)).toEqual({ arrival: written })
    }),
    { numRuns: 1000 },
  )
})

test('a line holds the keys of the contract', () => {
  const line = writeActivity({
    kind: 'activity',
    operation: 'create',
    type: 'Create',
    platform: 'mastodon',
    externalKey: 'https://a.example/1',
    actor: { platform: 'mastodon', externalId: 'https://a.example/u', displayName: 'Alice' },
    publishedAt: new Date('2026-11-21T00:00:00Z'),
    content: { text: 'Hello' },
    parentKey: 'https://a.example/0',
  })
  expect(JSON.parse(JSON.stringify(line))).toEqual({
    id: 'https://a.example/1',
    type: 'Create',
    actor: { platform: 'mastodon', handle: 'https://a.example/u', name: 'Alice' },
    object: { id: 'https://a.example/1', type: 'Note' },
    content: 'Hello',
    inReplyTo: 'https://a.example/0',
    published: '2026-11-21T00:00:00.000Z',
  })
})
