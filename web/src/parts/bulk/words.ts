import type { BulkChange, Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'

type Means = Extract<BulkChange, { kind: 'do-not-contact' }>['channel']

export const CHANNEL_WORDS: Record<Means, Words> = {
  all: { ja: 'すべての連絡手段', en: 'By any means' },
  mail: { ja: 'メール', en: 'Mail' },
  phone: { ja: '電話', en: 'Phone' },
  message: { ja: 'メッセージ', en: 'Messages' },
  visit: { ja: '訪問', en: 'Visits' },
  post: { ja: '郵便', en: 'Post' },
}

export const WORDS = defineWords({
  saveList: { ja: 'リストとして保存', en: 'Save as list' },
  saveInto: { ja: '保存先', en: 'Save as' },
  newList: { ja: '新しいリスト', en: 'A new list' },
  replaces: {
    ja: (name: string) => `「${name}」の条件を置き換える`,
    en: (name: string) => `Replace the filter of “${name}”`,
  },
  listName: { ja: 'リスト名', en: 'Name of the list' },
  share: { ja: '全員と共有する', en: 'Share with everybody' },
  bulk: { ja: '一括変更', en: 'Edit many' },
  bulkOf: {
    ja: (count: string) => `選んだ${count}件を変更`,
    en: (count: string) => `Edit ${count} chosen`,
  },
  bulkAll: { ja: '絞り込んだすべてを変更', en: 'Edit all that match' },
  change: { ja: '変更する内容', en: 'What to change' },
  toOwner: { ja: '主担当を変える', en: 'Set the owner' },
  toSecond: { ja: '副担当を変える', en: 'Set the second owner' },
  addTag: { ja: 'タグを付ける', en: 'Add a tag' },
  removeTag: { ja: 'タグを外す', en: 'Remove a tag' },
  addRelation: { ja: '関係区分を加える', en: 'Add a relation' },
  endRelation: { ja: '関係区分を終える', en: 'End a relation' },
  setField: { ja: '項目を入力する', en: 'Fill in a field' },
  closeContact: { ja: '「連絡しない」にする', en: 'Set “do not contact”' },
  openContact: { ja: '「連絡しない」を解除する', en: 'Lift “do not contact”' },
  toStage: { ja: 'ステージを変える', en: 'Move to a stage' },
  toDay: { ja: '完了予定日を変える', en: 'Set the close date' },
  win: { ja: '受注にする', en: 'Mark as won' },
  lose: { ja: '失注にする', en: 'Mark as lost' },
  reopen: { ja: '進行中に戻す', en: 'Open again' },
  stage: { ja: 'ステージ', en: 'Stage' },
  closesOn: { ja: '完了予定日', en: 'Close date' },
  closesOnHint: { ja: '空にすると、予定日がなくなります。', en: 'Empty takes the date away.' },
  lostReason: { ja: '失注の理由', en: 'Reason for the loss' },
  lostText: { ja: '補足', en: 'In words' },
  means: { ja: '手段', en: 'By what means' },
  reason: { ja: '理由', en: 'Reason' },
  field: { ja: '項目', en: 'Field' },
  keep: { ja: 'すでに値があるものは変えない', en: 'Leave those that have another value' },
  preview: { ja: '確認する', en: 'Preview' },
  changes: {
    ja: (changes: string, same: string) =>
      `${changes}件が変わります。${same}件はすでにその状態です。`,
    en: (changes: string, same: string) => `${changes} change; ${same} are so already.`,
  },
  conflicts: {
    ja: (count: string) => `別の値が入っているもの: ${count}件`,
    en: (count: string) => `With another value already: ${count}`,
  },
  run: { ja: '変更する', en: 'Make the change' },
  made: {
    ja: (count: string) => `${count}件を変更しました。`,
    en: (count: string) => `${count} changed.`,
  },
  undo: { ja: '元に戻す', en: 'Undo' },
  undone: {
    ja: (restored: string, kept: string) =>
      `元に戻しました（${restored}件）。その後に編集された${kept}件はそのままです。`,
    en: (restored: string, kept: string) =>
      `Undone for ${restored}; ${kept} edited since stay as they are.`,
  },
  chooseAll: { ja: '表示中のすべてを選ぶ', en: 'Choose all shown' },
  chooseOne: { ja: (name: string) => `${name}を選ぶ`, en: (name: string) => `Choose ${name}` },
  tag: { ja: 'タグ', en: 'Tag' },
  owner: { ja: '担当', en: 'Owner' },
})
