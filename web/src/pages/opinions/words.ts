import { formatCount } from '../../format.ts'
import { VOICE_WORDS } from '../../parts/voice-words.ts'
import type { InterfaceLanguage, Opinion, Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'
import type { SORTS } from './url-state.ts'

export const KIND_WORDS: Record<Opinion['kind'], Words> = {
  claim: { ja: '意見', en: 'Claim' },
  question: { ja: '質問', en: 'Question' },
}

export const SIDE_WORDS: Record<Opinion['side'], Words> = {
  for: { ja: '良い評価', en: 'Speaks well' },
  against: { ja: '悪い評価', en: 'Speaks ill' },
  neither: { ja: 'どちらでもない', en: 'Neither' },
}

export const SORT_WORDS: Record<(typeof SORTS)[number], Words> = {
  voices: { ja: '言っている人の多い順', en: 'Most voices' },
  trend: { ja: '増えている順', en: 'Rising most' },
}

const posts = {
  ja: (count: number) => `${formatCount(count, 'ja')}件`,
  en: (count: number) => `${formatCount(count, 'en')} ${count === 1 ? 'post' : 'posts'}`,
}

const signed = (more: number, language: InterfaceLanguage) =>
  `${more > 0 ? '+' : more < 0 ? '−' : '±'}${formatCount(Math.abs(more), language)}`

export const WORDS = defineWords({
  title: { ja: '意見', en: 'Opinions' },
  intro: {
    ja: '同じことを言っている投稿、同じことを尋ねている投稿を、言い方や言語の違いを越えてまとめています（過去90日分）。',
    en: 'Posts of the last 90 days that say or ask the same, whatever their wording or language.',
  },
  filters: { ja: '絞り込み', en: 'Filters' },
  search: { ja: '名前で検索', en: 'Search names' },
  searchHint: { ja: '電池、support など', en: 'battery, サポート …' },
  side: { ja: '評価', en: 'Side' },
  sort: { ja: '並び順', en: 'Order' },
  clear: { ja: '絞り込みを解除', en: 'Clear filters' },
  name: { ja: '意見', en: 'Opinion' },
  voices: { ja: '声', en: 'Voices' },
  voicesHint: {
    ja: '言っている人の数。同じ人の投稿や、同じ文面のコピーは1と数えます。',
    en: 'How many people say it; posts of one person, and copies of one text, count once.',
  },
  posts: { ja: '投稿', en: 'Posts' },
  postsOf: {
    ja: (name: string, count: number) => `${name}: 投稿${posts.ja(count)}`,
    en: (name: string, count: number) => `${name}: ${posts.en(count)}`,
  },
  stances: { ja: '賛成・反対', en: 'For and against' },
  answered: {
    ja: (answered: number, all: number) =>
      `回答あり ${formatCount(answered, 'ja')}/${formatCount(all, 'ja')}件`,
    en: (answered: number, all: number) =>
      `${formatCount(answered, 'en')} of ${formatCount(all, 'en')} answered`,
  },
  recent: { ja: 'この2週間', en: 'Last two weeks' },
  recentOf: {
    ja: (count: number, more: number) => `${posts.ja(count)}（${signed(more, 'ja')}）`,
    en: (count: number, more: number) => `${posts.en(count)} (${signed(more, 'en')})`,
  },
  recentVoicesOf: {
    ja: (voices: number, more: number) => `声${formatCount(voices, 'ja')}（${signed(more, 'ja')}）`,
    en: (voices: number, more: number) => `${VOICE_WORDS.en.count(voices)} (${signed(more, 'en')})`,
  },
  ofStance: {
    ja: (count: number, voices: number | null) =>
      `${posts.ja(count)}${voices === null ? '' : `（${VOICE_WORDS.ja.count(voices)}）`}`,
    en: (count: number, voices: number | null) =>
      `${posts.en(count)}${voices === null ? '' : ` (${VOICE_WORDS.en.count(voices)})`}`,
  },
  groupedAt: { ja: '最終更新', en: 'Last found' },
  groupNow: { ja: '今すぐまとめ直す', en: 'Find anew now' },
  grouping: { ja: 'まとめ直しています…', en: 'Finding opinions …' },
  noTopics: { ja: '話題がまだありません', en: 'There are no topics yet' },
  noTopicsText: {
    ja: '意見は話題ごとにまとめます。商品やブランドの名前を話題に加えてください。',
    en: 'Opinions are found for each topic. Add a product or brand as a topic.',
  },
  goTopics: { ja: '話題へ', en: 'Go to Topics' },
  empty: { ja: '繰り返し語られている意見はまだありません', en: 'No opinion recurs yet' },
  emptyText: {
    ja: '「電池がもたない」のような評価や「ギフト包装はできますか」のような質問を3人以上が口にすると、ここに現れます。投稿が増えると自動でまとめ直します。',
    en: 'Once three people or more say something like “the battery doesn’t last”, or ask whether it can be gift-wrapped, it appears here. Opinions are found anew as posts come in.',
  },
  seePosts: { ja: 'この話題の投稿を見る', en: 'See the posts of this topic' },
  nothing: { ja: '当てはまる意見がありません', en: 'No opinion matches' },
  unnamed: { ja: '（名前なし）', en: '(no name)' },
  choose: {
    ja: (name: string) => `「${name}」を選ぶ`,
    en: (name: string) => `Choose “${name}”`,
  },
  chosen: {
    ja: (count: number) => `${formatCount(count, 'ja')}件を選択中`,
    en: (count: number) => `${formatCount(count, 'en')} chosen`,
  },
  chooseTwo: {
    ja: 'まとめるには、同じ種類の意見を2つ以上選んでください。',
    en: 'To merge, choose two or more of the same kind.',
  },
  merge: { ja: '1つにまとめる', en: 'Merge' },
  mergeInto: { ja: 'どの意見にまとめますか', en: 'Which one should stay?' },
  mergeText: {
    ja: 'ほかの意見の投稿は、今後見つかるものも含めて、選んだ意見に入ります。あとで取り消せます。',
    en: 'Posts of the others, and those found later, go into the one you choose. You can take this back.',
  },
  back: { ja: '意見の一覧へ', en: 'All opinions' },
  rename: { ja: '名前を変更', en: 'Rename' },
  renameHint: {
    ja: '変更した名前は、まとめ直しても変わりません。',
    en: 'A name that you give stays when opinions are found anew.',
  },
  nameJa: { ja: '日本語の名前', en: 'Name in Japanese' },
  nameEn: { ja: '英語の名前', en: 'Name in English' },
  named: { ja: 'メンバーが命名', en: 'named by a member' },
  trend: { ja: '日ごとの投稿と声', en: 'Posts and voices per day' },
  showTable: { ja: '表で見る', en: 'Show as table' },
  showChart: { ja: '図で見る', en: 'Show as chart' },
  chartLabel: {
    ja: '日ごとの投稿数の棒と声の線の図。同じ数は表で見られます。',
    en: 'Bars of posts per day with a line of their voices. The table has the same numbers.',
  },
  day: { ja: '日', en: 'Day' },
  byStage: { ja: '段階と賛否', en: 'Stages and stances' },
  byChannel: { ja: 'チャネル', en: 'Channels' },
  allTitle: { ja: 'すべての投稿', en: 'All posts' },
  showAll: {
    ja: (count: number) => `すべての投稿から選ぶ（${posts.ja(count)}）`,
    en: (count: number) => `Choose among all ${posts.en(count)}`,
  },
  showTypical: { ja: '代表的な投稿に戻る', en: 'Back to typical posts' },
  noPosts: { ja: '当てはまる投稿がありません。', en: 'No post matches.' },
  by: {
    ja: (name: string | null) => name ?? 'APIキー・退会したメンバー',
    en: (name: string | null) => `by ${name ?? 'an API key, or a member who has left'}`,
  },
  typical: { ja: '代表的な投稿', en: 'Typical posts' },
  allPosts: {
    ja: (count: number) => `投稿${posts.ja(count)}をすべて見る`,
    en: (count: number) => `See all ${posts.en(count)}`,
  },
  copies: {
    ja: (count: number) => `同じ文面が${posts.ja(count)}`,
    en: (count: number) => `${formatCount(count, 'en')} copies`,
  },
  choosePost: {
    ja: (name: string) => `${name}の投稿を選ぶ`,
    en: (name: string) => `Choose the post by ${name}`,
  },
  split: { ja: '選んだ投稿を別の意見に分ける', en: 'Split the chosen posts off' },
  splitText: {
    ja: '別のことを言っている投稿を選ぶと、新しい意見に分けられます。',
    en: 'Choose posts that say something else to make an opinion of their own.',
  },
  splitName: { ja: '新しい意見の名前', en: 'Name of the new opinion' },
  splitGo: { ja: '分ける', en: 'Split' },
  decisions: { ja: '手作業の記録', en: 'What members decided' },
  noDecisions: { ja: 'まだ手を加えていません。', en: 'Nobody has changed anything yet.' },
  undo: { ja: '取り消す', en: 'Undo' },
  undoOf: {
    ja: (what: string) => `${what}を取り消す`,
    en: (what: string) => `Undo: ${what}`,
  },
  merged: { ja: 'まとめた意見', en: 'Merged into this' },
})

export const DECISION_WORDS: Record<'rename' | 'merge' | 'split', Words> = {
  rename: { ja: '名前の変更', en: 'Renamed' },
  merge: { ja: 'ほかの意見をまとめた', en: 'Merged another' },
  split: { ja: '投稿を分けた', en: 'Split posts off' },
}
