import type { RefusalReason, Words } from '../../terms.ts'

/** Every reason for a refusal, with the way out where there is one. */
export const REFUSAL_WORDS: Record<RefusalReason, Words> = {
  'not-json': { ja: 'JSON として読めません', en: 'Not readable as JSON' },
  'not-an-object': { ja: 'JSON のオブジェクトではありません', en: 'Not a JSON object' },
  'not-text': {
    ja: '文字として読めません(文字コードを確かめてください)',
    en: 'Not readable as text (check its encoding)',
  },
  'not-xml': { ja: 'XML として読めません', en: 'Not readable as XML' },
  'not-a-feed': { ja: 'RSS や Atom のフィードではありません', en: 'Not an RSS or Atom feed' },
  'not-a-mail': { ja: 'メールとして読めません', en: 'Not readable as mail' },
  'line-too-long': { ja: '1行が長すぎます', en: 'The line is too long' },
  'too-large': { ja: '大きすぎます', en: 'Too large' },
  'missing-field': { ja: '必要な項目がありません', en: 'A field that is needed is missing' },
  'bad-field': { ja: '項目の値が正しくありません', en: 'A field holds a value that is not valid' },
  'bad-date': { ja: '日付が正しくありません', en: 'The date is not valid' },
  'not-an-activity': {
    ja: '行動を表す記録ではありません',
    en: 'The record does not say that anybody did anything',
  },
  'nothing-to-delete': {
    ja: '削除する元の投稿がありません',
    en: 'What it deletes was never here',
  },
  erased: {
    ja: '消去の求めに応じた人物のため記録しません',
    en: 'Not recorded: the person asked to be erased',
  },
  'use-stopped': {
    ja: '利用停止中の人物のため記録しません',
    en: 'Not recorded: use of the person’s data was stopped',
  },
  'unknown-stage': {
    ja: 'この段階はパイプラインにありません。商談のパイプラインに段階を足すか、ファイルの段階名を直して、もう一度取り込んでください',
    en: 'No pipeline has this stage: add it to a pipeline under Deals, or correct it in the file, and import again',
  },
  'unknown-pipeline': {
    ja: 'この名前のパイプラインはありません。商談でパイプラインを作るか、列の対応から外して、もう一度取り込んでください',
    en: 'There is no pipeline of this name: add it under Deals, or leave the column out, and import again',
  },
  'several-people': {
    ja: '同じ名前の人物が複数います。メールアドレスの列を足して、もう一度取り込んでください',
    en: 'Several people are called so: add a column with their e-mail address and import again',
  },
  'not-a-number': {
    ja: '数値・金額として読めないか、通貨が項目と違います',
    en: 'Not a number or an amount, or not in the currency of the field',
  },
  'not-yes-no': {
    ja: '「はい」「いいえ」(または ○・×、true・false) のどれでもありません',
    en: 'Neither yes nor no (or true, false, 1, 0)',
  },
  'not-a-choice': {
    ja: '選択肢にない値です。設定で選択肢を足すか、ファイルを直して、もう一度取り込んでください',
    en: 'Not among the choices of the field: add it under Settings, or correct the file, and import again',
  },
  'not-an-address': { ja: 'URL として読めません', en: 'Not a web address' },
  'unknown-owner': {
    ja: '担当者に当たるメンバーが見つからないか、同名のメンバーが複数います。担当者なしで取り込みました',
    en: 'No member has this name or address, or several have: taken without an owner',
  },
  'date-to-come': {
    ja: 'まだ先の日付です。終了日なら終了日なしで、開始日なら関係区分なしで取り込みました。その日が過ぎてから、もう一度取り込んでください',
    en: 'This day is still to come: taken without the end, or without a relation that has not begun. Import again once it has passed',
  },
  'end-before-start': {
    ja: '終了日が開始日より前です。ファイルの日付を直して、もう一度取り込んでください',
    en: 'The end is before the start: correct the days in the file and import again',
  },
  'date-without-relation': {
    ja: '関係区分が分からないため、関係の日付を除いて取り込みました。関係区分の列に「顧客」などを入れて、もう一度取り込んでください',
    en: 'Taken without the days of the relation, as the row names none: write customer, partner or the like into the column for the relation and import again',
  },
  'too-many-tags': {
    ja: 'タグは1件につき50個、ワークスペース全体で2,000個までです。このタグを除いて取り込みました。設定で似たタグをまとめて、もう一度取り込んでください',
    en: 'Taken without this tag: there may be 50 tags on each, and 2,000 in the workspace. Merge some under Settings and import again',
  },
}
