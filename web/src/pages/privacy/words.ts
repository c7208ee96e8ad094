import type { Answer, ItemOf } from '../../api.ts'
import { formatCount } from '../../format.ts'
import type { Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'
import type { Shown, View } from './url-state.ts'

type Request = ItemOf<'GET /privacy/requests'>

export const VIEW_WORDS: Record<View, Words> = {
  requests: { ja: '請求', en: 'Requests' },
  'do-not-contact': { ja: '連絡しない人', en: 'Do not contact' },
  consents: { ja: '同意', en: 'Consents' },
  provisions: { ja: '第三者提供', en: 'Given to others' },
  accesses: { ja: '閲覧の記録', en: 'Who looked' },
  looks: { ja: '一覧・検索・書き出し', en: 'Lists, searches, exports' },
  erasures: { ja: '消去', en: 'Erasures' },
  rules: { ja: '利用目的と保存期間', en: 'Purpose and retention' },
}

export const EMPTY_WORDS: Record<Exclude<View, 'rules'>, { title: Words; text: Words }> = {
  requests: {
    title: { ja: '請求はありません', en: 'There are no requests' },
    text: {
      ja: '本人から開示・訂正・利用停止などの請求を受けたら「請求を記録」で書き留めます。期限が近い順に並び、誰がいつどう答えたかが残ります。',
      en: 'When somebody asks what you know of them, or for a correction or an end, write it down with “New request”. Requests stand by the day they are due, and who answered how stays on record.',
    },
  },
  'do-not-contact': {
    title: { ja: '連絡を止めている人はいません', en: 'Everybody may be contacted' },
    text: {
      ja: '人物の画面の「連絡を止める」で登録します。登録した人は、案内や次の一手から外れます。',
      en: 'Say so on a person’s page. Whoever stands here is left out of mailings and of advice.',
    },
  },
  consents: {
    title: { ja: '同意の記録はありません', en: 'No consents are on record' },
    text: {
      ja: '案内メールには本人の同意が要ります(特定電子メール法)。「同意を記録」で、見せた文面、日時、方法を残します。API でも記録できます。',
      en: 'Mailings need consent. Write it down with “Record consent”, or through the API: what was shown, when and how.',
    },
  },
  provisions: {
    title: { ja: '第三者提供の記録はありません', en: 'Nothing was given to others' },
    text: {
      ja: '個人データを社外に渡したら、「第三者提供を記録」で渡した先・項目・根拠を残します。API でも記録できます。本人から求められれば開示します。',
      en: 'Whenever personal data goes to somebody outside, write down to whom, what and why with “Record a provision”, or through the API; people may ask for it.',
    },
  },
  accesses: {
    title: { ja: '閲覧の記録はありません', en: 'Nobody has looked yet' },
    text: {
      ja: '人物の画面を開いた人と、保有情報を出力した人を、1年間残します。',
      en: 'Who opened a person’s page, or exported what is known of them, is kept for a year.',
    },
  },
  looks: {
    title: { ja: '記録はありません', en: 'Nothing was looked at yet' },
    text: {
      ja: '一覧や検索で何人分を見たか、何人分を書き出したかを、1年間残します。',
      en: 'How many people a list or a search showed, and how many were taken out, is kept for a year.',
    },
  },
  erasures: {
    title: { ja: '消去した人物はいません', en: 'Nobody was erased' },
    text: {
      ja: '人物の画面の「この人物を消去…」で消去できます。誰だったかは残さず、何件の記録が消えたかだけを残します。',
      en: 'Erase somebody on their page. Who it was is not kept, only how many records went.',
    },
  },
}

export const KIND_WORDS: Record<Request['kind'], Words> = {
  disclosure: { ja: '開示', en: 'Disclosure' },
  correction: { ja: '訂正・追加・削除', en: 'Correction' },
  'stop-of-use': { ja: '利用停止', en: 'Stop of use' },
  erasure: { ja: '消去', en: 'Erasure' },
  'provision-record': { ja: '第三者提供記録の開示', en: 'Record of provisions' },
}

export const OUTCOME_WORDS: Record<NonNullable<Request['outcome']>, Words> = {
  granted: { ja: '応じた', en: 'Granted' },
  partly: { ja: '一部応じた', en: 'Partly granted' },
  refused: { ja: '応じなかった', en: 'Refused' },
  withdrawn: { ja: '取り下げ', en: 'Withdrawn' },
}

export const SHOWN_WORDS: Record<Shown, Words> = {
  answered: { ja: '回答済み', en: 'Answered' },
  lifted: { ja: '解除したものも', en: 'Lifted ones too' },
  standing: { ja: '有効', en: 'Standing' },
  withdrawn: { ja: '撤回', en: 'Withdrawn' },
  viewed: { ja: '閲覧', en: 'Viewed' },
  listed: { ja: '一覧', en: 'Listed' },
  searched: { ja: '検索', en: 'Searched' },
  exported: { ja: '出力', en: 'Exported' },
}

export type Means = ItemOf<'GET /privacy/do-not-contact'>['channel']

export const MEANS_WORDS: Record<Means, Words> = {
  all: { ja: 'すべての連絡手段', en: 'By any means' },
  mail: { ja: 'メール', en: 'Mail' },
  phone: { ja: '電話', en: 'Phone' },
  message: { ja: 'メッセージ', en: 'Messages' },
  visit: { ja: '訪問', en: 'Visits' },
  post: { ja: '郵便', en: 'Post' },
}

export const HOW_WORDS: Record<ItemOf<'GET /privacy/consents'>['how'], Words> = {
  'web-form': { ja: 'ウェブフォーム', en: 'Web form' },
  paper: { ja: '書面', en: 'On paper' },
  spoken: { ja: '口頭', en: 'Spoken' },
  mail: { ja: 'メール', en: 'Mail' },
  card: { ja: '名刺', en: 'Business card' },
  other: { ja: 'その他', en: 'Other' },
}

export const BASIS_WORDS: Record<ItemOf<'GET /privacy/provisions'>['basis'], Words> = {
  consent: { ja: '本人の同意', en: 'Consent' },
  law: { ja: '法令', en: 'Law' },
  entrusted: { ja: '委託', en: 'Entrusted' },
  'opt-out': { ja: 'オプトアウト', en: 'Opt-out' },
  other: { ja: 'その他', en: 'Other' },
}

export const ORIGIN_WORDS: Record<ItemOf<'GET /privacy/erasures'>['origin'], Words> = {
  member: { ja: 'メンバーが消去', en: 'By a member' },
  replayed: { ja: '復元後に再適用', en: 'Applied again after a restore' },
}

export type Overview = Answer<'GET /privacy'>

type Look = ItemOf<'GET /privacy/looks'>

export const PLACE_WORDS: Record<Look['place'], Words> = {
  people: { ja: '人物', en: 'People' },
  posts: { ja: '投稿', en: 'Posts' },
  organisation: { ja: '企業・団体', en: 'Organisations' },
  deals: { ja: '商談', en: 'Deals' },
  contacts: { ja: '接点', en: 'Contacts' },
  relations: { ja: '関係区分の候補', en: 'Proposed relations' },
  review: { ja: '名寄せの確認', en: 'Review of pairs' },
  quality: { ja: '判定の確認', en: 'Judging of readings' },
  communities: { ja: 'コミュニティ', en: 'Communities' },
  influence: { ja: '影響', en: 'Influence' },
  journeys: { ja: 'ジャーニー', en: 'Journeys' },
  opinions: { ja: '意見', en: 'Opinions' },
  experiments: { ja: '効果検証', en: 'Experiments' },
  plans: { ja: '働きかけの計画', en: 'Engagement plans' },
  outcomes: { ja: '成果', en: 'Outcomes' },
  links: { ja: 'リンクとコード', en: 'Links and codes' },
  alerts: { ja: '通知', en: 'Alerts' },
  registers: { ja: '個人情報の台帳', en: 'Privacy registers' },
  list: { ja: 'リスト', en: 'List' },
  log: { ja: 'データ全体', en: 'The whole log' },
  refusals: { ja: '取り込めなかった行', en: 'Refused rows' },
  programmes: { ja: 'プログラム', en: 'Programmes' },
  handovers: { ja: '引き継ぎ', en: 'Hand-overs' },
}

export const WORDS = defineWords({
  title: { ja: '個人情報', en: 'Personal data' },
  forbidden: {
    ja: 'この画面を開けるのは、所有者と管理者だけです。',
    en: 'Only owners and managers can open this page.',
  },
  view: { ja: '表示', en: 'Show' },
  filters: { ja: '絞り込み', en: 'Filters' },
  search: { ja: '検索', en: 'Search' },
  searchPerson: { ja: '人物の名前や内容', en: 'A person’s name, or what was written' },
  searchRequester: { ja: '請求した人', en: 'Who asked' },
  narrow: { ja: '状態', en: 'State' },
  summary: {
    ja: (open: string, overdue: string) => `未回答の請求 ${open}件、うち期限切れ ${overdue}件`,
    en: (open: string, overdue: string) => `${open} requests are open, ${overdue} of them overdue`,
  },
  nothing: { ja: '該当するものはありません', en: 'Nothing fits' },
  clear: { ja: '絞り込みを外す', en: 'Clear the filters' },
  // Requests.
  add: { ja: '請求を記録', en: 'New request' },
  kind: { ja: '請求の種類', en: 'What is asked for' },
  requester: { ja: '請求した人', en: 'Who asks' },
  requesterHint: { ja: '氏名と連絡先', en: 'Name, and how to reach them' },
  person: { ja: '登録している人物', en: 'Person on record' },
  received: { ja: '受付日', en: 'Received' },
  due: { ja: '回答期限', en: 'Due' },
  dueHint: {
    ja: (days: number) => `空欄なら受付日の${formatCount(days, 'ja')}日後`,
    en: (days: number) => `Left empty: ${formatCount(days, 'en')} days after it was received`,
  },
  note: { ja: 'メモ', en: 'Note' },
  overdue: { ja: '期限切れ', en: 'Overdue' },
  checked: { ja: '本人確認済み', en: 'Identity checked' },
  unchecked: { ja: '本人確認がまだです', en: 'Identity not checked yet' },
  check: { ja: '本人確認を記録', en: 'Identity is checked' },
  answer: { ja: '回答を記録', en: 'Answer' },
  answerOf: {
    ja: (name: string) => `${name}の請求への回答を記録`,
    en: (name: string) => `Answer the request of ${name}`,
  },
  outcome: { ja: '対応', en: 'Outcome' },
  stopHint: {
    ja: '「応じた」にすると、この人物のデータの利用をその時点から止めます。人物の画面で解除できます。',
    en: 'If granted, use of this person’s data stops at once. It can be lifted on the person’s page.',
  },
  seePerson: { ja: '人物を見る', en: 'See the person' },
  // Registers.
  means: { ja: '連絡手段', en: 'Means' },
  reason: { ja: '理由', en: 'Reason' },
  since: { ja: '開始', en: 'Since' },
  lifted: { ja: '解除', en: 'Lifted' },
  by: { ja: '記録した人', en: 'Written by' },
  who: { ja: '人物', en: 'Person' },
  place: { ja: '場所', en: 'Where' },
  requests: { ja: '回数', en: 'Requests' },
  peopleSeen: { ja: '人数', en: 'People' },
  given: { ja: '同意した日', en: 'Agreed' },
  how: { ja: '方法', en: 'How' },
  textShown: { ja: '見せた文面', en: 'What was shown' },
  withdrawn: { ja: '撤回', en: 'Withdrawn' },
  day: { ja: '提供日', en: 'Given on' },
  recipient: { ja: '提供先', en: 'To' },
  items: { ja: '項目', en: 'What' },
  basis: { ja: '根拠', en: 'Basis' },
  what: { ja: '内容', en: 'What' },
  at: { ja: '日時', en: 'When' },
  member: { ja: 'メンバー', en: 'Member' },
  byKey: { ja: (name: string) => `${name} (API キー)`, en: (name: string) => `${name} (API key)` },
  gone: { ja: '退会したメンバー', en: 'a member who has left' },
  nobody: { ja: '—', en: '—' },
  reached: { ja: '消えた記録', en: 'Records that went' },
  rows: {
    ja: (count: number) => `${formatCount(count, 'ja')}件`,
    en: (count: number) => formatCount(count, 'en'),
  },
  keptOut: { ja: '再び取り込まない手がかり', en: 'Keys kept out from now on' },
  origin: { ja: '経緯', en: 'How' },
  // Purpose and retention.
  purpose: { ja: '利用目的', en: 'Purpose of use' },
  purposeHint: {
    ja: '本人に通知または公表している文面',
    en: 'As people are told',
  },
  answerDays: { ja: '請求に答えるまでの日数', en: 'Days to answer a request' },
  textDays: {
    ja: '投稿以外の文章を残す日数(空欄なら期限なし)',
    en: 'Days to keep texts beside the log (empty: no limit)',
  },
  textDaysHint: {
    ja: 'メモ、終わったタスク、接点、引き継ぎの説明、一括編集の前の値、取り込めなかった行、Webhook の本文、監査記録の値を、この日数のあと消します。取り込みの行は、チャネルの保存期間があればそちらに従います。',
    en: 'Notes, finished tasks, contacts, summaries of hand-overs, values before bulk edits, refused rows, bodies of webhooks and values in the audit trail end after so many days. Rows of imports follow the retention of their channel where it has one.',
  },
  checkLinks: {
    ja: 'プロフィールのリンク先が相互リンクかを確かめる',
    en: 'Check whether pages link back',
  },
  checkLinksHint: {
    ja: 'プロフィールに書かれたページを開き、rel="me" でそのアカウントへリンクを返していれば、本人のページと認めて名寄せの根拠にします。robots.txt に従い、接続先にはこのサーバーが見に来たことがわかります。',
    en: 'Opens the pages that accounts link to. One that links back with rel="me" is theirs, and tells in matching who is the same. robots.txt is obeyed; whoever serves the page sees that this server asked for it.',
  },
  pictures: { ja: 'プロフィール画像を名寄せに使う', en: 'Compare profile pictures in matching' },
  picturesHint: {
    ja: '画像のアドレスに接続し、見た目を表す64ビットの値だけを保存します。画像そのものは保存しません。接続先には、このサーバーが見に来たことがわかります。',
    en: 'Fetches pictures from their addresses and keeps 64 bits that tell how they look, never the picture. Whoever serves a picture sees that this server asked for it.',
  },
  save: { ja: '保存', en: 'Save' },
  saved: { ja: '保存しました', en: 'Saved' },
  retention: { ja: 'チャネルごとの保存期間と根拠', en: 'Retention and basis by channel' },
  keptFor: { ja: '保存期間', en: 'Kept for' },
  channel: { ja: 'チャネル', en: 'Channel' },
  days: {
    ja: (count: number) => `${formatCount(count, 'ja')}日`,
    en: (count: number) => (count === 1 ? 'one day' : `${formatCount(count, 'en')} days`),
  },
  forever: { ja: '期限なし', en: 'no limit' },
  noBasis: { ja: '未記入', en: 'not said' },
  noChannels: { ja: 'チャネルはまだありません。', en: 'There are no channels yet.' },
})
