import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import type { ReadContext, ReadRecord } from '#listen/index.ts'
import { type IncomingActivity, LIMITS } from '#vocabulary/index.ts'
import { RowCutter } from './cut-rows.ts'
import { postsCsvFormat } from './posts-csv.ts'
import { readTable, readTableHead } from './table.ts'

const CONTEXT: ReadContext = {
  arrivedAt: new Date('2026-11-21T00:00:00Z'),
  scope: 'survey.csv',
  timeZone: 'Asia/Tokyo',
}

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

interface Outcome {
  line: number
  payload?: string
  read: ReadRecord
}

async function importCsv(
  csv: string | Uint8Array,
  context = CONTEXT,
  size = 1000,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for await (const record of postsCsvFormat.split(chunked(Buffer.from(csv), size), context)) {
    if ('refusal' in record) outcomes.push({ line: record.line, read: { refusal: record.refusal } })
    else {
      const read = postsCsvFormat.read(record, context)
      outcomes.push({ line: record.line, payload: record.payload.toString(), read })
    }
  }
  return outcomes
}

function activity({ read }: Outcome): IncomingActivity {
  if ('refusal' in read || read.arrival.kind !== 'activity') throw new Error(JSON.stringify(read))
  return read.arrival
}

/** Line and text, or line and reason, of each row. */
function inShort(outcomes: Outcome[]): string[] {
  return outcomes.map((outcome) =>
    'refusal' in outcome.read
      ? `${outcome.line}!${outcome.read.refusal.reason}`
      : `${outcome.line}:${activity(outcome).content?.text}`,
  )
}

const EXPORT = [
  '投稿ID,投稿日時,投稿者,本文,URL,媒体,言語',
  '101,2026/11/21 13:05,@hanako,"充電が切れる。\n返品したい",https://x.com/hanako/101,X（旧Twitter）,ja',
  '102,令和8年11月22日,田中太郎,㈱縁のカメラ①は最高,,クチコミサイト,',
].join('\r\n')

test.each(['utf-8', 'cp932', 'utf-16le'])(
  'an export of a listening tool in %s',
  async (encoding) => {
    const bytes = iconv.encode(EXPORT, encoding, { addBOM: encoding !== 'cp932' })
    const outcomes = await importCsv(bytes)
    expect(outcomes.map(({ line }) => line)).toEqual([2, 4])
    expect(outcomes.map(activity)).toEqual([
      {
        kind: 'activity',
        operation: 'create',
        type: 'Create',
        platform: 'x',
        externalKey: '101',
        actor: {
          platform: 'x',
          externalId: 'survey.csv:@hanako',
          username: 'hanako',
          displayName: '@hanako',
        },
        content: { text: '充電が切れる。\n返品したい', languageHint: 'ja' },
        publishedAt: new Date('2026-11-21T04:05:00Z'),
        url: 'https://x.com/hanako/101',
      },
      {
        kind: 'activity',
        operation: 'create',
        type: 'Create',
        platform: 'クチコミサイト',
        externalKey: '102',
        actor: {
          platform: 'クチコミサイト',
          externalId: 'survey.csv:田中太郎',
          displayName: '田中太郎',
        },
        content: { text: '㈱縁のカメラ①は最高' },
        publishedAt: new Date('2026-11-21T15:00:00Z'),
      },
    ])
    expect(JSON.parse(outcomes[0]?.payload ?? '')).toMatchObject({ 投稿ID: '101', 言語: 'ja' })
  },
)

test('survey answers without id or author', async () => {
  const outcomes = await importCsv('自由記述\tメールアドレス\nとても良い\t\n悪い\tA@Example.com\n')
  const [good, bad] = outcomes.map(activity)
  expect(good?.actor).toEqual({
    platform: 'file',
    externalId: 'survey.csv:anonymous',
    kind: 'unknown',
  })
  expect(bad?.actor).toEqual({ platform: 'file', externalId: 'a@example.com' })
  expect(good?.publishedAt).toBeUndefined()
  expect(good?.externalKey).toMatch(/^sha256:[0-9a-f]{64}$/)
})

