import { formatCount, formatParts } from '../format.ts'
import { defineWords } from '../words.ts'

export const POST_INFLUENCE_WORDS = defineWords({
  refunded: {
    ja: (sum: string, day: string | undefined) =>
      day === undefined ? `返金 ${sum} を差し引いた額` : `返金 ${sum}（${day}）を差し引いた額`,
    en: (sum: string, day: string | undefined) =>
      day === undefined ? `after ${sum} paid back` : `after ${sum} paid back, last on ${day}`,
  },
  path: { ja: '経緯を見る', en: 'How it came about' },
  ledTo: { ja: 'この投稿が促した成果', en: 'What this post led to' },
  credited: {
    ja: (what: string, outcomes: number, credit: number) =>
      `${what}: ${formatCount(outcomes, 'ja')}件の成果に、合わせて${formatParts(credit, 'ja')}件分の寄与（推定）`,
    en: (what: string, outcomes: number, credit: number) =>
      `${what}: an estimated ${formatParts(credit, 'en')} in all, of ${formatCount(outcomes, 'en')} ${outcomes === 1 ? 'outcome' : 'outcomes'}`,
  },
  seeAll: { ja: '成果を一件ずつ見る', en: 'See each outcome' },
  nothing: {
    ja: 'この投稿が促したと推定された成果はありません。',
    en: 'No outcome is estimated to have been prompted by it.',
  },
  notMeasured: {
    ja: '影響はまだ測っていません。',
    en: 'Influence has not been measured yet.',
  },
  goInfluence: { ja: '影響のページへ', en: 'Open Influence' },
  is: { ja: 'この行動自体の成果', en: 'What it is itself' },
  pathOf: {
    ja: (what: string) => `${what}の経緯を見る`,
    en: (what: string) => `How it came about: ${what.toLowerCase()}`,
  },
  showsMove: {
    ja: '段階の移行または成果です。',
    en: 'It is an outcome, or shows a move.',
  },
  background: {
    ja: (share: string) => `なくても起きた分 ${share}`,
    en: (share: string) => `${share} would have happened anyway`,
  },
})
