import type { ItemOf } from '../../api.ts'
import type { Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'

/** People between communities, over a span beside the one before. */
export const BRIDGE_WORDS = defineWords({
  title: { ja: '橋渡しする人の移り変わり', en: 'Bridges, lately and before' },
  span: { ja: '期間', en: 'Span' },
  lastDays: {
    ja: (days: string) => `直近${days}日`,
    en: (days: string) => `last ${days} days`,
  },
  before: {
    ja: (days: string) => `その前の${days}日`,
    en: (days: string) => `${days} days before`,
  },
  text: {
    ja: (days: string) =>
      `人から人への最短の道1,000本のうち、その人を通る本数です（標本による推定）。直近${days}日のやり取りと、その前の${days}日のやり取りを比べます。`,
    en: (days: string) =>
      `Of a thousand shortest paths from person to person, how many lead through somebody (estimated from a sample): by the exchanges of the last ${days} days, and of the ${days} days before.`,
  },
  person: { ja: '人物', en: 'Person' },
  community: { ja: 'コミュニティ', en: 'Community' },
  change: { ja: '変化', en: 'Change' },
  none: {
    ja: 'この期間に橋渡しをした人は見つかっていません。',
    en: 'Nobody was found to stand between others in this span.',
  },
})

export const CHANGE_WORDS: Record<ItemOf<'GET /communities/bridges'>['change'], Words> = {
  new: { ja: '新しい橋', en: 'new bridge' },
  more: { ja: '増えた', en: 'more than before' },
  same: { ja: '同じくらい', en: 'about the same' },
  less: { ja: '減った', en: 'less than before' },
  gone: { ja: 'なくなった', en: 'no bridge any more' },
}
