import type { Words } from './language.ts'

/** `gone`: the address answered that it wants no more. `failing`: nothing got through for days. */
export const WEBHOOK_STATES = ['on', 'paused', 'gone', 'failing'] as const
export type WebhookState = (typeof WEBHOOK_STATES)[number]

/** `erased`: it was still waiting when somebody in it was erased; it is never sent. */
export const DELIVERY_STATES = ['waiting', 'delivered', 'failed', 'erased'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** Why an attempt had no answer. `refused`: we do not call such an address. */
export const DELIVERY_FAILURES = [
  'refused',
  'redirected',
  'not-reached',
  'timed-out',
  'bad-answer',
  'no-secret',
] as const
export type DeliveryFailure = (typeof DELIVERY_FAILURES)[number]

/** What a test is called; nobody subscribes to it. */
export const TEST_KIND = 'webhook.test'

/**
 * The changes that a webhook can be told of, by the name of their event, each with what it says. The
 * order is that of the choice. `outcome.recorded` is the one that no event of the log is called: a batch
 * that was heard tells of each outcome in it.
 */
export const WEBHOOK_KINDS = {
  'person.changed': { en: 'A person was edited', ja: '人物が編集された' },
  'person.fields-changed': {
    en: 'A person’s custom fields were filled in',
    ja: '人物の独自項目が変更された',
  },
  'person.tagged': { en: 'A person’s tags changed', ja: '人物のタグが変更された' },
  'person.owner-changed': { en: 'A person has another owner', ja: '人物の担当が変わった' },
  'person.contact-closed': {
    en: 'A person is not to be contacted by some means',
    ja: '人物への連絡が停止された',
  },
  'person.contact-opened': {
    en: 'A person may be contacted again',
    ja: '人物への連絡停止が解除された',
  },
  'person.consent-given': { en: 'A person agreed to be contacted', ja: '人物が連絡に同意した' },
  'person.consent-withdrawn': {
    en: 'A person took their consent back',
    ja: '人物が同意を取り消した',
  },
  'person.erased': {
    en: 'A person was erased: erase them as well',
    ja: '人物が消去された（受信側でも消去してください）',
  },
  'person.merged': { en: 'Two people were merged', ja: '二人の人物が統合された' },
  'person.unmerged': { en: 'A merge was taken back', ja: '統合が取り消された' },
  'person.split': { en: 'An account was split away', ja: 'アカウントが切り離された' },
  'person.handle-moved': {
    en: 'An account was moved to another person',
    ja: 'アカウントが別の人物へ移された',
  },
  'person.relation-added': { en: 'A person has a new relation', ja: '人物に関係区分が付いた' },
  'person.relation-changed': {
    en: 'A person’s relation changed',
    ja: '人物の関係区分が変更された',
  },
  'person.relation-removed': {
    en: 'A person’s relation was removed',
    ja: '人物の関係区分が外された',
  },
  'person.relation-confirmed': {
    en: 'A proposed relation was confirmed',
    ja: '提案された関係区分が確認された',
  },
  'organisation.added': { en: 'An organisation was added', ja: '企業・団体が追加された' },
  'organisation.changed': { en: 'An organisation was edited', ja: '企業・団体が編集された' },
  'organisation.removed': { en: 'An organisation was removed', ja: '企業・団体が削除された' },
  'organisation.merged': { en: 'Two organisations became one', ja: '企業・団体が統合された' },
  'organisation.unmerged': {
    en: 'A merge of organisations was taken back',
    ja: '企業・団体の統合が取り消された',
  },
  'organisation.person-added': {
    en: 'A person joined an organisation',
    ja: '企業・団体に人物が加わった',
  },
  'organisation.person-removed': {
    en: 'A person left an organisation',
    ja: '企業・団体から人物が外れた',
  },
  'organisation.owner-changed': {
    en: 'An organisation has another owner',
    ja: '企業・団体の担当が変わった',
  },
  'organisation.relation-added': {
    en: 'An organisation has a new relation',
    ja: '企業・団体に関係区分が付いた',
  },
  'organisation.relation-changed': {
    en: 'An organisation’s relation changed',
    ja: '企業・団体の関係区分が変更された',
  },
  'organisation.relation-removed': {
    en: 'An organisation’s relation was removed',
    ja: '企業・団体の関係区分が外された',
  },
  'deal.added': { en: 'A deal was added', ja: '商談が追加された' },
  'deal.changed': { en: 'A deal was edited', ja: '商談が編集された' },
  'deal.moved': { en: 'A deal moved to another stage', ja: '商談のステージが変わった' },
  'deal.won': { en: 'A deal was won', ja: '商談が受注になった' },
  'deal.lost': { en: 'A deal was lost', ja: '商談が失注になった' },
  'deal.reopened': { en: 'A deal was opened again', ja: '商談が再開された' },
  'deal.removed': { en: 'A deal was removed', ja: '商談が削除された' },
  'outcome.recorded': {
    en: 'An outcome was recorded: purchase, sign-up, …',
    ja: '成果（購入・登録など）が記録された',
  },
  'outcome.credited': {
    en: 'Credit for outcomes was given anew',
    ja: '成果への寄与が計算し直された',
  },
  'task.added': { en: 'A task was added', ja: 'タスクが追加された' },
  'task.changed': { en: 'A task was edited', ja: 'タスクが編集された' },
  'task.done': { en: 'A task was done', ja: 'タスクが完了した' },
  'task.opened': { en: 'A task was opened again', ja: 'タスクが再開された' },
  'task.removed': { en: 'A task was removed', ja: 'タスクが削除された' },
  'contact.added': {
    en: 'A contact (phone, visit, …) was noted',
    ja: '接触（電話・訪問など）が記録された',
  },
  'contact.changed': { en: 'A contact was edited', ja: '接触が編集された' },
  'contact.removed': { en: 'A contact was removed', ja: '接触が削除された' },
  'note.added': { en: 'A note was written', ja: 'メモが追加された' },
  'note.changed': { en: 'A note was edited', ja: 'メモが編集された' },
  'note.removed': { en: 'A note was removed', ja: 'メモが削除された' },
  'handover.made': { en: 'Responsibilities were handed over', ja: '担当の引き継ぎが行われた' },
  'handover.acknowledged': {
    en: 'A hand-over was acknowledged',
    ja: '引き継ぎが確認された',
  },
  'alert.raised': { en: 'A saved search raised an alert', ja: '保存した検索がアラートを出した' },
  'activities.heard': { en: 'New posts and activities arrived', ja: '新しい投稿・行動が届いた' },
  'import.begun': { en: 'An import began', ja: '取り込みが始まった' },
  'import.done': { en: 'An import is done', ja: '取り込みが完了した' },
  'import.failed': { en: 'An import failed', ja: '取り込みが失敗した' },
  'import.stopped': { en: 'An import was stopped', ja: '取り込みが停止された' },
  'import.undone': { en: 'An import was taken back', ja: '取り込みが取り消された' },
  'influence.measured': { en: 'Influence was measured', ja: '影響が測定された' },
  'opinions.grouped': { en: 'Opinions were found anew', ja: '意見が更新された' },
  'communities.found': { en: 'Communities were found anew', ja: 'コミュニティが更新された' },
  'experiment.started': { en: 'An experiment started', ja: '効果検証が始まった' },
  'experiment.ended': { en: 'An experiment ended', ja: '効果検証が終わった' },
  'channel.condition-changed': {
    en: 'A channel works again, or no longer',
    ja: 'チャネルの状態が変わった',
  },
} as const satisfies Record<string, Words>

export type WebhookKind = keyof typeof WEBHOOK_KINDS

export const WEBHOOK_KIND_NAMES = Object.keys(WEBHOOK_KINDS) as [WebhookKind, ...WebhookKind[]]

export function isWebhookKind(name: string): name is WebhookKind {
  return Object.hasOwn(WEBHOOK_KINDS, name)
}
