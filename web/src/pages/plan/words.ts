import type { Answer } from '../../api.ts'
import { formatCount } from '../../format.ts'
import { OUTCOME_WORDS, STAGE_WORDS } from '../../parts/words.ts'
import type { InterfaceLanguage, Stage, Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'

export type Plan = Answer<'GET /influence/plans/{id}'>
export type Chosen = Plan['chosen'][number]
export type Reason = Chosen['reasons'][number]
export type Outcome = Plan['outcome']
export type Figures = NonNullable<Plan['figures']>

const stage = (one: Stage): Words => ({
  ja: `「${STAGE_WORDS[one].ja}」の段階に進む`,
  en: `Move to ${STAGE_WORDS[one].en.toLowerCase()}`,
})

/** What engaging people is meant to bring about, in the order of the cycle. */
export const OUTCOME_CHOICES: Record<Outcome, Words> = {
  'stage:discovery': stage('discovery'),
  'stage:evaluation': stage('evaluation'),
  'stage:recommendation': stage('recommendation'),
  'stage:satisfaction': stage('satisfaction'),
  'sign-up': OUTCOME_WORDS['sign-up'],
  purchase: OUTCOME_WORDS.purchase,
  renewal: OUTCOME_WORDS.renewal,
  referral: OUTCOME_WORDS.referral,
  'case-solved': OUTCOME_WORDS['case-solved'],
}

export const LACK_WORDS: Record<NonNullable<Plan['lack']>, Words> = {
  'no-run': {
    ja: 'この範囲の影響はまだ測定されていません。測定は毎晩行われます。「影響」のページから今すぐ始めることもできます。',
    en: 'Influence has not been measured here yet. It is measured every night; the page Influence also starts it at once.',
  },
  'run-insufficient': {
    ja: '成果や接触の記録が少なく、誰の言葉が人を動かしたかを測れません。話題を「すべて」に広げるか、成果を取り込んでください。',
    en: 'There are too few outcomes or touches to measure who moved whom. Choose all topics, or import outcomes.',
  },
  'no-effect': {
    ja: 'この成果については、人の言葉による効果が見つかっていません。声をかければ増えるとは言えないため、候補を出しません。別の成果か段階を選んでください。',
    en: 'No effect of what people say was found on this outcome. Nothing suggests that engaging anybody would raise it, so nobody is proposed. Choose another outcome or stage.',
  },
  'no-touches': {
    ja: 'この期間に、人に届いた投稿がありません。さかのぼる日数を延ばすか、話題を「すべて」に広げてください。',
    en: 'Nothing that was said reached anybody in these days. Look further back, or choose all topics.',
  },
  'nobody-left': {
    ja: '候補は全員、連絡の条件によって外れました。下の内訳を確かめ、自社で決めた条件なら緩められます。',
    en: 'Everybody was left out by a rule of contact. Where a rule is your own, it can be loosened.',
  },
  'no-value': {
    ja: '金額の入った成果がないため、金額では比べられません。「人数」で比べるか、金額付きの成果を取り込んでください。',
    en: 'No outcome has a value, so people cannot be compared by it. Compare by people, or import outcomes with values.',
  },
}

export const LEFT_OUT_WORDS: Record<Figures['leftOut'][number]['reason'], Words> = {
  'not-a-person': { ja: '個人ではない(組織・ボット)', en: 'No person (organisation, bot)' },
  colleague: { ja: '自社の人', en: 'Works for us' },
  competitor: { ja: '競合の人', en: 'Works for a competitor' },
  'do-not-contact': { ja: '連絡停止', en: 'Do not contact' },
  'no-way': { ja: '返信できるアカウントがない', en: 'No account that can be answered' },
  'no-consent': { ja: 'メールの同意がない', en: 'No consent to mail' },
  'contacted-lately': { ja: '最近連絡した', en: 'Contacted lately' },
  'contacted-often': { ja: '今月の上限に達した', en: 'Contacted often this month' },
  'already-asked': { ja: '前の計画のタスクが残っている', en: 'Task of an earlier plan is open' },
  'too-dear': { ja: '費用が予算を超える', en: 'Costs more than the budget' },
}

export const COMPARATOR_WORDS: Record<Figures['comparators'][number]['by'], Words> = {
  followers: { ja: 'フォロワー数の上位', en: 'Most followers' },
  'page-rank': { ja: 'PageRank の上位', en: 'Highest PageRank' },
  credit: { ja: 'これまでの貢献の上位', en: 'Most credit so far' },
}

export const DECISION_WORDS: Record<NonNullable<Chosen['decision']>, Words> = {
  task: { ja: 'タスク作成済み', en: 'Task made' },
  'held-out': { ja: '効果検証のため声をかけない', en: 'Left alone for an experiment' },
  'not-to-be-contacted': { ja: '今は連絡できない', en: 'Not to be contacted now' },
}

const many = (count: number, language: InterfaceLanguage) => formatCount(count, language)

/** Whether experiments stand behind what is expected. */
export const LABEL_WORDS: Record<Plan['label'], Words> = {
  estimated: { ja: '推定', en: 'Estimated' },
  partly: { ja: '一部を実験で較正', en: 'Partly calibrated' },
  calibrated: { ja: '実験で較正', en: 'Calibrated' },
}

export const WORDS = defineWords({
  title: { ja: '誰に声をかけるか', en: 'Whom to talk to next' },
  intro: {
    ja: 'その人の言葉が、ほかの人をどれだけ動かしそうか。測定した影響をもとに、予算内で最も広がる組み合わせを選びます。',
    en: 'Whose words are likely to move others? From the influence that was measured, this picks the people who together move most within your budget.',
  },
  form: { ja: '条件', en: 'What you want' },
  outcome: { ja: '目指す成果・段階', en: 'Outcome or stage' },
  topic: { ja: '話題', en: 'Topic' },
  allTopics: { ja: 'すべての話題', en: 'All topics' },
  people: { ja: '人数の上限', en: 'People at most' },
  goal: { ja: '比べ方', en: 'Compare by' },
  goalCount: { ja: '動く人の数', en: 'People moved' },
  goalValue: { ja: '金額', en: 'Value' },
  cap: { ja: '1つのコミュニティの上限', en: 'Of one community at most' },
  noCap: { ja: '上限なし', en: 'No limit' },
  capOf: { ja: (percent: number) => `${percent}%まで`, en: (percent: number) => `${percent}%` },
  more: { ja: '費用と連絡の条件', en: 'Costs and contact limits' },
  cost: { ja: '費用の合計の上限', en: 'All together may cost' },
  costHint: { ja: '空欄なら人数だけで選びます', en: 'Empty: only people count' },
  usualCost: { ja: '1人あたりの費用', en: 'One person costs' },
  rest: { ja: '前の連絡から空ける日数', en: 'Days since the last contact' },
  perMonth: { ja: '30日間の連絡の上限(回)', en: 'Contacts in 30 days at most' },
  days: { ja: '見込む期間(日)', en: 'Days ahead' },
  lookback: { ja: 'さかのぼる期間(日)', en: 'Days looked back on' },
  choose: { ja: '候補を選ぶ', en: 'Choose people' },
  empty: { ja: 'まだ計画がありません', en: 'There is no plan yet' },
  emptyText: {
    ja: '上の条件を決めて「候補を選ぶ」を押すと、声をかけたい人と、その理由、見込みの幅が並びます。フォロワーが多い人ではなく、言葉が人を動かしてきた人が選ばれます。連絡停止の人、同意のない人、最近連絡した人は入りません。',
    en: 'Set what you want above and choose: you get people to talk to, why, and how much to expect. Not who has most followers, but whose words moved others. Nobody who asked not to be contacted, did not consent or was contacted lately is among them.',
  },
  computing: {
    ja: '計算しています。終わるとここに表示されます。',
    en: 'This is being computed and will appear here.',
  },
  failed: {
    ja: '計算が途中で止まりました。もう一度「候補を選ぶ」を押してください。',
    en: 'The computation was broken off. Choose people again.',
  },
  insufficient: { ja: '候補を出せません', en: 'Nobody can be proposed' },
  toInfluence: { ja: '影響のページを開く', en: 'Open Influence' },
  estimatedText: {
    ja: '実験のないチャネルの分は、これまでの観察による推定で、実験で確かめた効果ではありません。',
    en: 'What goes over channels without an experiment is estimated from what was observed, not proven.',
  },
  calibratedText: {
    ja: (share: string) =>
      `見込みのうち${share}は、同じ話題・成果の実験で較正したチャネルによるものです。実験で残った割合を掛けてあります。`,
    en: (share: string) =>
      `Of this, ${share} goes over channels calibrated by experiments about the same topic and outcome: it is multiplied by what held there.`,
  },
  supposed: {
    ja: '候補の人が今までと同じ頻度で話すと仮定しています。声をかけても話してくれるとは限りません。',
    en: 'It supposes that those chosen go on speaking as often as before; engaging them does not mean that they will.',
  },
  expectPeople: {
    ja: (people: string, days: number) => `${days}日で ${people}人が動く見込み`,
    en: (people: string, days: number) => `${people} people expected to move in ${days} days`,
  },
  expectValue: {
    ja: (value: string, days: number) => `${days}日で ${value}の見込み`,
    en: (value: string, days: number) => `${value} expected in ${days} days`,
  },
  range: {
    ja: (low: string, high: string) => `90%区間: ${low}〜${high}`,
    en: (low: string, high: string) => `90 % interval: ${low} to ${high}`,
  },
  anyway: {
    ja: (people: string) => `届く範囲では、声をかけなくても ${people}人が動く見込みです。`,
    en: (people: string) => `Of those within reach, ${people} are expected to move anyway.`,
  },
  guarantee: {
    ja: (percent: string) => `最良の組み合わせの少なくとも${percent}に達しています。`,
    en: (percent: string) => `At least ${percent} of what the best choice would reach.`,
  },
  pool: {
    ja: (speakers: number, candidates: number) =>
      `言葉が人に届いていた ${many(speakers, 'ja')}人のうち、声をかけられる ${many(candidates, 'ja')}人から選びました。`,
    en: (speakers: number, candidates: number) =>
      `Chosen from ${many(candidates, 'en')} who may be engaged, of ${many(speakers, 'en')} whose words reached somebody.`,
  },
  capped: {
    ja: (people: number) => `1つのコミュニティから${people}人までに抑えています。`,
    en: (people: number) => `No more than ${people} of one community.`,
  },
  comparison: { ja: 'ほかの選び方との比較', en: 'Beside other ways to choose' },
  comparisonText: {
    ja: '同じ条件、同じ計算で比べています。',
    en: 'Under the same limits, measured in the same way.',
  },
  way: { ja: '選び方', en: 'Way to choose' },
  thisPlan: { ja: 'この計画', en: 'This plan' },
  chosenPeople: { ja: '人数', en: 'People' },
  expected: { ja: '見込み', en: 'Expected' },
  interval: { ja: '90%区間', en: '90 % interval' },
  unknown: { ja: '記録がありません', en: 'Not known' },
  asTable: { ja: '表で見る', en: 'As a table' },
  leftOut: { ja: '外れた人', en: 'Left out' },
  leftOutCount: {
    ja: (people: number) => `${many(people, 'ja')}人`,
    en: (people: number) => `${many(people, 'en')} ${people === 1 ? 'person' : 'people'}`,
  },
  chosen: { ja: '候補', en: 'Chosen' },
  find: { ja: '候補を探す', en: 'Find among those chosen' },
  findHint: { ja: '名前・コミュニティ', en: 'Name, community' },
  noMatch: { ja: '条件に合う候補はいません。', en: 'Nobody chosen matches.' },
  fewer: {
    ja: '人数の上限より少ないのは、ほかの人を加えても見込みがほとんど増えないか、条件に合う人がいないためです。',
    en: 'There are fewer than asked for because nobody else would add to it, or may be engaged.',
  },
  alone: {
    ja: (moves: string) => `1人での見込み ${moves}`,
    en: (moves: string) => `alone ${moves}`,
  },
  added: {
    ja: (moves: string) => `加わる見込み ${moves}`,
    en: (moves: string) => `adds ${moves}`,
  },
  costs: { ja: (cost: string) => `費用 ${cost}`, en: (cost: string) => `costs ${cost}` },
  byMessage: {
    ja: (place: string) => `${place} で返信`,
    en: (place: string) => `answer on ${place}`,
  },
  byMail: { ja: 'メール(同意あり)', en: 'mail (with consent)' },
  moves: {
    ja: (people: number, expected: string, where: string) =>
      `${where} ${many(people, 'ja')}人に言葉が届き、${expected}人が動く見込み`,
    en: (people: number, expected: string, where: string) =>
      `Reaches ${many(people, 'en')} ${where}; ${expected} expected to move`,
  },
  inCommunity: {
    ja: (name: string) => `「${name}」の`,
    en: (name: string) => `people of “${name}”`,
  },
  inNone: { ja: 'コミュニティ外の', en: 'people in no community' },
  atStage: {
    ja: (name: string) => `(多くは「${name}」の段階)`,
    en: (name: string) => ` (most at ${name})`,
  },
  bridges: {
    ja: (first: string, second: string) => `「${first}」と「${second}」の橋渡し役`,
    en: (first: string, second: string) => `Bridges “${first}” and “${second}”`,
  },
  outcomes: {
    ja: (outcomes: number, credit: string) =>
      `これまで${many(outcomes, 'ja')}件の成果の前に言葉が届き、うち${credit}件分の貢献`,
    en: (outcomes: number, credit: string) =>
      `Words before ${many(outcomes, 'en')} ${outcomes === 1 ? 'outcome' : 'outcomes'} so far, credited with ${credit}`,
  },
  pushes: {
    ja: (times: string) => `言葉の力は平均の${times}倍`,
    en: (times: string) => `Words push ${times} times as much as usual`,
  },
  notContacted: {
    ja: (days: number) => `${many(days, 'ja')}日間連絡していない`,
    en: (days: number) => `Not contacted for ${many(days, 'en')} days`,
  },
  neverContacted: { ja: '連絡の記録がない', en: 'Never contacted, as far as is known' },
  gone: { ja: '今はないコミュニティ', en: 'a community that is no more' },
  makeTasks: { ja: 'この人たちのタスクを作る', en: 'Make tasks for these' },
  makeTasksText: {
    ja: '1人に1件ずつ作ります。実施中の効果検証で「声をかけない」と決まった人と、今は連絡できない人には作りません。',
    en: 'One for each person. Not for whom a running experiment leaves alone, nor for who may not be contacted now.',
  },
  owner: { ja: '担当者', en: 'Owner' },
  due: { ja: '期限', en: 'Due' },
  make: { ja: '作成', en: 'Make' },
  tasksMade: {
    ja: (tasks: number, people: number) => `${people}人中${tasks}人のタスクを作成済み`,
    en: (tasks: number, people: number) => `Tasks made for ${tasks} of ${people}`,
  },
  earlier: { ja: 'これまでの計画', en: 'Earlier plans' },
  state: {
    ja: (people: number) => `候補${many(people, 'ja')}人`,
    en: (people: number) => `${many(people, 'en')} chosen`,
  },
})
