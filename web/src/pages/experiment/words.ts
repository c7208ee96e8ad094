import { formatCount } from '../../format.ts'
import type { Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'
import type { ChannelResult } from '../experiments/words.ts'

type Gap = NonNullable<ChannelResult['rhoGap']>

/** Why there is no figure. */
export const GAP_WORDS: Record<Gap, Words> = {
  'few-people': {
    ja: '根拠不足: 成果を待ち終えた人が、どちらかの群でまだ20人未満です。',
    en: 'Insufficient evidence: one of the groups has fewer than 20 people whose time is over.',
  },
  'few-outcomes': {
    ja: '根拠不足: 成果がまだ10件未満です。',
    en: 'Insufficient evidence: fewer than 10 outcomes so far.',
  },
  'nobody-engaged': {
    ja: '実際に声をかけた人がまだ記録されていません。',
    en: 'Nobody has been recorded as engaged yet.',
  },
  'everybody-engaged': {
    ja: '声をかける群の全員に声をかけたため、実験をしなかった場合の見かけの差が求められません。',
    en: 'Everybody who could be engaged was, so there is no apparent difference to calibrate.',
  },
  'held-out-engaged': {
    ja: '声をかけない群にも同じくらい声をかけているため、比べられません。',
    en: 'Those who were to be left alone were engaged as much, so nothing can be compared.',
  },
  'observed-unclear': {
    ja: '見かけの差がゼロと区別できないため、割合を求められません。',
    en: 'The apparent difference can’t be told from nothing, so nothing can be a share of it.',
  },
}

export const ARM_WORDS: Record<'engage' | 'hold-out', Words> = {
  engage: { ja: '声をかける群', en: 'To be engaged' },
  'hold-out': { ja: '声をかけない群', en: 'Left alone' },
}

/** Of an arm, whom a figure counts. */
export const ONLY_WORDS: Record<'hit' | 'engaged' | 'waiting' | 'contaminated', Words> = {
  contaminated: { ja: '声をかけてしまった人', en: 'reached out to all the same' },
  hit: { ja: '成果があった人', en: 'to whom it happened' },
  engaged: { ja: '声をかけた人', en: 'really engaged' },
  waiting: { ja: '成果を待っている人', en: 'still within their time' },
}

/** How we know that somebody was engaged. */
export const ENGAGED_WORDS: Record<'told' | 'task' | 'contact' | 'answer', Words> = {
  told: { ja: '申告による', en: 'as it was told' },
  task: { ja: '計画のタスクの完了による', en: 'a task of a plan was finished' },
  contact: { ja: '接触の記録による', en: 'a contact was written down' },
  answer: { ja: '公開の返信・言及による', en: 'answered or mentioned in public' },
}

export const WORDS = defineWords({
  contaminated: {
    ja: (people: string) =>
      `声をかけない群の${people}人に、こちらから声をかけてしまいました。割り付けた群のまま数えるので向きは偏りませんが、効果は小さめに出ます。`,
    en: (people: string) =>
      `Colleagues reached out to ${people} of those who were to be left alone. They count in the group they were drawn into, so the direction holds, but the lift comes out too small.`,
  },
  plan: { ja: '計画', en: 'The plan' },
  submit: { ja: '承認を申請', en: 'Submit for approval' },
  start: { ja: '開始', en: 'Start' },
  end: { ja: '終了', en: 'End' },
  withdraw: { ja: '取り下げ', en: 'Withdraw' },
  approve: { ja: '承認', en: 'Approve' },
  sendBack: { ja: '差し戻し', en: 'Send back' },
  note: { ja: '申し送り', en: 'Note' },
  approval: { ja: '承認待ち', en: 'Waiting for approval' },
  approvalText: {
    ja: 'くじで選ばれた人に声をかけないことになります。承認できるのは管理者です。ほかに管理者がいる場合、自分が作成または申請したものは承認できません。',
    en: 'People will be left alone by lot. A manager has to agree, and nobody approves what they drafted or submitted while there is another manager.',
  },
  endTitle: { ja: '効果検証の終了', en: 'End the experiment' },
  endText: {
    ja: '新しい割り付けを止めます。元には戻せません。割り付け済みの人の成果は、待つ日数が過ぎるまで数え続けます。',
    en: 'Nobody new is drawn from now on, and it can’t be started again. Outcomes of those in it count until their time is over.',
  },
  withdrawTitle: { ja: '効果検証の取り下げ', en: 'Withdraw the experiment' },
  withdrawText: {
    ja: 'この効果検証をやめます。元には戻せません。',
    en: 'The experiment goes no further. This can’t be undone.',
  },
  confirm: { ja: '実行', en: 'Go ahead' },
  share: { ja: '声をかけない割合', en: 'Share left alone' },
  days: { ja: (days: string) => `${days}日`, en: (days: string) => `${days} days` },
  planned: { ja: '必要な人数', en: 'People needed' },
  lift: { ja: '見分けたい上乗せ', en: 'Lift to be seen' },
  createdBy: { ja: '作成', en: 'Drafted' },
  submittedBy: { ja: '申請', en: 'Submitted' },
  decidedBy: { ja: '決裁', en: 'Decided' },
  started: { ja: '開始日時', en: 'Started' },
  ended: { ja: '終了日時', en: 'Ended' },
  left: { ja: '退出したメンバー', en: 'Somebody who has left' },
  results: { ja: '結果', en: 'Results' },
  notStarted: {
    ja: '結果は開始後に表示されます。',
    en: 'Results appear once it has started.',
  },
  nobodyYet: {
    ja: 'まだ誰も割り付けられていません。声をかける相手を決めるたびに、ここに加わります。',
    en: 'Nobody has been drawn yet. People join whenever it is decided whom to engage.',
  },
  waiting: {
    ja: (people: string) => `ほかに${people}人は、まだ成果を待っています。`,
    en: (people: string) => `${people} more people are still within their time.`,
  },
  bothArms: {
    ja: (people: string) =>
      `${people}人は、別人として両方の群に割り付けられたあとで統合されました。先に割り付けられた群で数えています。`,
    en: (people: string) =>
      `${people} people were drawn into both groups before they were merged; they count where they were first.`,
  },
  told: {
    ja: (measured: string, low: string, high: string) =>
      `声をかけたことで、成果の割合は${measured}増えました（90%区間 ${low}〜${high}）。`,
    en: (measured: string, low: string, high: string) =>
      `Reaching out raised the share of people by ${measured} (90 % interval ${low} to ${high}).`,
  },
  toldFall: {
    ja: (measured: string, low: string, high: string) =>
      `声をかけたことで、成果の割合は${measured}減りました（90%区間 ${low}〜${high}）。`,
    en: (measured: string, low: string, high: string) =>
      `Reaching out lowered the share of people by ${measured} (90 % interval ${low} to ${high}).`,
  },
  notTold: {
    ja: (low: string, high: string) =>
      `声をかけた効果があるかどうかは、まだ分かりません（90%区間 ${low}〜${high}）。`,
    en: (low: string, high: string) =>
      `Whether reaching out does anything can’t be told yet (90 % interval ${low} to ${high}).`,
  },
  chart: {
    ja: '測った効果と見かけの差（成果の割合、ポイント）',
    en: 'Measured effect and apparent difference (points of the share)',
  },
  measured: { ja: '測った効果', en: 'Measured' },
  observed: { ja: '見かけの差', en: 'Apparent' },
  measuredHelp: {
    ja: '測った効果: くじで分けた2群の差を、実際に声をかけた人1人あたりに直したもの。見かけの差: 実験をしなければそう見えたはずの、声をかけた人とかけなかった人の差。',
    en: 'Measured: the difference between the two groups, for each person really engaged. Apparent: engaged minus not engaged, which is what one would have seen without a draw.',
  },
  table: { ja: '数値', en: 'The figures' },
  channel: { ja: 'チャネル', en: 'Channel' },
  all: { ja: 'すべて（1人1回）', en: 'All (each person once)' },
  engageArm: { ja: '声をかける群', en: 'To be engaged' },
  holdOutArm: { ja: '声をかけない群', en: 'Left alone' },
  peopleIn: { ja: (people: string) => `${people}人`, en: (people: string) => `${people} people` },
  between: { ja: '中', en: ', ' },
  hitsIn: {
    ja: (hits: string, share: string) => `${hits}人（${share}）`,
    en: (hits: string, share: string) => `${hits} (${share})`,
  },
  peopleOf: {
    ja: (figure: string) => `数えた人: ${figure}`,
    en: (figure: string) => `Who is counted: ${figure}`,
  },
  closePeople: { ja: '閉じる', en: 'Close' },
  nobodyCounted: { ja: '当てはまる人はいません。', en: 'Nobody is counted here.' },
  person: { ja: '人物', en: 'Person' },
  arm: { ja: '群', en: 'Group' },
  assigned: { ja: '割り付け', en: 'Assigned' },
  engagedAt: { ja: '声をかけた日時', en: 'Engaged' },
  openOutcome: { ja: '成果を開く', en: 'Open the outcome of' },
  moreHits: {
    ja: (count: number) => `ほか${formatCount(count, 'ja')}件`,
    en: (count: number) => `and ${formatCount(count, 'en')} more`,
  },
  notYet: { ja: 'まだ待っています', en: 'not yet' },
  didNot: { ja: '期間内になし', en: 'not within the time' },
  engaged: {
    ja: (people: string) => `声をかけた人: ${people}人`,
    en: (people: string) => `really engaged: ${people}`,
  },
  difference: { ja: '群の差', en: 'Difference' },
  ratio: { ja: '上乗せの率', en: 'Lift' },
  rho: { ja: '較正率', en: 'Share that holds' },
  pooled: { ja: '較正率（全チャネルで調整）', en: 'Share that holds, pooled' },
  rhoHelp: {
    ja: '較正率: 見かけの差のうち、実際に声かけが起こした割合。同じ話題・同じ成果の影響の数字だけを、1日1回この割合で較正します。それ以外の数字は「推定」のままです。',
    en: 'Share that holds: how much of the apparent difference was really caused. Once a day, figures of influence about the same topic and the same outcome are calibrated by it; all others stay “estimated”.',
  },
  interval: {
    ja: (value: string, low: string, high: string) => `${value}（${low}〜${high}）`,
    en: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
  },
  noUpper: { ja: '上限なし', en: 'no upper end' },
  manyTimes: { ja: '求められない', en: 'can’t be told' },
  points: { ja: (value: string) => `${value}ポイント`, en: (value: string) => `${value} points` },
  experimentsCount: {
    ja: (count: string) => `実験${count}件`,
    en: (count: string) => `from ${count}`,
  },
  itt: {
    ja: '全員を、割り付けられた群のまま数えています（声をかけたかどうかでは分けません）。区間はすべて90%です。チャネルごとの区間は、同時に見ることの補正をしていません。',
    en: 'Everybody counts in the group that they were drawn into, engaged or not. Intervals hold the truth nine times out of ten; those of several channels are not corrected for looking at many.',
  },
})
