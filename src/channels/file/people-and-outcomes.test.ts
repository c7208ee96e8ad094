import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessColumns, type ReadContext, type ReadRecord, type TableFormat } from '#listen/index.ts'
import { NOBODY } from '#vocabulary/index.ts'
import { guessTableFormat } from '../guess-format.ts'
import { csvCell, guardedCell, plainCell } from './formula-guard.ts'
import { outcomesCsvFormat } from './outcomes-csv.ts'
import { peopleCsvFormat } from './people-csv.ts'

const CONTEXT = {
  arrivedAt: new Date('2026-11-22T00:00:00Z'),
  scope: 'crm',
  timeZone: 'Asia/Tokyo',
}
const FORMATS = { 'people-csv': peopleCsvFormat, 'outcomes-csv': outcomesCsvFormat }

async function readAll(
  format: keyof typeof FORMATS,
  text: string,
  context: ReadContext = CONTEXT,
): Promise<ReadRecord[]> {
  async function* bytes() {
    yield Buffer.from(text)
  }
  const read: ReadRecord[] = []
  for await (const record of FORMATS[format].split(bytes(), context)) {
    read.push('refusal' in record ? record : FORMATS[format].read(record, context))
  }
  return read
}

async function readOne(format: keyof typeof FORMATS, text: string): Promise<ReadRecord> {
  const [one] = await readAll(format, text)
  if (one === undefined) throw new Error('no record')
  return one
}

function keysOf(rows: ReadRecord[]): string[] {
  return rows.map((row) =>
    'arrival' in row && row.arrival.kind === 'activity' ? row.arrival.externalKey : '',
  )
}

function sample(name: string): string {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
}

describe('a list of people', () => {
  test('in the form of the sample file', async () => {
    const rows = await readAll('people-csv', sample('people.csv'))
    expect(rows).toEqual([
      {
        arrival: {
          kind: 'profile',
          handle: { platform: 'bluesky', externalId: 'hanako.example', isByUsername: true },
          person: {
            displayName: '山田 花子',
            familyName: '山田',
            givenName: '花子',
            nameReading: 'やまだ はなこ',
            organisation: { name: '株式会社みなみ商店', role: '購買部長' },
            relations: ['customer', 'decision-maker'],
          },
        },
      },
      {
        arrival: expect.objectContaining({
          person: expect.objectContaining({ relations: ['media'] }),
        }),
      },
      {
        arrival: expect.objectContaining({
          handle: { platform: 'x', externalId: 'ken_s', isByUsername: true },
        }),
      },
    ])
  })

  test.each<[string, string, object, object?]>([
    [
      'Salesforce',
      'Contact ID,Last Name,First Name,Email,Account Name,Title\n003A,Yamada,Taro,Taro@Example.com,Acme K.K.,CTO',
      { platform: 'mail', externalId: 'taro@example.com' },
      { displayName: 'Taro Yamada', organisation: { name: 'Acme K.K.', role: 'CTO' } },
    ],
    [
      'HubSpot',
      'Record ID,First Name,Last Name,Email,Company Name,Job Title,Lifecycle Stage\n51,Sally,Smith,s@example.com,Acme,Buyer,Lead',
      { platform: 'mail', externalId: 's@example.com' },
      { relations: ['prospect'] },
    ],
    [
      'Sansan',
      '会社名,部署名,役職,姓,名,e-mail,名刺交換日\n㈱山田商店,営業部,部長,山田,太郎,t@example.jp,2024/05/01',
      { platform: 'mail', externalId: 't@example.jp' },
      {
        displayName: '山田 太郎',
        organisation: {
          ...{ name: '㈱山田商店', department: '営業部', role: '部長', since: '2024-05-01' },
        },
      },
    ],
    [
      'a number',
      '顧客番号,氏名,フリガナ\nC-1,山田太郎,ヤマダタロウ',
      { platform: 'list', externalId: 'crm:C-1' },
    ],
    [
      'an account by its page',
      '氏名,プロフィールURL\n山田太郎,https://x.com/taro_y?s=20',
      { platform: 'x', externalId: 'taro_y', isByUsername: true },
    ],
  ])('as %s exports it', async (_, text, handle, person = {}) => {
    const read = await readOne('people-csv', text)
    expect(read).toMatchObject({ arrival: { kind: 'profile', handle, person } })
  })

  test('an address beside an account, and a number, are of the same person', async () => {
    const text = 'id,name,platform,handle,email\n7,A B,x,ab,a@example.com'
    expect(await readOne('people-csv', text)).toMatchObject({
      arrival: {
        handle: { platform: 'x', externalId: 'ab' },
        alsoHandles: [
          { platform: 'mail', externalId: 'a@example.com' },
          { platform: 'list', externalId: 'crm:7' },
        ],
      },
    })
  })

  test('the nameless and homeless have an id by what is said of them', async () => {
    const rows = await readAll(
      'people-csv',
      '氏名,会社名\n山田太郎,A社\n山田太郎,B社\n山田太郎,A社',
    )
    const ids = rows.map((row) =>
      'arrival' in row && row.arrival.kind === 'profile' ? row.arrival.handle.externalId : '',
    )
    expect(ids[0]).toBe(ids[2])
    expect(ids[0]).not.toBe(ids[1])
  })

  test.each([
    ['氏名,メール\n山田,yamada(at)example', 'bad-field', 'メール'],
    ['氏名,アカウント\n山田,taro', 'missing-field', 'platform'],
    ['氏名,会社名\n,A社', 'missing-field', '氏名'],
    ['氏名,会社名,入社日\n山田,A社,いつか', 'bad-date', '入社日'],
  ])('%j is refused as %s', async (text, reason, field) => {
    expect(await readOne('people-csv', text)).toMatchObject({ refusal: { reason, field } })
  })

  test('a table without names is told so', async () => {
    await expect(readAll('people-csv', 'a,b\n1,2')).rejects.toMatchObject({ code: 'bad-input' })
  })
})