test('twice is the same keys; another file is others, unless the row names its place', async () => {
  const keys = async (csv: string, scope: string) =>
    (await importCsv(csv, { ...CONTEXT, scope })).map((outcome) => activity(outcome).externalKey)
  const plain = 'コメント\n良い\n悪い\n'
  expect(await keys(plain, 'a')).toEqual(await keys(plain, 'a'))
  expect(await keys(plain, 'a')).not.toEqual(await keys(plain, 'b'))
  const placed = 'コメント,URL\n良い,https://example.com/1\n'
  expect(await keys(placed, 'a')).toEqual(await keys(placed, 'b'))
  expect(await keys('id,text,parent_id\n2,hi,1\n', 'a')).toEqual(['a:2'])
})

test('rows are refused with their reason, the rest is read', async () => {
  const csv =
    'date,text\n4/5/2026,ambiguous\nsoon,no date\n2026-01-01,\n2026-01-02,ok\n,undated\n2026-01-03,a\0b\n'
  expect(inShort(await importCsv(csv))).toEqual([
    '2!bad-date',
    '3!bad-date',
    '4!missing-field',
    '5:ok',
    '6:undated',
    '7!not-text',
  ])
})

test("the file's majority settles the order of day and month", async () => {
  const outcomes = await importCsv('date,text\n4/5/2026,a\n21/11/2026,b\n')
  expect(activity(outcomes[0] as Outcome).publishedAt).toEqual(new Date('2026-05-03T15:00:00Z'))
})

test('ragged rows, empty rows, empty and repeated names', async () => {
  const csv = 'text,,text,text (2),__proto__\na,b,c,d,e,f,g\n\n,,,\nonly\n'
  const outcomes = await importCsv(csv)
  expect(outcomes.map(({ line }) => line)).toEqual([2, 5])
  expect(Object.entries(JSON.parse(outcomes[0]?.payload ?? ''))).toEqual([
    ['text', 'a'],
    ['(2)', 'b'],
    ['text (2)', 'c'],
    ['text (2) (2)', 'd'],
    ['__proto__', 'e'],
    ['(6)', 'f'],
    ['(7)', 'g'],
  ])
  expect(outcomes[1]?.payload).toBe('{"text":"only"}')
})

test('a quote that is never closed costs its own row only', async () => {
  const csv = 'id,text\n1,fine\n2,"open\n3,also fine\n4,"quoted, ""too"""\n5,5" disk\n6,"a"b\n7,end'
  for (const size of [1, 2, 7, 1000]) {
    expect(inShort(await importCsv(csv, CONTEXT, size))).toEqual([
      '2:fine',
      '3!bad-field',
      '4:also fine',
      '5:quoted, "too"',
      '6:5" disk',
      '7!bad-field',
      '8:end',
    ])
  }
})

test('mapped columns come first; a mapping for another file is told', async () => {
  const context = { ...CONTEXT, columns: { text: 'B' } }
  expect(inShort(await importCsv('A,B\nlong text here,x\n', context))).toEqual(['2:x'])
  await expect(importCsv('A,C\na,c\n', context)).rejects.toMatchObject({
    code: 'bad-input',
    place: { line: 1 },
  })
  await expect(importCsv('1,2\n3,4\n')).rejects.toMatchObject({ code: 'bad-input' })
})

test('a stored payload is read again without the file', async () => {
  const [first] = await importCsv(EXPORT)
  const again = postsCsvFormat.read({ line: 1, payload: first?.payload ?? '' }, CONTEXT)
  expect(again).toEqual(first?.read)
  expect(postsCsvFormat.read({ line: 1, payload: '[1' }, CONTEXT)).toEqual({
    refusal: { reason: 'not-an-object' },
  })
})

test('an empty file has no rows', async () => {
  expect(await importCsv('')).toEqual([])
  expect(await importCsv('text\n')).toEqual([])
})

