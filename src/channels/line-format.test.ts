import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkArrival, isJsonObject } from '#listen/index.ts'
import { jetstreamFormat } from './bluesky/receive.ts'
import { activitiesFormat } from './file/activities.ts'
import { dateAt, parseDate, RefusedRecord } from './json-fields.ts'
import { lineFormat } from './line-format.ts'
import { mastodonFormat } from './mastodon/receive.ts'

const CONTEXT = { arrivedAt: new Date('2026-11-21T12:00:00Z'), scope: 's', timeZone: 'Asia/Tokyo' }
const deep = `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`

describe.each([mastodonFormat, jetstreamFormat, activitiesFormat])('$name', (format) => {
  test.each([
    ['broken', 'not-json'],
    ['[]', 'not-an-object'],
    ['{}', 'missing-field'],
    ['{"__proto__":{"type":"Create"},"constructor":1}', 'missing-field'],
  ])('refuses %s as %s', (payload, reason) => {
    expect(format.read({ line: 1, payload }, CONTEXT)).toMatchObject({ refusal: { reason } })
  })

  test.each(['object', 'data', 'did'])('survives a million levels in %s', (key) => {
    const payload = `{"type":"Create","entity":"status","kind":"commit","payload":{},${JSON.stringify(key)}:${deep}}`
    expect(format.read({ line: 1, payload }, CONTEXT)).toHaveProperty('refusal')
  })

  test('takes what splitting has parsed', () => {
    const record = { line: 1, payload: '', parsed: {} }
    expect(format.read(record, CONTEXT)).toMatchObject({ refusal: { reason: 'missing-field' } })
  })
})

/** The value with what stands at one of its paths, picked by `pick`, replaced. */
function withChange(value: unknown, pick: number, change: unknown): unknown {
  if (!isJsonObject(value) && !Array.isArray(value)) return change
  const keys = Object.keys(value)
  const key = keys[pick % (keys.length + 1)]
  if (key === undefined) return change
  const inner = (value as Record<string, unknown>)[key]
  const changed = withChange(inner, Math.floor(pick / (keys.length + 1)), change)
  return Array.isArray(value)
    ? value.map((item, i) => (String(i) === key ? changed : item))
    : { ...value, [key]: changed }
}

test.each([
  ['mastodon/fixtures/streaming-user.jsonl', mastodonFormat],
  ['mastodon/fixtures/entities.jsonl', mastodonFormat],
  ['bluesky/fixtures/events.jsonl', jetstreamFormat],
  ['file/fixtures/activities.jsonl', activitiesFormat],
])('%s with anything in any place is read or refused, never a fault', (file, format) => {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8')
  const lines = text.split('\n').filter((line) => line !== '')
  const samples = lines.map((line) => JSON.parse(line))
  const odd = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('', '\ud800', '\0', 'javascript:1', -1, 1e300, null, [], {}, [[]], [null]),
  )
  fc.assert(
    fc.property(fc.constantFrom(...samples), fc.nat(), odd, (sample, pick, change) => {
      const payload = JSON.stringify(withChange(sample, pick, change))
      const answer = format.read({ line: 1, payload }, CONTEXT)
      if ('refusal' in answer) return
      for (const arrival of [answer.arrival, ...(answer.context ?? [])]) {
        expect(Object.keys(checkArrival(arrival, CONTEXT.arrivedAt))).toHaveLength(1)
      }
    }),
    { numRuns: 2000 },
  )
})

test('a refusal becomes the ending, a fault of ours does not', () => {
  const refusal = { reason: 'bad-field', field: 'a' } as const
  const refuses = lineFormat('activities', () => {
    throw new RefusedRecord(refusal)
  })
  const fails = lineFormat('activities', () => {
    throw new TypeError('ours')
  })
  expect(refuses.read({ line: 1, payload: '{}' }, CONTEXT)).toEqual({ refusal })
  expect(() => fails.read({ line: 1, payload: '{}' }, CONTEXT)).toThrow('ours')
})

test.each([
  ['2026-11-21T21:13:09.835Z', '2026-11-21T21:13:09.835Z'],
  ['2026-11-21T21:13:09+09:00', '2026-11-21T12:13:09.000Z'],
  ['2026-11-21T21:13:09.123456Z', '2026-11-21T21:13:09.123Z'],
  ['2026-11-21T21:13', '2026-11-21T21:13:00.000Z'],
  ['2026-11-21', '2026-11-21T00:00:00.000Z'],
  ['0000-01-01T00:00:00Z', '0000-01-01T00:00:00.000Z'],
  ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
])('the date %s is %s', (text, iso) => expect(parseDate(text)?.toISOString()).toBe(iso))

test.each([
  '',
  'yesterday',
  'foo 1',
  '2026',
  '1',
  '2026-13-01',
  '2026-11-21T25:00:00Z',
  '12/31/2026',
])('%j is no date', (text) => expect(parseDate(text)).toBeUndefined())

test('a date field at fault is named', () => {
  expect(dateAt(null, 'published')).toBeUndefined()
  expect(() => dateAt(20261121, 'published')).toThrow('bad-date published 20261121')
  expect(() => dateAt([], 'published')).toThrow('bad-date published array')
})
