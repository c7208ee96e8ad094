import type { Answer } from '../../api.ts'
import { formatCount } from '../../format.ts'
import { DETAIL_WORDS } from '../../parts/people/words.ts'
import type { Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'

export type Merges = Answer<'GET /people/{id}/merges'>
export type Merge = Merges['items'][number]
export type Preview = Answer<'POST /people/merges/preview'>
export type NamedField = Pick<Preview['fields'][number], 'field' | 'name' | 'custom'>

export const FIELD_WORDS: Record<NamedField['field'], Words> = {
  ...DETAIL_WORDS,
  displayName: { ja: '表示名', en: 'Display name' },
  familyName: { ja: '姓', en: 'Family name' },
  givenName: { ja: '名', en: 'Given name' },
  nameReading: { ja: 'ふりがな', en: 'Reading' },
  owner: { ja: '主担当', en: 'Owner' },
  secondOwner: { ja: '副担当', en: 'Second owner' },
  custom: { ja: '削除された項目', en: 'A field that was removed' },
  tag: { ja: 'タグ', en: 'Tag' },
}

export const DIRECTION_WORDS: Record<Preview['proposed']['because'], Words> = {
  edited: {
    ja: 'メンバーが手を入れた項目が多いほうを残すことをおすすめします。',
    en: 'We suggest keeping the one whose details members have edited more.',
  },
  known: {
    ja: '所属や関係区分の記録が多いほうを残すことをおすすめします。',
    en: 'We suggest keeping the one with more affiliations and relations on record.',
  },
  active: {
    ja: '行動が多いほうを残すことをおすすめします。',
    en: 'We suggest keeping the one with more activity.',
  },
  older: {
    ja: '先に記録されたほうを残すことをおすすめします。',
    en: 'We suggest keeping the one that was recorded first.',
  },
}

export const NOT_SAME_WORDS: Record<Merges['notSame'][number]['because'], Words> = {
  member: { ja: 'メンバーが別人と判断', en: 'A member said so' },
  unmerge: { ja: '統合を取り消したため', en: 'Their merge was taken back' },
  split: { ja: 'アカウントを切り離したため', en: 'An account was split away' },
}

export const FATE_WORDS: Record<NonNullable<Merge['undo']>['fields'][number]['fate'], Words> = {
  restored: { ja: '統合前の値に戻ります', en: 'goes back to what it was' },
  kept: {
    ja: '統合後に編集されているため、そのまま残ります',
    en: 'stays: it was edited since',
  },
  covered: {
    ja: '後の統合で書き換えられているため、そのまま残ります',
    en: 'stays: a later merge wrote over it',
  },
}

const joinJa = (parts: readonly string[]) => parts.join('、')

export const MERGE_WORDS = defineWords({
  title: { ja: '統合の記録', en: 'Merges' },
  none: {
    ja: 'この人物は、ほかの人物と統合されていません。同じ人が別の人物として登録されていたら、統合できます。',
    en: 'Nobody has been merged into this person. If somebody stands here twice, merge the two.',
  },
  mergeWith: { ja: '別の人物と統合', en: 'Merge with…' },
  joinedFrom: {
    ja: (name: string) => `「${name}」を統合`,
    en: (name: string) => `Joined from “${name}”`,
  },
  into: {
    ja: (name: string) => `「${name}」に統合`,
    en: (name: string) => `into “${name}”`,
  },
  by: { ja: (name: string) => `実行: ${name}`, en: (name: string) => `by ${name}` },
  noReasons: {
    ja: '根拠の記録はありません(メンバーの判断)。',
    en: 'No evidence recorded: a member’s judgement.',
  },
  changedFields: { ja: '書き換えた項目', en: 'Fields it changed' },
  empty: { ja: '(空欄)', en: '(empty)' },
  tagNamed: {
    ja: (kind: string, name: string) => `${kind}「${name}」`,
    en: (kind: string, name: string) => `${kind} “${name}”`,
  },
  removed: { ja: '削除済み', en: 'removed' },
  borne: { ja: 'あり', en: 'carried' },
  undo: { ja: '統合を取り消す', en: 'Take back' },
  undoOf: {
    ja: (name: string) => `「${name}」の統合を取り消す`,
    en: (name: string) => `Take back the merge of “${name}”`,
  },
  undoLeaves: {
    ja: (name: string, accounts: number, activities: number) =>
      `「${name}」は、アカウント${formatCount(accounts, 'ja')}件と行動${formatCount(activities, 'ja')}件を持つ別の人物に戻ります。`,
    en: (name: string, accounts: number, activities: number) =>
      `“${name}” becomes a person of their own again, with ${formatCount(accounts, 'en')} ${accounts === 1 ? 'account' : 'accounts'} and ${formatCount(activities, 'en')} ${activities === 1 ? 'activity' : 'activities'}.`,
  },
  undoApart: {
    ja: '2人は「別人」として記録され、自動で統合されることはなくなります。',
    en: 'The two are then said to be not the same, so that nothing merges them automatically.',
  },
  undone: { ja: '取り消した統合', en: 'Merges taken back' },
  undoneAt: { ja: '取り消し', en: 'taken back' },
  notSame: { ja: '別人とした人物', en: 'Not the same as' },
  takeBack: { ja: '「別人」を取り消す', en: 'Take back' },
  takeBackOf: {
    ja: (name: string) => `「${name}」との「別人」を取り消す`,
    en: (name: string) => `Take back that “${name}” is not the same`,
  },
  // The dialog.
  search: { ja: '統合する人物を名前で探す', en: 'Search the other person by name' },
  nobody: { ja: '当てはまる人物がいません。', en: 'Nobody matches.' },
  other: { ja: '別の人物を選び直す', en: 'Choose another person' },
  sideBySide: { ja: '2人を並べて比較', en: 'The two side by side' },
  item: { ja: '項目', en: 'Field' },
  keptPerson: { ja: '残す人物', en: 'Kept' },
  mergedPerson: { ja: '統合される人物', en: 'Merged into it' },
  result: { ja: '統合後', en: 'After the merge' },
  direction: { ja: 'どちらの人物を残しますか', en: 'Which one stays?' },
  keepOne: { ja: (name: string) => `「${name}」を残す`, en: (name: string) => `Keep “${name}”` },
  suggested: { ja: 'おすすめ', en: 'suggested' },
  take: {
    ja: (field: string, value: string) => `${field}を「${value}」にする`,
    en: (field: string, value: string) => `Take ${field} “${value}”`,
  },
  accounts: { ja: 'アカウント', en: 'Accounts' },
  posts: { ja: '投稿', en: 'Posts' },
  activities: { ja: '行動', en: 'Activities' },
  relations: { ja: '関係区分', en: 'Relations' },
  affiliations: { ja: '所属', en: 'Organisations' },
  deals: { ja: '商談', en: 'Deals' },
  tasks: { ja: 'タスク', en: 'Tasks' },
  notes: { ja: 'メモ', en: 'Notes' },
  contacts: { ja: '接触', en: 'Contacts' },
  tags: { ja: 'タグ', en: 'Tags' },
  consents: { ja: '連絡への同意', en: 'Agreed to be contacted' },
  doNotContact: { ja: '連絡しないでください', en: 'Do not contact' },
  saidNotSame: {
    ja: 'この2人は「別人」として記録されています。統合すると、その記録は取り消されます。',
    en: 'These two were said to be not the same. Merging them takes that back.',
  },
  isOne: {
    ja: 'この2人は、すでに1人の人物として表示されています。',
    en: 'These two are shown as one person already.',
  },
  merge: { ja: '統合する', en: 'Merge' },
  sayNotSame: { ja: '別人として記録', en: 'They are not the same' },
  safe: {
    ja: '投稿や履歴は書き換えません。統合はいつでも取り消せます。',
    en: 'No post is rewritten. A merge can be taken back at any time.',
  },
  // Splitting.
  split: { ja: '切り離す', en: 'Split away' },
  splitOf: {
    ja: (account: string) => `アカウント「${account}」を切り離す`,
    en: (account: string) => `Split away the account “${account}”`,
  },
  splitDoes: {
    ja: 'このアカウントとその行動は、新しい人物のものになります。2人は「別人」として記録されます。',
    en: 'The account and all it did become a new person’s. The two are said to be not the same.',
  },
  // Moving.
  move: { ja: '別の人物へ移す', en: 'Move' },
  moveOf: {
    ja: (account: string) => `アカウント「${account}」を別の人物へ移す`,
    en: (account: string) => `Move the account “${account}” to another person`,
  },
  moveSearch: { ja: '移す先の人物を名前で探す', en: 'Search the person whose it is' },
  moveTo: {
    ja: (account: string, name: string) => `「${account}」を「${name}」へ移す`,
    en: (account: string, name: string) => `Move “${account}” to “${name}”`,
  },
  moveDoes: {
    ja: 'このアカウントとこれまでの行動は、移した先の人物のものになります。',
    en: 'The account and all it did become that person’s.',
  },
  list: { ja: joinJa, en: (parts: readonly string[]) => parts.join(', ') },
})
