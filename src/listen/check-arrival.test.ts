import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ACTIVITY_TYPES,
  type Arrival,
  HANDLE_KINDS,
  type IncomingActivity,
  LIMITS,
} from '#vocabulary/index.ts'
import { activityTimeMs, checkArrival } from './check-arrival.ts'

const ARRIVED_AT = new Date('2026-11-21T12:00:00Z')

const POST: IncomingActivity = {
  kind: 'activity',
  operation: 'create',
  type: 'Create',
  platform: 'mastodon',
  externalKey: 'https://example.social/1',
  actor: { platform: 'mastodon', externalId: 'https://example.social/users/a' },
}

function checkPost(changes: Partial<IncomingActivity>): IncomingActivity {
  const checked = checkArrival({ ...POST, ...changes }, ARRIVED_AT)
  if ('refusal' in checked || checked.arrival.kind !== 'activity') {
    throw new Error(`not an activity: ${JSON.stringify(checked)}`)
  }
  return checked.arrival
}

describe('what is refused', () => {
  test.each<[string, Arrival, string, string]>([
    ['no key', { ...POST, externalKey: ' \0' }, 'missing-field', 'externalKey'],
    ['no platform', { ...POST, platform: '' }, 'missing-field', 'platform'],
    ['a platform of no letters', { ...POST, platform: '!?' }, 'bad-field', 'platform'],
    [
      'an actor without id',
      { ...POST, actor: { platform: 'x', externalId: '' } },
      'missing-field',
      'actor.externalId',
    ],
    [
      'an endless key',
      { ...POST, externalKey: 'k'.repeat(LIMITS.keyCharsMax + 1) },
      'too-large',
      'externalKey',
    ],
    ['no date', { ...POST, publishedAt: new Date(Number.NaN) }, 'bad-date', 'publishedAt'],
    ['no edit date', { ...POST, editedAt: new Date(Number.NaN) }, 'bad-date', 'editedAt'],
    [
      'a profile of nobody',
      { kind: 'profile', handle: { platform: 'x', externalId: '\u0000' } },
      'missing-field',
      'actor.externalId',
    ],
    [
      'a deletion of nothing',
      { kind: 'deletion', platform: 'x', externalKey: '' },
      'missing-field',
      'externalKey',
    ],
    [
      'a deletion at no time',
      { kind: 'deletion', platform: 'x', externalKey: 'k', deletedAt: new Date('never') },
      'bad-date',
      'deletedAt',
    ],
    [
      'an account deletion of nobody',
      { kind: 'account-deletion', platform: 'x', externalId: '' },
      'missing-field',
      'actor.externalId',
    ],
  ])('%s', (_, arrival, reason, field) => {
    expect(checkArrival(arrival, ARRIVED_AT)).toMatchObject({ refusal: { reason, field } })
  })
})

describe('dates', () => {
  test.each([
    ['0000-01-01T00:00:00Z', '1990-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59Z', '2026-11-21T12:00:00.000Z'],
    ['2020-02-29T01:02:03.456Z', '2020-02-29T01:02:03.456Z'],
  ])('%s is kept as %s', (said, kept) => {
    const { publishedAt, editedAt } = checkPost({
      publishedAt: new Date(said),
      editedAt: new Date(said),
    })
    expect(publishedAt?.toISOString()).toBe(kept)
    expect(editedAt?.toISOString()).toBe(kept)
  })

  test('an id carries the time of publishing in bounds, or of arrival', () => {
    const timeOf = (publishedAt: Date) => activityTimeMs({ ...POST, publishedAt }, ARRIVED_AT)
    expect(activityTimeMs(POST, ARRIVED_AT)).toBe(ARRIVED_AT.getTime())
    expect(timeOf(new Date('0000-01-01T00:00:00Z'))).toBe(LIMITS.publishedMin)
    expect(timeOf(new Date('9999-01-01T00:00:00Z'))).toBe(ARRIVED_AT.getTime())
    expect(timeOf(new Date('2020-01-01T00:00:00Z'))).toBe(Date.UTC(2020, 0, 1))
    expect(timeOf(new Date(Number.NaN))).toBe(ARRIVED_AT.getTime())
  })
})