describe('a list of outcomes', () => {
  test('in the form of the sample file', async () => {
    const rows = await readAll('outcomes-csv', sample('outcomes.csv'))
    expect(rows[0]).toEqual({
      arrival: {
        kind: 'activity',
        operation: 'create',
        type: 'Outcome',
        platform: 'list',
        externalKey: 'crm:o-1',
        actor: { platform: 'bluesky', externalId: 'hanako.example', isByUsername: true },
        publishedAt: new Date('2026-06-01T01:00:00Z'),
        outcome: { type: 'purchase', valueMinor: 12000, currency: 'JPY', about: 'みなみペン' },
      },
    })
    expect(rows[1]).toMatchObject({ arrival: { outcome: { valueMinor: 1990, currency: 'USD' } } })
    expect(rows[2]).toMatchObject({
      arrival: { publishedAt: new Date('2026-06-02T15:00:00Z'), outcome: { type: 'churn' } },
    })
  })

  test.each<[string, object]>([
    [
      '注文日,顧客番号,金額\n2026/6/1,C-1,"¥12,000"',
      { type: 'purchase', valueMinor: 12000, currency: 'JPY' },
    ],
    ['日付,メールアドレス,種別,金額\n2026/6/1,a@example.jp,解約,', { type: 'churn' }],
    [
      '日付,顧客ID,種別,金額\n2026/6/1,1,契約更新,1.2万',
      { type: 'renewal', valueMinor: 12000, currency: 'JPY' },
    ],
    [
      'date,customer_id,type,amount (USD)\n2026-06-01,1,Closed Won,"1,234.5"',
      { type: 'purchase', valueMinor: 123450, currency: 'USD' },
    ],
    [
      'date,email,event,amount,currency\n2026-06-01,a@example.com,signup,1.005,kwd',
      { type: 'sign-up', valueMinor: 1005, currency: 'KWD' },
    ],
    ['日時,会員番号,種類,商品名\n2026/6/1,1,紹介,ペン', { type: 'referral', about: 'ペン' }],
  ])('%j', async (text, outcome) => {
    expect(await readOne('outcomes-csv', text)).toMatchObject({ arrival: { outcome } })
  })

  test.each([
    ['date,email,type\n2026-06-01,a@example.com,dance', 'bad-field', 'type'],
    ['date,email,amount\n2026-06-01,a@example.com,12', 'missing-field', 'currency'],
    ['date,email,amount,currency\n2026-06-01,a@example.com,1.500,EUR', 'bad-field', 'amount'],
    ['date,email,amount,currency\n2026-06-01,a@example.com,12.5,JPY', 'bad-field', 'amount'],
    ['date,email,amount,currency\n2026-06-01,a@example.com,12,QQQ', 'bad-field', 'currency'],
    ['date,email\n,a@example.com', 'missing-field', 'date'],
    ['date,email\nsoon,a@example.com', 'bad-date', 'date'],
    ['date,handle,platform\n2026-06-01,hanako,', 'missing-field', 'platform'],
  ])('%j is refused as %s', async (text, reason, field) => {
    expect(await readOne('outcomes-csv', text)).toMatchObject({ refusal: { reason, field } })
  })

  test('of nobody is one each, and nobody’s', async () => {
    const text = 'at,email,name,value\n2026-11-20 13:05,,,¥100\n2026-11-20 13:05,,,¥100'
    const rows = await readAll('outcomes-csv', text)
    expect(rows).toMatchObject([
      { arrival: { type: 'Outcome', actor: NOBODY, outcome: { valueMinor: 100 } } },
      { arrival: { actor: NOBODY } },
    ])
    expect(new Set(keysOf(rows)).size).toBe(2)
    expect(keysOf(await readAll('outcomes-csv', text))).toEqual(keysOf(rows))
  })

  test('a sale at a time of day is one, in however many lists it comes', async () => {
    const header = 'at,email,name,value\n'
    const rows = [
      '2026-11-20 13:05,hanako@example.com,,¥100',
      '2026-11-20 13:06,hanako@example.com,,¥100',
      '2026-11-21T04:05:06Z,,山田 花子,¥200',
      '2026-11-21,hanako@example.com,,¥100',
      '2026-11-21 00:00:00,hanako@example.com,,¥100',
      '2026-11-21T00:00:00Z,hanako@example.com,,¥100',
    ]
    const keysIn = async (fileName: string, lines: string[], scope = 'shop') => {
      const context = { ...CONTEXT, fileName, scope }
      return keysOf(await readAll('outcomes-csv', `${header}${lines.join('\n')}\n`, context))
    }
    const keys = await keysIn('october.csv', rows)
    expect(new Set(keys).size).toBe(rows.length)
    const again = await keysIn('november.csv', rows.slice(1))
    expect(again.slice(0, 2)).toEqual(keys.slice(1, 3))
    // Without a time they may be other sales of the same day.
    expect(again.slice(2).filter((key) => keys.includes(key))).toEqual([])
    const elsewhere = await keysIn('october.csv', rows, 'other shop')
    expect(elsewhere.filter((key) => keys.includes(key))).toEqual(keys.slice(0, 2))
  })

  test('equal sales without a number are several, and the same when they come again', async () => {
    const text =
      'date,email,amount,currency\n2026-06-01,a@example.com,12,USD\n2026-06-01,a@example.com,12,USD'
    const keys = keysOf(await readAll('outcomes-csv', text))
    expect(new Set(keys).size).toBe(2)
    expect(keysOf(await readAll('outcomes-csv', text))).toEqual(keys)
  })
})

