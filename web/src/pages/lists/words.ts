import type { BulkChange, Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'

export const WORDS = defineWords({
  download: { ja: 'CSV で保存', en: 'Save as CSV' },
  downloadOf: {
    ja: (name: string) => `${name}を CSV で保存`,
    en: (name: string) => `Save as CSV: ${name}`,
  },
  title: { ja: 'リスト', en: 'Lists' },
  intro: {
    ja: '保存した絞り込みです。開くたびに、その時点で当てはまるものが表示されます。',
    en: 'Saved filters. Each time a list is opened it shows what matches then.',
  },
  search: { ja: 'リストを検索', en: 'Search lists' },
  name: { ja: '名前', en: 'Name' },
  subject: { ja: '対象', en: 'Of' },
  count: { ja: '件数', en: 'Entries' },
  owner: { ja: '作成者', en: 'Saved by' },
  shared: { ja: '共有', en: 'Shared' },
  own: { ja: '自分だけ', en: 'Only me' },
  actions: { ja: '操作', en: 'Actions' },
  more: { ja: (count: string) => `${count}件以上`, en: (count: string) => `${count}+` },
  share: { ja: '全員と共有する', en: 'Share with everybody' },
  editOf: { ja: (name: string) => `「${name}」を編集`, en: (name: string) => `Edit “${name}”` },
  editTitle: { ja: 'リストの編集', en: 'Edit list' },
  narrow: { ja: '条件を変える', en: 'Change the filter' },
  narrowHint: {
    ja: '一覧が今の条件で開きます。絞り込みを変え、「リストとして保存」でこのリストを選ぶと置き換わります。',
    en: 'Opens the page with the filter of today. Change it, choose “Save as list”, and pick this list to replace it.',
  },
  removeOf: { ja: (name: string) => `「${name}」を削除`, en: (name: string) => `Delete “${name}”` },
  removeTitle: { ja: 'リストの削除', en: 'Delete list' },
  removeText: {
    ja: (name: string) =>
      `リスト「${name}」を削除します。リストに含まれる人物や企業・団体、商談は消えません。`,
    en: (name: string) => `The list “${name}” goes. Nobody and nothing in it is removed.`,
  },
  empty: { ja: 'まだリストがありません', en: 'There are no lists yet' },
  emptyText: {
    ja: '人物のページで絞り込み、「リストとして保存」を押すと、ここに並びます。',
    en: 'Narrow People down, choose “Save as list”, and it appears here.',
  },
  goPeople: { ja: '人物へ', en: 'Go to People' },
  nothing: { ja: '当てはまるリストがありません', en: 'No list matches' },
  edits: { ja: '一括変更の履歴', en: 'Edits of many at once' },
  noEdits: { ja: '一括変更はまだありません。', en: 'Nothing has been edited at once yet.' },
  editText: {
    ja: (what: string, count: string) => `${what}を${count}件変更`,
    en: (what: string, count: string) => `${what} changed in ${count} rows`,
  },
  undo: { ja: '元に戻す', en: 'Undo' },
  undone: {
    ja: (restored: string, kept: string) =>
      `元に戻しました: ${restored}件。その後に編集されたため残したもの: ${kept}件`,
    en: (restored: string, kept: string) =>
      `Undone: ${restored} as before, ${kept} kept because they were edited since`,
  },
})

export const CHANGE_WORDS: Record<BulkChange['kind'], Words> = {
  owner: { ja: '担当', en: 'Owner' },
  tag: { ja: 'タグ', en: 'Tag' },
  relation: { ja: '関係区分', en: 'Relation' },
  'do-not-contact': { ja: '連絡しない', en: 'Do not contact' },
  field: { ja: '項目', en: 'Field' },
  stage: { ja: 'ステージ', en: 'Stage' },
  'closes-on': { ja: '完了予定日', en: 'Close date' },
  state: { ja: '商談の状態', en: 'State' },
}
