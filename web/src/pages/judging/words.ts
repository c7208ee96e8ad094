import { formatCount } from '../../format.ts'
import { defineWords } from '../../words.ts'

export const WORDS = defineWords({
  audit: { ja: '投稿を確認する', en: 'Audit posts' },
  learning: { ja: '迷った投稿を教える', en: 'Teach what it is unsure of' },
  auditText: {
    ja: '無作為に選んだ投稿です。モデルの判定は見せません。本文だけを読んで、思ったとおりに答えてください。答えは精度の数字になり、学習には使いません。',
    en: 'These posts are drawn at random. You don’t see what the model said; go by the text alone. Your answers become the figures, and train nothing.',
  },
  learningText: {
    ja: 'モデルが最も迷った投稿です。モデルの判定が選んであるので、違うところだけ直してください。答えは次の学習に使います。',
    en: 'Of these posts the model is least sure. Its reading is chosen already; change what is wrong. Your answers are what it learns from.',
  },
  back: { ja: '判定の質に戻る', en: 'Back to Quality' },
  queue: { ja: '確認の種類', en: 'What to judge' },
  language: { ja: '言語', en: 'Language' },
  anyLanguage: { ja: 'すべての言語', en: 'Any language' },
  judged: {
    ja: (done: number) => `今回 ${formatCount(done, 'ja')}件`,
    en: (done: number) => `${formatCount(done, 'en')} this time`,
  },
  auditedSoFar: {
    ja: (audited: number) => `確認済みは全部で${formatCount(audited, 'ja')}件`,
    en: (audited: number) => `${formatCount(audited, 'en')} audited in all`,
  },
  post: { ja: '投稿', en: 'The post' },
  topics: { ja: '話題', en: 'Topics' },
  noTopics: { ja: '登録した話題なし', en: 'No topic of yours' },
  intents: { ja: '意図 (いくつでも)', en: 'Intents (any number)' },
  toxicity: { ja: '攻撃的な表現', en: 'Abuse' },
  abusive: { ja: '攻撃的', en: 'Abusive' },
  unsure: { ja: 'モデルが迷った項目', en: 'the model is unsure of this' },
  submit: { ja: '決定して次へ', en: 'Done, next' },
  skip: { ja: 'とばす', en: 'Skip' },
  missing: {
    ja: '感情と段階を選ぶと、次へ進めます。',
    en: 'Choose sentiment and stage to go on.',
  },
  keys: {
    ja: '各項目の文字のキーで選び、Enter で次へ、Z でとばします。',
    en: 'Choose by the keys shown, Enter goes on, Z skips.',
  },
  announce: {
    ja: (left: number) => `次の投稿です。待っている投稿は${formatCount(left, 'ja')}件です。`,
    en: (left: number) => `The next post. ${formatCount(left, 'en')} are waiting.`,
  },
  waiting: {
    ja: (left: number) => `待ち ${formatCount(left, 'ja')}件`,
    en: (left: number) => `${formatCount(left, 'en')} waiting`,
  },
  goOn: { ja: '次の投稿へ', en: 'Go on to the next post' },
  nothingToAudit: { ja: '確認する投稿がありません', en: 'There is no post to audit' },
  nothingToTeach: { ja: '教える投稿がありません', en: 'There is nothing to teach' },
  nothingText: {
    ja: '新しい投稿が届くと、ここに並びます。言語を絞り込んでいるときは、外してみてください。',
    en: 'As new posts arrive, they line up here. If you narrowed to a language, try any.',
  },
  goChannels: { ja: 'チャネルを見る', en: 'See the channels' },
})
