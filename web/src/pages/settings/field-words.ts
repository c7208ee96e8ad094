import { defineWords } from '../../words.ts'

export const WORDS = defineWords({
  fields: { ja: '項目', en: 'Fields' },
  intro: {
    ja: '人物・企業・商談に、自社で使う項目を追加できます。種類は後から変えられません。',
    en: 'Add the fields that you need to people, organisations and deals. The kind of a field stays.',
  },
  none: { ja: '追加した項目はまだありません。', en: 'No field has been added yet.' },
  subject: { ja: '対象', en: 'Of' },
  name: { ja: '項目名', en: 'Name of the field' },
  kind: { ja: '種類', en: 'Kind' },
  choices: { ja: '選択肢（1行に1つ）', en: 'Choices, one a line' },
  currency: { ja: '通貨', en: 'Currency' },
  add: { ja: '項目を追加', en: 'Add field' },
  actions: { ja: '操作', en: 'Actions' },
  removeOf: { ja: (name: string) => `「${name}」を削除`, en: (name: string) => `Delete “${name}”` },
  removeField: { ja: '項目の削除', en: 'Delete field' },
  removeFieldText: {
    ja: (name: string) => `「${name}」を、入力された値ごと削除します。元に戻せません。`,
    en: (name: string) => `“${name}” goes with everything that was filled in, for good.`,
  },
  tags: { ja: 'タグ', en: 'Tags' },
  noTags: {
    ja: 'タグはまだありません。人物や企業のページで付けると、ここに並びます。',
    en: 'There are no tags yet. Add them on the page of a person or an organisation.',
  },
  uses: { ja: '使用数', en: 'Uses' },
  edit: { ja: '編集', en: 'Edit' },
  editOf: { ja: (name: string) => `「${name}」を編集`, en: (name: string) => `Edit “${name}”` },
  tagName: { ja: 'タグ名', en: 'Name of the tag' },
  mergeInto: { ja: 'まとめる先', en: 'Merge into' },
  keepApart: { ja: 'まとめない（名前だけ変える）', en: 'Do not merge, only rename' },
  removeTag: { ja: 'タグの削除', en: 'Delete tag' },
  removeTagText: {
    ja: (name: string) => `タグ「${name}」を、付いているすべてのものから外して削除します。`,
    en: (name: string) => `The tag “${name}” goes from everything that carries it.`,
  },
})
