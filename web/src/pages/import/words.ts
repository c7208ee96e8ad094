import { formatBytes, formatCount } from '../../format.ts'
import type { ImportFormat, ImportRun, Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'
import type { Column, TableFormat, Uploaded } from './mapping.ts'

type Product = NonNullable<NonNullable<Uploaded['table']>['product']>

/** Where files of a format come from. */
export const SOURCE_WORDS: Record<ImportFormat, Words> = {
  'posts-csv': {
    ja: 'ソーシャルリスニングツールの書き出し、レビュー、アンケートの自由回答、通話メモなど。列は自由で、次の画面で対応を選べます。文字コードは UTF-8 と CP932 (Shift_JIS)。Excel (.xlsx) は最初のシートを読みます。',
    en: 'Exports of listening tools, reviews, survey answers, call notes. Any columns: you choose what they hold on the next step. UTF-8 or CP932 (Shift_JIS); of an Excel workbook (.xlsx) the first sheet.',
  },
  'people-csv': {
    ja: 'Salesforce、HubSpot、Sansan、Eight などの顧客・名刺の書き出し。氏名、ふりがな、所属、役職、関係区分、アカウント、担当者、タグ、メモを読みます。メンバーが直した名前は上書きしません。',
    en: 'Contacts and business cards from Salesforce, HubSpot, Sansan, Eight or an address book: names, readings, organisation, role, relation, accounts, owners, tags and notes. Names that a member has corrected stay.',
  },
  'organisations-csv': {
    ja: 'Salesforce の取引先、HubSpot の会社、Sansan の会社一覧、kintone の顧客管理など。会社名、ふりがな、URL、関係区分を読みます。株式会社や㈱の有無は区別しません。',
    en: 'Accounts of Salesforce, companies of HubSpot or Sansan, customer apps of kintone: name, reading, address and relation. “Inc.”, “Ltd.” and the like make no difference.',
  },
  'deals-csv': {
    ja: 'Salesforce の商談、HubSpot の取引、kintone の案件管理など。企業と担当者は名前かメールアドレスで結び付けます。「受注」「失注」は状態として読み、パイプラインにない段階の行は取り込まずに示します。',
    en: 'Opportunities of Salesforce, deals of HubSpot, project apps of kintone. Organisations and people are found by name or e-mail address. “Closed won” and “closed lost” are read as states; rows at a stage that no pipeline has are shown instead of taken.',
  },
  'outcomes-csv': {
    ja: '注文、契約、解約などの一覧。人物は、アカウント、メールアドレス、顧客 ID のどれかで結び付けます。金額は「¥12,000」「1.2万円」のままで読めます。',
    en: 'Lists of orders, contracts and cancellations. People are found by account, e-mail address or customer id; amounts may be written as $1,234.50 or ¥12,000.',
  },
  mbox: {
    ja: 'Gmail (Google データ エクスポート)、Thunderbird、Apple メールの書き出し。',
    en: 'Exports of Gmail (Google Takeout), Thunderbird or Apple Mail.',
  },
  eml: { ja: 'メールソフトから保存した1通。', en: 'One mail saved from a mail program.' },
  feed: {
    ja: 'ブログ、ニュース、フォーラムのフィードを保存したファイル。',
    en: 'A saved feed of a blog, a news site or a forum.',
  },
  mastodon: {
    ja: 'Mastodon の API やストリームから保存した投稿・通知・アカウント。',
    en: 'Statuses, notifications and accounts saved from the Mastodon API or its stream.',
  },
  jetstream: {
    ja: 'Bluesky の Jetstream を記録したファイル。1行に1件。',
    en: 'A recording of Bluesky’s Jetstream, one event a line.',
  },
  activitystreams: {
    ja: 'Mastodon などのアカウントのアーカイブに入っている outbox.json と、ActivityStreams 2.0 の文書。ダイレクトメッセージは取り込みません。',
    en: 'The outbox.json in an account’s archive from Mastodon and others, and any ActivityStreams 2.0 document. Direct messages are left out.',
  },
  reddit: {
    ja: 'Reddit の API の応答や、アーカイブの行(投稿とコメント)。',
    en: 'Answers of the Reddit API, or rows of an archive: posts and comments.',
  },
  hackernews: {
    ja: 'Hacker News の API (Firebase) の項目や、検索 (Algolia) の結果。',
    en: 'Items of the Hacker News API (Firebase), or hits of its search (Algolia).',
  },
  activities: {
    ja: 'Enishi の書き出しと、自作の連携。1行に1件。',
    en: 'Exports of Enishi and integrations of your own, one activity a line.',
  },
  stripe: {
    ja: 'Stripe のイベントを1行に1件ずつ保存したファイル。普段は Webhook で受け取れます（チャネル）。',
    en: 'Events of Stripe, one a line. Day by day they come by webhook: see Channels.',
  },
  shopify: {
    ja: 'Shopify の Webhook を1行に1件ずつ（topic と data）保存したファイル。普段は Webhook で受け取れます（チャネル）。',
    en: 'Webhooks of Shopify, one a line with topic and data. Day by day they come by webhook: see Channels.',
  },
  webhook: {
    ja: '自社システムの成果を1行に1件ずつ、署名付き Webhook と同じ JSON で保存したファイル。',
    en: 'Outcomes of your own system, one a line, as JSON like that of the signed webhook.',
  },
}

export const STATE_WORDS: Record<ImportRun['state'], Words> = {
  running: { ja: '取り込み中', en: 'Running' },
  stopped: { ja: '停止中', en: 'Stopped' },
  done: { ja: '完了', en: 'Done' },
  failed: { ja: '失敗', en: 'Failed' },
  undoing: { ja: '取り消し中', en: 'Being taken back' },
  undone: { ja: '取り消し済み', en: 'Taken back' },
}

/** Words that a column has in one kind of table only. */
const OWN_COLUMN_WORDS: Record<TableFormat, Partial<Record<Column, Words>>> = {
  'posts-csv': {},
  'people-csv': {
    id: { ja: '顧客 ID・管理番号', en: 'Customer id or number' },
    url: { ja: 'プロフィールの URL', en: 'Address of the profile (URL)' },
    platform: { ja: 'アカウントの媒体', en: 'Platform of the account' },
  },
  'organisations-csv': {
    name: { ja: '会社・団体名', en: 'Name of the organisation' },
    url: { ja: 'ホームページ・ドメイン', en: 'Website or domain' },
  },
  'deals-csv': {
    id: { ja: '商談 ID・案件番号', en: 'Id or number of the deal' },
    name: { ja: '商談名・案件名', en: 'Name of the deal' },
    email: { ja: '担当者のメールアドレス', en: 'E-mail address of the contact' },
  },
  'outcomes-csv': {
    id: { ja: '注文番号など', en: 'Order number or the like' },
    platform: { ja: 'アカウントの媒体', en: 'Platform of the account' },
  },
}

/** What a column holds, in the words of its kind of table. */
export function columnWords(format: TableFormat, column: Column): Words {
  return OWN_COLUMN_WORDS[format][column] ?? COLUMN_WORDS[column]
}

/** What to do where a column is missing that the table cannot be read without. */
export const NEEDS_WORDS: Record<TableFormat, Words> = {
  'posts-csv': {
    ja: '本文か題名の列を選んでください。',
    en: 'Choose the column that holds the text or the title.',
  },
  'people-csv': {
    ja: '氏名(または姓・名)、メールアドレス、アカウントのどれかの列を選んでください。',
    en: 'Choose a column for the name, the e-mail address or the account.',
  },
  'organisations-csv': {
    ja: '会社・団体名の列を選んでください。',
    en: 'Choose the column that holds the name of the organisation.',
  },
  'deals-csv': {
    ja: '商談名の列を選んでください。',
    en: 'Choose the column that holds the name of the deal.',
  },
  'outcomes-csv': {
    ja: '日時の列と、人物を示す列(アカウント、メールアドレス、顧客 ID、氏名のどれか)を選んでください。',
    en: 'Choose a column for the time, and one that says who: account, e-mail address, customer id or name.',
  },
}

const COLUMN_WORDS: Record<Column, Words> = {
  owner: { ja: '自社の担当者', en: 'Our owner' },
  secondOwner: { ja: '自社の副担当者', en: 'Our second owner' },
  tags: { ja: 'タグ', en: 'Tags' },
  note: { ja: 'メモ', en: 'Note' },
  relationSince: { ja: '関係の開始日', en: 'Relation since' },
  relationUntil: { ja: '関係の終了日', en: 'Relation until' },
  contact: { ja: '先方の担当者', en: 'Contact there' },
  pipeline: { ja: 'パイプライン', en: 'Pipeline' },
  stage: { ja: '段階', en: 'Stage' },
  state: { ja: '状態 (受注・失注)', en: 'State (won, lost)' },
  probability: { ja: '確度 (%)', en: 'Likelihood (%)' },
  closesOn: { ja: '完了予定日', en: 'Expected to close' },
  lostReason: { ja: '失注の理由', en: 'Why it was lost' },
  source: { ja: 'きっかけ', en: 'Source' },
  code: { ja: 'クーポンコード', en: 'Coupon code' },
  referredBy: { ja: '紹介者・紹介コード', en: 'Referred by, or referral code' },
  heardFrom: { ja: '知ったきっかけ', en: 'How they heard of us' },
  name: { ja: '氏名', en: 'Full name' },
  family: { ja: '姓', en: 'Family name' },
  given: { ja: '名', en: 'Given name' },
  reading: { ja: 'ふりがな', en: 'Reading (furigana)' },
  doNotContact: { ja: '連絡しない', en: 'Do not contact' },
  doNotMail: { ja: 'メールの配信停止', en: 'Opted out of mail' },
  doNotCall: { ja: '電話しない', en: 'Do not call' },
  consent: { ja: 'メール配信への同意', en: 'Consent to mail' },
  otherEmail: { ja: '2つ目のメールアドレス', en: 'Further e-mail addresses' },
  mobile: { ja: '携帯電話番号', en: 'Mobile number' },
  phone: { ja: '電話番号（会社・自宅など）', en: 'Phone number (office, home)' },
  familyReading: { ja: '姓のふりがな', en: 'Reading of the family name' },
  givenReading: { ja: '名のふりがな', en: 'Reading of the given name' },
  handle: { ja: 'アカウント', en: 'Account' },
  organisation: { ja: '会社・団体', en: 'Organisation' },
  department: { ja: '部署', en: 'Department' },
  role: { ja: '役職', en: 'Role' },
  organisationUrl: { ja: '会社の URL', en: 'Address of the organisation (URL)' },
  relation: { ja: '関係区分', en: 'Relation' },
  since: { ja: '所属の開始日', en: 'Belongs there since' },
  until: { ja: '所属の終了日', en: 'Belonged there until' },
  at: { ja: '日時', en: 'Time' },
  personId: { ja: '顧客 ID', en: 'Customer id' },
  type: { ja: '成果の種類', en: 'Kind of outcome' },
  value: { ja: '金額', en: 'Value' },
  currency: { ja: '通貨', en: 'Currency' },
  about: { ja: '商品・話題', en: 'Product or topic' },
  text: { ja: '本文', en: 'Text' },
  author: { ja: '投稿者名', en: 'Author' },
  authorId: { ja: '投稿者の ID', en: 'Author’s id' },
  authorUrl: { ja: '投稿者のURL', en: 'Author’s address (URL)' },
  email: { ja: 'メールアドレス', en: 'E-mail address' },
  publishedAt: { ja: '投稿日時', en: 'Time of the post' },
  title: { ja: '題名', en: 'Title' },
  url: { ja: '投稿のURL', en: 'Address of the post (URL)' },
  id: { ja: '投稿の ID', en: 'Id of the post' },
  parentId: { ja: '返信先の ID', en: 'Id of what it answers' },
  platform: { ja: '媒体', en: 'Platform' },
  lang: { ja: '言語', en: 'Language' },
}

/** Names of products, the same in every language. */
export const PRODUCT_NAMES: Record<Product, string> = {
  salesforce: 'Salesforce',
  hubspot: 'HubSpot',
  sansan: 'Sansan',
  eight: 'Eight',
  kintone: 'kintone',
}

export const WORDS = defineWords({
  looksLike: {
    ja: (product: string) => `${product} から書き出した表のようです。列の対応を確かめてください。`,
    en: (product: string) =>
      `This looks like an export of ${product}. Check what the columns hold.`,
  },
  ignored: { ja: '取り込まない列:', en: 'Columns that are left out:' },
  joined: {
    ja: (parts: readonly string[]) => parts.join('、'),
    en: (parts: readonly string[]) => parts.join(', '),
  },
  title: { ja: '取り込み', en: 'Import' },
  exports: { ja: '書き出し', en: 'Export' },
  exportHint: {
    ja: '取り込みでそのまま読める形で保存します。CSV は Excel で開けます。',
    en: 'Saved in the form that import reads again; spreadsheets open the CSV files.',
  },
  exportActivities: { ja: '行動 (JSONL)', en: 'Activities (JSONL)' },
  exportPeople: { ja: '人物 (CSV)', en: 'People (CSV)' },
  exportOutcomes: { ja: '成果 (CSV)', en: 'Outcomes (CSV)' },
  drop: { ja: 'ここにファイルをドロップ', en: 'Drop files here' },
  choose: { ja: 'ファイルを選ぶ', en: 'Choose files' },
  dropHint: {
    ja: '複数可。gzip (.gz) のままでも構いません。同じファイルを二度取り込んでも増えません。',
    en: 'Several at once, gzipped or not. Importing the same file twice changes nothing.',
  },
  readOnly: {
    ja: '閲覧者は取り込みできません。',
    en: 'Viewers can’t import.',
  },
  formats: { ja: '取り込める形式と入手先', en: 'Which formats, and where they come from' },
  uploading: {
    ja: (name: string) => `${name} を送っています`,
    en: (name: string) => `Uploading ${name}`,
  },
  sent: {
    ja: (sent: number, total: number) => `${formatBytes(sent, 'ja')} / ${formatBytes(total, 'ja')}`,
    en: (sent: number, total: number) =>
      `${formatBytes(sent, 'en')} of ${formatBytes(total, 'en')}`,
  },
  format: { ja: '形式', en: 'Format' },
  chooseFormat: { ja: '選んでください', en: 'Please choose' },
  formatUnknown: {
    ja: '形式を見分けられませんでした。選んでください。',
    en: 'The format could not be told. Please choose it.',
  },
  channelName: { ja: 'チャネル名', en: 'Channel name' },
  channelHint: {
    ja: 'どこで集めた投稿か。空欄なら形式かファイル名から付けます。',
    en: 'Where this was heard. Left empty, it is named after the format or the file.',
  },
  mapping: { ja: '列の対応', en: 'What the columns hold' },
  remembered: {
    ja: '前に同じ見出しの表で選んだ対応を使っています。',
    en: 'Taken over from the last table with this header.',
  },
  columnsNotShown: {
    ja: '列の対応はここでは表示できません(Excel ファイルが大きいか、見出し行が読めないため)。取り込みながら見出しと値から推測します。対応を選ぶには、シートを CSV で保存してアップロードしてください。',
    en: 'The columns cannot be shown here: the workbook is large, or its header cannot be read. They are guessed from names and values as the file is read; to choose them, save the sheet as CSV and upload that.',
  },
  sample: { ja: '最初の数行', en: 'The first rows' },
  noColumn: { ja: '(なし)', en: '(none)' },
  ownFields: { ja: '追加した項目', en: 'Fields you added' },
  takenInPart: { ja: '取り込み済み', en: 'Taken without this' },
  start: { ja: '取り込みを始める', en: 'Start import' },
  discard: { ja: 'やめる', en: 'Discard' },
  imports: { ja: 'これまでの取り込み', en: 'Imports' },
  none: { ja: 'まだ取り込みはありません。', en: 'There are no imports yet.' },
  progress: {
    ja: (name: string, percent: string) => `${name}: ${percent}`,
    en: (name: string, percent: string) => `${name}: ${percent}`,
  },
  read: { ja: '読み込み', en: 'Read' },
  new: { ja: '新規', en: 'New' },
  duplicate: { ja: '重複', en: 'Duplicate' },
  updated: { ja: '更新', en: 'Updated' },
  deleted: { ja: '削除', en: 'Deleted' },
  refused: { ja: '取り込み不可', en: 'Refused' },
  stop: { ja: '停止', en: 'Stop' },
  resume: { ja: '続ける', en: 'Go on' },
  stopOf: { ja: (name: string) => `${name}を停止`, en: (name: string) => `Stop ${name}` },
  resumeOf: { ja: (name: string) => `${name}を続ける`, en: (name: string) => `Go on with ${name}` },
  seePosts: { ja: '投稿を見る', en: 'See the posts' },
  showRefusals: {
    ja: (count: number) => `取り込めなかった${formatCount(count, 'ja')}件の理由を見る`,
    en: (count: number) =>
      `Why ${formatCount(count, 'en')} ${count === 1 ? 'was' : 'were'} refused`,
  },
  showNoted: {
    ja: (count: number) => `一部を除いて取り込んだ${formatCount(count, 'ja')}件を見る`,
    en: (count: number) =>
      `See the ${formatCount(count, 'en')} ${count === 1 ? 'row' : 'rows'} taken in part`,
  },
  download: { ja: '取り込めなかった行をダウンロード (CSV)', en: 'Download what was refused (CSV)' },
  line: { ja: '行', en: 'Line' },
  reason: { ja: '理由', en: 'Reason' },
  content: { ja: '内容', en: 'Content' },
  finished: {
    ja: (name: string, count: number) =>
      `${name}の取り込みが終わりました。新規${formatCount(count, 'ja')}件。`,
    en: (name: string, count: number) => `${name} is imported: ${formatCount(count, 'en')} new.`,
  },
})
