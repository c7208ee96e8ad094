import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EnishiError } from '#vocabulary/index.ts'
import { openInput } from './open-input.ts'

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** Everything delivered, and the error that ended it. */
async function drain(source: AsyncIterable<Uint8Array>) {
  const parts: Uint8Array[] = []
  let error: unknown
  try {
    for await (const part of source) parts.push(part)
  } catch (caught) {
    error = caught
  }
  return { bytes: Buffer.concat(parts), error }
}

test('bytes come out as they went in, gzipped or not, whatever the chunks', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 3000 }),
      fc.integer({ min: 1, max: 700 }),
      fc.boolean(),
      async (bytes, size, isGzipped) => {
        fc.pre(isGzipped || bytes[0] !== 0x1f)
        const source = chunked(isGzipped ? gzipSync(bytes) : bytes, size)
        expect(await drain(openInput(source))).toEqual({
          bytes: Buffer.from(bytes),
          error: undefined,
        })
      },
    ),
    { numRuns: 60 },
  )
})

test('several members are read as one', async () => {
  const source = Buffer.concat([gzipSync('縁'), gzipSync('は異なもの\n')])
  const { bytes, error } = await drain(openInput(chunked(source, 7)))
  expect(error).toBeUndefined()
  expect(bytes.toString()).toBe('縁は異なもの\n')
})

test('the bytes read are those of the compressed input', async () => {
  const zipped = gzipSync(Buffer.alloc(1_000_000))
  const seen: number[] = []
  const options = { onBytes: (bytesRead: number) => seen.push(bytesRead) }
  const { bytes } = await drain(openInput(chunked(zipped, 100), options))
  expect(bytes.length).toBe(1_000_000)
  expect(seen.at(-1)).toBe(zipped.length)
})

test('of truncated gzip, what came before is delivered', async () => {
  const text = Buffer.from(Array.from({ length: 20_000 }, (_, i) => `line ${i * 7919}\n`).join(''))
  const zipped = gzipSync(text)
  const { bytes, error } = await drain(openInput(chunked(zipped.subarray(0, -2000), 4096)))
  expect(bytes.length).toBeGreaterThan(text.length * 0.8)
  expect(text.subarray(0, bytes.length).equals(bytes)).toBe(true)
  expect(error).toBeInstanceOf(EnishiError)
  expect(error).toMatchObject({ code: 'bad-input' })
})

test('damaged gzip is bad input, not a fault', async () => {
  const zipped = gzipSync(Buffer.from('x'.repeat(5000)))
  zipped.fill(0xff, 12, 20)
  const { error } = await drain(openInput(chunked(zipped, 4096), { file: 'a.gz' }))
  expect(error).toMatchObject({ code: 'bad-input', place: { file: 'a.gz' } })
})

test('a bomb stops at the limit; what came before stays', async () => {
  const bomb = gzipSync(Buffer.alloc(30_000_000))
  const options = { gzipRatioMax: 100, gzipRatioFreeBytes: 5_000_000 }
  const { bytes, error } = await drain(openInput(chunked(bomb, 2000), options))
  expect(error).toMatchObject({ code: 'too-large' })
  expect((error as EnishiError).in('ja')).toContain('展開')
  expect(bytes.length).toBeGreaterThan(0)
  expect(bytes.length).toBeLessThanOrEqual(5_000_000)
})

test('nothing is read ahead of a consumer that pauses, and a break closes the source', async () => {
  const zipped = gzipSync(Buffer.from(Array.from({ length: 200_000 }, (_, i) => i * 31).join()))
  let read = 0
  const source = Readable.from(chunked(zipped, 1024), { highWaterMark: 1 })
  for await (const bytes of openInput(source, {
    onBytes: (count) => {
      read = count
    },
  })) {
    if (bytes.length > 0) break
  }
  expect(read).toBeLessThan(zipped.length / 10)
  expect(source.destroyed).toBe(true)
})

test('an empty input and a single byte pass', async () => {
  expect((await drain(openInput(chunked(Buffer.alloc(0), 1)))).bytes.length).toBe(0)
  expect((await drain(openInput(chunked(Buffer.from([0x1f]), 1)))).bytes).toEqual(
    Buffer.from([0x1f]),
  )
})
