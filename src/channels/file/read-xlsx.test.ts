import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inspectFile } from '../inspect-file.ts'
import { makeXlsx, makeZip } from '../testing/make-xlsx.ts'
import { excelDate, excelNumber } from './excel-values.ts'
import { postsCsvFormat } from './posts-csv.ts'
import { readTable, readTableHead } from './table.ts'

async function* pieces(bytes: Buffer, size = 7): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function rowsOf(bytes: Buffer, size?: number): Promise<unknown[]> {
  const rows: unknown[] = []
  for await (const row of readTable(pieces(bytes, size))) {
    rows.push('cells' in row ? [row.line, ...row.cells] : row.refusal)
  }
  return rows
}

const inline = (place: string, text: string) =>
  `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`

describe('a workbook', () => {
  test('has characters that XML cannot hold as escapes', async () => {
    const rows = `<row r="1"><c t="s"><v>0</v></c>${inline('B1', 'a_x000D_b_xD83D__xDE00_')}
      <c r="C1" t="str"><f>A1</f><v>_x005F_x0041_</v></c></row>`
    const shared = ['<si><r><t>_x00</t></r><r><t>41_ _x041_</t></r></si>']
    expect(await rowsOf(makeXlsx({ shared, sheets: [{ rows }] }))).toEqual([
      [1, 'A _x041_', 'a\rb😀', '_x0041_'],
    ])
  })

  test('gives its cells as they are shown, under the numbers of their rows', async () => {
    const book = makeXlsx({
      shared: [
        '<si><t>本文</t></si>',
        '<si><r><t>太</t></r><r><t xml:space="preserve">字 </t></r><rPh sb="0" eb="1"><t>フト</t></rPh></si>',
        '<si><t>a &amp; &lt;b&gt;&#10;c</t></si>',
      ],
      formats: ['yyyy/m/d', '#,##0.00', 'ggge"年"m"月"d"日"', '[Red]0'],
      sheets: [
        {
          rows: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
            <row r="2"/><row r="3"><c r="A3"><v> </v></c></row>
            <row r="5"><c r="A5" t="s"><v>2</v></c><c r="B5" s="1"><v>46347.5451388889</v></c>
              <c r="C5" s="2"><v>1234.5</v></c><c s="3"><v>46347</v></c><c s="4"><v>7</v></c></row>
            <row r="6"><c r="A6" t="str"><f>A1&amp;"x"</f><v>本文x</v></c><c r="B6" t="b"><v>1</v></c>
              <c r="C6" t="e"><v>#N/A</v></c><c r="D6" t="d"><v>2026-11-21</v></c></row>`,
        },
        { rows: `<row>${inline('A1', 'second')}</row>` },
      ],
    })
    expect(await rowsOf(book)).toEqual([
      [1, '本文', '', '太字 '],
      [5, 'a & <b>\nc', '2026-11-21 13:05:00', '1234.5', '2026-11-21', '7'],
      [6, '本文x', 'TRUE', '#N/A', '2026-11-21'],
    ])
  })

  test('is read from its first sheet that is shown and has rows', async () => {
    const rows = (text: string) => `<row r="1">${inline('A1', text)}</row>`
    const sheets = [
      { rows: rows('hidden'), state: 'hidden' },
      { rows: '' },
      { rows: rows('this') },
      { rows: rows('not this') },
    ]
    expect(await rowsOf(makeXlsx({ sheets }))).toEqual([[1, 'this']])
    expect(await rowsOf(makeXlsx({ sheets: [{ rows: '' }] }))).toEqual([])
  })

  test('counts days from 1904 where it says so', async () => {
    const sheets = [
      { rows: '<row r="1"><c r="A1" s="1"><v>0</v></c><c s="1"><v>44885</v></c></row>' },
    ]
    const book = makeXlsx({ sheets, formats: ['yyyy-mm-dd'], is1904: true })
    expect(await rowsOf(book)).toEqual([[1, '1904-01-01', '2026-11-21']])
  })

  test('is a table like any other', async () => {
    const row = (line: number, ...cells: string[]) =>
      `<row r="${line}">${cells.map((cell, i) => inline(`${'ABC'[i]}${line}`, cell)).join('')}</row>`
    const rows = row(1, '投稿日', '本文', '投稿者') + row(2, '2026/11/21', 'よい', 'はな')
    const book = makeXlsx({ sheets: [{ rows }] })
    const head = await readTableHead(pieces(book))
    expect(head.guesses['posts-csv']).toEqual({
      publishedAt: '投稿日',
      text: '本文',
      author: '投稿者',
    })
    const context = {
      arrivedAt: new Date('2026-11-22T00:00:00Z'),
      scope: 'a.xlsx',
      timeZone: 'Asia/Tokyo',
    }
    for await (const record of postsCsvFormat.split(pieces(book), context)) {
      if ('refusal' in record) throw new Error('refused')
      expect(record.line).toBe(2)
      expect(postsCsvFormat.read(record, context)).toMatchObject({
        arrival: { content: { text: 'よい' }, publishedAt: new Date('2026-11-20T15:00:00Z') },
      })
    }
  })
})

