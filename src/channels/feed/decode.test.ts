import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeDocument } from './decode.ts'

function declared(encoding: string, text: string): string {
  return `<?xml version="1.0" encoding="${encoding}"?><rss>${text}</rss>`
}

describe('decodeDocument', () => {
  it.each([
    ['Shift_JIS', '返品したい', 'shift_jis'],
    ['x-sjis', '①㈱～', 'shift_jis'],
    ['EUC-JP', '返品したい', 'euc-jp'],
    ['Big5', '退貨', 'big5'],
    ['EUC-KR', '반품', 'euc-kr'],
    ['GB2312', '退货', 'gb18030'],
    ['TIS-620', 'คืนสินค้า', 'windows-874'],
    ['KOI8-R', 'возврат', 'koi8-r'],
    ['windows-1255', 'שלום', 'windows-1255'],
    ['ISO-8859-1', '“café” €', 'windows-1252'],
  ])('follows the declaration of %s', (name, text, encoding) => {
    const bytes = iconv.encode(declared(name, text), encoding)
    expect(decodeDocument(bytes)).toEqual({ text: declared(name, text), encoding })
  })

  it('reads ISO-2022-JP', () => {
    // RFC 1468: ESC $ B, the JIS X 0208 codes of 縁, ESC ( B.
    const bytes = Buffer.from(declared('ISO-2022-JP', '\u001b$B1o\u001b(B'), 'latin1')
    expect(decodeDocument(bytes)?.text).toBe(declared('ISO-2022-JP', '縁'))
  })

  it.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])('sees %s by its shape', (encoding) => {
    for (const text of [declared('utf-16', '縁'), '<rss>縁</rss>', '{"version":"縁"}'])
      for (const mark of ['', '\ufeff'])
        expect(decodeDocument(iconv.encode(mark + text, encoding))?.text).toBe(text)
  })

  it('takes UTF-8 where nothing or nonsense is declared', () => {
    for (const text of ['<rss>縁</rss>', declared('utf-16', '縁'), declared('constructor', '縁')])
      for (const mark of ['', '\ufeff'])
        expect(decodeDocument(Buffer.from(mark + text))).toEqual({ text, encoding: 'utf-8' })
  })

  it('forgives UTF-8 a broken character, but not many', () => {
    const good = Buffer.from(`<rss>${'縁'.repeat(50)}`)
    const broken = Buffer.concat([good, Buffer.from([0xe7]), Buffer.from('</rss>')])
    expect(decodeDocument(broken)?.text).toBe(`<rss>${'縁'.repeat(50)}\ufffd</rss>`)
    const western = Buffer.from('<rss>caf\xe9 \x80 \x93na\xefve\x94</rss>', 'latin1')
    expect(decodeDocument(western)).toEqual({
      text: '<rss>café € “naïve”</rss>',
      encoding: 'windows-1252',
    })
  })

  it('gives nothing for bytes that are no text, and never throws', () => {
    expect(
      decodeDocument(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0', 'latin1')),
    ).toBeUndefined()
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(decodeDocument(bytes)?.text ?? '').toBeTypeOf('string')
      }),
    )
  })
})
