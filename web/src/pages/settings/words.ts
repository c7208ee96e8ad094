import type { Asked } from '../../api.ts'
import type { Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'

export type Role = NonNullable<Asked<'PATCH /members/{id}'>['body']>['role']

export const ROLE_WORDS: Record<Role, Words> = {
  owner: { ja: '所有者', en: 'Owner' },
  manager: { ja: '管理者', en: 'Manager' },
  member: { ja: 'メンバー', en: 'Member' },
  viewer: { ja: '閲覧者', en: 'Viewer' },
}

export const ROLE_HINTS: Record<Role, Words> = {
  owner: { ja: 'すべて。所有者の指定もできる', en: 'Everything, making owners too' },
  manager: { ja: '設定とメンバーの管理もできる', en: 'Settings and members too' },
  member: { ja: '読み書きできる', en: 'Reads and writes' },
  viewer: { ja: '見るだけ', en: 'Only reads' },
}

export const WORDS = defineWords({
  title: { ja: '設定', en: 'Settings' },
  sections: { ja: '設定の種類', en: 'Sections of the settings' },
  workspace: { ja: 'ワークスペース', en: 'Workspace' },
  members: { ja: 'メンバー', en: 'Members' },
  fields: { ja: '項目とタグ', en: 'Fields and tags' },
  keys: { ja: 'APIキー', en: 'API keys' },
  model: { ja: '言語モデル', en: 'Language model' },
  forbidden: {
    ja: '所有者と管理者だけが見られます。',
    en: 'Only owners and managers see this page.',
  },
  name: { ja: '名前', en: 'Name' },
  language: { ja: '標準の言語', en: 'Default language' },
  languageHint: {
    ja: '招待の画面など、本人がまだ選んでいないときの言語',
    en: 'Where somebody has not chosen their own yet, as for invitations',
  },
  timeZone: { ja: 'タイムゾーン', en: 'Time zone' },
  timeZoneHint: {
    ja: '一日の区切りに使います。変えると、日ごとの件数をすべて数え直します。',
    en: 'Decides when a day ends. After a change all counts by day are made anew.',
  },
  fiscalYear: { ja: '年度の始まり', en: 'Business year begins in' },
  fiscalYearHint: {
    ja: '「今年度」「上期・下期」の区切り',
    en: 'For “this business year” and its halves',
  },
  nameOrder: { ja: '氏名の順', en: 'Order of names' },
  nameOrderHint: {
    ja: '漢字・かなの氏名は、いつも姓が先です。',
    en: 'Names in Japanese, Chinese and Korean script always have the family name first.',
  },
  familyFirst: { ja: '姓 → 名（Yamada Hanako）', en: 'Family name first (Yamada Hanako)' },
  givenFirst: { ja: '名 → 姓（Hanako Yamada）', en: 'Given name first (Hanako Yamada)' },
  numberStyle: { ja: '大きな数', en: 'Large numbers' },
  numberStyleHint: { ja: '日本語の画面での書き方', en: 'On Japanese pages' },
  myriad: { ja: '万・億で区切る（1,234万5,678）', en: 'By ten thousands, the Japanese way' },
  grouped: { ja: '3桁区切りだけ（12,345,678）', en: 'By thousands (12,345,678)' },
  retention: { ja: '投稿の保存期間（日）', en: 'Posts stay for (days)' },
  retentionHint: {
    ja: '空欄なら無期限。過ぎた投稿は判定や件数ごと毎日消え、元に戻せません。チャネルごとにも決められます。',
    en: 'Empty: for ever. Older posts are removed daily with their readings and counts, for good. A channel may have its own time.',
  },
  countingAnew: {
    ja: '日ごとの件数を数え直しています。終わるまで、前のタイムゾーンの件数が表示されます。',
    en: 'Counts by day are being made anew. Until then the former ones are shown.',
  },
  saved: { ja: '保存しました。', en: 'Saved.' },
  dropTitle: { ja: '古い投稿の削除', en: 'Removing old posts' },
  dropText: {
    ja: (days: string) =>
      `${days}日より古い投稿を、判定や件数ごと消します。元に戻せません。取り込み直しても戻りません。`,
    en: (days: string) =>
      `Posts older than ${days} days are removed with their readings and counts, for good. Importing them again does not bring them back.`,
  },
  dropConfirm: { ja: '保存して消す', en: 'Save and remove' },
  month: {
    ja: (month: number) => `${month}月`,
    en: (month: number) =>
      new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(
        Date.UTC(2026, month - 1),
      ),
  },
})

export const MEMBER_WORDS = defineWords({
  intro: {
    ja: '招待リンクを作り、本人に渡してください。リンクは7日間、一度だけ使えます。',
    en: 'Make an invitation link and hand it over. It works once, for seven days.',
  },
  email: { ja: 'メールアドレス', en: 'E-mail address' },
  name: { ja: '名前（任意）', en: 'Name (optional)' },
  role: { ja: '役割', en: 'Role' },
  invite: { ja: '招待リンクを作る', en: 'Make invitation link' },
  linkOf: {
    ja: (email: string) => `${email} への招待リンク`,
    en: (email: string) => `Invitation link for ${email}`,
  },
  once: {
    ja: 'このリンクが表示されるのは今だけです。本人だけに渡してください。',
    en: 'This link is shown only now. Give it to nobody else.',
  },
  copy: { ja: 'コピー', en: 'Copy' },
  copied: { ja: 'コピーしました', en: 'Copied' },
  member: { ja: 'メンバー', en: 'Member' },
  joined: { ja: '参加', en: 'Joined' },
  lastSeen: { ja: '最後の利用', en: 'Last seen' },
  never: { ja: 'まだなし', en: 'never' },
  actions: { ja: '操作', en: 'Actions' },
  remove: { ja: '外す', en: 'Remove' },
  removeOf: { ja: (name: string) => `${name}を外す`, en: (name: string) => `Remove ${name}` },
  removeTitle: { ja: 'メンバーを外す', en: 'Remove member' },
  removeText: {
    ja: (name: string) =>
      `「${name}」はすぐにサインアウトされ、このワークスペースに入れなくなります。書いたものは残ります。`,
    en: (name: string) =>
      `“${name}” is signed out at once and can’t come in any more. What they wrote stays.`,
  },
  roleOf: { ja: (name: string) => `${name}の役割`, en: (name: string) => `Role of ${name}` },
  you: { ja: '自分', en: 'you' },
  pending: { ja: '招待中', en: 'Invited' },
  noPending: { ja: '返事を待っている招待はありません。', en: 'No invitation is waiting.' },
  expires: { ja: '有効期限', en: 'Valid until' },
  expired: { ja: '期限切れ', en: 'ran out' },
  withdraw: { ja: '取り消す', en: 'Withdraw' },
  withdrawOf: {
    ja: (email: string) => `${email} への招待を取り消す`,
    en: (email: string) => `Withdraw the invitation of ${email}`,
  },
  search: { ja: '名前やアドレスで絞り込む', en: 'Find by name or address' },
  none: { ja: 'あてはまるメンバーはいません。', en: 'No member matches.' },
})
