import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decodeText, detectEncoding, type TextEncoding } from './decode-text.ts'

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function decoded(bytes: Uint8Array, size: number, encoding?: TextEncoding) {
  const parts: string[] = []
  const options = encoding === undefined ? {} : { encoding }
  for await (const part of decodeText(chunked(bytes, size), options)) parts.push(part)
  return parts
}

const JAPANESE = '日付,本文\n2026/11/21,この商品は①とても良い㈱髙島屋﨑～ﾊﾝｶｸ\n'

test.each(['utf-8', 'utf-16le', 'utf-16be', 'cp932'] as const)(
  '%s is recognised',
  async (encoding) => {
    const bytes = iconv.encode(JAPANESE, encoding, { addBOM: encoding.startsWith('utf-16') })
    for (const size of [1, 2, 3, 5, 1000]) {
      expect((await decoded(bytes, size)).join('')).toBe(JAPANESE)
    }
  },
)

test('EUC-JP is recognised where it is clear', async () => {
  const text = '縁とは、人と人とを結ぶつながりです。'
  expect(detectEncoding(iconv.encode(text, 'euc-jp'), true)).toBe('euc-jp')
  expect((await decoded(iconv.encode(text, 'euc-jp'), 3)).join('')).toBe(text)
})

test('half-width kana in CP932 is not taken for EUC-JP', () => {
  expect(detectEncoding(iconv.encode('ｺﾉｼｮｳﾋﾝﾊ､ﾄﾃﾓﾖｲ', 'cp932'), true)).toBe('cp932')
})

test('a byte order mark is dropped, with UTF-8 too; UTF-16 is found without', async () => {
  expect((await decoded(Buffer.from('\ufeff本文'), 1)).join('')).toBe('本文')
  const wide = iconv.encode('id,text,author\n1,good,alice\n', 'utf-16le', { addBOM: false })
  expect((await decoded(wide, 9)).join('')).toBe('id,text,author\n1,good,alice\n')
})

test('a character cut at the end of the sample does not hide UTF-8', async () => {
  const long = 'あ'.repeat(40_000)
  for (const pad of ['', 'a', 'ab']) {
    const bytes = Buffer.from(pad + long)
    expect(detectEncoding(bytes.subarray(0, 64 * 1024))).toBe('utf-8')
    expect((await decoded(bytes, 64 * 1024)).join('')).toBe(pad + long)
  }
})

test('Japanese after much ASCII is still found', async () => {
  const text = `${'plain text\n'.repeat(20_000)}返品したい\n`
  expect((await decoded(iconv.encode(text, 'cp932'), 4096)).join('')).toBe(text)
})

test('one broken byte in much UTF-8 leaves it UTF-8', async () => {
  const bytes = Buffer.concat([
    Buffer.from('良い'.repeat(50)),
    Buffer.from([0xff]),
    Buffer.from('買った'),
  ])
  expect((await decoded(bytes, 64)).join('')).toBe(`${'良い'.repeat(50)}\ufffd買った`)
})

test('property: chunks change nothing and never cut a surrogate pair', async () => {
  const text = fc
    .string({ unit: 'grapheme', maxLength: 300 })
    .filter((s) => !s.startsWith('\ufeff'))
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (text, size) => {
      const parts = await decoded(Buffer.from(text), size, 'utf-8')
      expect(parts.join('')).toBe(text)
      for (const part of parts) expect(part.isWellFormed()).toBe(true)
    }),
  )
})

test('property: any bytes decode without a throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => {
      const parts = await decoded(bytes, 50)
      expect(parts.join('').isWellFormed()).toBe(true)
    }),
  )
})