describe('what is cleaned', () => {
  test('text, names and links', () => {
    const post = checkPost({
      platform: 'Mastodon',
      actor: {
        platform: 'MASTODON',
        externalId: 'https://example.social/users/a',
        displayName: ' <script>\u202ealert(1)</script>\u200b ',
        url: 'javascript:alert(1)',
        verifiedEmail: 'nobody',
        verifiedLinks: ['javascript:1', 'https://a.example', 'https://a.example'],
      },
      content: { text: 'a\0\ud800\u202eb', title: 't\0', languageHint: 'not a tag!' },
      url: 'https://example.social/@a/1',
    })
    expect(post.platform).toBe('mastodon')
    expect(post.actor).toEqual({
      platform: 'mastodon',
      externalId: 'https://example.social/users/a',
      displayName: '<script>alert(1)</script>',
      verifiedLinks: ['https://a.example'],
    })
    expect(post.content).toEqual({ text: 'a\ufffd\u202eb', title: 't' })
    expect(post.url).toBe('https://example.social/@a/1')
  })

  test('a text cut says that it is an excerpt', () => {
    const text = '長'.repeat(LIMITS.textCharsMax + 5)
    expect(checkPost({ content: { text } }).content).toEqual({
      text: '長'.repeat(LIMITS.textCharsMax),
      isExcerpt: true,
    })
  })

  test('counts, and spoken-of accounts without identity', () => {
    const nobody = { platform: 'x', externalId: '' }
    const many = Array.from({ length: 300 }, (_, i) => ({ platform: 'x', externalId: `${i}` }))
    const post = checkPost({
      mentions: many,
      tags: ['a', 'a', '', ...many.map(({ externalId }) => externalId)],
      objectHandle: nobody,
      alsoKnownAs: [POST.externalKey, 'b', 'b', ''],
      parentKey: '',
    })
    expect(post.mentions).toHaveLength(LIMITS.mentionsPerActivityMax)
    expect(post.tags?.length).toBeLessThanOrEqual(LIMITS.tagsPerActivityMax)
    expect(post.tags?.slice(0, 2)).toEqual(['a', '0'])
    expect(post.alsoKnownAs).toEqual(['b'])
    expect(post).not.toHaveProperty('objectHandle')
    expect(post).not.toHaveProperty('parentKey')
    expect(checkPost({ mentions: [nobody] }).mentions).toEqual([])
  })
})

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('', '\0', '\ud800', ' x ', 'javascript:1', 'https://a.example/b', '\u200d', 'ja'),
)
const date = fc.date({ noInvalidDate: false })
const handle = fc.record(
  {
    platform: text,
    externalId: text,
    username: text,
    displayName: text,
    url: text,
    avatarUrl: text,
    bio: text,
    kind: fc.constantFrom(...HANDLE_KINDS),
    verifiedEmail: text,
    verifiedLinks: fc.array(text),
  },
  { requiredKeys: ['platform', 'externalId'] },
)
const content = fc.record(
  { text, title: text, html: text, languageHint: text, isExcerpt: fc.boolean() },
  { requiredKeys: ['text'] },
)
const activity: fc.Arbitrary<IncomingActivity> = fc.record(
  {
    kind: fc.constant('activity' as const),
    operation: fc.constantFrom('create' as const, 'update' as const),
    type: fc.constantFrom(...ACTIVITY_TYPES),
    platform: text,
    externalKey: text,
    actor: handle,
    alsoKnownAs: fc.array(text),
    publishedAt: date,
    editedAt: date,
    content,
    url: text,
    parentKey: text,
    threadKey: text,
    objectHandle: handle,
    mentions: fc.array(handle, { maxLength: 3 }),
    tags: fc.array(text),
  },
  { requiredKeys: ['kind', 'operation', 'type', 'platform', 'externalKey', 'actor'] },
)
const arrival: fc.Arbitrary<Arrival> = fc.oneof(
  activity,
  fc.record({ kind: fc.constant('profile' as const), handle }),
  fc.record({
    kind: fc.constant('deletion' as const),
    platform: text,
    externalKey: text,
    deletedAt: date,
  }),
  fc.record({
    kind: fc.constant('account-deletion' as const),
    platform: text,
    externalId: text,
    deletedAt: date,
  }),
)

test('whatever arrives is refused with a field, or well-formed and the same when checked again', () => {
  fc.assert(
    fc.property(arrival, (any) => {
      const checked = checkArrival(any, ARRIVED_AT)
      if ('refusal' in checked) {
        expect(checked.refusal.field).toBeTruthy()
        return
      }
      const texts = JSON.stringify(checked.arrival)
      expect(texts).not.toMatch(
        /\\u0000|\\ud[89a-f]|[uU]rl":"javascript|"verifiedLinks":\["javascript/,
      )
      expect(Object.values(checked.arrival)).not.toContain(undefined)
      expect(checkArrival(checked.arrival, ARRIVED_AT)).toEqual(checked)
    }),
    { numRuns: 500 },
  )
})
