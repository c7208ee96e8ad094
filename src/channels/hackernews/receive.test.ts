import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { hackernewsFormat } from './receive.ts'

const CONTEXT = { arrivedAt: new Date('2026-11-22T00:00:00Z'), scope: 'hn', timeZone: 'UTC' }
const lines = readFileSync(new URL('fixtures/items.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
const read = (payload: string) => hackernewsFormat.read({ line: 1, payload }, CONTEXT)

test('every line of the sample file is what it should be', () => {
  const read1 = lines.map(read)
  expect(read1[0]).toEqual({
    arrival: {
      ...{ kind: 'activity', operation: 'create', type: 'Create', platform: 'hackernews' },
      externalKey: '9001',
      url: 'https://news.ycombinator.com/item?id=9001',
      actor: {
        ...{ platform: 'hackernews', externalId: 'hanako', username: 'hanako' },
        url: 'https://news.ycombinator.com/user?id=hanako',
      },
      publishedAt: new Date('2026-01-01T00:00:00Z'),
      content: {
        title: 'Minami Pen & paper, reviewed',
        text: 'https://example.com/review',
        languageHint: 'en',
      },
    },
  })
  expect(read1[1]).toMatchObject({
    arrival: { parentKey: '9001', content: { text: "I bought one.\n\nIt's great." } },
  })
  for (const [at, externalKey] of [
    [2, '9003'],
    [3, '9004'],
  ] as const) {
    expect(read1[at]).toEqual({
      arrival: { kind: 'deletion', platform: 'hackernews', externalKey },
    })
  }
  expect(read1[4]).toMatchObject({
    arrival: { content: { title: 'Ask HN: Which pen?', text: 'I write a lot.' } },
  })
  expect(read1[5]).toMatchObject({ arrival: { type: 'Create', content: { title: 'Which pen?' } } })
  expect(read1[6]).toEqual({
    refusal: { reason: 'not-an-activity', field: 'type', detail: 'pollopt' },
  })
  expect(read1[7]).toMatchObject({
    arrival: { kind: 'profile', handle: { externalId: 'hanako', bio: 'Pens & ink' } },
  })
})

test('a hit of the search is the same comment, with its story', () => {
  const [item, hit] = [read(lines[1] ?? ''), read(lines[8] ?? '')]
  if (!('arrival' in item)) throw new Error('refused')
  expect(hit).toEqual({ arrival: { ...item.arrival, threadKey: '9001' } })
})

test.each([
  ['null', 'not-an-object', undefined],
  ['{"id":1}', 'missing-field', 'type'],
  ['{"id":-1,"type":"story"}', 'bad-field', 'id'],
  ['{"id":1,"type":"story","by":"a","time":"x","title":"t"}', 'bad-date', 'time'],
  ['{"id":1,"type":"story","by":"a","time":1}', 'missing-field', 'text'],
  ['{"id":1,"type":"comment","text":"x"}', 'missing-field', 'by'],
])('%s is refused as %s', (payload, reason, field) => {
  expect(read(payload)).toMatchObject({ refusal: { reason, ...(field && { field }) } })
})
