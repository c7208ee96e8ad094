import { formatCount, formatPart, formatParts } from '../../format.ts'
import { CAUSED_MANY_WORDS, CAUSED_WORDS } from '../../parts/influence-words.ts'
import type { CausedType, InfluenceCut, InterfaceLanguage, Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'
import type { Column } from './url-state.ts'

export const CUT_WORDS: Record<InfluenceCut, Words> = {
  actor: { ja: '人物', en: 'People' },
  channel: { ja: 'チャネル', en: 'Channels' },
  community: { ja: 'コミュニティ', en: 'Communities' },
  type: { ja: '成果の種類', en: 'Outcomes' },
  level: { ja: '行動水準', en: 'Levels' },
  opinion: { ja: '意見', en: 'Opinions' },
}

/** What a tab answers, in one line. */
export const CUT_TEXTS: Record<InfluenceCut, Words> = {
  actor: {
    ja: '誰の投稿が人を動かしたか。フォロワー数や表示回数は使っていません。',
    en: 'Whose posts moved others to act. Followers and impressions are not used.',
  },
  channel: {
    ja: 'どのチャネルで届いた投稿が人を動かしたか。',
    en: 'Through which channel the posts that moved people reached them.',
  },
  community: {
    ja: 'どのコミュニティにいる人の投稿が人を動かしたか。',
    en: 'In which community the people whose posts moved others are.',
  },
  type: {
    ja: 'どの成果が投稿に促され、どの成果はなくても起きたか。',
    en: 'Which outcomes posts prompted, and which would have happened anyway.',
  },
  level: {
    ja: '話題について何をした人の投稿が人を動かすか。購入した人か、推薦する人か。',
    en: 'What those who move others had done themselves: do buyers or recommenders move people?',
  },
  opinion: {
    ja: 'どの意見を述べた投稿が人を動かしたか。',
    en: 'Which opinions were in the posts that moved people.',
  },
}

export const COLUMN_WORDS: Record<Column, Words> = {
  name: { ja: '名前', en: 'Name' },
  credit: { ja: '寄与', en: 'Credit' },
  placebo: { ja: '偽薬比較', en: 'Placebo' },
  outcomes: { ja: '後に起きた成果', en: 'Outcomes after' },
  touches: { ja: '接点', en: 'Touches' },
  multiplier: { ja: '1接点の強さ', en: 'Push a touch' },
}

/** What a column counts, for who hovers over it or asks. */
export const COLUMN_TEXTS: Record<Column, Words> = {
  name: { ja: '名前順', en: 'By name' },
  credit: {
    ja: '促したと推定した成果の数と、90%の確からしい範囲',
    en: 'Outcomes that were prompted by it, estimated, with the 90% interval',
  },
  placebo: {
    ja: '成果を似た人どうしで入れ替えて測ったときの値。寄与がこれに近ければ偶然と区別できません。',
    en: 'The same figure after outcomes were dealt anew among people alike. Credit that is close to it can’t be told from chance.',
  },
  outcomes: {
    ja: '届いた人に、そのあと起きた成果の数。促したとは限りません。',
    en: 'Outcomes of people whom it had reached before: not necessarily prompted by it.',
  },
  touches: { ja: '人に届いた回数', en: 'How often it reached somebody' },
  multiplier: {
    ja: '平均的な人を1としたとき、1回届くごとに人を動かす強さ',
    en: 'How much one touch pushes, where a usual actor’s is 1',
  },
}

/** `購入120件` or `120 purchases`; without a type, outcomes of all kinds. */
export function countedOutcomes(
  type: CausedType | undefined,
  count: number,
  language: InterfaceLanguage,
): string {
  const shown = formatCount(count, language)
  if (language === 'ja') return `${type === undefined ? '成果' : CAUSED_WORDS[type].ja}${shown}件`
  if (type === undefined) return `${shown} ${count === 1 ? 'outcome' : 'outcomes'}`
  const name = count === 1 ? CAUSED_WORDS[type].en.toLowerCase() : CAUSED_MANY_WORDS[type].en
  return `${shown} ${name}`
}

const whole = (outcomes: number, language: InterfaceLanguage) =>
  outcomes < 10 ? formatParts(outcomes, language) : formatCount(Math.round(outcomes), language)

export const WORDS = defineWords({
  title: { ja: '影響', en: 'Influence' },
  filters: { ja: '絞り込み', en: 'Narrow down' },
  allTopics: { ja: 'すべての話題', en: 'All topics' },
  outcome: { ja: '成果・段階', en: 'Outcome or stage' },
  allOutcomes: { ja: 'すべての成果', en: 'All outcomes' },
  moves: { ja: '段階の移行', en: 'Moves between stages' },
  business: { ja: '事業の成果', en: 'Business outcomes' },
  losses: { ja: '失った成果', en: 'Losses' },
  allDays: { ja: '全期間', en: 'All days' },
  method: { ja: '測り方', en: 'How it is measured' },
  measureNow: { ja: '今すぐ測る', en: 'Measure now' },
  measuring: {
    ja: '測定しています。終わるとこの画面に反映されます。',
    en: 'Measuring. The figures appear here when it is done.',
  },
  measuringAgain: {
    ja: '測り直しています。表示中の値は前回の測定です。',
    en: 'Measuring anew. What you see is from the measurement before.',
  },
  estimated: { ja: '推定', en: 'estimated' },
  calibrated: { ja: '実験で較正', en: 'calibrated' },
  estimatedText: {
    ja: 'ログからの推定で、実験による裏付けはありません。',
    en: 'Estimated from the log; no experiment stands behind it.',
  },
  calibratedText: {
    ja: '無作為の比較実験で較正した値です。',
    en: 'Calibrated by a randomised experiment.',
  },
  calibratedBy: {
    ja: (experiments: string, people: string, from: string, to: string | null) =>
      `同じ話題・成果の実験${experiments}件（${people}人、${from}〜${to ?? '実施中'}）で較正。確かめたのは、その期間にこちらから声をかけうる人についてだけです。`,
    en: (experiments: string, people: string, from: string, to: string | null) =>
      `By ${experiments} about this topic and outcome (${people} people, ${from} to ${to ?? 'now'}). It was shown of those whom we may reach out to, in that time; for others it is taken over.`,
  },
  summary: { ja: '結論', en: 'In short' },
  sentence: {
    ja: (what: string, credit: number, low: number, high: number, anyway: number) =>
      `${what}のうち${whole(credit, 'ja')}件（90%の確からしい範囲 ${whole(low, 'ja')}〜${whole(high, 'ja')}件）は投稿が促したと推定されます。${whole(anyway, 'ja')}件は、なくても起きていました。`,
    en: (what: string, credit: number, low: number, high: number, anyway: number) =>
      `Of ${what}, posts prompted an estimated ${whole(credit, 'en')} (90% interval ${whole(low, 'en')} to ${whole(high, 'en')}). ${whole(anyway, 'en')} would have happened anyway.`,
  },
  unsureSentence: {
    ja: (what: string, high: number) =>
      `${what}を測りましたが、投稿が促したと言える証拠はまだ足りません（多くても${whole(high, 'ja')}件ほど）。`,
    en: (what: string, high: number) =>
      `${what} measured; the evidence that posts prompted any of them is not enough yet (some ${whole(high, 'en')} at most).`,
  },
  nearChance: {
    ja: '偽薬比較が確からしい範囲にかかっています。偶然と区別しきれていないので、順位は慎重に読んでください。',
    en: 'The placebo reaches into the interval: this can’t quite be told from chance, so read rankings with care.',
  },
  prompted: { ja: '投稿が促した分', en: 'Prompted by posts' },
  anyway: { ja: 'なくても起きた分', en: 'Would have happened anyway' },
  outcomesAll: { ja: '成果', en: 'Outcomes' },
  plus: { ja: '足す', en: 'plus' },
  equals: { ja: '合計', en: 'equals' },
  range: {
    ja: (low: number, high: number) => `${formatParts(low, 'ja')}〜${formatParts(high, 'ja')}`,
    en: (low: number, high: number) => `${formatParts(low, 'en')}–${formatParts(high, 'en')}`,
  },
  rangeLabel: { ja: '90%の確からしい範囲', en: '90% interval' },
  placebo: { ja: '偽薬比較', en: 'Placebo' },
  placeboText: {
    ja: '見つかるはずのないところで測った値。0に近いほど、偶然や似た者どうしの集まりを拾っていません。',
    en: 'The same measurement where there should be nothing to find: the nearer to 0, the less of it is chance or likeness.',
  },
  placeboScaled: {
    ja: '選んだ期間の成果に合わせて換算',
    en: 'in proportion to the days chosen',
  },
  measuredAt: { ja: '測定', en: 'Measured' },
  basedOn: {
    ja: (people: number, touches: number) =>
      `${formatCount(people, 'ja')}人・${formatCount(touches, 'ja')}接点`,
    en: (people: number, touches: number) =>
      `${formatCount(people, 'en')} people, ${formatCount(touches, 'en')} touches`,
  },
  live: { ja: '測定後の成果', en: 'Since then' },
  liveOf: {
    ja: (outcomes: number, credit: number) =>
      `${formatCount(outcomes, 'ja')}件（うち促した分 ${formatParts(credit, 'ja')}件）を含む`,
    en: (outcomes: number, credit: number) =>
      `${formatCount(outcomes, 'en')} more, ${formatParts(credit, 'en')} of them prompted, are included`,
  },
  money: { ja: '促した金額', en: 'In money' },
  moneyText: {
    ja: '成果の金額に寄与の割合を掛けたもの。段階の移行は、移った先の段階で見込める金額の増え方で見ます。',
    en: 'What outcomes brought in, times the part that was prompted. Moves count by how much more the stage after is expected to bring in.',
  },
  moneyRange: {
    ja: (low: string, high: string) => `${low}〜${high}`,
    en: (low: string, high: string) => `${low}–${high}`,
  },
  movesMoney: {
    ja: (amount: string) => `段階の移行 ${amount}（見込み）`,
    en: (amount: string) => `moves ${amount} (expected)`,
  },
  movesMoneyText: {
    ja: '移行の見込み額は、あとで購入などの金額として実現します。二重になるので、足していません。',
    en: 'What moves are worth comes in later, as purchases and the like; so the two are not added up.',
  },
  moneyUnknown: { ja: '金額は不明', en: 'not known' },
  moneyUnknownText: {
    ja: '成果に金額がないか、段階の価値を計算できるだけの購入や滞在がまだありません。',
    en: 'These outcomes say no amount, or there are too few purchases and stays to reckon what stages are worth.',
  },
  moneyPart: {
    ja: (valued: number) => `寄与の${formatPart(valued, 'ja')}について`,
    en: (valued: number) => `for ${formatPart(valued, 'en')} of the credit`,
  },
  moneyPartText: {
    ja: '残りの寄与は、金額がわからない成果へのものです。',
    en: 'The rest of the credit is of outcomes whose amount is not known.',
  },
  cuts: { ja: '内訳', en: 'Broken down by' },
  search: { ja: '名前で探す', en: 'Search names' },
  searchHint: { ja: '名前の一部', en: 'part of a name' },
  sort: { ja: '並び順', en: 'Order' },
  legend: {
    ja: '● 寄与　━ 90%の確からしい範囲　◇ 偽薬比較　○ 証拠不足',
    en: '● credit  ━ 90% interval  ◇ placebo  ○ not enough evidence',
  },
  notEnough: { ja: '証拠不足', en: 'not enough evidence' },
  notEnoughText: {
    ja: '成果が少ないか、範囲が0を含むため、まだ言えません。',
    en: 'Too few outcomes, or the interval includes 0: nothing can be said yet.',
  },
  passedOn: {
    ja: (outcomes: number) => `ほかの人を経て ${formatParts(outcomes, 'ja')}件`,
    en: (outcomes: number) => `${formatParts(outcomes, 'en')} through others`,
  },
  passedOnText: {
    ja: 'この人の投稿を受けたほかの人の寄与のうち、この人にさかのぼれる分。合計には含みません。',
    en: 'Of the credit of others, what can be traced back to this person’s words; it is in no sum.',
  },
  shareOfCredit: {
    ja: (share: number) => `寄与全体の${formatPart(share, 'ja')}`,
    en: (share: number) => `${formatPart(share, 'en')} of all credit`,
  },
  shareRange: {
    ja: (low: number, high: number) => `${formatPart(low, 'ja')}〜${formatPart(high, 'ja')}`,
    en: (low: number, high: number) => `${formatPart(low, 'en')}–${formatPart(high, 'en')}`,
  },
  shareBetween: {
    ja: (low: number, high: number) =>
      `寄与全体の${formatPart(low, 'ja')}〜${formatPart(high, 'ja')}`,
    en: (low: number, high: number) =>
      `${formatPart(low, 'en')}–${formatPart(high, 'en')} of all credit`,
  },
  shareOfCreditText: {
    ja: '全チャネルの寄与を合わせたうち、このチャネルの割合と、90%の確からしい範囲。範囲が重なるチャネルどうしは、どちらが大きいとも言えません。',
    en: 'This channel’s part of the credit of all channels, with its 90% interval. Of channels whose intervals overlap, neither can be said to have more.',
  },
  eachOutcome: { ja: '成果を一件ずつ見る', en: 'See each outcome' },
  allCredits: { ja: '投稿と成果をすべて見る', en: 'See all posts and outcomes' },
  nothingFound: { ja: '当てはまるものがありません', en: 'Nothing matches' },
  clear: { ja: '検索を解除', en: 'Clear search' },
  loadingAll: { ja: '残りを読み込んでいます', en: 'Loading the rest' },
  noRows: {
    ja: 'この条件では、人に届いた投稿も成果もありません',
    en: 'Nothing reached anybody, and nobody acted, under these conditions',
  },
  noRowsText: {
    ja: '期間や成果の種類を広げてみてください。',
    en: 'Try more days or another outcome.',
  },
  noOpinions: {
    ja: '意見がまだ見つかっていないか、人を動かした投稿に意見がありません。',
    en: 'No opinion has been found yet, or none is in the posts that reached people.',
  },
  // Empty states
  neverTitle: { ja: '影響はまだ測っていません', en: 'Influence has not been measured yet' },
  firstTitle: {
    ja: 'はじめての測定をしています',
    en: 'Influence is being measured for the first time',
  },
  noneHere: {
    ja: '選んだ条件では、成果は記録されていません。',
    en: 'No outcomes are recorded under these conditions.',
  },
  neverText: {
    ja: '誰の投稿が、どのチャネルで、人を次の段階や購入へ動かしたかを推定します。投稿を見たあとに買った、というだけでは数えません。同じ時に買えたはずの似た人と比べて、上回った分だけを投稿の寄与とします。',
    en: 'See whose posts moved people to the next stage or to buy, and through which channel. Having seen a post before buying doesn’t count by itself: each outcome is compared with people alike who might have acted at the same moment, and only what goes beyond is credited.',
  },
  needs: { ja: '必要なもの', en: 'What it needs' },
  needPosts: {
    ja: '返信・共有・引用・いいね・言及など、誰の投稿が誰に届いたかがわかる行動',
    en: 'Replies, shares, quotes, likes and mentions: what shows whose post reached whom',
  },
  needTopics: {
    ja: '話題（段階の移行は話題ごとにわかります）',
    en: 'Topics, since moves between stages are known for each topic',
  },
  needOutcomes: {
    ja: '購入・登録・解約などの成果。人物に結びついているほど確かになります',
    en: 'Outcomes such as purchases, sign-ups or cancellations; the more of them are linked to a person, the surer it gets',
  },
  goTopics: { ja: '話題', en: 'Topics' },
  goImport: { ja: '取り込み', en: 'Import' },
  goChannels: { ja: 'チャネル', en: 'Channels' },
  nightly: { ja: '毎晩、自動でも測り直します。', en: 'It is also measured every night.' },
  onlyWriters: {
    ja: '測定は編集できるメンバーが始められます。',
    en: 'Members who may edit can start it.',
  },
  noOutcomesTitle: { ja: '測れる成果がまだありません', en: 'There are no outcomes to measure yet' },
  noOutcomesText: {
    ja: '段階の移行や、購入・登録などの成果が届くと測れます。',
    en: 'Once people move between stages, or purchases and sign-ups arrive, there is something to measure.',
  },
  insufficientTitle: { ja: '証拠がまだ足りません', en: 'The evidence is not enough yet' },
  insufficientText: {
    ja: '測定はしましたが、成果や接点が少なく、投稿が促したかどうかをまだ区別できません。順位を出すと偶然を並べることになるため、出していません。',
    en: 'It was measured, but there are too few outcomes or touches to tell what posts prompted from chance. A ranking would only rank chance, so there is none.',
  },
  noCommunitiesTitle: {
    ja: 'コミュニティがまだ見つかっていません',
    en: 'No communities have been found yet',
  },
  noCommunitiesText: {
    ja: '人どうしのやり取りが増えると、まとまりごとの寄与がここに出ます。',
    en: 'Once people interact enough, the credit of each community appears here.',
  },
  // Level by outcome
  matrix: {
    ja: '購入した人と推薦する人、どちらが人を動かすか',
    en: 'Do buyers or recommenders move people?',
  },
  matrixText: {
    ja: '横が成果、縦が投稿した人の行動水準。上の数字は寄与（件）、下は接点1,000回あたりの寄与です。色が強いほど、1回届いたときに人を動かします。',
    en: 'Outcomes across, what the poster had done down. The upper number is credit, the lower one credit per 1,000 touches; the stronger the colour, the more one touch moves people.',
  },
  level: { ja: '行動水準', en: 'Level' },
  perThousand: {
    ja: (rate: number) => `${formatParts(rate, 'ja')}/千接点`,
    en: (rate: number) => `${formatParts(rate, 'en')} per 1,000`,
  },
  // The usual rules
  rules: { ja: 'なぜラストクリックではないのか', en: 'Why not last click?' },
  rulesTitle: { ja: 'よくある配分方法との比較', en: 'Beside the usual rules' },
  rulesText: {
    ja: (preceded: number, outcomes: number, credited: number) =>
      `成果${formatCount(outcomes, 'ja')}件のうち${formatCount(preceded, 'ja')}件の前に、何かの投稿が届いていました。ラストタッチなどの方法は、その全部を投稿の手柄にします。先に届いていれば、動かしたかどうかを問わないからです。似た人と比べて投稿が促したと推定できるのは${whole(credited, 'ja')}件です。`,
    en: (preceded: number, outcomes: number, credited: number) =>
      `Some post had reached people before ${formatCount(preceded, 'en')} of ${formatCount(outcomes, 'en')} outcomes. Last touch and its kin credit all of these to posts, since having come before is all they ask. Compared with people alike, posts prompted an estimated ${whole(credited, 'en')}.`,
  },
  rulesNote: {
    ja: '誰の投稿も人を動かしていない人工の世界でも、これらの方法は成果の99%以上を投稿の手柄にしました。',
    en: 'In an artificial world in which nobody’s posts caused anything, these rules still credited more than 99% of the outcomes.',
  },
  markovNote: {
    ja: 'マルコフとシャープレイは、一人ひとりの成果までの道のりをチャネルの並びとして配分します。',
    en: 'Markov and Shapley share outcomes out over each person’s sequence of channels up to the outcome.',
  },
  rulesOf: {
    ja: (what: string, from: string | undefined, to: string | undefined) =>
      `対象: ${what}${from === undefined && to === undefined ? '（全期間）' : `（${from ?? ''}〜${to ?? ''}）`}。最後の測定まで。`,
    en: (what: string, from: string | undefined, to: string | undefined) =>
      `Of: ${what}, ${from === undefined && to === undefined ? 'all days' : `${from ?? '…'} to ${to ?? '…'}`}, up to the last measurement.`,
  },
  rulesInterval: {
    ja: '範囲は、成果を引き直したときの90%の範囲（ブートストラップ）です。実験で較正できるのは寄与だけで、ほかの方法は較正されません。',
    en: 'Ranges hold 90% of what the same rule gives when outcomes are drawn anew (bootstrap). Only our credit can be calibrated by an experiment; the other rules are not.',
  },
  noRules: { ja: '比べられる接点がまだありません。', en: 'There are no touches to compare yet.' },
  hide: { ja: '閉じる', en: 'Hide' },
  channelName: { ja: 'チャネル', en: 'Channel' },
  ours: { ja: '寄与（推定）', en: 'Credit (estimated)' },
  lastTouch: { ja: 'ラストタッチ', en: 'Last touch' },
  firstTouch: { ja: 'ファーストタッチ', en: 'First touch' },
  linear: { ja: '均等配分', en: 'Linear' },
  timeDecay: { ja: '時間減衰', en: 'Time decay' },
  markov: { ja: 'マルコフ', en: 'Markov' },
  shapley: { ja: 'シャープレイ', en: 'Shapley' },
  total: { ja: '合計', en: 'Total' },
})
