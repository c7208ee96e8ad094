import type { ActorLevel, CausedType, TouchKind, Words } from '../terms.ts'

export const CAUSED_WORDS: Record<CausedType, Words> = {
  'stage:discovery': { ja: '発見への移行', en: 'Move to discovery' },
  'stage:evaluation': { ja: '購買評価への移行', en: 'Move to evaluation' },
  'stage:recommendation': { ja: '推薦への移行', en: 'Move to recommendation' },
  'stage:satisfaction': { ja: '購買後への移行', en: 'Move to satisfaction' },
  'stage:rejection': { ja: '否定への転換', en: 'Turn against' },
  'sign-up': { ja: '登録', en: 'Sign-up' },
  purchase: { ja: '購入', en: 'Purchase' },
  renewal: { ja: '更新', en: 'Renewal' },
  referral: { ja: '紹介', en: 'Referral' },
  churn: { ja: '解約', en: 'Churn' },
  'case-solved': { ja: '問い合わせ解決', en: 'Case solved' },
  'to-competitor': { ja: '競合への流出', en: 'Move to a competitor' },
}

/** In the order of the cycle: moves first, then what business counts, then what it would rather not have. */
export const CAUSED_TYPES = Object.keys(CAUSED_WORDS) as CausedType[]

/** Outcomes in the plural, as sentences count them. */
export const CAUSED_MANY_WORDS: Record<CausedType, Words> = {
  'stage:discovery': { ja: '発見への移行', en: 'moves to discovery' },
  'stage:evaluation': { ja: '購買評価への移行', en: 'moves to evaluation' },
  'stage:recommendation': { ja: '推薦への移行', en: 'moves to recommendation' },
  'stage:satisfaction': { ja: '購買後への移行', en: 'moves to satisfaction' },
  'stage:rejection': { ja: '否定への転換', en: 'turns against' },
  'sign-up': { ja: '登録', en: 'sign-ups' },
  purchase: { ja: '購入', en: 'purchases' },
  renewal: { ja: '更新', en: 'renewals' },
  referral: { ja: '紹介', en: 'referrals' },
  churn: { ja: '解約', en: 'cancellations' },
  'case-solved': { ja: '問い合わせ解決', en: 'cases solved' },
  'to-competitor': { ja: '競合への流出', en: 'moves to competitors' },
}

/** What an actor had done about the topic when speaking. */
export const LEVEL_WORDS: Record<ActorLevel, Words> = {
  knows: { ja: '認知のみ', en: 'Only knows it' },
  bought: { ja: '購入済み', en: 'Bought it' },
  recommends: { ja: '推薦している', en: 'Recommends it' },
  'advises-against': { ja: '勧めていない', en: 'Advises against it' },
  unknown: { ja: '不明', en: 'Unknown' },
}

export const LEVELS = Object.keys(LEVEL_WORDS) as ActorLevel[]

/** How a post reached somebody, said of the one who was reached. */
export const TOUCH_WORDS: Record<TouchKind, Words> = {
  reply: { ja: '返信した', en: 'replied to it' },
  repost: { ja: '共有した', en: 'shared it' },
  quote: { ja: '引用した', en: 'quoted it' },
  like: { ja: 'いいねした', en: 'liked it' },
  mention: { ja: '名指しされた', en: 'was mentioned in it' },
  click: { ja: 'リンクを開いた', en: 'opened its link' },
  thread: { ja: '同じスレッドで読んだ', en: 'took part in its thread' },
  follow: { ja: 'フォローしていた', en: 'followed its author' },
  claim: { ja: 'きっかけと答えた', en: 'named it as the reason' },
}