test('the head of a table for the mapping page', async () => {
  const head = await readTableHead(chunked(Buffer.from(EXPORT), 50))
  expect(head.header).toHaveLength(7)
  expect(head.sample).toHaveLength(2)
  expect(head.guesses['posts-csv']).toMatchObject({ text: '本文', author: '投稿者' })
})

test('property: what is written by RFC 4180 is read back, with its lines', async () => {
  const cell = fc.oneof(
    fc.constantFrom('', '"', '\n', ',', 'あ'),
    fc.stringMatching(/^[a-z",;\n あ]{1,8}$/),
  )
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 })
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 40 }), async (rows, size) => {
      const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`
      // The first row settles the delimiter.
      const written = [['a', 'b', 'c', 'd'], ...rows].map((row) => row.map(quote).join(','))
      const read: unknown[] = []
      for await (const row of readTable(chunked(Buffer.from(written.join('\n')), size)))
        read.push(row)
      let line = 1
      const expected = [['a', 'b', 'c', 'd'], ...rows].flatMap((cells, at) => {
        const row = { line, cells }
        line += (written[at] ?? '').split('\n').length
        return cells.some((cell) => cell.trim() !== '') ? [row] : []
      })
      expect(read).toEqual(expected)
    }),
  )
})

test('property: any bytes end without a fault, every row with text or reason', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 2000 }),
    fc
      .string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', '\0') })
      .map((s) => Buffer.from(s)),
  )
  await fc.assert(
    fc.asyncProperty(bytes, async (bytes) => {
      const csv = Buffer.concat([Buffer.from('id,text,date\n'), bytes])
      for (const outcome of await importCsv(csv)) expect(outcome.read).toBeTypeOf('object')
    }),
  )
})

test('a header of 100,000 columns', async () => {
  const names = Array.from({ length: 100_000 }, (_, at) => (at === 5 ? 'text' : `c${at % 50_000}`))
  const outcomes = await importCsv(`${names.join()}\n${names.join()}\n`, CONTEXT, 65_536)
  expect(inShort(outcomes)).toEqual(['2:text'])
})

/** A header, then a line without end, then a good one; generated, never held. */
async function* oneLongLine(gigabytes: number, opening: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`id,text\n1,${opening}`)
  const chunk = Buffer.alloc(1024 * 1024, 0x61)
  for (let sent = 0; sent < gigabytes * 1024; sent += 1) yield chunk
  yield Buffer.from('\n2,good\n')
}

test.each([
  ['plain', '', 'line-too-long'],
  ['quoted', '"', 'bad-field'],
])('a line of 1 GB, %s, is refused in bounded memory', async (_, opening, reason) => {
  let peak = 0
  const before = process.memoryUsage()
  async function* watched(): AsyncGenerator<Uint8Array> {
    for await (const chunk of oneLongLine(1, opening)) {
      const now = process.memoryUsage()
      peak = Math.max(peak, now.heapUsed + now.arrayBuffers - before.heapUsed - before.arrayBuffers)
      yield chunk
    }
  }
  const lines: unknown[] = []
  for await (const record of postsCsvFormat.split(watched(), CONTEXT)) {
    lines.push('refusal' in record ? record.refusal.reason : record.payload)
  }
  expect(lines).toEqual([reason, '{"id":"2","text":"good"}'])
  expect(peak).toBeLessThan(400 * 1024 * 1024)
})

test('a quote left open in a long file is given up at the limit', () => {
  const cutter = new RowCutter(',', 100)
  const rows = [...cutter.push(`1,"open\n${'2,plain\n'.repeat(30)}`), ...cutter.end()]
  expect(rows[0]).toMatchObject({ line: 1, refusal: { reason: 'bad-field' } })
  expect(rows.slice(1)).toEqual(
    Array.from({ length: 30 }, (_, at) => ({ line: at + 2, text: '2,plain' })),
  )
  expect(LIMITS.recordBytesMax).toBeGreaterThan(100)
})
