import { formatCount, formatShare } from '../../format.ts'
import type { ReaderModelRow, TeachNext } from '../../terms.ts'
import { defineWords } from '../../words.ts'

const postsEn = (count: number) => `${formatCount(count, 'en')} ${count === 1 ? 'post' : 'posts'}`
const listJa = (names: string[]) => names.map((name) => `「${name}」`).join('')
const listEn = (names: string[]) =>
  new Intl.ListFormat('en-GB').format(names.map((name) => `“${name}”`))

type State = ReaderModelRow['state']
type Compared = NonNullable<ReaderModelRow['compared']>
type Reason = NonNullable<ReaderModelRow['reason']>

const STATES: Record<State, { ja: string; en: string }> = {
  candidate: { ja: '学習中', en: 'being trained' },
  running: { ja: '使用中', en: 'in use' },
  retired: { ja: '以前のもの', en: 'earlier' },
  refused: { ja: '不採用', en: 'refused' },
}

const REASONS: Record<Reason, { ja: string; en: string }> = {
  better: { ja: '精度の確認で、前より良い成績でした', en: 'it did better on the audits' },
  'not-better': {
    ja: '平均すると、使用中のものより良くなりませんでした',
    en: 'in the mean it did no better than the one in use',
  },
  'worse-than-base': {
    ja: '使用中のものより良くても、土台のモデルより悪くなりました',
    en: 'better than the one in use, but worse than the base',
  },
  'may-be-chance': {
    ja: '平均は良くなりましたが、偶然との区別がつきません',
    en: 'better in the mean, but by no more than chance may do',
  },
  'worse-on-a-part': {
    ja: '平均は良くなりましたが、大きく悪くなった項目がありました',
    en: 'better in the mean, but clearly worse on one part',
  },
  'too-few-audits': {
    ja: '比べるための確認済みの投稿が足りません',
    en: 'too few posts are audited to compare them',
  },
  chosen: { ja: 'メンバーが選びました', en: 'a member chose so' },
  'base-replaced': {
    ja: '土台のモデルが新しくなりました',
    en: 'the base that it builds on was replaced',
  },
  unlearnt: {
    ja: '学習に使った投稿の本人が消去されました',
    en: 'somebody whose posts it had learnt from was erased',
  },
}

