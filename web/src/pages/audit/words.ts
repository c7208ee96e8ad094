import { formatCount } from '../../format.ts'
import type { Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'
import type { AuditAbout } from './url-state.ts'

export const ABOUT_WORDS: Record<AuditAbout, Words> = {
  person: { ja: '人物・名寄せ', en: 'People and merges' },
  relation: { ja: '関係区分', en: 'Relations' },
  organisation: { ja: '企業・団体', en: 'Organisations' },
  deal: { ja: '商談', en: 'Deals' },
  owner: { ja: '担当・引き継ぎ', en: 'Owners and hand-overs' },
  'bulk-edit': { ja: '一括編集', en: 'Bulk edits' },
  import: { ja: '取り込み', en: 'Imports' },
  list: { ja: 'リスト・書き出し', en: 'Lists and exports' },
  member: { ja: 'メンバー・権限', en: 'Members and rights' },
  webhook: { ja: 'Webhook', en: 'Webhooks' },
  channel: { ja: 'チャネル', en: 'Channels' },
  setting: { ja: '設定', en: 'Settings' },
  privacy: { ja: '個人情報', en: 'Personal data' },
  experiment: { ja: '効果検証', en: 'Experiments' },
}

/** What the first half of an act names. */
const NOUNS: Record<string, Words> = {
  person: { ja: '人物', en: 'Person' },
  candidate: { ja: '名寄せの候補', en: 'Pair to review' },
  organisation: { ja: '企業・団体', en: 'Organisation' },
  'relation-kind': { ja: '関係区分の種類', en: 'Kind of relation' },
  'relation-rule': { ja: '関係区分のルール', en: 'Rule for relations' },
  programme: { ja: 'プログラム', en: 'Programme' },
  deal: { ja: '商談', en: 'Deal' },
  pipeline: { ja: 'パイプライン', en: 'Pipeline' },
  handover: { ja: '引き継ぎ', en: 'Hand-over' },
  'bulk-edit': { ja: '一括編集', en: 'Bulk edit' },
  import: { ja: '取り込み', en: 'Import' },
  list: { ja: 'リスト', en: 'List' },
  log: { ja: 'データ', en: 'Data' },
  workspace: { ja: 'ワークスペース', en: 'Workspace' },
  member: { ja: 'メンバー', en: 'Member' },
  'api-key': { ja: 'API キー', en: 'API key' },
  department: { ja: '部署', en: 'Department' },
  webhook: { ja: 'Webhook', en: 'Webhook' },
  channel: { ja: 'チャネル', en: 'Channel' },
  activities: { ja: '行動', en: 'Activities' },
  'language-model': { ja: '言語モデル', en: 'Language model' },
  'custom-field': { ja: '独自の項目', en: 'Custom field' },
  tag: { ja: 'タグ', en: 'Tag' },
  topic: { ja: '話題', en: 'Topic' },
  model: { ja: '判定モデル', en: 'Reading model' },
  privacy: { ja: '個人情報の設定', en: 'Privacy settings' },
  'privacy-request': { ja: '個人情報の請求', en: 'Privacy request' },
  experiment: { ja: '効果検証', en: 'Experiment' },
}

/** What the second half says was done. */
const DEEDS: Record<string, Words> = {
  added: { ja: '追加', en: 'added' },
  changed: { ja: '変更', en: 'changed' },
  removed: { ja: '削除', en: 'removed' },
  renamed: { ja: '名称変更', en: 'renamed' },
  merged: { ja: '統合', en: 'merged' },
  unmerged: { ja: '統合の取り消し', en: 'merge taken back' },
  split: { ja: 'アカウントの切り離し', en: 'account split away' },
  'handle-moved': { ja: 'アカウントの移動', en: 'account moved' },
  'not-same': { ja: '別人と確認', en: 'said not to be the same' },
  'not-same-taken-back': { ja: '別人の確認を取り消し', en: '“not the same” taken back' },
  decided: { ja: '判断', en: 'decided' },
  'fields-changed': { ja: '項目の変更', en: 'fields changed' },
  tagged: { ja: 'タグの変更', en: 'tags changed' },
  'relation-added': { ja: '関係区分の登録', en: 'relation added' },
  'relation-changed': { ja: '関係区分の変更', en: 'relation changed' },
  'relation-removed': { ja: '関係区分の削除', en: 'relation removed' },
  'relation-confirmed': { ja: '関係区分の候補を承認', en: 'proposed relation confirmed' },
  'relation-refused': { ja: '関係区分の候補を却下', en: 'proposed relation refused' },
  'member-changed': { ja: '参加者の変更', en: 'member changed' },
  'person-added': { ja: '所属の追加', en: 'person added' },
  'person-removed': { ja: '所属の削除', en: 'person removed' },
  'account-added': { ja: 'アカウントの追加', en: 'account added' },
  'account-removed': { ja: 'アカウントの削除', en: 'account removed' },
  moved: { ja: 'ステージの変更', en: 'moved' },
  won: { ja: '受注', en: 'won' },
  lost: { ja: '失注', en: 'lost' },
  reopened: { ja: '再開', en: 'reopened' },
  imported: { ja: '取り込み', en: 'imported' },
  'owner-changed': { ja: '担当の変更', en: 'owner changed' },
  made: { ja: '実行', en: 'made' },
  acknowledged: { ja: '受領確認', en: 'acknowledged' },
  undone: { ja: '取り消し', en: 'undone' },
  begun: { ja: '開始', en: 'begun' },
  done: { ja: '完了', en: 'done' },
  stopped: { ja: '中止', en: 'stopped' },
  failed: { ja: '失敗', en: 'failed' },
  'undo-begun': { ja: '取り消しの開始', en: 'undoing begun' },
  exported: { ja: '書き出し', en: 'exported' },
  opened: { ja: '開設', en: 'opened' },
  invited: { ja: '招待', en: 'invited' },
  joined: { ja: '参加', en: 'joined' },
  'invitation-withdrawn': { ja: '招待の取り消し', en: 'invitation withdrawn' },
  'role-changed': { ja: '権限の変更', en: 'role changed' },
  assigned: { ja: '配属の変更', en: 'assigned to a department' },
  created: { ja: '発行', en: 'created' },
  revoked: { ja: '失効', en: 'revoked' },
  'secret-changed': { ja: '署名鍵の変更', en: 'secret changed' },
  'switched-off': { ja: '自動停止', en: 'switched off' },
  expired: { ja: '保存期間による削除', en: 'dropped after their retention' },
  requested: { ja: '学習の依頼', en: 'asked for' },
  promoted: { ja: '採用', en: 'taken into use' },
  refused: { ja: '不採用', en: 'not taken into use' },
  erased: { ja: '消去', en: 'erased' },
  provided: { ja: '第三者提供の記録', en: 'given to others' },
  'contact-closed': { ja: '連絡停止', en: 'contact stopped' },
  'contact-opened': { ja: '連絡停止の解除', en: 'contact allowed again' },
  'consent-given': { ja: '同意の記録', en: 'consent given' },
  'consent-withdrawn': { ja: '同意の撤回', en: 'consent withdrawn' },
  'use-stopped': { ja: '利用停止', en: 'use stopped' },
  'use-resumed': { ja: '利用停止の解除', en: 'used again' },
  received: { ja: '受付', en: 'received' },
  answered: { ja: '回答', en: 'answered' },
  drafted: { ja: '起案', en: 'drafted' },
  submitted: { ja: '申請', en: 'submitted' },
  approved: { ja: '承認', en: 'approved' },
  'sent-back': { ja: '差し戻し', en: 'sent back' },
  started: { ja: '開始', en: 'started' },
  ended: { ja: '終了', en: 'ended' },
  withdrawn: { ja: '取り下げ', en: 'withdrawn' },
}

/** An act in words: `deal.won` is 商談: 受注. */
export function actWords(act: string): Words {
  const [noun = '', deed = ''] = act.split('.')
  const [first, second] = [NOUNS[noun], DEEDS[deed]]
  if (first === undefined || second === undefined) return { ja: act, en: act }
  return { ja: `${first.ja}: ${second.ja}`, en: `${first.en} ${second.en}` }
}

/** Fields that only the chain names. */
export const CHANGED_WORDS: Record<string, Words> = {
  name: { ja: '名称', en: 'Name' },
  value: { ja: '金額', en: 'Value' },
  currency: { ja: '通貨', en: 'Currency' },
  ownProbability: { ja: '確度', en: 'Probability' },
  closesOn: { ja: '完了予定日', en: 'Closes on' },
  source: { ja: 'きっかけ', en: 'Source' },
  lostText: { ja: '失注の詳細', en: 'Why it was lost' },
  lostReason: { ja: '失注理由', en: 'Lost reason' },
  organisation: { ja: '企業・団体', en: 'Organisation' },
  topic: { ja: '話題', en: 'Topic' },
  owner: { ja: '主担当', en: 'Owner' },
  secondOwner: { ja: '副担当', en: 'Second owner' },
  main: { ja: '主担当', en: 'Owner' },
  second: { ja: '副担当', en: 'Second owner' },
  stage: { ja: 'ステージ', en: 'Stage' },
  state: { ja: '状態', en: 'State' },
  relation: { ja: '関係区分', en: 'Relation' },
}

export const WORDS = defineWords({
  title: { ja: '監査記録', en: 'Audit trail' },
  forbidden: {
    ja: 'この画面を開けるのは、所有者と管理者だけです。',
    en: 'Only owners and managers can open this page.',
  },
  lead: {
    ja: '誰が何をいつ変えたかの記録です。1件ごとに前の1件のハッシュを含むため、あとから書き換えると検証で見つかります。',
    en: 'Who changed what and when. Each entry holds the hash of the one before, so that a later change of any is found when the chain is verified.',
  },
  verify: { ja: '連鎖を検証', en: 'Verify the chain' },
  intact: {
    ja: (entries: number, erased: number) =>
      `改ざんはありません。${formatCount(entries, 'ja')}件すべてがつながっています(消去された値 ${formatCount(erased, 'ja')}件)。`,
    en: (entries: number, erased: number) =>
      `Intact: all ${formatCount(entries, 'en')} entries hold together (${formatCount(erased, 'en')} values were erased).`,
  },
  broken: {
    ja: (at: number) =>
      `${formatCount(at, 'ja')}番の記録で連鎖が切れています。この記録か、その前後が書き換えられています。バックアップと照合してください。`,
    en: (at: number) =>
      `Broken at entry ${formatCount(at, 'en')}: it, or what stands around it, was changed. Compare it with a backup.`,
  },
  filters: { ja: '絞り込み', en: 'Filters' },
  search: { ja: '検索', en: 'Search' },
  searchHint: { ja: '対象の名前や変更前後の値', en: 'A name, or a value before or after' },
  about: { ja: '種類', en: 'About' },
  member: { ja: 'メンバー', en: 'Member' },
  person: { ja: '人物', en: 'Person' },
  from: { ja: '開始日', en: 'From' },
  to: { ja: '終了日', en: 'To' },
  empty: { ja: '記録はまだありません', en: 'Nothing is on record yet' },
  emptyText: {
    ja: '人物・関係区分・商談・担当・設定などを変えると、ここに残ります。',
    en: 'Changes of people, relations, deals, owners and settings will stand here.',
  },
  nothing: { ja: '該当するものはありません', en: 'Nothing fits' },
  clear: { ja: '絞り込みを外す', en: 'Clear the filters' },
  seq: { ja: '番号', en: 'No.' },
  at: { ja: '日時', en: 'When' },
  by: { ja: '行った人', en: 'By' },
  act: { ja: '内容', en: 'What' },
  subject: { ja: '対象', en: 'Of what' },
  changes: { ja: '変更', en: 'Change' },
  house: { ja: '自動', en: 'by itself' },
  gone: { ja: '退会したメンバー', en: 'a member who has left' },
  none: { ja: '—', en: '—' },
  erased: {
    ja: (count: number) => `消去された値 ${formatCount(count, 'ja')}件`,
    en: (count: number) =>
      count === 1 ? 'one value was erased' : `${formatCount(count, 'en')} values were erased`,
  },
})
