import type { Answer } from '../../api.ts'
import { formatCount } from '../../format.ts'
import type { Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'

export type Preview = Answer<'POST /organisations/merges/preview'>
export type Merge = Answer<'GET /organisations/{id}/merges'>['items'][number]
type Reason = Merge['evidence'][number]

export const LIKENESS_WORDS: Record<Reason, Words> = {
  domain: { ja: '同じウェブサイト', en: 'same web site' },
  name: { ja: '法人格や字体のほかは同じ名前', en: 'same name but for legal form or spelling' },
  reading: { ja: '同じ読み', en: 'same reading' },
  mail: { ja: '同じメールのドメイン', en: 'same mail domain' },
}

export const MERGE_FIELD_WORDS: Record<string, Words> = {
  name: { ja: '名前', en: 'Name' },
  nameReading: { ja: 'ふりがな', en: 'Reading' },
  url: { ja: 'ウェブサイト', en: 'Web site' },
  'owner:main': { ja: '主担当', en: 'Main owner' },
  'owner:second': { ja: '副担当', en: 'Second owner' },
  tag: { ja: 'タグ', en: 'Tag' },
}

export const MERGE_WORDS = defineWords({
  title: { ja: '名寄せ', en: 'Merges' },
  none: { ja: 'この企業・団体に統合されたものはありません。', en: 'Nothing was merged into it.' },
  lookalikes: { ja: 'よく似た企業・団体', en: 'Organisations like it' },
  allLookalikes: { ja: '同じかもしれない企業・団体', en: 'Organisations that may be one' },
  mergeWith: { ja: '別の企業・団体を統合…', en: 'Merge with another…' },
  search: { ja: '統合する企業・団体を探す', en: 'Find the other organisation' },
  nothing: { ja: '見つかりません。', en: 'None found.' },
  compare: { ja: '見比べる', en: 'Compare' },
  compareWith: {
    ja: (name: string) => `見比べる: ${name}`,
    en: (name: string) => `Compare: ${name}`,
  },
  notSame: { ja: '別の企業・団体', en: 'Not the same' },
  notSameAs: {
    ja: (name: string) => `別の企業・団体: ${name}`,
    en: (name: string) => `Not the same: ${name}`,
  },
  sideBySide: { ja: '2つを見比べる', en: 'Side by side' },
  item: { ja: '項目', en: 'Item' },
  kept: { ja: '残す', en: 'Kept' },
  merged: { ja: '統合する', en: 'Merged' },
  result: { ja: '統合後', en: 'Result' },
  empty: { ja: '(なし)', en: '(none)' },
  borne: { ja: 'あり', en: 'yes' },
  swap: { ja: '残すほうを入れ替える', en: 'Keep the other' },
  merge: { ja: '統合する', en: 'Merge' },
  isOne: {
    ja: 'この2つは、すでに1つの企業・団体です。',
    en: 'These two are one organisation already.',
  },
  people: { ja: '人物', en: 'People' },
  deals: { ja: '商談', en: 'Deals' },
  others: { ja: 'タスク・メモ・接触', en: 'Tasks, notes, contacts' },
  undoHint: {
    ja: 'いつでも取り消せます。取り消すと、そのあと編集したものを残して元の2つに戻ります。',
    en: 'It can be taken back at any time: both are as they were, and what was edited since stays.',
  },
  takes: {
    ja: (field: string, value: string) => `${field}は「${value}」にする`,
    en: (field: string, value: string) => `${field}: take “${value}”`,
  },
  from: {
    ja: (name: string) => `「${name}」を統合`,
    en: (name: string) => `“${name}” was merged into it`,
  },
  into: {
    ja: (name: string) => `「${name}」へ統合`,
    en: (name: string) => `Merged into “${name}”`,
  },
  rows: {
    ja: (moved: number, aside: number) =>
      `${formatCount(moved, 'ja')}件の記録を移動${aside === 0 ? '' : `、重複する${formatCount(aside, 'ja')}件を保管`}`,
    en: (moved: number, aside: number) =>
      `${formatCount(moved, 'en')} entries moved${aside === 0 ? '' : `, ${formatCount(aside, 'en')} kept aside as double`}`,
  },
  became: {
    ja: (field: string, before: string, after: string) => `${field}: ${before} → ${after}`,
    en: (field: string, before: string, after: string) => `${field}: ${before} → ${after}`,
  },
  unmerge: { ja: '統合を取り消す', en: 'Take back' },
  unmergeOf: {
    ja: (name: string) => `統合を取り消す: ${name}`,
    en: (name: string) => `Take back: ${name}`,
  },
  unmergeText: {
    ja: (name: string) =>
      `「${name}」は別の企業・団体に戻ります。統合のあとに編集した内容は、そのまま残ります。`,
    en: (name: string) =>
      `“${name}” is an organisation of its own again. What was edited since the merge stays.`,
  },
  undone: { ja: '取り消し済み', en: 'Taken back' },
})
