import { formatCount } from '../../format.ts'
import type { Handover, Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'

export const REASON_WORDS: Record<Handover['reason'], Words> = {
  transfer: { ja: '異動', en: 'Transfer' },
  leave: { ja: '退職・休職', en: 'Leaving' },
  other: { ja: 'その他', en: 'Other' },
}

export const VIEW_WORDS = {
  mine: { ja: '自分への引き継ぎ', en: 'Handed to me' },
  all: { ja: 'すべて', en: 'All' },
} as const satisfies Record<string, Words>

export const KIND_WORDS = {
  person: { ja: '人物', en: 'Person' },
  organisation: { ja: '企業・団体', en: 'Organisation' },
  deal: { ja: '商談', en: 'Deal' },
} as const satisfies Record<string, Words>

/** How many people, organisations, deals, tasks and next contacts. */
type Went = readonly [number, number, number, number, number]

/** What there is some of, in words. */
function counted(went: Went, say: (count: number, i: number) => string): string[] {
  return went.flatMap((count, i) => (count === 0 ? [] : [say(count, i)]))
}

const WENT_JA = [
  ['人物', '人'],
  ['企業・団体', '件'],
  ['商談', '件'],
  ['タスク', '件'],
  ['次の接点', '件'],
] as const
const WENT_EN = [
  ['person', 'people'],
  ['organisation', 'organisations'],
  ['deal', 'deals'],
  ['task', 'tasks'],
  ['next contact', 'next contacts'],
] as const

export const WORDS = defineWords({
  title: { ja: '引き継ぎ', en: 'Hand-overs' },
  start: { ja: '引き継ぐ', en: 'Hand over' },
  view: { ja: '表示', en: 'Show' },
  giver: { ja: '引き継ぎ元', en: 'From' },
  receiver: { ja: '引き継ぎ先', en: 'To' },
  reason: { ja: '理由', en: 'Reason' },
  summary: { ja: '申し送り', en: 'Summary' },
  summaryHint: {
    ja: '経緯、約束していること、注意点など',
    en: 'What happened so far, what was promised, what to mind',
  },
  whole: {
    ja: '担当のすべてと、未完了のタスク、次の接点の約束を引き継ぎます。',
    en: 'Everything goes along, with all open tasks and next contacts.',
  },
  part: {
    ja: '選んだものと、それについての未完了のタスク、次の接点の約束を引き継ぎます。',
    en: 'What is chosen goes along, with the open tasks and next contacts about it.',
  },
  none: { ja: '引き継ぐものを選んでください。', en: 'Choose what to hand over.' },
  nothingHeld: {
    ja: 'このメンバーが担当しているものはありません。',
    en: 'This member looks after nothing.',
  },
  chosen: {
    ja: (chosen: string, all: string) => `${all}件のうち${chosen}件を引き継ぐ`,
    en: (chosen: string, all: string) => `${chosen} of ${all} go along`,
  },
  selection: { ja: '引き継ぐもの', en: 'What goes along' },
  all: { ja: 'すべて選ぶ', en: 'Choose all' },
  noneOf: { ja: '選択を外す', en: 'Choose none' },
  find: { ja: '名前で絞り込む', en: 'Narrow by name' },
  otherPromises: { ja: 'そのほかの約束', en: 'Other promises' },
  otherHint: {
    ja: 'すべてを引き継ぐときだけ、一緒に渡ります。',
    en: 'These go along only with everything.',
  },
  dueOn: {
    ja: (day: string) => `期限 ${day}`,
    en: (day: string) => `due ${day}`,
  },
  nextContact: {
    ja: (day: string) => `次の接点 ${day}`,
    en: (day: string) => `next contact ${day}`,
  },
  nextContactWith: {
    ja: (name: string, day: string) => `${name}との次の接点 ${day}`,
    en: (name: string, day: string) => `next contact with ${name} ${day}`,
  },
  tooMany: {
    ja: '一度に引き継げる数を超えています。表示されているものから選び、何回かに分けてください。',
    en: 'There is more than can be handed over at once. Choose from what is shown, and repeat.',
  },
  owns: {
    ja: (went: Went) =>
      counted(
        went,
        (count, i) => `${WENT_JA[i]?.[0]}${formatCount(count, 'ja')}${WENT_JA[i]?.[1]}`,
      ).join('・') || 'なし',
    en: (went: Went) =>
      counted(
        went,
        (count, i) => `${formatCount(count, 'en')} ${WENT_EN[i]?.[count === 1 ? 0 : 1]}`,
      ).join(', ') || 'nothing',
  },
  waiting: { ja: '確認待ち', en: 'Waiting' },
  acknowledged: { ja: '確認済み', en: 'Acknowledged' },
  acknowledge: { ja: '引き受けたことを確認', en: 'Acknowledge' },
  what: { ja: '引き継いだもの', en: 'What went along' },
  left: { ja: '退会したメンバー', en: 'a member who has left' },
  empty: { ja: '引き継ぎはありません', en: 'There are no hand-overs' },
  emptyText: {
    ja: '異動や退職のときは「引き継ぐ」から、担当と未完了の約束をまとめて渡せます。',
    en: 'When somebody moves on, “Hand over” passes on what they look after and what they promised.',
  },
  choose: { ja: '選んでください', en: 'Choose' },
})
