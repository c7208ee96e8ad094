import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ReadRecord } from '#listen/index.ts'
import { redditFormat } from './receive.ts'

const CONTEXT = { arrivedAt: new Date('2026-11-22T00:00:00Z'), scope: 'r', timeZone: 'UTC' }

async function readAll(text: string): Promise<ReadRecord[]> {
  async function* bytes() {
    yield Buffer.from(text)
  }
  const read: ReadRecord[] = []
  for await (const record of redditFormat.split(bytes(), CONTEXT)) {
    read.push('refusal' in record ? record : redditFormat.read(record, CONTEXT))
  }
  return read
}

const sample = readFileSync(new URL('fixtures/things.jsonl', import.meta.url), 'utf8')

test('every thing of the sample file is what it should be', async () => {
  const read = await readAll(sample)
  expect(read[0]).toEqual({
    arrival: {
      ...{ kind: 'activity', operation: 'create', type: 'Create', platform: 'reddit' },
      externalKey: 't3_aa1',
      actor: {
        ...{ platform: 'reddit', externalId: 'hanako', username: 'hanako' },
        url: 'https://www.reddit.com/user/hanako',
      },
      publishedAt: new Date('2026-01-01T00:00:00Z'),
      url: 'https://www.reddit.com/r/pens/comments/aa1/minami/',
      tags: ['r/pens'],
      content: { title: 'Minami Pen & me', text: 'I <3 it' },
    },
  })
  expect(read[1]).toMatchObject({
    arrival: {
      operation: 'update',
      editedAt: new Date('2026-01-01T02:00:00Z'),
      parentKey: 't3_aa1',
      threadKey: 't3_aa1',
    },
  })
  expect(read[2]).toEqual({
    arrival: { kind: 'deletion', platform: 'reddit', externalKey: 't1_bb2' },
  })
  expect(read[3]).toEqual({ refusal: { reason: 'not-an-activity', field: 'kind', detail: 'more' } })
  expect(read[4]).toMatchObject({
    arrival: {
      externalKey: 't1_bb3',
      actor: { externalId: '[deleted]', kind: 'unknown' },
      publishedAt: new Date(1_400_000_000_000),
    },
  })
  expect(read[5]).toMatchObject({
    arrival: {
      externalKey: 't3_aa2',
      content: { title: 'See this', text: 'https://example.com/pen' },
    },
  })
  expect(read[6]).toMatchObject({
    arrival: { type: 'Announce', externalKey: 't3_aa3', parentKey: 't3_aa1' },
    context: [{ type: 'Create', externalKey: 't3_aa1', actor: { externalId: 'hanako' } }],
  })
  expect(read[7]).toMatchObject({ arrival: { kind: 'profile', handle: { externalId: 'hanako' } } })
  expect(read).toHaveLength(8)
})

test('the answer of a thread, over many lines, is all its things', async () => {
  const things = sample
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const listing = { kind: 'Listing', data: { children: things.slice(0, 2) } }
  expect(await readAll(JSON.stringify([listing, listing], null, 2))).toEqual([
    ...(await readAll(sample)).slice(0, 2),
    ...(await readAll(sample)).slice(0, 2),
  ])
  expect(await readAll(JSON.stringify(listing))).toHaveLength(2)
})

test.each([
  ['{}', 'missing-field', 'kind'],
  ['{"kind":"t1","data":{"id":"a","author":"b"}}', 'missing-field', 'body'],
  [
    '{"kind":"t3","data":{"id":"a","author":"b","title":"t","created_utc":"soon"}}',
    'bad-date',
    'created_utc',
  ],
  ['{"kind":"t3","data":{"title":"t","author":"a"}}', 'missing-field', 'id'],
  ['{"kind":"t3"}', 'missing-field', 'data'],
  ['{"kind": "t3"', 'not-json', undefined],
  ['{"kind":"Listing","data":{"children":[]}}', 'not-an-activity', undefined],
])('%s is refused as %s', async (payload, reason, field) => {
  expect(await readAll(payload)).toMatchObject([{ refusal: { reason, ...(field && { field }) } }])
})

test('a broken first line leaves the others what they are', async () => {
  const read = await readAll(`{"kind": "t3", "data": {"id"\n${sample}`)
  expect(read[0]).toMatchObject({ refusal: { reason: 'not-json' } })
  expect(read.slice(1)).toEqual(await readAll(sample))
})

const thread = readFileSync(new URL('fixtures/thread.json', import.meta.url), 'utf8')

test('answers to answers are read, each once, before what comes after them', async () => {
  const read = await readAll(thread)
  const keys = read.map((one) =>
    'arrival' in one && one.arrival.kind === 'activity'
      ? `${one.arrival.externalKey} to ${one.arrival.parentKey}`
      : one,
  )
  expect(keys).toEqual([
    't3_cc1 to undefined',
    't1_dd1 to t3_cc1',
    't1_dd2 to t1_dd1',
    't1_dd3 to t1_dd2',
    { refusal: { reason: 'not-an-activity', field: 'kind', detail: 'more' } },
    't1_dd4 to t1_dd1',
    't1_dd5 to t3_cc1',
  ])
  const lines = (JSON.parse(thread) as unknown[]).map((one) => JSON.stringify(one)).join('\n')
  expect(await readAll(lines)).toEqual(read)
})

/** Comments, each the only answer to the one before. */
function chain(length: number): object {
  let replies: object | '' = ''
  for (let n = length; n > 0; n -= 1) {
    const words = { id: `d${n}`, body: `${n}`, author: 'ken', created_utc: 1767225600 }
    const parent_id = n === 1 ? 't3_c' : `t1_d${n - 1}`
    const data: object = { ...words, link_id: 't3_c', parent_id, replies }
    replies = { kind: 'Listing', data: { children: [{ kind: 't1', data }] } }
  }
  return replies as object
}

test('a thread as deep as people talk is read whole; beyond all measure it is said', async () => {
  const read = await readAll(JSON.stringify(chain(40)))
  expect(read).toHaveLength(40)
  expect(read.filter((one) => 'refusal' in one)).toEqual([])
  const deep = await readAll(JSON.stringify(chain(200)))
  expect(deep.at(-1)).toMatchObject({ refusal: { reason: 'too-large' } })
  expect(deep.filter((one) => 'refusal' in one)).toHaveLength(1)
})

test('what is nested without end is refused, and ends nothing', async () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
  expect(await readAll(deep)).toMatchObject([{ refusal: { reason: 'too-large' } }])
  const [first] = sample.split('\n')
  const read = await readAll(`[{"kind":"t1","data":${deep}},\n${first}]`)
  expect(read).toMatchObject([{ refusal: { reason: 'too-large' } }, { arrival: {} }])
})
