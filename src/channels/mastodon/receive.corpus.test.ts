import { expect, test } from 'vitest'
import { corpusFolder, countHeard, gunzippedLines, hear } from '../testing/corpus.ts'
import { mastodonFormat } from './receive.ts'

const folder = corpusFolder('mastodon')

test.skipIf(folder === undefined)('every recorded entity is accounted for', () => {
  const lines = gunzippedLines(`${folder}/entities.jsonl.gz`)
  const heard = lines.map((payload, i) => hear(mastodonFormat, payload, i + 1))
  const counts = countHeard(heard)
  console.log('mastodon entities', counts)

  // Counted apart, with jq: 236 statuses (14 direct, 7 boosts), 12 accounts,
  // 9 notifications (5 mentions, 1 status, 3 sign-ups); 222 URIs by 3 accounts, told apart
  // by their pages (the recording server was set up anew between, with other URIs).
  expect(lines).toHaveLength(257)
  expect(counts).toEqual({
    Create: 221,
    Announce: 7,
    profile: 12,
    'refused not-an-activity visibility direct': 14,
    'refused not-an-activity type admin.sign_up': 3,
  })
  const activities = heard.flatMap((one) =>
    'arrival' in one && one.arrival.kind === 'activity' ? [one.arrival] : [],
  )
  expect(new Set(activities.map(({ externalKey }) => externalKey)).size).toBe(222)
  expect(new Set(activities.map(({ actor }) => actor.externalId)).size).toBe(3)
  expect(activities.filter(({ publishedAt }) => publishedAt === undefined)).toEqual([])
})
