import fc from 'fast-check'
import {
  ACTIVITY_TYPES,
  HANDLE_KINDS,
  type IncomingActivity,
  type IncomingHandle,
  type IncomingOutcome,
  OUTCOME_TYPES,
} from '#vocabulary/index.ts'

const text = fc.string({ unit: 'grapheme', maxLength: 12 })
const key = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.constantFrom('https://a.example/1', 'did:plc:abc', 'at://did:plc:abc/c/1', 'a@b.example'),
)
const url = fc.webUrl()
const date = fc.date({
  min: new Date('1990-01-01'),
  max: new Date('2026-11-22T00:00:00Z'),
  noInvalidDate: true,
})

/** Any account that the form of `activities` can hold. */
const arbitraryHandle: fc.Arbitrary<IncomingHandle> = fc.record(
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

const outcome: fc.Arbitrary<IncomingOutcome> = fc.oneof(
  fc.record(
    {
      type: fc.constantFrom(...OUTCOME_TYPES),
      valueMinor: fc.maxSafeInteger().map((minor) => minor || 0),
      currency: fc.constantFrom('JPY', 'USD', 'KWD'),
      about: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    },
    { requiredKeys: ['type', 'valueMinor', 'currency'] },
  ),
  fc.record({ type: fc.constantFrom(...OUTCOME_TYPES) }),
)

const plainActivity: fc.Arbitrary<IncomingActivity> = fc.record(
  {
    kind: fc.constant('activity' as const),
    operation: fc.constantFrom('create' as const, 'update' as const),
    type: fc.constantFrom(...ACTIVITY_TYPES),
    platform: fc.constantFrom('mastodon', 'file', 'x'),
    externalKey: key,
    alsoKnownAs: fc.array(key, { maxLength: 2 }),
    actor: arbitraryHandle,
    publishedAt: date,
    editedAt: date,
    content: fc.record(
      { text, title: text, html: text, languageHint: text, isExcerpt: fc.boolean() },
      { requiredKeys: ['text'] },
    ),
    url,
    parentKey: key,
    threadKey: key,
    objectHandle: arbitraryHandle,
    mentions: fc.array(arbitraryHandle, { maxLength: 2 }),
    tags: fc.array(text, { maxLength: 3 }),
  },
  { requiredKeys: ['kind', 'operation', 'type', 'platform', 'externalKey', 'actor'] },
)

/** Any activity that the form of `activities` can hold. */
export const arbitraryActivity: fc.Arbitrary<IncomingActivity> = fc
  .tuple(plainActivity, outcome)
  .map(([one, came]) => (one.type === 'Outcome' ? { ...one, outcome: came } : one))
