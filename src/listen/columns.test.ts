import { expect, test } from 'vitest'
import { guessColumns } from './columns.ts'

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
