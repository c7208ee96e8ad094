import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SplitRecord } from './input-format.ts'
import { splitLines } from './split-lines.ts'

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function split(text: string | Uint8Array, size = 64, recordBytesMax = 1000) {
  const records: SplitRecord[] = []
  const bytes = Buffer.from(text)
  for await (const record of splitLines(chunked(bytes, size), { recordBytesMax }))
    records.push(record)
  return records.map((record) =>
    'payload' in record
      ? `${record.line}:${record.payload}`
      : `${record.line}!${record.refusal.reason}`,
  )
}

test('lines are numbered, empty ones counted but left out', async () => {
  expect(await split('\ufeffone\r\n\n\r\nfour\nfünf')).toEqual(['1:one', '4:four', '5:fünf'])
  expect(await split('')).toEqual([])
  expect(await split('\ufeff\n')).toEqual([])
})

test('a line over the limit is refused alone; one at the limit is not', async () => {
  const text = `a\n${'x'.repeat(21)}\n${'y'.repeat(20)}\r\nb`
  for (const size of [1, 3, 10, 100]) {
    expect(await split(text, size, 20)).toEqual([
      '1:a',
      '2!line-too-long',
      `3:${'y'.repeat(20)}`,
      '4:b',
    ])
  }
})

test('the excerpt shows how a long line begins, in whole characters', async () => {
  const bytes = Buffer.from('縁'.repeat(1000))
  for await (const record of splitLines(chunked(bytes, 64), { recordBytesMax: 300 })) {
    expect(record).toMatchObject({ line: 1, excerpt: '縁'.repeat(66) })
  }
})

test('property: as a plain split of the text', async () => {
  const line = fc.stringMatching(/^[a-zあ\0]{0,30}$/)
  await fc.assert(
    fc.asyncProperty(
      fc.array(line),
      fc.constantFrom('\n', '\r\n'),
      fc.integer({ min: 1, max: 50 }),
      async (lines, end, size) => {
        const expected = lines.flatMap((text, i) => (text === '' ? [] : [`${i + 1}:${text}`]))
        expect(await split(lines.join(end), size)).toEqual(expected)
      },
    ),
  )
})

/** A stream of one line of so many bytes, then a short one; generated, never held. */
async function* oneLongLine(bytes: number): AsyncGenerator<Uint8Array> {
  const chunk = Buffer.alloc(1024 * 1024, 0x61)
  for (let sent = 0; sent < bytes; sent += chunk.length) yield chunk
  yield Buffer.from('\n{"id":1}\n')
}

test.each([200, 1024])('a line of %d MB passes in bounded memory', async (megabytes) => {
  const before = process.memoryUsage()
  let peak = 0
  const records: SplitRecord[] = []
  async function* watched(): AsyncGenerator<Uint8Array> {
    for await (const chunk of oneLongLine(megabytes * 1024 * 1024)) {
      const { heapUsed, arrayBuffers } = process.memoryUsage()
      peak = Math.max(peak, heapUsed + arrayBuffers - before.heapUsed - before.arrayBuffers)
      yield chunk
    }
  }
  for await (const record of splitLines(watched())) records.push(record)
  expect(records).toMatchObject([
    { line: 1, refusal: { reason: 'line-too-long' } },
    { line: 2, payload: Buffer.from('{"id":1}') },
  ])
  expect(peak).toBeLessThan(64 * 1024 * 1024)
})
