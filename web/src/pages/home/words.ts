import { formatCount, formatShare, formatSpan } from '../../format.ts'
import { defineWords } from '../../words.ts'

const posts = (count: number) => `${formatCount(count, 'en')} ${count === 1 ? 'post' : 'posts'}`

/** How far a number went: what it was, as a share of that; nothing to compare with is said as such. */
function changeJa(now: number, before: number): string {
  if (before === 0) return '比べられる前の期間の投稿はありません。'
  if (now === before) return '前の同じ長さの期間と同じ数です。'
  const share = formatShare(Math.abs(now - before) / before, 'ja')
  return `前の同じ長さの期間より${share}${now > before ? '増えました' : '減りました'}。`
}

function changeEn(now: number, before: number): string {
  if (before === 0) return 'There are no posts before that to compare with.'
  if (now === before) return 'As many as in the span before.'
  const share = formatShare(Math.abs(now - before) / before, 'en')
  return `That is ${share} ${now > before ? 'more' : 'fewer'} than in the span before.`
}

/** The difference of two shares in points, with its direction. */
function points(now: number, before: number): number {
  return Math.round((now - before) * 100)
}

export const WORDS = defineWords({
  overdue: { ja: '期限を過ぎた自分のタスク', en: 'My overdue work' },
  allOverdue: { ja: 'すべて表示', en: 'Show all' },
  title: { ja: 'ホーム', en: 'Home' },
  span: { ja: '期間', en: 'Span' },
  days: {
    ja: (days: number) => `${days}日間`,
    en: (days: number) => `${days} days`,
  },
  custom: { ja: '期間を指定', en: 'Custom' },
  fiscalYear: { ja: '今年度', en: 'This business year' },
  firstHalf: { ja: '上期', en: 'First half' },
  secondHalf: { ja: '下期', en: 'Second half' },
  apply: { ja: '表示', en: 'Show' },
  since: {
    ja: (from: string, to: string) => `${formatSpan(from, to, 'ja')}に何があったか`,
    en: (from: string, to: string) => `What happened, ${formatSpan(from, to, 'en')}`,
  },
  volume: {
    ja: (now: number, before: number) =>
      `投稿は${formatCount(now, 'ja')}件でした。${changeJa(now, before)}`,
    en: (now: number, before: number) =>
      `There ${now === 1 ? 'was' : 'were'} ${posts(now)}. ${changeEn(now, before)}`,
  },
  negative: {
    ja: (now: number, before: number | null) => {
      const said = `否定的な投稿は${formatShare(now, 'ja')}`
      if (before === null) return `${said}です。`
      const moved = points(now, before)
      if (moved === 0) return `${said}で、前の期間から変わっていません。`
      return `${said}で、前の期間より${Math.abs(moved)}ポイント${moved > 0 ? '増えました' : '減りました'}。`
    },
    en: (now: number, before: number | null) => {
      const said = `${formatShare(now, 'en')} of the posts are negative`
      if (before === null) return `${said}.`
      const moved = points(now, before)
      if (moved === 0) return `${said}, as before.`
      const size = Math.abs(moved) === 1 ? '1 point' : `${Math.abs(moved)} points`
      return `${said}, ${moved > 0 ? 'up' : 'down'} by ${size}.`
    },
  },
  volumePerDay: { ja: '日ごとの投稿数', en: 'Posts per day' },
  dayTable: { ja: '日ごとの投稿数の表', en: 'Table of posts per day' },
  sentiment: { ja: '感情', en: 'Sentiment' },
  cycle: { ja: '段階の循環', en: 'Stages of the cycle' },
  cycleNote: {
    ja: '満足は次の発見につながります。',
    en: 'Satisfaction leads on to the next discovery.',
  },
  byTopic: { ja: '話題ごと', en: 'By topic' },
  noTopics: {
    ja: 'この期間の投稿に、登録した話題はありませんでした。',
    en: 'No post of this span speaks of a topic that you have set up.',
  },
  goTopics: { ja: '話題を登録する', en: 'Set up topics' },
  topic: { ja: '話題', en: 'Topic' },
  posts: { ja: '投稿', en: 'Posts' },
  voices: { ja: '声', en: 'Voices' },
  day: { ja: '日', en: 'Day' },
  negativeShare: { ja: '否定の割合', en: 'Negative' },
  showTable: { ja: '表で見る', en: 'Show as table' },
  showChart: { ja: '図で見る', en: 'Show as chart' },
  noStage: {
    ja: (count: number) => `段階なし ${formatCount(count, 'ja')}件`,
    en: (count: number) => `${formatCount(count, 'en')} without a stage`,
  },
  byIntent: { ja: '意図', en: 'Intents' },
  noIntents: {
    ja: 'この期間に、意図や攻撃的な表現が読み取れた投稿はありません。',
    en: 'No post of these days was read as wanting something, or as abusive.',
  },
  intentNote: {
    ja: '1件の投稿に複数の意図があることもあります。',
    en: 'A post may have several intents.',
  },
  share: { ja: '割合', en: 'Share' },
  beforeSpan: { ja: '前の期間', en: 'Before' },
  countOf: {
    ja: (of: string, count: number) => `${of}: ${formatCount(count, 'ja')}件の投稿を見る`,
    en: (of: string, count: number) => `${of}: see ${posts(count)}`,
  },
  chartLabel: {
    ja: '日ごとの投稿数の積み上げ棒グラフと、声の数の折れ線グラフ。同じ数は「表で見る」の表にあります。',
    en: 'Stacked bars of posts per day, and a line of their voices. The same numbers are in the table behind “Show as table”.',
  },
  empty: { ja: 'まだ投稿がありません', en: 'Nothing has been listened to yet' },
  emptyText: {
    ja: 'フィードや Bluesky をチャネルに追加するか、SNS・メール・リスニングツールなどから書き出したファイルを取り込むと、誰が何を話しているかがここに表示されます。',
    en: 'Add a feed or Bluesky as a channel, or import an export from social media, mail or a listening tool, and this page says who speaks about what.',
  },
  without: {
    ja: (name: string) => `「${name}」の絞り込みを解除`,
    en: (name: string) => `Stop narrowing to ${name}`,
  },
  goChannels: { ja: 'チャネルを追加する', en: 'Add a channel' },
  goImport: { ja: 'ファイルを取り込む', en: 'Import a file' },
  influenced: {
    ja: (outcomes: number, credit: number, low: number, high: number) =>
      `これまでの成果${formatCount(outcomes, 'ja')}件のうち${formatCount(Math.round(credit), 'ja')}件（90%の確からしい範囲 ${formatCount(Math.round(low), 'ja')}〜${formatCount(Math.round(high), 'ja')}件）は、投稿が促したと推定されます。`,
    en: (outcomes: number, credit: number, low: number, high: number) =>
      `Of ${formatCount(outcomes, 'en')} outcomes so far, posts prompted an estimated ${formatCount(Math.round(credit), 'en')} (90% interval ${formatCount(Math.round(low), 'en')} to ${formatCount(Math.round(high), 'en')}).`,
  },
})
