import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryActivity } from '../testing/arbitrary-activity.ts'
import { activitiesFormat } from './activities.ts'
import { writeActivity } from './write-activity.ts'

const CONTEXT = { arrivedAt: new Date('2026-11-22T00:00:00Z'), scope: 'export', timeZone: 'UTC' }

test('what is written is read again as it was', () => {
  fc.assert(
    fc.property(arbitraryActivity, (written) => {
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
