import { describe, expect, it } from 'vitest'
import { guessColumns } from '#listen/index.ts'
import { outcomesCsvFormat } from './outcomes-csv.ts'

const CONTEXT = {
  arrivedAt: new Date('2026-11-22T00:00:00Z'),
  scope: 'crm',
  timeZone: 'Asia/Tokyo',
}

async function readFirst(text: string) {
  async function* bytes() {
    yield Buffer.from(text)
  }
  for await (const record of outcomesCsvFormat.split(bytes(), CONTEXT)) {
    return 'refusal' in record ? record : outcomesCsvFormat.read(record, CONTEXT)
  }
  throw new Error('no record')
}

function claimsOf(read: Awaited<ReturnType<typeof readFirst>>) {
  if ('refusal' in read || read.arrival.kind !== 'activity') throw new Error(JSON.stringify(read))
  return { key: read.arrival.externalKey, claims: read.arrival.outcome?.claims }
}

describe('where outcomes of a list came from', () => {
  it('is found under the names that shops give the columns', () => {
    const told = (header: string[]) => {
      const { code, referredBy, heardFrom } = guessColumns(header, [], 'outcomes-csv')
      return [code, referredBy, heardFrom]
    }
    const ja = [
      '購入日',
      'メールアドレス',
      '金額',
      'クーポンコード',
      '紹介者',
      '当店を知ったきっかけ',
    ]
    expect(told(ja)).toEqual(ja.slice(3))
    const en = [
      'Date',
      'Email',
      'Total',
      'Discount Code',
      'Referred By',
      'How did you hear about us?',
    ]
    expect(told(en)).toEqual(en.slice(3))
  })

  it('takes no product, customer or currency code for a coupon', () => {
    const header = ['購入日', '顧客コード', '商品コード', '通貨コード', '金額']
    expect(guessColumns(header, [], 'outcomes-csv').code).toBeUndefined()
    const en = ['Date', 'Customer Code', 'Product Code', 'Currency Code', 'Amount']
    expect(guessColumns(en, [], 'outcomes-csv').code).toBeUndefined()
  })

  it('is told by the cells, several codes in one', async () => {
    const row = 'a@example.jp,12000,2026-04-01 10:00,"HARU10, X-2",friend@example.jp,ラジオ'
    const text = `メールアドレス,金額,購入日時,クーポンコード,紹介者,きっかけ\n${row}\n`
    expect(claimsOf(await readFirst(text)).claims).toEqual([
      { class: 'coupon', text: 'HARU10' },
      { class: 'coupon', text: 'X-2' },
      {
        ...{ class: 'referral', text: 'friend@example.jp' },
        by: { platform: 'mail', externalId: 'friend@example.jp' },
      },
      { class: 'said', text: 'ラジオ' },
    ])
  })

  it('makes no other outcome of one that was imported without it', async () => {
    const before = 'メールアドレス,金額,購入日時\na@example.jp,12000,2026-04-01 10:00\n'
    const after =
      'メールアドレス,金額,購入日時,きっかけ\na@example.jp,12000,2026-04-01 10:00,ラジオ\n'
    const [first, second] = [await readFirst(before), await readFirst(after)].map(claimsOf)
    expect(second?.key).toBe(first?.key)
    expect(first?.claims).toBeUndefined()
    expect(second?.claims).toHaveLength(1)
  })
})
