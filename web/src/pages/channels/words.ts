import type { Answer } from '../../api.ts'
import { formatCount, formatDuration } from '../../format.ts'
import type { Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'

export type Channel = Answer<'GET /channels'>['items'][number]
export type ChannelInFull = Answer<'GET /channels/{id}'>
export type Condition = NonNullable<Channel['health']>['condition']
export type State = Channel['state']
export type GapReason = ChannelInFull['gaps'][number]['reason']

export const STATE_WORDS: Record<State, Words> = {
  listening: { ja: '受信する', en: 'Listening' },
  paused: { ja: '一時停止', en: 'Paused' },
  import: { ja: '取り込んだファイル', en: 'Imported files' },
  removed: { ja: '削除済み', en: 'Removed' },
}

/** What Enishi writes into the log itself, by the kind of channel under which it does. */
export const OWN_KIND_WORDS: Record<string, Words> = {
  deals: { ja: '受注した商談', en: 'Deals that were won' },
  hand: { ja: '手で登録した人物とアカウント', en: 'People and accounts added by hand' },
  link: { ja: '短いリンクのクリック', en: 'Clicks of short links' },
}

/** Of a channel that nothing is received by. */
export const OWN_WORDS: Words = { ja: 'Enishi での記録', en: 'Kept in Enishi' }

export const CONDITION_WORDS: Record<Condition, Words> = {
  untried: { ja: '準備中', en: 'Starting' },
  listening: { ja: '受信中', en: 'Listening' },
  retrying: { ja: '再試行中', en: 'Trying again' },
  failing: { ja: '要対応', en: 'Needs attention' },
}

export const GAP_WORDS: Record<GapReason, Words> = {
  'cursor-too-old': {
    ja: '配信元に残っている記録より前の分です',
    en: 'The source no longer had what was said then',
  },
  'feed-overran': {
    ja: '前回から、フィードに載る件数を超える記事が出ました',
    en: 'More entries appeared than the feed shows',
  },
  'not-listening': { ja: 'その間、受信していませんでした', en: 'We were not listening then' },
  switched: { ja: '配信元を切り替えました', en: 'Another source was taken' },
}

export const WORDS = defineWords({
  title: { ja: 'チャネル', en: 'Channels' },
  intro: {
    ja: '投稿を受け取る場所です。フィードや SNS を追加すると、新しい投稿がその場で届きます。',
    en: 'The places that are listened to. Add a feed or a network, and what is said arrives as it is said.',
  },
  add: { ja: 'チャネルを追加', en: 'Add channel' },
  filters: { ja: 'チャネルの絞り込み', en: 'Filter channels' },
  searchHint: { ja: 'チャネルの名前', en: 'Name of a channel' },
  state: { ja: '状態', en: 'State' },
  condition: { ja: '調子', en: 'Health' },
  name: { ja: '名前', en: 'Name' },
  lastHeard: { ja: '最後の投稿', en: 'Last heard' },
  lag: { ja: '届くまで', en: 'Delay' },
  lastWeek: { ja: '直近7日間の投稿', en: 'Posts in 7 days' },
  never: { ja: 'まだなし', en: 'nothing yet' },
  empty: { ja: 'まだチャネルがありません', en: 'There are no channels yet' },
  emptyText: {
    ja: 'ブログやニュースのフィード、Bluesky を追加できます。アカウントや API キーは要りません。手元のファイルがあれば「取り込み」からどうぞ。',
    en: 'Add the feed of a blog or news site, or Bluesky: neither needs an account or an API key. Files that you have go in under Import.',
  },
  goImport: { ja: 'ファイルを取り込む', en: 'Import a file' },
  noMatch: { ja: 'あてはまるチャネルはありません。', en: 'No channel matches.' },
  clear: { ja: '絞り込みを解除', en: 'Clear filters' },
  postsOf: {
    ja: (name: string, count: number) => `${name}: ${formatCount(count, 'ja')}件の投稿を見る`,
    en: (name: string, count: number) =>
      `${name}: see ${formatCount(count, 'en')} ${count === 1 ? 'post' : 'posts'}`,
  },
  delay: {
    ja: (ms: number) => formatDuration(ms, 'ja'),
    en: (ms: number) => formatDuration(ms, 'en'),
  },
})
