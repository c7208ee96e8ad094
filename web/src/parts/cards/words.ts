import type { CustomField, Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'

export const FIELD_KIND_WORDS: Record<CustomField['kind'], Words> = {
  text: { ja: '文字', en: 'Text' },
  number: { ja: '数値', en: 'Number' },
  date: { ja: '日付', en: 'Date' },
  choice: { ja: '選択（1つ）', en: 'One choice' },
  choices: { ja: '選択（複数）', en: 'Several choices' },
  'yes-no': { ja: 'はい・いいえ', en: 'Yes or no' },
  url: { ja: 'URL', en: 'Web address' },
  money: { ja: '金額', en: 'Money' },
}

export const SUBJECT_WORDS: Record<CustomField['subject'], Words> = {
  person: { ja: '人物', en: 'People' },
  organisation: { ja: '企業・団体', en: 'Organisations' },
  deal: { ja: '商談', en: 'Deals' },
}

export const WORDS = defineWords({
  tag: { ja: 'タグ', en: 'Tag' },
  ownerIs: { ja: '担当', en: 'Owner' },
  mine: { ja: '自分の担当', en: 'Mine' },
  nobody: { ja: '担当なし', en: 'Nobody' },
  notContactedSince: { ja: 'この日から接触なし', en: 'Not contacted since' },
  byField: { ja: '項目で絞り込む', en: 'By field' },
  isKnown: { ja: '入力あり', en: 'Filled in' },
  containsIn: {
    ja: (name: string) => `${name}に含まれる文字`,
    en: (name: string) => `${name} contains`,
  },
  fromIn: {
    ja: (name: string) => `${name}(以上・以降)`,
    en: (name: string) => `${name} from`,
  },
  toIn: {
    ja: (name: string) => `${name}(以下・以前)`,
    en: (name: string) => `${name} to`,
  },
  card: { ja: '担当・タグ・項目', en: 'Owner, tags and fields' },
  edit: { ja: '担当・タグ・項目を編集', en: 'Edit owner, tags and fields' },
  owner: { ja: '主担当', en: 'Owner' },
  secondOwner: { ja: '副担当', en: 'Second owner' },
  noOwner: { ja: '担当なし', en: 'Nobody' },
  left: { ja: '退会したメンバー', en: 'a member who has left' },
  history: { ja: '担当の履歴', en: 'Earlier owners' },
  tags: { ja: 'タグ', en: 'Tags' },
  noTags: { ja: 'タグなし', en: 'No tags' },
  newTags: { ja: '新しいタグ（読点・カンマ区切り）', en: 'New tags, separated by commas' },
  keepTags: { ja: '付いているタグ', en: 'Tags it carries' },
  empty: { ja: '未入力', en: 'not filled in' },
  yes: { ja: 'はい', en: 'Yes' },
  no: { ja: 'いいえ', en: 'No' },
  none: { ja: '未選択', en: 'None' },
  notANumber: {
    ja: (name: string) => `「${name}」を数値として読み取れません。`,
    en: (name: string) => `“${name}” can’t be read as a number.`,
  },
})
