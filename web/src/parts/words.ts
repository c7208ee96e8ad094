import type {
  ActivityType,
  Intent,
  OutcomeType,
  ReadingPart,
  RelationKind,
  Sentiment,
  Stage,
  StageOrNone,
  Stance,
  TopicKind,
  Words,
} from '../terms.ts'
import { defineWords } from '../words.ts'

/** The words of the glossary for what several pages show. */
export const SENTIMENT_WORDS: Record<Sentiment, Words> = {
  positive: { ja: '肯定', en: 'Positive' },
  neutral: { ja: '中立', en: 'Neutral' },
  negative: { ja: '否定', en: 'Negative' },
}

export const STAGE_WORDS: Record<StageOrNone, Words> = {
  discovery: { ja: '発見', en: 'Discovery' },
  evaluation: { ja: '購買評価', en: 'Evaluation' },
  recommendation: { ja: '推薦', en: 'Recommendation' },
  satisfaction: { ja: '購買後', en: 'Satisfaction' },
  none: { ja: '段階なし', en: 'No stage' },
}

export const STANCE_WORDS: Record<Stance, Words> = {
  for: { ja: '賛成', en: 'For' },
  against: { ja: '反対', en: 'Against' },
  mixed: { ja: '賛否両方', en: 'Mixed' },
  none: { ja: '賛否なし', en: 'No stance' },
}

export const INTENT_WORDS: Record<Intent, Words> = {
  question: { ja: '質問', en: 'Question' },
  complaint: { ja: '苦情', en: 'Complaint' },
  praise: { ja: '称賛', en: 'Praise' },
  purchase: { ja: '購入の意向', en: 'Means to buy' },
  recommendation_sought: { ja: 'おすすめを探している', en: 'Asks for a recommendation' },
  recommendation_given: { ja: '勧める・止める', en: 'Recommends or warns' },
  support: { ja: '困りごと', en: 'Needs help' },
  feature: { ja: '要望', en: 'Wishes for a feature' },
  churn: { ja: '離脱のおそれ', en: 'Is leaving' },
  spam: { ja: '宣伝・スパム', en: 'Advertising or spam' },
}

/** The parts of a reading that are decided one by one. */
export const READING_PART_WORDS: Record<ReadingPart, Words> = {
  sentiment: { ja: '感情', en: 'Sentiment' },
  stage: { ja: '段階', en: 'Stage' },
  stance: { ja: '賛否', en: 'Stance' },
  ...INTENT_WORDS,
  toxicity: { ja: '攻撃的な表現', en: 'Abuse' },
}

export const YES_OR_NO_WORDS: Record<'true' | 'false', Words> = {
  true: { ja: 'あり', en: 'Yes' },
  false: { ja: 'なし', en: 'No' },
}

/** Where a stage gives the stance a word of its own; elsewhere STANCE_WORDS speaks. */
export const STAGE_STANCE_WORDS: Partial<Record<Stage, Record<'for' | 'against', Words>>> = {
  satisfaction: {
    for: { ja: '満足', en: 'satisfied' },
    against: { ja: '不満', en: 'dissatisfied' },
  },
  recommendation: {
    for: { ja: '勧める', en: 'recommends' },
    against: { ja: '勧めない', en: 'advises against' },
  },
}

export const TOPIC_KIND_WORDS: Record<TopicKind, Words> = {
  own: { ja: '自社', en: 'Our own' },
  competitor: { ja: '競合', en: 'Competitor' },
  category: { ja: '分野', en: 'Category' },
  campaign: { ja: 'キャンペーン', en: 'Campaign' },
}

/** What a person or an organisation is to us. */
export const RELATION_WORDS: Record<RelationKind, Words> = {
  customer: { ja: '顧客', en: 'Customer' },
  prospect: { ja: '顧客候補', en: 'Prospect' },
  advocate: { ja: '支持者', en: 'Advocate' },
  'decision-maker': { ja: '意思決定者', en: 'Decision maker' },
  partner: { ja: 'パートナー企業', en: 'Partner' },
  competitor: { ja: '競合企業', en: 'Competitor' },
  employee: { ja: '社員', en: 'Employee' },
  media: { ja: 'メディア', en: 'Media' },
  peer: { ja: '仲間', en: 'Peer' },
  stakeholder: { ja: '関係者', en: 'Stakeholder' },
}

export const OUTCOME_WORDS: Record<OutcomeType, Words> = {
  'sign-up': { ja: '登録', en: 'Sign-up' },
  purchase: { ja: '購入', en: 'Purchase' },
  renewal: { ja: '更新', en: 'Renewal' },
  referral: { ja: '紹介', en: 'Referral' },
  churn: { ja: '解約', en: 'Churn' },
  'case-solved': { ja: '問い合わせ解決', en: 'Case solved' },
}

