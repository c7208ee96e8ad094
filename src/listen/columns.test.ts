import { expect, test } from 'vitest'
import { guessColumns, withFieldColumns } from './columns.ts'
import type { TableFormat } from './table-columns.ts'

test.each([
  [
    ['投稿ID', '投稿日時', '投稿者', '本文', 'URL', '媒体', '言語'],
    {
      id: '投稿ID',
      publishedAt: '投稿日時',
      author: '投稿者',
      text: '本文',
      url: 'URL',
      platform: '媒体',
      lang: '言語',
    },
  ],
  [
    ['日付', 'ユーザー名', '投稿内容', 'チャネル', 'リンク', '評価'],
    {
      publishedAt: '日付',
      author: 'ユーザー名',
      text: '投稿内容',
      platform: 'チャネル',
      url: 'リンク',
    },
  ],
  [
    ['回答者ID', '回答日', '氏名', 'メールアドレス', '自由記述'],
    {
      authorId: '回答者ID',
      publishedAt: '回答日',
      author: '氏名',
      email: 'メールアドレス',
      text: '自由記述',
    },
  ],
  [
    ['レビュータイトル', 'レビュー', '評価', 'レビュー日', 'レビュー数'],
    { title: 'レビュータイトル', text: 'レビュー' },
  ],
  [
    ['id', 'text', 'created_at', 'author_id', 'username', 'in_reply_to', 'lang', 'source'],
    {
      id: 'id',
      text: 'text',
      publishedAt: 'created_at',
      authorId: 'author_id',
      author: 'username',
      parentId: 'in_reply_to',
      lang: 'lang',
      platform: 'source',
    },
  ],
  [
    ['Tweet ID', 'Tweet Text', 'Screen Name', 'Created At', 'Permalink', 'Retweet count'],
    {
      id: 'Tweet ID',
      text: 'Tweet Text',
      author: 'Screen Name',
      publishedAt: 'Created At',
      url: 'Permalink',
    },
  ],
  [
    ['ＩＤ', 'Ｔｉｔｌｅ', 'Body ', 'Author-URL', 'E-mail', 'DATE'],
    {
      id: 'ＩＤ',
      title: 'Ｔｉｔｌｅ',
      text: 'Body ',
      authorUrl: 'Author-URL',
      email: 'E-mail',
      publishedAt: 'DATE',
    },
  ],
  [
    ['タイムスタンプ', 'ご意見・ご要望(任意)', 'お名前'],
    { publishedAt: 'タイムスタンプ', text: 'ご意見・ご要望(任意)', author: 'お名前' },
  ],
  [
    ['Review Text', 'Review Date', 'Reviewer Name', 'Rating'],
    { text: 'Review Text', publishedAt: 'Review Date', author: 'Reviewer Name' },
  ],
  [['口コミ'], { text: '口コミ' }],
])('by name: %j', (header, expected) => {
  expect(guessColumns(header, [])).toMatchObject(expected)
})

test('counts and ratings are not taken for what they count', () => {
  expect(guessColumns(['コメント数', 'レビュー評価', 'comment_count'], [])).toEqual({})
})

test('by values where names do not help', () => {
  const sample = [
    [
      '1',
      '2026/11/21 13:05',
      'https://example.com/a',
      '充電がすぐ切れるので返品したいです',
      '東京',
      'a@example.com',
    ],
    [
      '2',
      '2026/11/22 09:10',
      'https://example.com/b',
      'とても気に入っています。おすすめ。',
      '大阪',
      'b@example.com',
    ],
  ]
  expect(guessColumns(['A', 'B', 'C', 'D', 'E', 'F'], sample)).toEqual({
    url: 'C',
    email: 'F',
    publishedAt: 'B',
    text: 'D',
  })
})

test('numbers are neither dates nor texts by themselves', () => {
  expect(
    guessColumns(
      ['A', 'B'],
      [
        ['45000', '20261121'],
        ['45001', '20261122'],
      ],
    ),
  ).toEqual({})
})

test('each column has one meaning at most, also with 100,000 of them', () => {
  const header = Array.from({ length: 100_000 }, (_, at) => `設問${at}`)
  header[70_000] = '本文'
  const startedAt = performance.now()
  expect(guessColumns(header, [header]).text).toBe('本文')
  expect(performance.now() - startedAt).toBeLessThan(10_000)
})

const LISTS: [name: string, format: TableFormat, header: string, expected: object][] = [
  [
    'Salesforce',
    'people-csv',
    'Last Name,First Name,Account Name,Account Owner,Secondary Owner,Tags,Customer Since,Description',
    {
      ...{ owner: 'Account Owner', secondOwner: 'Secondary Owner', tags: 'Tags' },
      ...{ relationSince: 'Customer Since', note: 'Description' },
    },
  ],
  [
    'Salesforce ja',
    'organisations-csv',
    '取引先名,取引先所有者,副担当,種別,取引開始日,取引終了日,説明,タグ',
    {
      ...{ owner: '取引先所有者', secondOwner: '副担当', relation: '種別', note: '説明' },
      ...{ relationSince: '取引開始日', relationUntil: '取引終了日', tags: 'タグ' },
    },
  ],
  [
    'HubSpot',
    'people-csv',
    'Record ID,First Name,Last Name,Lifecycle Stage,Contact owner,Became a Customer Date,Content membership notes',
    { owner: 'Contact owner', relationSince: 'Became a Customer Date', note: undefined },
  ],
  [
    'Sansan',
    'people-csv',
    '名刺ID,氏名,会社名,部署名,名刺交換日,名刺所有者,名刺メモ,タグ',
    { since: '名刺交換日', note: '名刺メモ', tags: 'タグ' },
  ],
  [
    'kintone',
    'deals-csv',
    'レコード番号,案件名,会社名,営業担当,サブ担当,備考,タグ',
    { owner: '営業担当', secondOwner: 'サブ担当', note: '備考', tags: 'タグ' },
  ],
  [
    'plain',
    'people-csv',
    '氏名,担当,サブ担当者,関係,関係開始日,関係終了日,入社日,メモ',
    {
      ...{ secondOwner: 'サブ担当者', relation: '関係', relationSince: '関係開始日' },
      ...{ relationUntil: '関係終了日', since: '入社日', note: 'メモ' },
    },
  ],
]

test.each(LISTS)('of %s, read as %s', (_, format, header, expected) => {
  const mapping = guessColumns(header.split(','), [], format)
  for (const [column, name] of Object.entries(expected)) {
    expect([column, mapping[column as keyof typeof mapping]]).toEqual([column, name])
  }
})

test('a field that a workspace added under a common word is meant by it', () => {
  const id = '019a3f60-0000-7000-8000-000000000001'
  const header = ['氏名', '備考']
  const guessed = guessColumns(header, [], 'people-csv')
  expect(guessed).toEqual({ name: '氏名', note: '備考' })
  const widened = withFieldColumns(guessed, header, 'people-csv', [{ id, name: '備考' }])
  expect(widened).toEqual({ name: '氏名', [`field:${id}`]: '備考' })
})
