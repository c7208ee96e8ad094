import { formatCount } from '../format.ts'
import { defineWords } from '../words.ts'

export const ALERT_WORDS = defineWords({
  title: { ja: '通知', en: 'Alerts' },
  bell: {
    ja: (unseen: number) => (unseen === 0 ? '通知' : `通知 (未確認${formatCount(unseen, 'ja')}件)`),
    en: (unseen: number) =>
      unseen === 0 ? 'Alerts' : `Alerts (${formatCount(unseen, 'en')} unseen)`,
  },
  unseen: {
    ja: (count: number) => `未確認の通知が${formatCount(count, 'ja')}件あります`,
    en: (count: number) => `${formatCount(count, 'en')} unseen ${count === 1 ? 'alert' : 'alerts'}`,
  },
  none: {
    ja: '通知はまだありません。リスニングで検索を保存し、通知を選んでください。',
    en: 'No alerts yet. Save a search in Listening and choose an alert for it.',
  },
  wholeDays: {
    ja: '通知を開くと、数えた時間を含む日の投稿をまるごと表示します。',
    en: 'An alert opens the posts of the whole days that its count touches.',
  },
  isNew: { ja: '未確認', en: 'new' },
  each: {
    ja: (posts: number) => `新しい投稿 ${formatCount(posts, 'ja')}件`,
    en: (posts: number) => `${formatCount(posts, 'en')} new ${posts === 1 ? 'post' : 'posts'}`,
  },
  surge: {
    ja: (posts: number, expected: number) =>
      `急増: 24時間で${formatCount(posts, 'ja')}件 (いつもの同じ曜日は${formatCount(expected, 'ja')}件)`,
    en: (posts: number, expected: number) =>
      `Surge: ${formatCount(posts, 'en')} posts in 24 hours (${formatCount(expected, 'en')} on a usual day like this)`,
  },
})
