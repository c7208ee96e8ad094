import type { Answer } from '../../api.ts'
import { formatCount, formatShare } from '../../format.ts'
import type { Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'

export type ModelSettings = Answer<'GET /workspace/language-model'>
export type Failure = NonNullable<ModelSettings['trouble']>['failure']

/** What went wrong, and the way out. */
export const FAILURE_WORDS: Record<Failure, Words> = {
  unauthorised: {
    ja: 'キーが受け付けられませんでした。キーを確認し、入力し直してください。',
    en: 'The key was not accepted. Check it and enter it again.',
  },
  'wrong-address': {
    ja: 'このアドレスには OpenAI 互換の API がありません。末尾が /v1 などになっているか確認してください。',
    en: 'There is no OpenAI-compatible interface at this address. See whether it ends as it should, such as in /v1.',
  },
  'too-many-requests': {
    ja: '言語モデルの利用制限に達しました。時間をおいて自動で再開します。',
    en: 'The language model’s limit of requests is reached. It is asked again by itself later.',
  },
  refused: {
    ja: '言語モデルが要求を受け付けませんでした。モデル名を確認してください。投稿の内容が理由のこともあります。',
    en: 'The language model did not accept the request. Check its name; what the post says may be the reason too.',
  },
  'server-fault': {
    ja: '言語モデルのサーバーで障害が起きています。時間をおいて自動で再開します。',
    en: 'The language model’s server has a fault. It is asked again by itself later.',
  },
  'timed-out': {
    ja: '時間内に答えが返りませんでした。より速いモデルを選ぶか、一度に送る投稿を減らしてください。',
    en: 'No answer came in time. Choose a quicker model, or send fewer posts at once.',
  },
  'not-reached': {
    ja: 'サーバーに接続できませんでした。アドレスと、サーバーが動いているかを確認してください。',
    en: 'The server could not be reached. Check the address, and whether it is up.',
  },
  'address-refused': {
    ja: '社内や自分自身のネットワークを指すアドレスのため、接続しませんでした。意図したものなら、管理者が ENISHI_ALLOW_HOSTS にホストを加えてください。',
    en: 'This leads into a private network or to this machine, so it was not called. If that is intended, the administrator adds the host to ENISHI_ALLOW_HOSTS.',
  },
  nonsense: {
    ja: '決めた形式の答えになっていないため、使いませんでした。続くようなら、別のモデルを選んでください。',
    en: 'The answer was not in the agreed form, so it was not used. If that goes on, choose another model.',
  },
  'key-unreadable': {
    ja: '保存されたキーを読み出せません。サーバーの秘密鍵が変わっています。キーを入力し直してください。',
    en: 'The stored key can’t be opened, since the server’s secret has changed. Enter the key again.',
  },
}

export const WORDS = defineWords({
  intro: {
    ja: '判定しきれなかった項目だけを、外部または社内の言語モデルに補わせます。対象の投稿の本文が、次のアドレスに送られます。投稿者の名前やIDは送りません。メンバーの修正がいつも優先されます。',
    en: 'Has a language model, outside or your own, fill what the reader left open, and nothing else. The text of those posts is sent to this address, without names or ids of authors. What members correct always outranks it.',
  },
  isOn: { ja: '言語モデルを使う', en: 'Use a language model' },
  address: { ja: 'アドレス', en: 'Address' },
  addressHint: {
    ja: 'OpenAI 互換 API の、/chat/completions より前の部分',
    en: 'Of an OpenAI-compatible interface, up to but without /chat/completions',
  },
  model: { ja: 'モデル名', en: 'Name of the model' },
  key: { ja: 'APIキー', en: 'API key' },
  keyKept: {
    ja: '保存済み。変えるときだけ入力します。アドレスが別のサーバーに変わると消えます。',
    en: 'One is stored. Enter another only to change it; it goes when the address leads to another server.',
  },
  keyMissing: {
    ja: '暗号化して保存され、二度と表示されません。不要なモデルなら空欄で構いません。',
    en: 'Stored encrypted and never shown again. Some models need none.',
  },
  dropKey: { ja: '保存したキーを消す', en: 'Remove the stored key' },
  votesPerDay: { ja: '一日の上限（投稿数）', en: 'Posts a day at most' },
  votesPerDayHint: { ja: '新しい投稿から順に使います。', en: 'Newest posts first.' },
  postsPerRequest: { ja: '一度に送る投稿', en: 'Posts in one request' },
  postsPerRequestHint: {
    ja: '1なら、投稿に紛れた指示がほかの投稿の判定に影響しません。増やすと安くなりますが、その保証はなくなります。',
    en: 'With 1, instructions hidden in a post can’t sway another post. More is cheaper, and loses that.',
  },
  saved: { ja: '保存しました。', en: 'Saved.' },
  today: { ja: '今日', en: 'Today' },
  asked: { ja: '問い合わせた投稿', en: 'Posts asked about' },
  ofBudget: {
    ja: (posts: number, budget: number) =>
      `${formatCount(posts, 'ja')} / ${formatCount(budget, 'ja')}件`,
    en: (posts: number, budget: number) =>
      `${formatCount(posts, 'en')} of ${formatCount(budget, 'en')}`,
  },
  count: {
    ja: (count: number) => `${formatCount(count, 'ja')}件`,
    en: (count: number) => formatCount(count, 'en'),
  },
  votes: { ja: '補った項目', en: 'Parts filled' },
  dropped: { ja: '使えなかった答え', en: 'Answers not usable' },
  failures: { ja: '失敗した問い合わせ', en: 'Requests that failed' },
  answered: { ja: '最後の答え', en: 'Last answer' },
  never: { ja: 'まだなし', en: 'none yet' },
  failed: { ja: '言語モデルが答えていません', en: 'The language model does not answer' },
  status: {
    ja: (status: number) => `HTTP ${status}`,
    en: (status: number) => `HTTP ${status}`,
  },
  nextTry: { ja: '次の試行', en: 'Next try' },
  figures: { ja: '投稿の確認でわかった正しさ', en: 'How right it is, by audits' },
  figuresHint: {
    ja: '項目ごとに、50件以上を確認すると表示します。元の判定のほうが正しければ、その項目は自動で止まります。',
    en: 'Shown for each part from 50 audits on. Where the reader alone is right more often, votes on the part stop by themselves.',
  },
  noFigures: {
    ja: '確認した投稿に、言語モデルが補ったものはまだありません。「判定の質」で投稿を確認すると、ここに表示されます。',
    en: 'No audited post has been voted on yet. Figures appear as posts are audited on the quality page.',
  },
  part: { ja: '項目', en: 'Part' },
  audited: { ja: '確認', en: 'Audited' },
  voteRight: { ja: '言語モデル', en: 'Language model' },
  readerRight: { ja: '元の判定', en: 'Reader' },
  state: { ja: '状態', en: 'State' },
  stopped: { ja: '停止', en: 'stopped' },
  voting: { ja: '使用中', en: 'in use' },
  tooFew: { ja: '件数不足', en: 'too few' },
  interval: {
    ja: (low: number, high: number) => `${formatShare(low, 'ja')}〜${formatShare(high, 'ja')}`,
    en: (low: number, high: number) => `${formatShare(low, 'en')} to ${formatShare(high, 'en')}`,
  },
})
