import { formatCount } from '../../format.ts'
import { defineWords } from '../../words.ts'

export const WORDS = defineWords({
  title: { ja: 'ジャーニー', en: 'Journeys' },
  filters: { ja: '話題と期間', en: 'Topic and days' },
  allDays: { ja: '全期間', en: 'All days' },
  noTopics: { ja: '話題がまだありません', en: 'There are no topics yet' },
  noTopicsText: {
    ja: 'ジャーニーは話題ごとに描かれます。商品やブランドの名前を話題に加えると、その話題について人がどの段階を通ったかが、投稿とともにわかります。',
    en: 'Journeys are drawn for each topic. Add a product or brand as a topic, and see through which stages people went for it, with the posts that show it.',
  },
  goTopics: { ja: '話題へ', en: 'Go to Topics' },
  noMoves: {
    ja: 'この話題で段階を移った人はまだいません',
    en: 'Nobody has moved for this topic yet',
  },
  noMovesText: {
    ja: '「気になる」(発見)、「比較して迷っている」(購買評価)、「おすすめ」(推薦)、「買ってよかった」(購買後)のように段階のわかる投稿があると、人の動きがここに現れます。',
    en: 'When posts tell a stage, such as “curious about it” (discovery), “comparing it with others” (evaluation), “I recommend it” (recommendation) or “glad I bought it” (satisfaction), people’s moves appear here.',
  },
  seePosts: { ja: 'この話題の投稿を見る', en: 'See the posts of this topic' },
  noneInSpan: { ja: 'この期間に移動はありません', en: 'No moves in these days' },
  cycle: { ja: '一巡の流れ', en: 'Round the cycle' },
  peopleNow: {
    ja: (count: number) => `現在 ${formatCount(count, 'ja')}人`,
    en: (count: number) => `${formatCount(count, 'en')} ${count === 1 ? 'person' : 'people'} now`,
  },
  onward: {
    ja: (to: string) => `${to}へ`,
    en: (to: string) => `on to ${to}`,
  },
  times: {
    ja: (count: number) => `${formatCount(count, 'ja')}回`,
    en: (count: number) => `${formatCount(count, 'en')} ${count === 1 ? 'time' : 'times'}`,
  },
  cycleNote: {
    ja: '人数は今いる段階、矢印の回数は期間中の移動です。購買後から発見へ戻ると一巡です。',
    en: 'People are counted where they stand now; arrows count the moves of these days. From satisfaction back to discovery is one round.',
  },
  rounds: {
    ja: (count: number) => `一巡した回数: ${formatCount(count, 'ja')}`,
    en: (count: number) => `Rounds closed: ${formatCount(count, 'en')}`,
  },
  flow: { ja: 'すべての移動', en: 'All moves' },
  before: { ja: '移動前', en: 'Before' },
  after: { ja: '移動後', en: 'After' },
  first: { ja: '初めて', en: 'First seen' },
  turn: { ja: '賛否の変化', en: 'changed sides' },
})
