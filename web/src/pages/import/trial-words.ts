import { formatCount } from '../../format.ts'
import type { Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'

export const TRIAL_WORDS = defineWords({
  tryFirst: { ja: '試してみる', en: 'Try it first' },
  trying: { ja: '試しています…', en: 'Trying…' },
  result: { ja: '取り込むとこうなります', en: 'What the import would do' },
  nothingWritten: { ja: 'まだ何も書き込んでいません。', en: 'Nothing has been written yet.' },
  read: { ja: '読み込み', en: 'Read' },
  new: { ja: '新規', en: 'New' },
  updated: { ja: '更新', en: 'Updated' },
  unchanged: { ja: '変更なし', en: 'Unchanged' },
  repeated: { ja: 'ファイル内の重複', en: 'Repeated in the file' },
  refused: { ja: '取り込み不可', en: 'Refused' },
  line: {
    ja: (line: number) => `${formatCount(line, 'ja')}行目`,
    en: (line: number) => `Line ${formatCount(line, 'en')}:`,
  },
  probability: {
    ja: (share: string) => `同一人物の可能性 ${share}`,
    en: (share: string) => `the same person: ${share}`,
  },
  lookalikesFound: {
    ja: (count: number) => `登録済みのものによく似た行が${formatCount(count, 'ja')}件あります`,
    en: (count: number) =>
      count === 1
        ? 'One row looks like somebody or something you know'
        : `${formatCount(count, 'en')} rows look like what you know`,
  },
  lookalikes: { ja: 'よく似た行の扱い', en: 'Rows that look like what is known' },
  lookalikesHint: {
    ja: '「まとめる」を選んでも、人物をまとめるのは同一人物とみてまず間違いない行だけです。',
    en: 'Even then, rows about people are added only where they are all but certain.',
  },
  makeNew: { ja: '別のものとして登録する', en: 'Make new ones' },
  updateKnown: { ja: '登録済みのものにまとめる', en: 'Add to the known ones' },
  changesFound: {
    ja: (count: number) => `内容が変わる行: ${formatCount(count, 'ja')}件`,
    en: (count: number) => `Rows that change something: ${formatCount(count, 'en')}`,
  },
  fieldCount: {
    ja: (field: string, count: string) => `${field} ${count}件`,
    en: (field: string, count: string) => `${field}: ${count}`,
  },
  joined: {
    ja: (parts: readonly string[]) => parts.join('、'),
    en: (parts: readonly string[]) => parts.join(', '),
  },
  empty: { ja: '(なし)', en: '(none)' },
  repeatedFound: {
    ja: (count: number) => `前の行と同じ相手の行: ${formatCount(count, 'ja')}件`,
    en: (count: number) => `Rows about somebody named before: ${formatCount(count, 'en')}`,
  },
  refusedFound: {
    ja: (count: number) => `取り込めない行: ${formatCount(count, 'ja')}件`,
    en: (count: number) => `Rows that cannot be taken: ${formatCount(count, 'en')}`,
  },
  notedFound: {
    ja: (count: number) => `一部を除いて取り込む行: ${formatCount(count, 'ja')}件`,
    en: (count: number) => `Rows taken only in part: ${formatCount(count, 'en')}`,
  },
  undo: { ja: '取り消す', en: 'Take back' },
  undoOf: {
    ja: (name: string) => `${name}の取り込みを取り消す`,
    en: (name: string) => `Take back the import of ${name}`,
  },
  undoTitle: { ja: '取り込みを取り消しますか?', en: 'Take this import back?' },
  undoText: {
    ja: (name: string) =>
      `「${name}」から作った人物・企業・商談・関係・成果・タグ・メモを削除し、書き換えた項目を元に戻します。取り込み後に編集したものや、ほかで使われているものは残します。同じファイルはあとで取り込み直せます。`,
    en: (name: string) =>
      `What ${name} made goes: people, organisations, deals, relations, outcomes, tags and notes. What it changed goes back. Whatever was edited since, or is used elsewhere, stays. You can import the file again later.`,
  },
  undone: {
    ja: (removed: string, restored: string) => `削除 ${removed}件、元に戻した項目 ${restored}件`,
    en: (removed: string, restored: string) => `${removed} removed, ${restored} fields put back`,
  },
  keptCount: {
    ja: (count: number) => `残したもの${formatCount(count, 'ja')}件を見る`,
    en: (count: number) => `See the ${formatCount(count, 'en')} kept`,
  },
  keptEdited: { ja: '取り込み後に編集された', en: 'edited since' },
  keptReferred: { ja: 'ほかで使われている', en: 'used elsewhere' },
  what: { ja: '対象', en: 'What' },
  why: { ja: '理由', en: 'Why' },
})

/** What a trial says would change, by kind and field. */
export const CHANGED_WORDS: Partial<Record<string, Words>> = {
  'person.displayName': { ja: '氏名', en: 'Name' },
  'person.familyName': { ja: '姓', en: 'Family name' },
  'person.givenName': { ja: '名', en: 'Given name' },
  'person.nameReading': { ja: 'ふりがな', en: 'Reading' },
  'affiliation.organisation': { ja: '所属', en: 'Organisation' },
  'affiliation.department': { ja: '部署', en: 'Department' },
  'affiliation.role': { ja: '役職', en: 'Role' },
  'affiliation.since': { ja: '所属の開始日', en: 'Belongs there since' },
  'affiliation.until': { ja: '所属の終了日', en: 'Belonged there until' },
  'affiliation.source': { ja: '所属の出所', en: 'Source of the affiliation' },
  'relation.kind': { ja: '関係', en: 'Relation' },
  'relation.since': { ja: '関係の開始日', en: 'Relation since' },
  'relation.until': { ja: '関係の終了日', en: 'Relation until' },
  'handle.username': { ja: 'ユーザー名', en: 'Username' },
  'handle.displayName': { ja: '表示名', en: 'Name of the account' },
  'handle.url': { ja: 'アカウントの URL', en: 'Address of the account' },
  'handle.avatarUrl': { ja: 'アイコン', en: 'Picture' },
  'handle.bio': { ja: '自己紹介', en: 'Bio' },
  'handle.kind': { ja: 'アカウントの種類', en: 'Kind of account' },
  'organisation.url': { ja: '会社の URL', en: 'Address of the organisation' },
  'organisation.nameReading': { ja: '会社名のふりがな', en: 'Reading of the organisation' },
  'deal.name': { ja: '商談名', en: 'Deal' },
  'deal.stage': { ja: '段階', en: 'Stage' },
  'deal.state': { ja: '状態', en: 'State' },
  'deal.value': { ja: '金額', en: 'Value' },
  'deal.ownProbability': { ja: '確度', en: 'Likelihood' },
  'deal.closesOn': { ja: '完了予定日', en: 'Expected to close' },
  'deal.organisation': { ja: '企業・団体', en: 'Organisation' },
  'deal.people': { ja: '関係する人物', en: 'People' },
  'deal.source': { ja: 'きっかけ', en: 'Source' },
  'deal.lostText': { ja: '失注の理由', en: 'Why it was lost' },
  'owner.main': { ja: '自社の担当者', en: 'Our owner' },
  'owner.second': { ja: '自社の副担当者', en: 'Our second owner' },
  'tagging.text': { ja: 'タグ', en: 'Tag' },
  'note.text': { ja: 'メモ', en: 'Note' },
}

export const KIND_WORDS: Record<
  | 'activity'
  | 'relation'
  | 'affiliation'
  | 'handle'
  | 'person'
  | 'organisation'
  | 'deal'
  | 'field'
  | 'owner'
  | 'tag'
  | 'tagging'
  | 'note',
  Words
> = {
  field: { ja: '追加した項目', en: 'Field you added' },
  owner: { ja: '自社の担当者', en: 'Our owner' },
  tag: { ja: 'タグ', en: 'Tag' },
  tagging: { ja: '付けたタグ', en: 'Tag given' },
  note: { ja: 'メモ', en: 'Note' },
  activity: { ja: '成果', en: 'Outcome' },
  relation: { ja: '関係', en: 'Relation' },
  affiliation: { ja: '所属', en: 'Affiliation' },
  handle: { ja: 'アカウント', en: 'Account' },
  person: { ja: '人物', en: 'Person' },
  organisation: { ja: '企業・団体', en: 'Organisation' },
  deal: { ja: '商談', en: 'Deal' },
}

/** By which rule a row looks like what is known, where no weight says how sure that is. */
export const ALIKE_WORDS: Record<'person' | 'organisation' | 'deal', Words> = {
  person: { ja: '同じ名前', en: 'the same name' },
  organisation: { ja: '同じドメイン', en: 'the same domain' },
  deal: { ja: '同じ企業・団体の同名の商談', en: 'the same name at the same organisation' },
}
