import { formatCount } from '../../format.ts'
import { defineWords } from '../../words.ts'

export const WORDS = defineWords({
  title: { ja: 'リスニング', en: 'Listening' },
  search: { ja: '投稿を検索', en: 'Search posts' },
  searchHint: { ja: '例: 返品 ( / で移動)', en: 'e.g. refund (press /)' },
  filters: { ja: '絞り込み', en: 'Filters' },
  lang: { ja: '投稿の言語', en: 'Language of post' },
  japanese: { ja: '日本語', en: 'Japanese' },
  english: { ja: '英語', en: 'English' },
  clear: { ja: '絞り込みを解除', en: 'Clear filters' },
  onePerson: { ja: '1人の投稿だけを表示しています。', en: 'Showing the posts of one person only.' },
  oneOpinion: {
    ja: '1つの意見の投稿だけを表示しています。',
    en: 'Showing the posts of one opinion only.',
  },
  oneOrganisation: {
    ja: '1つの企業・団体に属する人物の投稿だけを表示しています。',
    en: 'Showing the posts of one organisation’s people only.',
  },
  oneMove: {
    ja: (move: string) => `段階の移動「${move}」を示す投稿だけを表示しています。`,
    en: (move: string) => `Showing only posts that show the move ${move}.`,
  },
  oneModel: {
    ja: (model: string) => `「${model}」が判定した投稿だけを表示しています。`,
    en: (model: string) => `Showing only posts that ${model} read.`,
  },
  movedByModel: {
    ja: 'モデルが変わって判定が変わった投稿だけを表示しています。理由は、投稿を開き「判定の履歴」で見られます。',
    en: 'Showing only posts whose reading a change of the model moved. Open one and look at its history to see why.',
  },
  shown: {
    ja: (count: number) => `${formatCount(count, 'ja')}件を表示`,
    en: (count: number) => `${formatCount(count, 'en')} shown`,
  },
  shownWithMore: {
    ja: (count: number) => `新しい順に${formatCount(count, 'ja')}件を表示(続きあり)`,
    en: (count: number) => `${formatCount(count, 'en')} shown, newest first; there are more`,
  },
  waiting: {
    ja: (count: number) => `新しい投稿 ${formatCount(count, 'ja')}件を表示`,
    en: (count: number) => `Show ${formatCount(count, 'en')} new ${count === 1 ? 'post' : 'posts'}`,
  },
  waitingMore: {
    ja: (count: number) => `新しい投稿 ${formatCount(count, 'ja')}件以上を表示`,
    en: (count: number) => `Show ${formatCount(count, 'en')} new posts or more`,
  },
  arrived: {
    ja: (count: number) => `新しい投稿が${formatCount(count, 'ja')}件届きました`,
    en: (count: number) => `${formatCount(count, 'en')} new ${count === 1 ? 'post' : 'posts'}`,
  },
  keys: {
    ja: 'キー操作: / 検索、j・k 移動、Enter 詳細',
    en: 'Keys: / search, j and k move, Enter opens',
  },
  nothing: { ja: '当てはまる投稿がありません', en: 'No posts match' },
  nothingText: {
    ja: '条件を減らすか、別の言葉で探してください。',
    en: 'Use fewer filters or other words.',
  },
  empty: { ja: 'まだ投稿がありません', en: 'There are no posts yet' },
  emptyText: {
    ja: '書き出したファイルを取り込むと、ここに並びます。',
    en: 'Import an export, and its posts appear here.',
  },
  goImport: { ja: '取り込みへ', en: 'Go to Import' },
})