export const WORDS = defineWords({
  title: { ja: '判定の質', en: 'Quality' },
  intro: {
    ja: '投稿の判定がどれだけ正しいかを、メンバーの確認から示します。訂正から学び、良くなったときだけモデルを入れ替えます。',
    en: 'How right readings are, by what members said of posts drawn at random. Enishi learns from corrections, and changes its model only when that reads better.',
  },
  verdict: { ja: 'いまの判定', en: 'In one sentence' },
  noAudits: {
    ja: (min: number) =>
      `まだ、判定がどれだけ正しいかは言えません。無作為に選んだ投稿を確認すると、ラベルごとに${min}件から数字が出ます。`,
    en: (min: number) =>
      `Nobody can say yet how right the readings are. Audit posts that are drawn at random: from ${min} of a label on there is a figure for it.`,
  },
  noFigures: {
    ja: (audited: number, min: number) =>
      `${formatCount(audited, 'ja')}件を確認しましたが、${min}件に届いたラベルがまだないため、どれだけ正しいかは言えません。`,
    en: (audited: number, min: number) =>
      `${postsEn(audited)} are audited, but no label has reached ${min}, so how right it is can’t be said yet.`,
  },
  areRight: {
    ja: (names: string[]) => `${listJa(names)}の判定はおおむね正しく、`,
    en: (names: string[]) =>
      `${listEn(names)} ${names.length === 1 ? 'is' : 'are'} mostly read right`,
  },
  noneRight: { ja: '安心して使えるラベルはまだなく、', en: 'No label is read reliably yet' },
  areWrong: {
    ja: (names: string[]) => `${listJa(names)}は間違いが目立ちます。`,
    en: (names: string[]) => `; ${listEn(names)} ${names.length === 1 ? 'is' : 'are'} often wrong.`,
  },
  noneWrong: {
    ja: '目立って間違うラベルは見つかっていません。',
    en: '; none was found to be often wrong.',
  },
  unknown: {
    ja: (labels: number) => `ほか${labels}個のラベルは、確認した件数が足りず、まだ言えません。`,
    en: (labels: number) =>
      ` Of ${labels} other ${labels === 1 ? 'label' : 'labels'} too few are audited to say.`,
  },
  audited: {
    ja: (posts: number, reporting: number, selecting: number) =>
      `確認済み ${formatCount(posts, 'ja')}件。ここに示す数字は、そのうち${formatCount(reporting, 'ja')}件によるもの。残りの${formatCount(selecting, 'ja')}件はモデルを選ぶために使い、数字には入れません。`,
    en: (posts: number, reporting: number, selecting: number) =>
      `${postsEn(posts)} audited. The figures here come from ${formatCount(reporting, 'en')} of them; the other ${formatCount(selecting, 'en')} choose between models and count in no figure.`,
  },
  whyTitle: { ja: 'なぜ確認が必要か', en: 'Why audit, and why 50' },
  why: {
    ja: (min: number) =>
      `目についた間違いだけを数えると、実際より悪く見えます。無作為に選んだ投稿を、モデルの判定を見ずに確認すると、全体でどれだけ正しいかが分かります。${min}件に満たないと、たとえば80%という数字の「確からしい範囲」が20ポイント以上に広がり、判断に使えません。確認した投稿は学習には使いません。半分は、学んだモデルが本当に良くなったかを確かめて選ぶのに使い、もう半分だけから数字を出します。選ぶのに使った投稿で測ると、選ばれたモデルが実際より良く見えるためです。どちらの半分に入るかは投稿のIDだけで決まり、どちらも無作為に選んだものです。`,
    en: (min: number) =>
      `Counting only the mistakes that somebody happens to see makes readings look worse than they are. Posts drawn at random, judged without seeing what the model said, show how right all of them are. Below ${min}, the interval around a figure like 80% is more than twenty points wide, too wide to decide by. Audited posts never train a model. Half of them choose whether a trained one is put to use, and the figures come from the other half alone: measured on what chose it, a model would look better than it is. Which half a post is in follows from its id, so either is as random as all of them.`,
  },
  judgeAudit: { ja: '投稿を確認する', en: 'Audit posts' },
  judgeLearning: { ja: '迷った投稿を教える', en: 'Teach what it is unsure of' },
  labels: { ja: 'ラベルごとの精度', en: 'How right, by label' },
  labelsNote: {
    ja: '適合率は、そう判定したもののうち正しかった割合。再現率は、本当にそうだったもののうち判定できた割合。帯は確からしい範囲 (95%)。',
    en: 'Precision: of what was read so, how much is right. Recall: of what is so, how much was found. The band is the interval of 95%.',
  },
  precision: { ja: '適合率', en: 'Precision' },
  recall: { ja: '再現率', en: 'Recall' },
  label: { ja: 'ラベル', en: 'Label' },
  language: { ja: '言語', en: 'Language' },
  allLanguages: { ja: 'すべての言語', en: 'All languages' },
  part: { ja: '項目', en: 'Part' },
  find: { ja: 'ラベルを絞り込む', en: 'Narrow the labels' },
  onlyKnown: { ja: '数字が出ているものだけ', en: 'Only with figures' },
  noLabels: {
    ja: '当てはまるラベルがありません。絞り込みを変えてください。',
    en: 'No label matches. Narrow less.',
  },
  showTable: { ja: '表で見る', en: 'Show as table' },
  showBars: { ja: '図で見る', en: 'Show as bars' },
  notYet: {
    ja: (of: number, min: number) => `まだ: ${min}件中${of}件を確認`,
    en: (of: number, min: number) => `not yet: ${of} of ${min} audited`,
  },
  interval: {
    ja: (low: number, high: number) => `${formatShare(low, 'ja')}～${formatShare(high, 'ja')}`,
    en: (low: number, high: number) => `${formatShare(low, 'en')} to ${formatShare(high, 'en')}`,
  },
  said: { ja: 'モデルがそう判定', en: 'Read so' },
  held: { ja: '本当にそうだった', en: 'Really so' },
  right: { ja: '両方', en: 'Both' },
  intervalOf: {
    ja: (name: string) => `${name}の範囲`,
    en: (name: string) => `${name}, interval`,
  },
  seePosts: {
    ja: (label: string) => `「${label}」と判定した投稿を見る`,
    en: (label: string) => `See posts read as “${label}”`,
  },
  teach: { ja: '次に教えるとよいこと', en: 'What to teach next' },
  nothingToTeach: {
    ja: 'いま急いで教えることはありません。ときどき確認を続けると、判定が変わったことに気づけます。',
    en: 'Nothing is pressing. Audit some posts now and then, so that you notice when readings change.',
  },
  lesson: {
    ja: (reason: TeachNext['reason'], what: string, posts: number) =>
      ({
        'too-few-audited': `${what}: あと${formatCount(posts, 'ja')}件ほどの確認で数字が出ます`,
        'often-wrong': `${what}: 確認した投稿のうち${formatCount(posts, 'ja')}件で間違い`,
        'often-corrected': `${what}: ${formatCount(posts, 'ja')}件が訂正されました`,
        'often-open': `${what}: 最近の投稿のうち${formatCount(posts, 'ja')}件で未判定`,
      })[reason],
    en: (reason: TeachNext['reason'], what: string, posts: number) =>
      ({
        'too-few-audited': `${what}: about ${formatCount(posts, 'en')} more audits for a figure`,
        'often-wrong': `${what}: wrong in ${postsEn(posts)} that were audited`,
        'often-corrected': `${what}: ${postsEn(posts)} ${posts === 1 ? 'was' : 'were'} corrected`,
        'often-open': `${what}: left open in ${postsEn(posts)} of the newest`,
      })[reason],
  },
  inLanguage: {
    ja: (what: string, language: string) => `${what} (${language})`,
    en: (what: string, language: string) => `${what} (${language})`,
  },
  audit: { ja: '確認する', en: 'Audit' },
  teachIt: { ja: '教える', en: 'Teach' },
  models: { ja: 'モデル', en: 'Models' },
  modelsNote: {
    ja: '学んだモデルは、選ぶための確認済みの投稿で前のモデルと比べます。良くなった投稿のほうが偶然とは言えないほど多く、土台のモデルより悪くもないときだけ使い始めます。いつでも戻せます。',
    en: 'A trained model is compared with the one in use on the audited posts that choose. It is put to use only when it reads more of them better than chance would, and none of it worse than the base. You can go back at any time.',
  },
  corrections: {
    ja: (since: number, total: number) =>
      `訂正または教えた投稿は${formatCount(total, 'ja')}件、うち使用中のモデルがまだ学んでいないものは${formatCount(since, 'ja')}件。`,
    en: (since: number, total: number) =>
      `${postsEn(total)} corrected or taught; the model in use has not learnt from ${formatCount(since, 'en')} of them.`,
  },
  train: { ja: 'いま学習する', en: 'Train now' },
  nothingToLearn: {
    ja: '学ぶ材料がまだありません。投稿の判定を訂正するか、迷った投稿を教えてください。',
    en: 'There is nothing to learn from yet. Correct readings where you meet them, or teach what the model is unsure of.',
  },
  trainingIs: {
    ja: (state: 'waiting' | 'running' | 'failed') =>
      ({
        waiting: '学習の順番を待っています。',
        running: '学習しています。終わるとここに結果が出ます。',
        failed:
          '前回の学習は途中で失敗しました。もう一度試し、続くときはサーバーの記録を確かめてください。',
      })[state],
    en: (state: 'waiting' | 'running' | 'failed') =>
      ({
        waiting: 'Training waits for its turn.',
        running: 'Training. What comes of it will stand here.',
        failed: 'The last training failed. Try again; if it stays, look into the server’s log.',
      })[state],
  },
  rereading: { ja: '以前の投稿の読み直し', en: 'Reading old posts again' },
  rereadingIs: {
    ja: (state: 'waiting' | 'running' | 'failed', done: number, total: number) =>
      `${formatCount(total, 'ja')}件中${formatCount(done, 'ja')}件を、使用中のモデルで判定済み${
        { waiting: ' (順番待ち)', running: '', failed: ' (途中で失敗しました)' }[state]
      }`,
    en: (state: 'waiting' | 'running' | 'failed', done: number, total: number) =>
      `${formatCount(done, 'en')} of ${formatCount(total, 'en')} posts are read by the model in use${
        { waiting: ' (waiting its turn)', running: '', failed: ' (it failed on the way)' }[state]
      }`,
  },
  model: { ja: 'モデル', en: 'Model' },
  base: { ja: '土台のモデル', en: 'The base' },
  state: { ja: '状態', en: 'State' },
  stateIs: { ja: (state: State) => STATES[state].ja, en: (state: State) => STATES[state].en },
  reasonIs: {
    ja: (reason: Reason) => REASONS[reason].ja,
    en: (reason: Reason) => REASONS[reason].en,
  },
  learntFrom: {
    ja: (posts: number) => `${formatCount(posts, 'ja')}件の投稿から学習`,
    en: (posts: number) => `learnt from ${postsEn(posts)}`,
  },
  requestedBy: {
    ja: (name: string) => `依頼: ${name}`,
    en: (name: string) => `asked for by ${name}`,
  },
  score: { ja: '成績 (前→後)', en: 'Score, before → after' },
  scoreIs: {
    ja: (before: string, after: string) => `${before}→${after}`,
    en: (before: string, after: string) => `${before} → ${after}`,
  },
  compared: {
    ja: ({ audits, auditsMin, better, worse }: Compared) =>
      audits < auditsMin
        ? `確認 ${audits}件 (少なくとも${auditsMin}件必要)、良くなった投稿 ${better}件、悪くなった投稿 ${worse}件: まだ分かりません`
        : `確認 ${audits}件、良くなった投稿 ${better}件、悪くなった投稿 ${worse}件`,
    en: ({ audits, auditsMin, better, worse }: Compared) =>
      audits < auditsMin
        ? `${audits} ${audits === 1 ? 'audit' : 'audits'} (at least ${auditsMin} are needed), ${better} better, ${worse} worse: not enough to tell`
        : `${audits} audits, ${better} better, ${worse} worse`,
  },
  notEnough: { ja: '違いがあるとは言えません', en: 'not enough to tell' },
  noScore: { ja: '比べていません', en: 'not compared' },
  scoresOf: {
    ja: (model: string) => `${model} の項目ごとの成績`,
    en: (model: string) => `Scores of ${model} by part`,
  },
  scoreNote: {
    ja: 'マクロF1。モデルを選ぶための確認済みの投稿で測ったもので、選ばれたモデルではやや高めに出ます。',
    en: 'Macro F1 on the audited posts that choose: of a model that was chosen it is a little too good.',
  },
  audits: { ja: '確認', en: 'Audits' },
  before: { ja: '前', en: 'Before' },
  after: { ja: '後', en: 'After' },
  since: { ja: '使い始め', en: 'In use since' },
  run: { ja: 'このモデルを使う', en: 'Use this model' },
  runOf: {
    ja: (model: string) => `このモデルを使う: ${model}`,
    en: (model: string) => `Use this model: ${model}`,
  },
  runTitle: { ja: 'モデルを切り替える', en: 'Change the model' },
  runText: {
    ja: (model: string) =>
      `これからの投稿を ${model} で判定し、以前の投稿も順に読み直します。メンバーの訂正はそのまま残り、あとで戻すこともできます。`,
    en: (model: string) =>
      `${model} will read new posts, and old ones are read again bit by bit. What members corrected stays as it is, and you can go back later.`,
  },
  actions: { ja: '操作', en: 'Actions' },
  runs: { ja: 'モデルの切り替えと、変わった判定', en: 'Changes of the model, and what they moved' },
  noRuns: {
    ja: 'モデルはまだ切り替わっていません。',
    en: 'The model has not changed yet.',
  },
  when: { ja: '日時', en: 'When' },
  change: { ja: '切り替え', en: 'Change' },
  fromTo: {
    ja: (before: string | null, model: string) => (before === null ? model : `${before}→${model}`),
    en: (before: string | null, model: string) =>
      before === null ? model : `${before} → ${model}`,
  },
  movedPosts: { ja: '判定が変わった投稿', en: 'Posts moved' },
  seeMoved: {
    ja: (model: string, posts: number) =>
      `${model} で判定が変わった${formatCount(posts, 'ja')}件の投稿を見る`,
    en: (model: string, posts: number) => `See ${postsEn(posts)} that ${model} moved`,
  },
  by: { ja: (name: string) => `操作: ${name}`, en: (name: string) => `by ${name}` },
  readBy: { ja: 'どのモデルが判定したか', en: 'Which model read what' },
  posts: { ja: '投稿', en: 'Posts' },
  seeOf: {
    ja: (model: string, posts: number) => `${model}: ${formatCount(posts, 'ja')}件の投稿を見る`,
    en: (model: string, posts: number) => `${model}: see ${postsEn(posts)}`,
  },
  nothingRead: { ja: 'まだ判定した投稿がありません。', en: 'No post has been read yet.' },
})
