import { formatCount } from '../../format.ts'
import { defineWords } from '../../words.ts'

/** The drill-down and the path. */
export const CREDIT_WORDS = defineWords({
  title: { ja: '投稿と成果', en: 'Posts and outcomes' },
  titleOf: {
    ja: (name: string) => `投稿と成果: ${name}`,
    en: (name: string) => `Posts and outcomes: ${name}`,
  },
  back: { ja: '影響へ戻る', en: 'Back to Influence' },
  intro: {
    ja: '成果の前に届いていた投稿と、その成果に占める割合です。新しい成果から並びます。',
    en: 'The posts that had reached people before an outcome, with their part in it, the latest outcome first.',
  },
  none: { ja: '寄与のある投稿はありません', en: 'No post has any credit here' },
  noneText: {
    ja: '届いた投稿がなかったか、似た人より多く届いていたとは言えませんでした。',
    en: 'Either nothing had reached these people, or no more than had reached people like them.',
  },
  shareOf: {
    ja: (share: string, what: string) => `${what}の${share}`,
    en: (share: string, what: string) => `${share} of ${what}`,
  },
  post: { ja: '投稿', en: 'Post' },
  openPost: {
    ja: (name: string) => `${name}の投稿を開く`,
    en: (name: string) => `Open the post by ${name}`,
  },
  noExcerpt: { ja: '（本文なし）', en: '(no text)' },
  somebody: { ja: '不明な人', en: 'somebody unknown' },
  reached: {
    ja: (who: string, how: string) => `${who}が${how}`,
    en: (who: string, how: string) => `${who} ${how}`,
  },
  after: {
    ja: (time: string) => `${time}後`,
    en: (time: string) => `${time} later`,
  },
  did: {
    ja: (who: string, what: string) => `${who}: ${what}`,
    en: (who: string, what: string) => `${who}: ${what.toLowerCase()}`,
  },
  path: { ja: '経緯を見る', en: 'How it came about' },
  pathOf: {
    ja: (who: string, what: string) => `${who}の${what}の経緯を見る`,
    en: (who: string, what: string) => `How it came about: ${what.toLowerCase()} of ${who}`,
  },
  live: { ja: '測定後に届いた成果', en: 'arrived since the measurement' },
  figures: { ja: 'この内訳の値', en: 'Figures' },
  seeOrganisation: { ja: '企業・団体のページへ', en: 'Open the organisation' },
  seePerson: { ja: '人物のページへ', en: 'Open the person' },
  seeChannel: { ja: 'チャネルのページへ', en: 'Open the channel' },
  seeOpinion: { ja: '意見のページへ', en: 'Open the opinion' },
})

export const PATH_WORDS = defineWords({
  title: { ja: '成果の経緯', en: 'How an outcome came about' },
  titleOf: {
    ja: (who: string, what: string) => `${who}の${what}`,
    en: (who: string, what: string) => `${what} of ${who}`,
  },
  sentence: {
    ja: (share: string, posts: number, anyway: string) =>
      `この成果の${share}は、それまでに届いた${formatCount(posts, 'ja')}件の接点が促したと推定されます。残りの${anyway}は、なくても起きた分です。`,
    en: (share: string, posts: number, anyway: string) =>
      `An estimated ${share} of this outcome was prompted by the ${formatCount(posts, 'en')} ${posts === 1 ? 'touch' : 'touches'} before it. The other ${anyway} would have happened anyway.`,
  },
  alone: {
    ja: 'この成果の前に届いていた投稿は見つからなかったので、すべて、なくても起きた分です。',
    en: 'No post is known to have reached this person before, so all of it would have happened anyway.',
  },
  parts: { ja: '内訳', en: 'Parts' },
  timeline: { ja: '時系列', en: 'In the order of time' },
  before: {
    ja: (name: string) => `その前に${name}に届いていたもの`,
    en: (name: string) => `What had reached ${name} before`,
  },
  hopText: {
    ja: '割合は、この成果全体に対する割合です。直接届いた投稿の分のうち、さらに前の投稿にさかのぼれる分を示します。',
    en: 'Parts are of the whole outcome: of what a post prompted, how much can be traced back to posts before it.',
  },
  outcome: { ja: '成果', en: 'Outcome' },
  anyway: { ja: 'なくても起きた分', en: 'Would have happened anyway' },
  rest: {
    ja: (count: number, share: string) =>
      `ほかに割合の小さい接点が${formatCount(count, 'ja')}件（合わせて${share}）`,
    en: (count: number, share: string) =>
      `${formatCount(count, 'en')} more ${count === 1 ? 'touch' : 'touches'} with small parts (${share} together)`,
  },
  part: { ja: '割合', en: 'Part' },
  evidence: { ja: '届いたことを示す行動', en: 'What shows that it reached them' },
  openOutcome: { ja: '成果の投稿を開く', en: 'Open the post that shows it' },
  none: {
    ja: 'この成果の寄与はまだ計算されていません',
    en: 'No credit has been given for this outcome yet',
  },
  noneText: {
    ja: '次の測定で計算されます。人物に結びついていない成果は計算できません。',
    en: 'The next measurement does. An outcome that is linked to nobody can’t be credited.',
  },
  value: { ja: '金額', en: 'Value' },
  noValue: { ja: '金額は不明', en: 'value not known' },
  expected: { ja: '（見込み）', en: '(expected)' },
  worthText: {
    ja: '移る前の段階と比べて、その後に見込める金額がどれだけ増えたか',
    en: 'How much more is expected to come in from here on than from the stage before',
  },
})
