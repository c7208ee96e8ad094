import type { Answer, ItemOf } from '../../api.ts'
import { formatCount } from '../../format.ts'
import type { Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'

export type Webhook = ItemOf<'GET /webhooks'>
/** With what it missed. */
export type OneWebhook = NonNullable<Answer<'GET /webhooks/{id}'>>
export type WebhookState = Webhook['state']
export type Kind = ItemOf<'GET /webhook-kinds'>
export type KindName = Kind['kind']

export const STATE_WORDS: Record<WebhookState, Words> = {
  on: { ja: '有効', en: 'On' },
  paused: { ja: '一時停止', en: 'Paused' },
  gone: { ja: '停止（受信側が終了）', en: 'Off: it wants no more' },
  failing: { ja: '停止（届かない）', en: 'Off: nothing gets through' },
}

type NounOf<Name> = Name extends `${infer Noun}.${string}` ? Noun : never

/** By the noun that the name of a kind begins with. */
const GROUP_WORDS: Record<NounOf<KindName>, Words> = {
  person: { ja: '人物', en: 'People' },
  organisation: { ja: '企業・団体', en: 'Organisations' },
  deal: { ja: '商談', en: 'Deals' },
  outcome: { ja: '成果', en: 'Outcomes' },
  task: { ja: 'タスク', en: 'Tasks' },
  contact: { ja: '接触', en: 'Contacts' },
  note: { ja: 'メモ', en: 'Notes' },
  handover: { ja: '引き継ぎ', en: 'Hand-overs' },
  alert: { ja: 'アラート', en: 'Alerts' },
  activities: { ja: '投稿・行動', en: 'Posts and activities' },
  import: { ja: '取り込み', en: 'Imports' },
  influence: { ja: '影響', en: 'Influence' },
  copies: { ja: '転載', en: 'Copies' },
  opinions: { ja: '意見', en: 'Opinions' },
  communities: { ja: 'コミュニティ', en: 'Communities' },
  experiment: { ja: '効果検証', en: 'Experiments' },
  channel: { ja: 'チャネル', en: 'Channels' },
}

/** What a group of kinds is called; undefined where this page is older than the server. */
export function wordsOfGroup(noun: string): Words | undefined {
  const known: Record<string, Words> = GROUP_WORDS
  return known[noun]
}

export const WORDS = defineWords({
  title: { ja: 'Webhook 通知', en: 'Webhooks' },
  intro: {
    ja: 'Enishi での変更を、登録したアドレスへすぐに知らせます。SFA・チャット・自社システムとの連携に使います。',
    en: 'Tells addresses of yours at once what changes in Enishi: for your CRM, your chat, your own systems.',
  },
  filters: { ja: '絞り込み', en: 'Filters' },
  find: { ja: 'Webhook を探す', en: 'Find webhooks' },
  findHint: { ja: '名前・アドレス', en: 'Name, address' },
  state: { ja: '状態', en: 'State' },
  add: { ja: 'Webhook を作る', en: 'Make a webhook' },
  edit: { ja: 'Webhook を編集', en: 'Edit webhook' },
  name: { ja: '名前', en: 'Name' },
  nameHint: { ja: '例: SFA 連携', en: 'Such as: our CRM' },
  address: { ja: '送信先アドレス', en: 'Address' },
  addressHint: {
    ja: 'このアドレスに POST で送ります。暗号化されるよう https を使ってください。',
    en: 'Changes are sent here by POST. Use https, so that nobody reads along.',
  },
  plain: {
    ja: 'http のアドレスでは、内容が暗号化されずに送られます。',
    en: 'To an http address the content travels unencrypted.',
  },
  kinds: { ja: '知らせる変更', en: 'Changes to tell' },
  kindsHint: {
    ja: '知らせる変更を一つ以上選んでください。',
    en: 'Choose at least one.',
  },
  chosen: {
    ja: (chosen: number, all: number) => `${formatCount(chosen, 'ja')}/${formatCount(all, 'ja')}`,
    en: (chosen: number, all: number) =>
      `${formatCount(chosen, 'en')} of ${formatCount(all, 'en')}`,
  },
  allOf: {
    ja: (group: string) => `${group}のすべて`,
    en: (group: string) => `All about ${group.toLowerCase()}`,
  },
  told: { ja: '変更の種類', en: 'Kinds' },
  delivered: { ja: '届いた', en: 'Delivered' },
  waiting: { ja: '待機中', en: 'Waiting' },
  failed: { ja: '失敗', en: 'Failed' },
  lastDelivered: { ja: '最後の配信', en: 'Last delivered' },
  never: { ja: 'まだない', en: 'never' },
  empty: { ja: 'Webhook はまだありません', en: 'There are no webhooks yet' },
  emptyText: {
    ja: '商談の受注や人物の統合などを、別のシステムへ自動で伝えられます。例えば、受注を基幹システムに登録したり、アラートをチャットに流したりできます。',
    en: 'Let other systems know by themselves when a deal is won, people are merged or an alert is raised: book the order, post to the chat.',
  },
  emptyNext: {
    ja: '「Webhook を作る」で送信先と知らせる変更を選び、表示される署名シークレットを受信側に設定してから、テストを送ってください。',
    en: 'Choose “Make a webhook”, name the address and the changes, give the receiver the signing secret that is shown, then send a test.',
  },
  emptyMember: {
    ja: 'Webhook は管理者が作れます。',
    en: 'Managers can make one.',
  },
  noMatch: { ja: '条件に合うものはありません。', en: 'Nothing matches.' },
  secretTitle: { ja: '署名シークレット', en: 'Signing secret' },
  secretOnce: {
    ja: 'このシークレットが表示されるのは今だけです。受信側に設定してください。',
    en: 'This secret is shown only now. Give it to the receiver.',
  },
  secretWhy: {
    ja: '受信側はこれで署名を確かめ、Enishi から届いたものだと判断します（Standard Webhooks 形式）。',
    en: 'With it the receiver checks that a delivery is from Enishi (Standard Webhooks).',
  },
  secretOld: {
    ja: '以前のシークレットの署名も、あと24時間は付きます。その間に切り替えてください。',
    en: 'For 24 hours deliveries are signed with the old secret as well. Change over in that time.',
  },
  copy: { ja: 'コピー', en: 'Copy' },
  copied: { ja: 'コピーしました', en: 'Copied' },
  done: { ja: '保存しました', en: 'I have kept it' },
})