test.each<[string, TableFormat]>([
  ['id,at,person_platform,person_handle,type,value,currency,topic', 'outcomes-csv'],
  ['注文番号,注文日,顧客番号,商品名,金額', 'outcomes-csv'],
  ['name,family,given,reading,organisation,role,platform,handle,relation', 'people-csv'],
  ['会社名,部署名,役職,姓,名,e-mail', 'people-csv'],
  ['氏名,メールアドレス', 'people-csv'],
  ['日付,本文,投稿者', 'posts-csv'],
  ['回答日,年代,自由記述', 'posts-csv'],
  ['id,author,text,date,url', 'posts-csv'],
  ['a,b,c', 'posts-csv'],
])('%s is a table of %s', (header, format) => {
  expect(guessTableFormat(header.split(','))).toBe(format)
})

test('the columns of the sample world are guessed without help', () => {
  const people = 'name,family,given,reading,organisation,role,platform,handle,relation'.split(',')
  expect(guessColumns(people, [], 'people-csv')).toEqual(
    Object.fromEntries(people.map((name) => [name, name])),
  )
  const outcomes = 'id,at,person_platform,person_handle,type,value,currency,topic'.split(',')
  expect(guessColumns(outcomes, [], 'outcomes-csv')).toEqual({
    ...{ id: 'id', at: 'at', platform: 'person_platform', handle: 'person_handle' },
    ...{ type: 'type', value: 'value', currency: 'currency', about: 'topic' },
  })
})

describe('the guard against formulas', () => {
  test.each(['=1+1', '+81-3', '-1', '@sum', "'=1", "''@"])('%s is disarmed', (text) => {
    expect(guardedCell(text)).toBe(`'${text}`)
    expect(csvCell(text)).not.toMatch(/^[=+\-@]/)
  })

  test('is taken off again, and takes nothing else off', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(plainCell(guardedCell(text))).toBe(text)
        expect(guardedCell(text)).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
    expect(plainCell("'tis")).toBe("'tis")
  })
})