describe('what is refused, with the way out', () => {
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)])
  const locked = Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')])
  const whole = makeXlsx({ sheets: [{ rows: '<row r="1"><c><v>1</v></c></row>' }] })
  test.each<[string, Buffer, RegExp]>([
    ['a workbook of before 2007', old, /\.xls\b/],
    ['one with a password', locked, /password/],
    ['an archive of something else', makeZip({ 'word/document.xml': '<a/>' }), /workbook\.xml/],
    ['a workbook cut off', whole.subarray(0, whole.length - 30), /ZIP/],
    [
      'a column beyond all',
      makeXlsx({ sheets: [{ rows: '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>' }] }),
      /columns/,
    ],
    [
      'a row beyond all',
      makeXlsx({ sheets: [{ rows: '<row r="99999999"><c><v>1</v></c></row>' }] }),
      /rows/,
    ],
  ])('%s', async (_, bytes, words) => {
    await expect(rowsOf(bytes)).rejects.toMatchObject({
      words: { en: expect.stringMatching(words) },
    })
  })

  test('damaged bytes anywhere are told, never a fault', async () => {
    for (let at = 0; at < whole.length; at += 11) {
      const damaged = Buffer.from(whole)
      damaged[at] = (damaged[at] ?? 0) ^ 0xff
      const outcome = await rowsOf(damaged).catch((error: unknown) => error)
      if (outcome instanceof Error) expect(outcome).toHaveProperty('words')
    }
  })

  test('a bomb, before it fills the memory', { timeout: 60_000 }, async () => {
    const blank = Buffer.alloc(100 * 1024 * 1024, ' ')
    const sheets = [{ rows: '' }]
    const book = makeXlsx({ sheets })
    const names = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels']
    expect(await rowsOf(book)).toEqual([])
    const files = {
      [names[0] as string]: '<workbook xmlns:r="r"><sheets><sheet r:id="a"/></sheets></workbook>',
      [names[1] as string]: '<Relationships><Relationship Id="a" Target="s.xml"/></Relationships>',
      'xl/s.xml': Buffer.concat([Buffer.from('<worksheet><sheetData>'), blank]),
    }
    const before = process.memoryUsage().rss
    await expect(rowsOf(makeZip(files))).rejects.toMatchObject({ code: 'too-large' })
    expect(process.memoryUsage().rss - before).toBeLessThan(500 * 1024 * 1024)
  })
})

test.each([
  [1, '1900-01-01'],
  [59, '1900-02-28'],
  [61, '1900-03-01'],
  [25569, '1970-01-01'],
  [46347, '2026-11-21'],
  [46347.5, '2026-11-21 12:00:00'],
  [0.5451388889, '13:05:00'],
  [-1, '-1'],
  [1e9, '1000000000'],
])('the day %d of 1900 is %s', (serial, shown) => expect(excelDate(serial, false)).toBe(shown))

test.each([
  ['1234567890123456', '1234567890123456'],
  ['0.30000000000000004', '0.3'],
  ['1.5E-7', '0.00000015'],
  ['1E+20', '100000000000000000000'],
  ['-12.50', '-12.5'],
])('the number %s is %s', (text, shown) => expect(excelNumber(text)).toBe(shown))

describe('a look at a large workbook', () => {
  const megabytes = Array.from({ length: 17 }, () => `<si><t>${'x'.repeat(1024 * 1024)}</t></si>`)
  const headerAt = (place: number) =>
    makeXlsx({
      shared: ['<si><t>本文</t></si>', ...megabytes, '<si><t>件名</t></si>'],
      sheets: [{ rows: `<row r="1"><c t="s"><v>${place}</v></c></row>` }],
    })
  const whole = (book: Buffer) => pieces(book, book.length)

  test('needs no more than what its first rows name', async () => {
    const head = await readTableHead(whole(headerAt(0)))
    expect(head.header).toEqual(['本文'])
  })

  test('is given up where it would take long, and the file is read all the same', async () => {
    const book = headerAt(18)
    await expect(readTableHead(whole(book))).rejects.toMatchObject({ code: 'too-large' })
    const folder = await mkdtemp(join(tmpdir(), 'enishi-look-'))
    const path = join(folder, 'large.xlsx')
    await writeFile(path, book)
    expect(await inspectFile(path, 'large.xlsx')).toEqual({ format: 'posts-csv', table: undefined })
    await rm(folder, { recursive: true })
    expect(await rowsOf(book, book.length)).toEqual([[1, '件名']])
  })

  test('is given up where the sheet is nothing but noise', async () => {
    const noise = '<c/>'.repeat(4 * 1024 * 1024 + 1)
    const sheets = [{ rows: `${noise}<row r="1">${inline('A1', '本文')}</row>` }]
    const book = makeXlsx({ sheets })
    await expect(readTableHead(whole(book))).rejects.toMatchObject({ code: 'too-large' })
  })
})

test('texts without number are not held', async () => {
  const book = makeXlsx({ shared: ['<si/>'.repeat(4_000_001)], sheets: [{ rows: '<row r="1"/>' }] })
  await expect(rowsOf(book, book.length)).rejects.toMatchObject({ code: 'too-large' })
})
