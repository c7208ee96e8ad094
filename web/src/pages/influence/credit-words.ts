import type { Answer } from '../../api.ts'
import { formatCount } from '../../format.ts'
import type { Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'

type UncreditedReason = NonNullable<
  Answer<'GET /influence/paths/{outcome}'>['uncredited']
>['reason']

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

export const OUTCOMES_WORDS = defineWords({
  title: { ja: '成果の一覧', en: 'Outcomes' },
  intro: {
    ja: '測った成果をすべて並べます。割合は投稿が促したと推定される分です。どの成果からも経緯を開けます。',
    en: 'Every outcome that was measured, with the part that posts are estimated to have prompted. Each opens how it came about.',
  },
  cause: { ja: '投稿の寄与', en: 'Prompted by posts' },
  anyCause: { ja: 'すべて', en: 'Any' },
  prompted: { ja: '一部でも促された', en: 'Some part was' },
  background: { ja: 'すべて、なくても起きた', en: 'All would have happened anyway' },
  allBackground: {
    ja: 'すべて、なくても起きた分',
    en: 'All of it would have happened anyway',
  },
  touches: {
    ja: (count: number) => `寄与のある接点 ${formatCount(count, 'ja')}件`,
    en: (count: number) =>
      `${formatCount(count, 'en')} ${count === 1 ? 'touch has' : 'touches have'} a part in it`,
  },
  openOutcome: { ja: '成果の記録を開く', en: 'Open what was recorded' },
  none: { ja: '当てはまる成果がありません', en: 'No outcome matches' },
  noneText: {
    ja: '条件を広げてみてください。影響をまだ測っていないときは、測定のあとに並びます。',
    en: 'Try wider conditions. Before influence was measured, nothing is listed here.',
  },
  goInfluence: { ja: '影響のページへ', en: 'Open Influence' },
})

/** Beside figures of losses. */
export const UNMEASURED_WORDS = defineWords({
  text: {
    ja: 'ここで測れるのは、投稿が解約・流出・否定への転換を促した分だけです。投稿が引き止めた解約や、思いとどまらせた購入（抑制）は測っていません。起きなかったことは記録に残らないためです。',
    en: 'This counts what posts prompted of churn, moves to competitors and turns against us. What posts held back (a cancellation that was prevented, a purchase that was talked out of) is not measured: what did not happen leaves no trace in the log.',
  },
  method: { ja: 'この数字が証明しないこと', en: 'What the figures do not prove' },
})

export const UNCREDITED_WORDS: Record<UncreditedReason, Words> = {
  'no-outcome': {
    ja: 'この行動は成果でも段階の移行でもないため、経緯はありません。',
    en: 'This is neither an outcome nor a move between stages, so there is nothing to explain.',
  },
  'no-person': {
    ja: '誰の成果かわからないため、計算できません。人物に結びつけると、次の測定で計算されます。',
    en: 'Nobody knows whose outcome it is, so it can’t be credited. Once it is linked to a person, the next measurement does.',
  },
  'nothing-else-known': {
    ja: 'この人について成果のほかに何も届いていないため、似た人と比べられません。見えた範囲では、この成果に先立つものはなく、すべて、なくても起きた分と見なします。',
    en: 'Nothing but outcomes was ever heard of this person, so there is nobody alike to compare with. Nothing we saw preceded it: as far as we can tell, all background.',
  },
  'not-measured': {
    ja: '影響をまだ測っていないため、割合はまだわかりません。',
    en: 'Influence has not been measured yet, so nobody can say which part is whose.',
  },
  'too-few': {
    ja: '成果がまだ少なく、促した分を偶然と区別できないため、割合は出していません。',
    en: 'There are too few outcomes yet to tell what was prompted from chance, so no parts are given.',
  },
  'not-yet': {
    ja: '前回の測定のあとの成果です。まもなく計算されます。',
    en: 'It came after the last measurement and will be credited shortly.',
  },
  'not-counted': {
    ja: 'この測定の対象に入っていません。選んだ話題の成果でないか、質問への返答で示された移行です。',
    en: 'It is not in this measurement: it is of another topic, or the move was shown in an answer to somebody’s question.',
  },
}

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
    ja: '見えた範囲では、この成果に先立って届いた投稿はありません。すべて、なくても起きた分です。',
    en: 'Nothing we saw preceded it: all background. All of it would have happened anyway.',
  },
  noneCredited: {
    ja: (touches: number) =>
      `この成果の前に${formatCount(touches, 'ja')}件の接点がありましたが、似た人より多く動かしたとは言えません。すべて、なくても起きた分です。`,
    en: (touches: number) =>
      `${formatCount(touches, 'en')} ${touches === 1 ? 'touch' : 'touches'} came before it, but moved this person no more than people alike: all background. All of it would have happened anyway.`,
  },
  preceding: {
    ja: 'それまでに届いていたもの（割合なし）',
    en: 'What had reached them before (without parts)',
  },
  nothingPreceded: {
    ja: '見えた範囲では、この成果に先立って届いた投稿はありません。',
    en: 'Nothing we saw preceded it.',
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
  goInfluence: { ja: '影響のページへ', en: 'Open Influence' },
  value: { ja: '金額', en: 'Value' },
  noValue: { ja: '金額は不明', en: 'value not known' },
  expected: { ja: '（見込み）', en: '(expected)' },
  worthText: {
    ja: '移る前の段階と比べて、その後に見込める金額がどれだけ増えたか',
    en: 'How much more is expected to come in from here on than from the stage before',
  },
})
