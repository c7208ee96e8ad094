import type { ItemOf } from '../../api.ts'
import { formatCount } from '../../format.ts'
import type { Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'

export type TrackedLink = ItemOf<'GET /links'>
export type TrackedCode = ItemOf<'GET /codes'>

export const CODE_KINDS = ['coupon', 'referral'] as const satisfies readonly TrackedCode['kind'][]

export const CODE_KIND_WORDS: Record<TrackedCode['kind'], Words> = {
  coupon: { ja: 'クーポン', en: 'Coupon' },
  referral: { ja: '紹介', en: 'Referral' },
}

export const WORDS = defineWords({
  title: { ja: 'リンクとコード', en: 'Links and codes' },
  intro: {
    ja: '誰が配ったどのリンクやコードが成果につながったかを確かめられます。',
    en: 'Short links and codes that tell which outcomes came of what you handed out.',
  },
  find: { ja: 'リンクとコードを探す', en: 'Find links and codes' },
  findHint: { ja: '名前・キャンペーン・人物', en: 'Name, campaign, person' },
  links: { ja: 'リンク', en: 'Links' },
  codes: { ja: 'コード', en: 'Codes' },
  addLink: { ja: 'リンクを作る', en: 'Make a link' },
  editLink: { ja: 'リンクを編集', en: 'Edit link' },
  addCode: { ja: 'コードを登録', en: 'Add a code' },
  editCode: { ja: 'コードを編集', en: 'Edit code' },
  name: { ja: '名前', en: 'Name' },
  target: { ja: 'リンク先', en: 'Leads to' },
  own: { ja: '短いコード', en: 'Short code' },
  ownHint: {
    ja: '半角の英数字・ハイフン・下線で3〜64文字。空欄なら自動で決まります。後から変更できません。',
    en: 'Letters, digits, - and _; 3 to 64. Empty: one is drawn. It cannot be changed later.',
  },
  campaign: { ja: 'キャンペーン', en: 'Campaign' },
  by: { ja: '配布するメンバー', en: 'Handed out by (member)' },
  person: { ja: '配布する社外の人', en: 'Handed out by (person outside)' },
  owner: { ja: '持ち主', en: 'Belongs to' },
  personHint: { ja: '名前で検索', en: 'Search by name' },
  nobody: { ja: '指定しない', en: 'Nobody' },
  noPerson: { ja: '見つかりません。', en: 'Nobody found.' },
  text: { ja: 'コード', en: 'Code' },
  textHint: {
    ja: '大文字・小文字、全角・半角は区別しません。',
    en: 'Case and width make no difference.',
  },
  kind: { ja: '種類', en: 'Kind' },
  copy: { ja: 'コピー', en: 'Copy' },
  copied: { ja: 'コピーしました', en: 'Copied' },
  copyOf: {
    ja: (name: string) => `「${name}」のリンクをコピー`,
    en: (name: string) => `Copy the link “${name}”`,
  },
  editOf: { ja: (name: string) => `「${name}」を編集`, en: (name: string) => `Edit “${name}”` },
  removeOf: { ja: (name: string) => `「${name}」を削除`, en: (name: string) => `Delete “${name}”` },
  clicks: {
    ja: (count: number) => `クリック ${formatCount(count, 'ja')}回`,
    en: (count: number) => `${formatCount(count, 'en')} ${count === 1 ? 'click' : 'clicks'}`,
  },
  outcomes: {
    ja: (count: number) => `成果 ${formatCount(count, 'ja')}件`,
    en: (count: number) => `${formatCount(count, 'en')} ${count === 1 ? 'outcome' : 'outcomes'}`,
  },
  day: { ja: '日', en: 'Day' },
  perDay: { ja: 'クリック数', en: 'Clicks' },
  removeLink: { ja: 'リンクの削除', en: 'Delete link' },
  removeLinkText: {
    ja: (name: string) =>
      `「${name}」は開けなくなります。クリックの記録は残り、同じ短いコードは二度と使えません。`,
    en: (name: string) =>
      `“${name}” will lead nowhere. Its clicks stay; its short code is not given again.`,
  },
  removeCode: { ja: 'コードの削除', en: 'Delete code' },
  removeCodeText: {
    ja: (name: string) => `「${name}」の登録を削除します。成果に記録されたコードは残ります。`,
    en: (name: string) => `“${name}” is no longer known. Outcomes keep what they said.`,
  },
  emptyLinks: { ja: 'リンクはまだありません', en: 'There are no links yet' },
  emptyLinksText: {
    ja: '投稿やチラシ、紹介者ごとにリンクを分けると、クリックと、その後の購入や登録を見分けられます。リンク先には enishi_click が付くので、注文と一緒に送り返してください。',
    en: 'Make one for each post, leaflet or person: clicks, and the purchases that follow, can then be told apart. The target is given enishi_click; send it back with the order.',
  },
  emptyCodes: { ja: 'コードはまだありません', en: 'There are no codes yet' },
  emptyCodesText: {
    ja: 'クーポンコードや紹介コードを登録すると、そのコードを使った成果が、持ち主やキャンペーンに結び付きます。登録前の成果もさかのぼって結び付きます。',
    en: 'Register coupon and referral codes: outcomes that carried them, earlier ones too, are then tied to their owner and campaign.',
  },
  noMatch: { ja: '条件に合うものはありません。', en: 'Nothing matches.' },
  connect: { ja: '成果の受け取りを設定する', en: 'Connect what tells outcomes' },
})
