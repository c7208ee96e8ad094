import { formatCount } from '../../format.ts'
import { defineWords } from '../../words.ts'

export const PRIVACY_WORDS = defineWords({
  title: { ja: '個人情報', en: 'Personal data' },
  closed: { ja: '連絡しないでください', en: 'Do not contact' },
  allMeans: { ja: 'すべての連絡手段', en: 'By any means' },
  mail: { ja: 'メール', en: 'Mail' },
  phone: { ja: '電話', en: 'Phone' },
  message: { ja: 'メッセージ', en: 'Messages' },
  visit: { ja: '訪問', en: 'Visits' },
  post: { ja: '郵便', en: 'Post' },
  mailYes: { ja: 'メールの同意あり', en: 'Agreed to be mailed' },
  mailNo: {
    ja: 'メールの同意がありません。案内メールは送れません。',
    en: 'Has not agreed to be mailed, so mailings must leave them out.',
  },
  close: { ja: '連絡を止める', en: 'Do not contact' },
  lift: { ja: '解除', en: 'Lift' },
  means: { ja: '連絡手段', en: 'Means' },
  reason: { ja: '理由', en: 'Reason' },
  useStopped: { ja: '利用停止中', en: 'Use of this person’s data is stopped' },
  useStoppedText: {
    ja: '連絡、働きかけの計画、書き出し、第三者提供、影響の図、Webhook、候補の提案には使いません。新しい投稿も取り込みません。',
    en: 'Not contacted, planned for, exported, given to others, named in influence, told by webhooks or proposed; nothing new of them is taken in.',
  },
  stopUse: { ja: '利用を停止…', en: 'Stop use of their data…' },
  resumeUse: { ja: '利用停止を解除…', en: 'Use their data again…' },
  resumeWhy: { ja: '解除する理由', en: 'Why it is used again' },
  wasStopped: { ja: '利用停止', en: 'Use stopped' },
  wasResumed: { ja: '解除', en: 'Lifted' },
  exportPage: { ja: '保有情報をページで出力', en: 'Export as a page' },
  exportJson: { ja: '保有情報を JSON で出力', en: 'Export as JSON' },
  erase: { ja: 'この人物を消去…', en: 'Erase this person…' },
  eraseTitle: { ja: '人物を消去', en: 'Erase a person' },
  eraseWhat: {
    ja: (rows: number, posts: number) =>
      `投稿${formatCount(posts, 'ja')}件を含む、${formatCount(rows, 'ja')}件の記録が消えます。元には戻せません。同じ情報がもう一度届いても取り込みません。`,
    en: (rows: number, posts: number) =>
      `${formatCount(rows, 'en')} records go, ${formatCount(posts, 'en')} posts among them. This cannot be undone, and what arrives of them again is kept out.`,
  },
  eraseStays: {
    ja: (deals: number, contacts: number) =>
      `ほかの人も関わる商談${formatCount(deals, 'ja')}件と接点${formatCount(contacts, 'ja')}件は、内容が残ります。`,
    en: (deals: number, contacts: number) =>
      `What was written about deals (${formatCount(deals, 'en')}) and contacts (${formatCount(contacts, 'en')}) with others in them stays.`,
  },
  eraseModels: {
    ja: 'この人物の投稿から学んだモデルも破棄し、学習をやり直します。',
    en: 'Models that learnt from their posts are forgotten, and learning starts anew.',
  },
  confirm: {
    ja: (name: string) => `確認のため「${name}」と入力してください`,
    en: (name: string) => `Type “${name}” to confirm`,
  },
  eraseNow: { ja: '消去する', en: 'Erase for good' },
})
