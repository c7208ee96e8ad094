import { formatCount } from '../../format.ts'
import type { Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'

export const TAB_WORDS: Record<'programmes' | 'proposals' | 'rules', Words> = {
  programmes: { ja: 'プログラム', en: 'Programmes' },
  proposals: { ja: '提案', en: 'Proposals' },
  rules: { ja: 'ルールと区分', en: 'Rules and kinds' },
}

export const WORDS = defineWords({
  title: { ja: '関係づくり', en: 'Relations' },
  intro: {
    ja: '支持者・顧客・メディアなど、関係区分ごとに「誰が、どのくらいの間隔で連絡するか」を決め、途切れそうな相手とお礼がまだの支持者を見つけます。',
    en: 'For each kind of relation, who keeps in touch and how often; and who is about to lapse, or has not been thanked yet.',
  },
  tabs: { ja: '表示の切り替え', en: 'Views' },
  add: { ja: 'プログラムを始める', en: 'Begin a programme' },
  edit: { ja: 'プログラムを編集', en: 'Edit programme' },
  kind: { ja: '関係区分', en: 'Relation' },
  owner: { ja: '担当', en: 'Owner' },
  nobody: { ja: '未定', en: 'Nobody yet' },
  rhythm: { ja: '連絡の間隔(日)', en: 'Rhythm (days)' },
  every: {
    ja: (days: number) => `${formatCount(days, 'ja')}日ごと`,
    en: (days: number) => `every ${formatCount(days, 'en')} ${days === 1 ? 'day' : 'days'}`,
  },
  aim: { ja: 'ねらい', en: 'Aim' },
  empty: { ja: 'プログラムがまだありません', en: 'There is no programme yet' },
  emptyText: {
    ja: 'たとえば「支持者」に90日ごとに連絡すると決めておくと、間隔が空いた相手と、勧めてくれたのにお礼がまだの相手がここに並びます。相手は関係区分から自動で決まります。',
    en: 'Decide, for example, to be in touch with advocates every 90 days: those who are overdue, and those who recommended you and have not been thanked, are then listed here. Whoever holds the relation is in the programme.',
  },
  askManager: {
    ja: 'プログラムは管理者が始められます。',
    en: 'A manager can begin one.',
  },
  toThank: {
    ja: (count: number) => `お礼がまだ ${formatCount(count, 'ja')}人`,
    en: (count: number) => `${formatCount(count, 'en')} to thank`,
  },
  filters: { ja: '絞り込み', en: 'Filters' },
  search: { ja: '相手を検索', en: 'Search members' },
  searchHint: { ja: '名前・ふりがな', en: 'Name or reading' },
  health: { ja: '状態', en: 'Health' },
  onlyOwed: { ja: 'お礼がまだの相手だけ', en: 'Only those to thank' },
  name: { ja: '相手', en: 'Who' },
  last: { ja: '最後の連絡', en: 'Last contact' },
  next: { ja: '次の連絡', en: 'Next contact' },
  never: { ja: 'まだなし', en: 'none yet' },
  agreed: { ja: '約束あり', en: 'agreed' },
  late: {
    ja: (days: number) => `予定日から${formatCount(days, 'ja')}日経過`,
    en: (days: number) => `${formatCount(days, 'en')} ${days === 1 ? 'day' : 'days'} past`,
  },
  ahead: {
    ja: (days: number) => `あと${formatCount(days, 'ja')}日`,
    en: (days: number) => `in ${formatCount(days, 'en')} ${days === 1 ? 'day' : 'days'}`,
  },
  today: { ja: '今日', en: 'today' },
  gave: { ja: '最後のお礼', en: 'Last thanks' },
  recommended: {
    ja: (count: number) => `その後の推薦 ${formatCount(count, 'ja')}件`,
    en: (count: number) =>
      `${formatCount(count, 'en')} ${count === 1 ? 'recommendation' : 'recommendations'} since`,
  },
  log: { ja: '連絡を記録', en: 'Log contact' },
  logOf: {
    ja: (name: string) => `連絡を記録: ${name}`,
    en: (name: string) => `Log contact: ${name}`,
  },
  onDay: { ja: '日付', en: 'Day' },
  what: { ja: '内容', en: 'What' },
  whatHint: {
    ja: '例: お礼のメッセージと試供品を送った',
    en: 'For example: sent a note of thanks and a sample',
  },
  isThanks: {
    ja: 'お礼・贈り物など、こちらからお返しした',
    en: 'We gave something back: thanks, a present, a favour',
  },
  nextOn: { ja: '次の約束(決まっていれば)', en: 'Next contact, if agreed' },
  join: { ja: '相手を加える', en: 'Put somebody in' },
  joinTo: {
    ja: (kind: string) => `「${kind}」のプログラムに加える`,
    en: (kind: string) => `Put into the programme: ${kind}`,
  },
  joinDoes: {
    ja: (kind: string) => `選んだ相手に関係区分「${kind}」を付けます。`,
    en: (kind: string) => `Whoever you choose is from then on: ${kind}.`,
  },
  since: { ja: '開始日', en: 'Since' },
  terms: { ja: '設定', en: 'Adjust' },
  termsOf: {
    ja: (name: string) => `設定: ${name}の担当・間隔・次の約束`,
    en: (name: string) => `Adjust owner, rhythm, next contact: ${name}`,
  },
  asProgramme: {
    ja: (said: string) => (said === '' ? 'プログラムと同じ' : `プログラムと同じ(${said})`),
    en: (said: string) => (said === '' ? 'as the programme' : `as the programme (${said})`),
  },
  contacts: { ja: '記録', en: 'Contacts' },
  contactsOf: {
    ja: (name: string) => `連絡の記録: ${name}`,
    en: (name: string) => `Contacts with ${name}`,
  },
  noContacts: {
    ja: '連絡の記録はまだありません。「連絡を記録」のほか、電話や訪問などの接触の記録もここに並びます。',
    en: 'No contact yet. What you log here stands here, and so do calls, visits and other contacts.',
  },
  thanks: { ja: 'お礼', en: 'gave back' },
  removeContact: { ja: '連絡の記録を削除', en: 'Delete contact' },
  removeContactOf: {
    ja: (day: string) => `${day}の連絡の記録を削除`,
    en: (day: string) => `Delete the contact of ${day}`,
  },
  noMembers: {
    ja: 'この関係区分の相手がまだいません。「相手を加える」で選ぶか、「提案」を確認してください。',
    en: 'Nobody holds this relation yet. Put somebody in, or look at the proposals.',
  },
  nothing: { ja: '当てはまる相手がいません', en: 'Nobody matches' },
  clear: { ja: '絞り込みを解除', en: 'Clear filters' },
  keys: {
    ja: 'キー操作: / 検索、j・k 移動、Enter 開く',
    en: 'Keys: / search, j and k move, Enter opens',
  },
  removeTitle: { ja: 'プログラムをやめる', en: 'End programme' },
  removeText: {
    ja: (name: string) =>
      `「${name}」のプログラムと連絡の記録を削除します。関係区分そのものは残ります。`,
    en: (name: string) =>
      `The programme for “${name}” and the contacts logged in it will be deleted. The relations themselves stay.`,
  },
  searchNow: { ja: '今すぐ探す', en: 'Look now' },
  searched: {
    ja: (proposed: number, begun: number, ended: number) =>
      `新しい提案 ${formatCount(proposed, 'ja')}件、ルールによる開始 ${formatCount(begun, 'ja')}件・終了 ${formatCount(ended, 'ja')}件`,
    en: (proposed: number, begun: number, ended: number) =>
      `${formatCount(proposed, 'en')} new proposals; rules began ${formatCount(begun, 'en')} and ended ${formatCount(ended, 'en')}`,
  },
  searchPeople: { ja: '人物を検索', en: 'Search people' },
  noProposals: { ja: '確認する提案はありません', en: 'There is nothing to confirm' },
  noProposalsText: {
    ja: 'プロフィールの役職や勤め先、繰り返し勧めている投稿から、関係区分を提案します。1日1回自動で探します。',
    en: 'Relations are proposed from posts and workplaces in profiles, and from people who recommend you again and again. It happens once a day by itself.',
  },
  kinds: { ja: '追加した関係区分', en: 'Kinds that you added' },
  noKinds: {
    ja: '投資家・行政・応募者など、最初からある区分にないものを追加できます。',
    en: 'Add what the built-in kinds lack: investors, authorities, applicants.',
  },
  addKind: { ja: '区分を追加', en: 'Add kind' },
  nameJa: { ja: '日本語の名前', en: 'Name in Japanese' },
  nameEn: { ja: '英語の名前', en: 'Name in English' },
})