export const ACTIVITY_WORDS: Record<ActivityType, Words> = {
  Create: { ja: '投稿', en: 'posted' },
  Announce: { ja: '共有', en: 'shared' },
  Like: { ja: 'いいね', en: 'liked' },
  Dislike: { ja: '低評価', en: 'disliked' },
  Follow: { ja: 'フォロー', en: 'followed' },
  View: { ja: '閲覧', en: 'viewed' },
  Join: { ja: '参加', en: 'joined' },
  Leave: { ja: '退会', en: 'left' },
  Invite: { ja: '招待', en: 'invited' },
  Offer: { ja: '提案', en: 'offered' },
  Accept: { ja: '承諾', en: 'accepted' },
  Reject: { ja: '辞退', en: 'rejected' },
  Flag: { ja: '通報', en: 'reported' },
  Block: { ja: 'ブロック', en: 'blocked' },
  Outcome: { ja: '成果', en: 'outcome' },
}

export const WORDS = defineWords({
  relation: { ja: '関係区分', en: 'Relation' },
  skip: { ja: '本文へ移動', en: 'Skip to content' },
  navigation: { ja: 'メイン', en: 'Main' },
  menu: { ja: 'メニュー', en: 'Menu' },
  home: { ja: 'ホーム', en: 'Home' },
  listen: { ja: '聞く', en: 'Listen' },
  listening: { ja: 'リスニング', en: 'Listening' },
  channels: { ja: 'チャネル', en: 'Channels' },
  links: { ja: 'リンクとコード', en: 'Links and codes' },
  import: { ja: '取り込み', en: 'Import' },
  understand: { ja: '知る', en: 'Understand' },
  people: { ja: '人物', en: 'People' },
  organisations: { ja: '企業・団体', en: 'Organisations' },
  review: { ja: '名寄せの確認', en: 'Same person?' },
  programmes: { ja: '関係づくり', en: 'Relations' },
  journeys: { ja: 'ジャーニー', en: 'Journeys' },
  opinions: { ja: '意見', en: 'Opinions' },
  topics: { ja: '話題', en: 'Topics' },
  quality: { ja: '判定の質', en: 'Quality' },
  engage: { ja: '応える', en: 'Engage' },
  measure: { ja: '測る', en: 'Measure' },
  communities: { ja: 'コミュニティ', en: 'Communities' },
  experiments: { ja: '効果検証', en: 'Experiments' },
  plan: { ja: '誰に声をかけるか', en: 'Whom to talk to' },
  deals: { ja: '商談', en: 'Deals' },
  lists: { ja: 'リスト', en: 'Lists' },
  handovers: { ja: '引き継ぎ', en: 'Hand-overs' },
  tasks: { ja: 'タスク', en: 'Tasks' },
  influence: { ja: '影響', en: 'Influence' },
  privacy: { ja: '個人情報', en: 'Personal data' },
  audit: { ja: '監査記録', en: 'Audit trail' },
  webhooks: { ja: 'Webhook 通知', en: 'Webhooks' },
  settings: { ja: '設定', en: 'Settings' },
  workspace: { ja: 'ワークスペース', en: 'Workspace' },
  account: { ja: 'アカウント', en: 'Account' },
  accountOf: {
    ja: (name: string) => `アカウント: ${name}`,
    en: (name: string) => `Account: ${name}`,
  },
  changePassword: { ja: 'パスワードを変更', en: 'Change password' },
  signOut: { ja: 'サインアウト', en: 'Sign out' },
  language: { ja: '言語', en: 'Language' },
  appearance: { ja: '表示', en: 'Appearance' },
  light: { ja: '明るい', en: 'Light' },
  dark: { ja: '暗い', en: 'Dark' },
  auto: { ja: '自動', en: 'Automatic' },
  loading: { ja: '読み込み中', en: 'Loading' },
  more: { ja: 'さらに表示', en: 'Show more' },
  end: { ja: 'これで全部です', en: 'That is all' },
  retry: { ja: 'もう一度試す', en: 'Try again' },
  failed: { ja: '読み込めませんでした', en: 'This could not be loaded' },
  unreachable: {
    ja: 'サーバーに接続できません。起動しているか確かめて、もう一度試してください。',
    en: 'The server can’t be reached. See whether it runs, then try again.',
  },
  fault: {
    ja: 'サーバーで問題が起きました。もう一度試し、続くときは記録を確かめてください。',
    en: 'Something went wrong on the server. Try again; if it stays, look into its log.',
  },
  tooBusy: {
    ja: 'サーバーが混み合っています。少し待って、もう一度試してください。',
    en: 'The server is busy. Wait a moment, then try again.',
  },
  notFound: { ja: '見つかりません', en: 'Not found' },
  notFoundText: {
    ja: 'このページはありません。ホームからたどり直してください。',
    en: 'There is no such page. Start again from Home.',
  },
  cancel: { ja: 'キャンセル', en: 'Cancel' },
  save: { ja: '保存', en: 'Save' },
  close: { ja: '閉じる', en: 'Close' },
  edit: { ja: '編集', en: 'Edit' },
  remove: { ja: '削除', en: 'Delete' },
  search: { ja: '検索', en: 'Search' },
  any: { ja: 'すべて', en: 'Any' },
  topic: { ja: '話題', en: 'Topic' },
  channel: { ja: 'チャネル', en: 'Channel' },
  stage: { ja: '段階', en: 'Stage' },
  stance: { ja: '賛否', en: 'Stance' },
  sentiment: { ja: '感情', en: 'Sentiment' },
  intent: { ja: '意図', en: 'Intent' },
  abuse: { ja: '攻撃的な表現', en: 'Abuse' },
  leftOpen: { ja: '未判定の項目', en: 'Left open' },
  from: { ja: '開始日', en: 'From' },
  to: { ja: '終了日', en: 'To' },
  kind: { ja: '種類', en: 'Kind' },
  moved: {
    ja: (from: string, to: string) => `${from}→${to}`,
    en: (from: string, to: string) => `${from} → ${to}`,
  },
  firstSeen: { ja: '初めて', en: 'First seen' },
  original: { ja: '元の投稿', en: 'Original' },
  opensOutside: { ja: '(新しいタブで開く)', en: '(opens in a new tab)' },
  details: { ja: '詳細', en: 'Details' },
  postBy: {
    ja: (name: string) => `${name}の投稿の詳細`,
    en: (name: string) => `Details of the post by ${name}`,
  },
  edited: { ja: '編集済み', en: 'edited' },
  deleted: { ja: '投稿元で削除済み', en: 'deleted at the source' },
  excerpt: { ja: '抜粋', en: 'excerpt' },
  fromExcerpt: { ja: '抜粋による判定', en: 'read from an excerpt' },
  noText: { ja: '本文なし', en: 'No text' },
  sure: { ja: '確か', en: 'sure' },
  likely: { ja: 'おそらく', en: 'likely' },
  unsure: { ja: '不確か', en: 'unsure' },
  live: { ja: 'ライブ更新中', en: 'Live' },
  liveConnecting: { ja: '接続中', en: 'Connecting' },
  liveAgain: { ja: '再接続中', en: 'Reconnecting' },
  unread: { ja: '判定前', en: 'not yet read' },
  notSure: {
    ja: (parts: string[]) => `未判定: ${parts.join('・')}`,
    en: (parts: string[]) => `not sure: ${parts.join(', ').toLowerCase()}`,
  },
  abusive: { ja: '攻撃的な表現', en: 'abusive' },
  readBy: { ja: '判定したモデル', en: 'Read by' },
  readByModel: {
    ja: (model: string, posts: string) => `${model}: ${posts}件`,
    en: (model: string, posts: string) => `${model}: ${posts}`,
  },
  novel: { ja: 'モデルが初めて見る内容', en: 'new to the reader' },
  novelHint: {
    ja: 'モデルが学んだものとは違う文なので、判定はすべて保留されています。',
    en: 'The text is unlike anything that the reader learnt, so it leaves everything open.',
  },
  other: { ja: 'ほか', en: 'other' },
  otherHint: {
    ja: 'どの段階・意図にも当てはまらない投稿です。',
    en: 'None of the stages and intents holds.',
  },
  saidByMember: { ja: 'メンバー', en: 'member' },
  saidByModel: { ja: '言語モデル', en: 'language model' },
  saidByReader: { ja: '判定モデル', en: 'reader' },
  saidBy: {
    ja: (who: string) => `判定: ${who}`,
    en: (who: string) => `said by: ${who}`,
  },
  stanceSure: {
    ja: (word: string) => `賛否は${word}`,
    en: (word: string) => `stance ${word}`,
  },
  corrected: { ja: '訂正済み', en: 'corrected' },
  correctedBy: {
    ja: (name: string) => `訂正済み (${name})`,
    en: (name: string) => `corrected by ${name}`,
  },
})
