import type { Answer, ItemOf } from '../../api.ts'
import type { Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'

export type Experiment = ItemOf<'GET /experiments'>
export type ExperimentState = Experiment['state']
export type ExperimentOutcome = Experiment['outcome']
export type Results = Answer<'GET /experiments/{id}/results'>
export type ChannelResult = Results['channels'][number]
export type Power = Answer<'POST /experiments/power'>

export const STATE_WORDS: Record<ExperimentState, Words> = {
  draft: { ja: '下書き', en: 'Draft' },
  submitted: { ja: '承認待ち', en: 'Waiting for approval' },
  approved: { ja: '承認済み', en: 'Approved' },
  running: { ja: '実施中', en: 'Running' },
  ended: { ja: '終了', en: 'Ended' },
  withdrawn: { ja: '取り下げ', en: 'Withdrawn' },
}

export const WORDS = defineWords({
  title: { ja: '効果検証', en: 'Experiments' },
  intro: {
    ja: 'こちらから声をかけることに、本当に効果があるのかを確かめます。対象者の5〜10%をくじで選んで声をかけずにおき、声をかけた人との違いを比べます。',
    en: 'Find out whether reaching out of our own accord does anything. 5 to 10 % of people are drawn by lot and left alone; what differs from the others is what we caused.',
  },
  find: { ja: '効果検証を検索', en: 'Search experiments' },
  findHint: { ja: '名前や問い', en: 'Name or question' },
  state: { ja: '状態', en: 'State' },
  filters: { ja: '絞り込み', en: 'Filters' },
  add: { ja: '効果検証を計画', en: 'Plan an experiment' },
  edit: { ja: '計画の編集', en: 'Edit the plan' },
  name: { ja: '名前', en: 'Name' },
  question: { ja: '確かめたいこと', en: 'What it is to find out' },
  outcome: { ja: '数える成果', en: 'What counts' },
  topic: { ja: '話題', en: 'Topic' },
  anyTopic: { ja: '指定しない', en: 'Any' },
  channels: { ja: 'チャネル', en: 'Channels' },
  everywhere: { ja: 'すべてのチャネル', en: 'All channels' },
  horizon: { ja: '成果を待つ日数', en: 'Days to wait for it' },
  share: { ja: '声をかけない割合（%）', en: 'Left alone (%)' },
  shareHint: { ja: '5〜10%', en: '5 to 10 %' },
  lift: { ja: '見分けたい上乗せ（%）', en: 'Lift to be seen (%)' },
  people: { ja: '対象者', en: 'People' },
  heldOut: { ja: '声をかけない人', en: 'Left alone' },
  empty: { ja: 'まだ効果検証がありません', en: 'There are no experiments yet' },
  emptyText: {
    ja: '声をかけた人の購入が多くても、もともと買うつもりの人に声をかけただけかもしれません。くじで比べてはじめて「起こした」と言えます。実験の裏付けがない影響の数字は、すべて「推定」と表示されます。',
    en: 'People we reach out to may buy more only because we choose those who were about to. Only a draw tells what we caused. Figures of influence without an experiment behind them are called “estimated”.',
  },
  emptyNext: {
    ja: 'まず下の計算で何週間かかるかを確かめ、計画を作って管理者の承認を受けてください。',
    en: 'See below how many weeks it takes, then plan one and have a manager approve it.',
  },
  nothing: { ja: '当てはまる効果検証がありません', en: 'No experiment matches' },
  never: { ja: '必ず返事をする相手', en: 'Who is never left alone' },
  neverIntro: {
    ja: 'くじの対象になるのは、こちらから声をかける場合だけです。次の人には、くじに関係なく必ず対応します。',
    en: 'The draw is only about reaching out unasked. These people are answered whatever it says.',
  },
  neverList: {
    ja: '自社に宛てた投稿や返信をした人|苦情、質問、困りごとを書いた人|離脱しそうな人|炎上や緊急事態に関わる人|自社の社員',
    en: 'Whoever writes to us or answers us|Whoever complains, asks or needs help|Whoever is about to leave|Anybody concerned by a crisis|Our own colleagues',
  },
  neverContact: {
    ja: '連絡停止の人には、どちらの群でも声をかけません。',
    en: 'Whoever must not be contacted is in no group and never approached.',
  },
  neverDays: {
    ja: '直近7日間の、自社の話題についての投稿と自社宛ての投稿から自動で判定します。',
    en: 'This is read from what they wrote to us, or about our own topics, in the last seven days.',
  },
  power: { ja: '何週間かかるか', en: 'How long would it take?' },
  powerIntro: {
    ja: '空欄の項目には、過去8週間の記録から求めた値を使います。',
    en: 'What is left empty is taken from the last eight weeks of the log.',
  },
  baseRate: { ja: '成果が起きる割合（%）', en: 'How often it happens (%)' },
  peopleAWeek: { ja: '1週間に新しく出会う人数', en: 'New people a week' },
  engagedShare: { ja: '実際に声をかけられる割合（%）', en: 'Of the others, really engaged (%)' },
  asObserved: { ja: '記録から', en: 'As observed' },
  compute: { ja: '計算', en: 'Work it out' },
  weeksNeeded: {
    ja: (lift: string, weeks: string) => `${lift}の上乗せを見分けるには、${weeks}週間かかります。`,
    en: (lift: string, weeks: string) => `To see a ${lift} lift you need ${weeks} weeks.`,
  },
  tooLong: {
    ja: (lift: string, weeks: string) =>
      `${lift}の上乗せを見分けるには${weeks}週間かかります。2年を超えるため、現実的ではありません。対象を広げるか、もっとよく起きる成果を選んでください。`,
    en: (lift: string, weeks: string) =>
      `To see a ${lift} lift you would need ${weeks} weeks: over two years is no plan. Take in more people, or count something that happens more often.`,
  },
  peopleNeeded: {
    ja: (people: string, heldOut: string) =>
      `対象者${people}人、そのうち声をかけない人${heldOut}人が必要です。`,
    en: (people: string, heldOut: string) =>
      `That is ${people} people, ${heldOut} of them left alone.`,
  },
  basis: {
    ja: (rate: string, people: string, level: string, power: string) =>
      `前提: 成果が起きる割合${rate}、1週間に${people}人。区間${level}、見逃さない確率${power}。`,
    en: (rate: string, people: string, level: string, power: string) =>
      `Given that it happens to ${rate} and ${people} people come a week; intervals of ${level}, seen ${power} of the time.`,
  },
  observedFrom: {
    ja: (people: string, hits: string) => `過去8週間の記録: ${people}人中${hits}人に成果`,
    en: (people: string, hits: string) => `The last eight weeks: ${hits} of ${people} people`,
  },
  nothingHappens: {
    ja: '過去8週間にこの成果が1件もないため、計算できません。割合を入力するか、別の成果を選んでください。',
    en: 'This has not happened once in the last eight weeks, so nothing can be worked out. Enter how often it happens, or count something else.',
  },
  nobodyComes: {
    ja: '対象になる人が記録にいません。1週間の人数を入力するか、話題とチャネルを広げてください。',
    en: 'The log shows nobody who could take part. Enter how many people come a week, or widen topic and channels.',
  },
  beyondEverybody: {
    ja: 'この上乗せでは全員を超えてしまいます。もっと小さい上乗せを指定してください。',
    en: 'With this lift it would happen to more than everybody. Ask for a smaller one.',
  },
  liftsTable: {
    ja: '期間ごとに見分けられる最小の上乗せ',
    en: 'The smallest lift that can be seen',
  },
  weeks: { ja: '期間', en: 'Weeks' },
  weekCount: { ja: (weeks: number) => `${weeks}週間`, en: (weeks: number) => `${weeks}` },
  smallest: { ja: '最小の上乗せ', en: 'Smallest lift' },
  none: { ja: '見分けられない', en: 'None' },
  peopleIn: { ja: (people: string) => `${people}人`, en: (people: string) => people },
  progress: {
    ja: (people: string, planned: string) => `${people} / ${planned}人`,
    en: (people: string, planned: string) => `${people} of ${planned}`,
  },
})
