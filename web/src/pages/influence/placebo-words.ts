import { formatCount, formatPart, formatParts } from '../../format.ts'
import { defineWords } from '../../words.ts'

export const PLACEBO_KINDS = ['redealt', 'shuffledTimes', 'reversedEdges'] as const

/** The three placebos: short, as they stand beside a figure, and what each of them is. */
export const PLACEBO_WORDS = defineWords({
  redealt: { ja: '人の入れ替え', en: 'people dealt anew' },
  redealtText: {
    ja: '成果を似た人どうしで入れ替えて測った値。見つかるはずのものがないので、偶然の大きさがわかります。',
    en: 'Outcomes dealt anew among people alike. There is nothing to find, so this is how large chance is.',
  },
  shuffledTimes: { ja: '時刻の入れ替え', en: 'times shuffled' },
  shuffledTimesText: {
    ja: '似た人どうしで成果の時刻を入れ替えて測った値。大きければ、いつ届いたかではなく、どういう人かで決まっている部分があります。',
    en: 'The times of outcomes exchanged among people alike. Where this is large, some of the credit rests on who people are and not on what reached them when.',
  },
  reversedEdges: { ja: '向きの反転', en: 'turned round' },
  reversedEdgesText: {
    ja: '届けた人と届いた人を逆にして測った値。影響なら小さくなり、似た者どうしが集まっているだけなら同じくらいになります。',
    en: 'Whoever reached somebody taken as reached by them. Influence makes this small; likeness alone leaves it as large.',
  },
  spread: {
    ja: (low: number, high: number) => `（${formatParts(low, 'ja')}〜${formatParts(high, 'ja')}）`,
    en: (low: number, high: number) => `(${formatParts(low, 'en')}–${formatParts(high, 'en')})`,
  },
  draws: {
    ja: (draws: number) => `各${formatCount(draws, 'ja')}回の平均と、最小〜最大`,
    en: (draws: number) => `means of ${formatCount(draws, 'en')} draws each, least to most`,
  },
  unknown: {
    ja: '次の測定で、ほかの2つの比較と散らばりも出ます。',
    en: 'The other two and their spread come with the next measurement.',
  },
})

/** How many business outcomes could be linked to a person; moves are told apart. */
export const LINKED_WORDS = defineWords({
  linked: { ja: '人物に結びついた成果', en: 'Outcomes linked to a person' },
  business: {
    ja: (linked: number, all: number, share: number | null) =>
      `${formatCount(all, 'ja')}件のうち${formatCount(linked, 'ja')}件${share === null ? '' : `（${formatPart(share, 'ja')}）`}`,
    en: (linked: number, all: number, share: number | null) =>
      `${formatCount(linked, 'en')} of ${formatCount(all, 'en')}${share === null ? '' : ` (${formatPart(share, 'en')})`}`,
  },
  movesOnly: {
    ja: (moves: number) => `段階の移行${formatCount(moves, 'ja')}件はすべて`,
    en: (moves: number) => `all ${formatCount(moves, 'en')} moves between stages`,
  },
  movesText: {
    ja: (moves: number) =>
      `段階の移行${formatCount(moves, 'ja')}件は本人の投稿から読み取るので、必ず結びつきます。この割合には入れていません。`,
    en: (moves: number) =>
      `The ${formatCount(moves, 'en')} moves between stages are read from people’s own words, so all of them are linked; they are not in this share.`,
  },
  text: {
    ja: '誰のものかわからない成果は、この画面の数に入っていません。',
    en: 'Outcomes of nobody we know are in no figure here.',
  },
})
