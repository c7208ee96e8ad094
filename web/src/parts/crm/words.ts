import type { Contact, Deal, TimelineItem, Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'

export const STATE_WORDS: Record<Deal['state'], Words> = {
  open: { ja: '進行中', en: 'Open' },
  won: { ja: '受注', en: 'Won' },
  lost: { ja: '失注', en: 'Lost' },
}

export type LostReason = NonNullable<Deal['lostReason']>

export const LOST_REASON_WORDS: Record<LostReason, Words> = {
  price: { ja: '価格', en: 'Price' },
  budget: { ja: '予算がつかない', en: 'No budget' },
  competitor: { ja: '競合に決まった', en: 'Lost to a competitor' },
  fit: { ja: '要件に合わない', en: 'Not a fit' },
  timing: { ja: '時期が合わない', en: 'Timing' },
  'no-need': { ja: '必要がなくなった', en: 'No longer needed' },
  'no-decision': { ja: '決裁が下りない', en: 'No decision' },
  'no-answer': { ja: '返答がない', en: 'No answer' },
  other: { ja: 'その他', en: 'Other' },
}

export type DealRole = Deal['people'][number]['role']

export const ROLE_WORDS: Record<DealRole, Words> = {
  'decision-maker': { ja: '決裁者', en: 'Decision maker' },
  champion: { ja: '推進者', en: 'Champion' },
  influencer: { ja: '影響者', en: 'Influencer' },
  user: { ja: '利用者', en: 'User' },
  technical: { ja: '技術担当', en: 'Technical' },
  purchasing: { ja: '購買担当', en: 'Purchasing' },
  sceptic: { ja: '慎重派', en: 'Sceptic' },
  other: { ja: 'その他', en: 'Other' },
}

export type ContactKind = Contact['by']

export const CONTACT_WORDS: Record<ContactKind, Words> = {
  phone: { ja: '電話', en: 'Phone call' },
  visit: { ja: '訪問', en: 'Visit' },
  meeting: { ja: '打ち合わせ', en: 'Meeting' },
  shop: { ja: '来店', en: 'In the shop' },
  exhibition: { ja: '展示会', en: 'Exhibition' },
  mail: { ja: 'メール・手紙', en: 'Mail' },
  other: { ja: 'その他', en: 'Other' },
}

export type LineKind = TimelineItem['kind']

export const LINE_WORDS: Record<LineKind, Words> = {
  activity: { ja: 'SNSの行動・成果', en: 'Social activity and outcomes' },
  note: { ja: 'メモ', en: 'Notes' },
  task: { ja: 'タスク', en: 'Tasks' },
  deal: { ja: '商談', en: 'Deals' },
  contact: { ja: '接触', en: 'Contacts' },
  merge: { ja: '統合', en: 'Merges' },
  relation: { ja: '関係区分', en: 'Relations' },
}

/** One of each, as an item of a timeline is headed. */
export const ITEM_WORDS: Record<Exclude<LineKind, 'activity'>, Words> = {
  note: { ja: 'メモ', en: 'Note' },
  task: { ja: 'タスク', en: 'Task' },
  deal: { ja: '商談', en: 'Deal' },
  contact: { ja: '接触', en: 'Contact' },
  merge: { ja: '統合', en: 'Merge' },
  relation: { ja: '関係区分', en: 'Relation' },
}

type Merge = Extract<TimelineItem, { kind: 'merge' }>

/** Who joined two people. */
export const MERGE_ORIGIN_WORDS: Record<Merge['origin'], Words> = {
  member: { ja: 'メンバーが統合', en: 'Merged by a member' },
  automatic: { ja: '自動で統合', en: 'Merged automatically' },
  import: { ja: '取り込みで統合', en: 'Merged by an import' },
}

export const WORDS = defineWords({
  timeline: { ja: 'タイムライン', en: 'Timeline' },
  lineKinds: { ja: '表示する種類', en: 'What to show' },
  noLine: {
    ja: 'まだ何もありません。メモや接触の記録を残すと、SNSでの行動と並んでここに表示されます。',
    en: 'Nothing yet. Notes and contacts that you keep appear here, beside what people do online.',
  },
  noLineOfKind: { ja: 'この種類の出来事はありません。', en: 'There is nothing of this kind.' },
  engagement: { ja: '商談とタスク', en: 'Deals and tasks' },
  addNote: { ja: 'メモを書く', en: 'Write a note' },
  addTask: { ja: 'タスクを追加', en: 'Add a task' },
  addContact: { ja: '接触を記録', en: 'Record a contact' },
  addDeal: { ja: '商談を追加', en: 'Add a deal' },
  editTask: { ja: 'タスクを編集', en: 'Edit task' },
  editNote: { ja: 'メモを編集', en: 'Edit note' },
  noDeals: { ja: '進行中の商談はありません。', en: 'No open deals.' },
  allDeals: { ja: '終わったものも含めてすべて見る', en: 'All deals, also closed ones' },
  noTasks: { ja: '残っているタスクはありません。', en: 'No open tasks.' },
  openDeals: { ja: '進行中の商談', en: 'Open deals' },
  openTasks: { ja: '残っているタスク', en: 'Open tasks' },
  noteText: { ja: '内容', en: 'Note' },
  noteHint: {
    ja: '@ を入力すると、メンバーに知らせることができます。',
    en: 'Type @ to call a member’s attention.',
  },
  callMember: { ja: '知らせるメンバー', en: 'Call a member' },
  taskTitle: { ja: 'すること', en: 'What to do' },
  detail: { ja: '詳細', en: 'Details' },
  owner: { ja: '担当', en: 'Owner' },
  secondOwner: { ja: '副担当', en: 'Second owner' },
  none: { ja: 'なし', en: 'None' },
  editContact: { ja: '接触の記録を編集', en: 'Edit contact' },
  nobody: { ja: '担当なし', en: 'Nobody' },
  leftMember: { ja: '退会したメンバー', en: 'a member who has left' },
  dueOn: { ja: '期日', en: 'Due on' },
  dueTime: { ja: '時刻', en: 'Time' },
  timeZone: { ja: 'タイムゾーン', en: 'Time zone' },
  due: { ja: (when: string) => `期日 ${when}`, en: (when: string) => `due ${when}` },
  overdue: { ja: '期限超過', en: 'Overdue' },
  done: { ja: '完了', en: 'Done' },
  doneBy: { ja: (name: string) => `${name}が完了`, en: (name: string) => `done by ${name}` },
  markDone: {
    ja: (title: string) => `「${title}」を完了にする`,
    en: (title: string) => `Mark “${title}” as done`,
  },
  contactBy: { ja: '手段', en: 'How' },
  contactAt: { ja: '日時', en: 'When' },
  summary: { ja: '内容', en: 'Summary' },
  withWhom: { ja: '相手', en: 'With' },
  ourMember: { ja: '対応したメンバー', en: 'Who of us' },
  person: { ja: '人物', en: 'Person' },
  organisation: { ja: '企業・団体', en: 'Organisation' },
  deal: { ja: '商談', en: 'Deal' },
  pickHint: { ja: '名前で検索', en: 'Search by name' },
  nothingFound: { ja: '見つかりません', en: 'Nothing found' },
  by: { ja: (name: string) => `記入: ${name}`, en: (name: string) => `by ${name}` },
  importedBy: {
    ja: (name: string | undefined) => (name === undefined ? '取り込み' : `取り込み: ${name}`),
    en: (name: string | undefined) => (name === undefined ? 'imported' : `imported by ${name}`),
  },
  edited: { ja: '編集済み', en: 'edited' },
  mergedInto: {
    ja: (merged: string, keep: string) => `「${merged}」を「${keep}」に統合`,
    en: (merged: string, keep: string) => `“${merged}” was merged into “${keep}”`,
  },
  mergeUndone: { ja: '取り消し済み', en: 'taken back' },
  began: { ja: '開始', en: 'began' },
  editOf: { ja: (name: string) => `${name}を編集`, en: (name: string) => `Edit ${name}` },
  removeOf: { ja: (name: string) => `${name}を削除`, en: (name: string) => `Delete ${name}` },
  removeTitle: { ja: '削除の確認', en: 'Delete' },
  removeText: {
    ja: 'この記録を削除します。元に戻せません。',
    en: 'This record will be deleted. That can’t be undone.',
  },
  stageTo: {
    ja: (from: string, to: string) => `${from}→${to}`,
    en: (from: string, to: string) => `${from} → ${to}`,
  },
})
