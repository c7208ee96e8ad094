import type { Answer } from '../../api.ts'
import { formatCount, formatShare } from '../../format.ts'
import type { CommunityInFull, InterfaceLanguage, Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'
import type { MEMBER_SORTS, SORTS, VIEWS } from './url-state.ts'

export const SORT_WORDS: Record<(typeof SORTS)[number], Words> = {
  people: { ja: '人数の多い順', en: 'Most people' },
  activity: { ja: '最近の投稿が多い順', en: 'Most posts lately' },
  health: { ja: '健全度の高い順', en: 'Healthiest' },
  relevance: { ja: '自社の話題が多い順', en: 'Most about our topics' },
}

export const MEMBER_SORT_WORDS: Record<(typeof MEMBER_SORTS)[number], Words> = {
  rank: { ja: '中心にいる順', en: 'Most central' },
  leap: { ja: '跳躍力の高い順', en: 'Greatest power to leap' },
}

export const VIEW_WORDS: Record<(typeof VIEWS)[number] | 'overview', Words> = {
  overview: { ja: '概要', en: 'Overview' },
  people: { ja: '人物', en: 'People' },
  posts: { ja: '投稿', en: 'Posts' },
  graph: { ja: 'つながりの図', en: 'Picture of ties' },
}

/** What the search is doing. */
export const STEP_WORDS: Record<
  NonNullable<Answer<'GET /communities/map'>['run']['step']>,
  Words
> = {
  people: { ja: 'つながりを読んでいます（1/4）', en: 'reading ties (1 of 4)' },
  groups: { ja: 'まとまりを探しています（2/4）', en: 'looking for groups (2 of 4)' },
  posts: {
    ja: '投稿を読み、名前を付けています（3/4）',
    en: 'reading posts and naming them (3 of 4)',
  },
  writing: { ja: '書き込んでいます（4/4）', en: 'writing them down (4 of 4)' },
}

type ChangeKind = CommunityInFull['changes'][number]['kind']

const people = {
  ja: (count: number) => `${formatCount(count, 'ja')}人`,
  en: (count: number) => `${formatCount(count, 'en')} ${count === 1 ? 'person' : 'people'}`,
}
const posts = {
  ja: (count: number) => `${formatCount(count, 'ja')}件`,
  en: (count: number) => `${formatCount(count, 'en')} ${count === 1 ? 'post' : 'posts'}`,
}
const signed = (more: number, language: InterfaceLanguage) =>
  `${more > 0 ? '+' : more < 0 ? '−' : '±'}${formatCount(Math.abs(more), language)}`

/** What happened, in one sentence; `others` are names, joined. */
export function changeText(
  {
    kind,
    people: now,
    peopleBefore,
  }: Pick<CommunityInFull['changes'][number], 'kind' | 'people' | 'peopleBefore'>,
  others: string,
  language: InterfaceLanguage,
): string {
  const words: Record<ChangeKind, Words> = {
    born: { ja: `${people.ja(now)}で生まれた`, en: `Came into being with ${people.en(now)}` },
    grown: {
      ja: `${people.ja(peopleBefore)}から${people.ja(now)}に増えた`,
      en: `Grew from ${people.en(peopleBefore)} to ${people.en(now)}`,
    },
    shrunk: {
      ja: `${people.ja(peopleBefore)}から${people.ja(now)}に減った`,
      en: `Shrank from ${people.en(peopleBefore)} to ${people.en(now)}`,
    },
    merged: { ja: `${others}と一つになった`, en: `Merged with ${others}` },
    split: {
      ja: peopleBefore === 0 ? `${others}から分かれた` : `${others}が分かれていった`,
      en: peopleBefore === 0 ? `Split off from ${others}` : `${others} split off`,
    },
    ended: { ja: '見つからなくなった', en: 'Was not found any more' },
    returned: {
      ja: `${people.ja(now)}で再び見つかった`,
      en: `Was found again with ${people.en(now)}`,
    },
  }
  return words[kind][language]
}

export const WORDS = defineWords({
  title: { ja: 'コミュニティ', en: 'Communities' },
  intro: {
    ja: '返信・共有・言及・いいね・フォローから、互いによくやり取りしている人たちのまとまりを見つけています（過去180日。新しいやり取りほど重く数えます）。数字は過去12週間の投稿です。',
    en: 'People who answer, share, name, like and follow each other more than others, over the last 180 days; fresh exchanges count for more. Figures are of the posts of the last twelve weeks.',
  },
  filters: { ja: '絞り込み', en: 'Filters' },
  search: { ja: '名前で検索', en: 'Search names' },
  searchHint: { ja: 'コーヒー豆、trail など', en: 'trail, コーヒー豆 …' },
  sort: { ja: '並び順', en: 'Order' },
  onlyEnded: { ja: '見つからなくなったもの', en: 'Those found no more' },
  ended: { ja: '見つからなくなった日', en: 'Found no more since' },
  onlyJoin: { ja: '参加を検討したいものだけ', en: 'Only those to join' },
  clear: { ja: '絞り込みを解除', en: 'Clear filters' },
  foundAt: { ja: '最終更新', en: 'Last found' },
  findNow: { ja: '今すぐ見つけ直す', en: 'Find anew now' },
  findFirst: { ja: '今すぐ見つける', en: 'Find them now' },
  waiting: { ja: '順番を待っています', en: 'waiting its turn' },
  allEnded: {
    ja: (count: number) =>
      `今はコミュニティが見つかっていません。以前あった${formatCount(count, 'ja')}個を一覧に出しています。`,
    en: (count: number) =>
      `No community is found today. The list has the ${formatCount(count, 'en')} that ${count === 1 ? 'was' : 'were'} found before.`,
  },
  lookedText: {
    ja: (count: number) =>
      `やり取りのある人${people.ja(count)}を調べましたが、まとまりはまだありません。会話が増えると自動で見つけ直します。`,
    en: (count: number) =>
      `${people.en(count)} with ties were looked at, and no groups stood out yet. They are looked for again by themselves as more is said.`,
  },
  finding: { ja: 'コミュニティを見つけています…', en: 'Finding communities …' },
  ofPeople: {
    ja: (count: number) => `やり取りのある人 ${people.ja(count)}`,
    en: (count: number) => `${people.en(count)} with ties`,
  },
  map: { ja: 'コミュニティの地図', en: 'Map of communities' },
  mapHint: {
    ja: '円の大きさは人数、線の太さはコミュニティ間のやり取りの強さです。円を選ぶと詳しく見られます。',
    en: 'A bubble is as large as it has people; a line is as thick as the ties between two are strong. Choose a bubble to look inside.',
  },
  mapLeft: {
    ja: (count: number) =>
      `ほかに小さなコミュニティが${formatCount(count, 'ja')}個あります（下の一覧）。`,
    en: (count: number) =>
      `${formatCount(count, 'en')} smaller ${count === 1 ? 'one is' : 'ones are'} in the list below.`,
  },
  bubble: {
    ja: (name: string, count: number) => `${name}（${people.ja(count)}）`,
    en: (name: string, count: number) => `${name} (${people.en(count)})`,
  },
  legendJoin: { ja: '参加を検討', en: 'Worth joining' },
  legendOurs: { ja: '自社の人がいる', en: 'We are there' },
  legendOther: { ja: 'そのほか', en: 'Others' },
  list: { ja: '一覧', en: 'List' },
  name: { ja: 'コミュニティ', en: 'Community' },
  people: { ja: '人数', en: 'People' },
  recent: { ja: '直近4週の投稿', en: 'Posts, last four weeks' },
  recentOf: {
    ja: (count: number, more: number) => `${posts.ja(count)}（${signed(more, 'ja')}）`,
    en: (count: number, more: number) => `${formatCount(count, 'en')} (${signed(more, 'en')})`,
  },
  health: { ja: '健全度', en: 'Health' },
  healthHint: {
    ja: '活動・返信・相互性・定着の4つの割合の幾何平均（0〜100）。',
    en: 'The geometric mean of four shares: activity, answers, reciprocity, newcomers kept (0 to 100).',
  },
  relevance: { ja: '自社の話題', en: 'About our topics' },
  relevanceOf: {
    ja: (count: number, share: number) => `${posts.ja(count)}（${formatShare(share, 'ja')}）`,
    en: (count: number, share: number) =>
      `${formatCount(count, 'en')} (${formatShare(share, 'en')})`,
  },
  presence: { ja: '自社・競合', en: 'Us and rivals' },
  presenceOf: {
    ja: (ours: number, rivals: number) => `自社${people.ja(ours)}・競合${people.ja(rivals)}`,
    en: (ours: number, rivals: number) =>
      `${formatCount(ours, 'en')} of us, ${formatCount(rivals, 'en')} of rivals`,
  },
  join: { ja: '参加を検討', en: 'Worth joining' },
  joinWhy: {
    ja: (relevant: number, rivals: number, rivalPosts: number) =>
      `自社の話題が${posts.ja(relevant)}語られていますが、自社の人がいません。${
        rivals > 0 ? `競合の人が${people.ja(rivals)}います。` : ''
      }${rivalPosts > 0 ? `競合の話題は${posts.ja(rivalPosts)}です。` : ''}`,
    en: (relevant: number, rivals: number, rivalPosts: number) =>
      `${posts.en(relevant)} are about our topics, and none of us is there.${
        rivals > 0 ? ` ${people.en(rivals)} of competitors ${rivals === 1 ? 'is' : 'are'}.` : ''
      }${rivalPosts > 0 ? ` ${posts.en(rivalPosts)} are about competitors.` : ''}`,
  },
  named: { ja: 'メンバーが命名', en: 'named by a member' },
  unnamed: {
    ja: (count: number) => `名前のないコミュニティ（${people.ja(count)}）`,
    en: (count: number) => `Unnamed community (${people.en(count)})`,
  },
  empty: { ja: 'コミュニティはまだ見つかっていません', en: 'No community has been found yet' },
  emptyText: {
    ja: '5人以上が互いに返信や共有をしていると、ここに現れます。投稿を取り込むかチャネルをつなぐと、毎晩自動で探します。',
    en: 'Where five people or more answer and share each other’s posts, a community appears here. Import posts or connect a channel; they are looked for every night.',
  },
  toChannels: { ja: 'チャネルへ', en: 'Go to Channels' },
  nothing: { ja: '当てはまるコミュニティがありません', en: 'No community matches' },
  back: { ja: 'コミュニティの一覧へ', en: 'All communities' },
  endedOn: {
    ja: 'このコミュニティはもう見つかりません。下は最後に見つかったときの値とこれまでの変化です。終わったと見なした日時:',
    en: 'This community is found no more. Below are its last figures and what became of it. It ended',
  },
  rename: { ja: '名前を変更', en: 'Rename' },
  renameLabel: { ja: 'コミュニティの名前', en: 'Name of the community' },
  renameHint: {
    ja: '付けた名前は、見つけ直しても変わりません。空にすると、見つかった言葉の名前に戻ります。',
    en: 'A name that you give stays when communities are found anew. Leave it empty to go back to the words that were found.',
  },
  phrasesWere: { ja: '見つかった言葉', en: 'Words found' },
  born: { ja: '最初に見つかった日', en: 'First found' },
  views: { ja: '表示の切り替え', en: 'Views' },
  activity: { ja: '週ごとの投稿', en: 'Posts per week' },
  week: { ja: '週', en: 'Week' },
  weeksAgo: {
    ja: (count: number) => (count === 0 ? '直近7日' : `${formatCount(count, 'ja')}週前`),
    en: (count: number) =>
      count === 0
        ? 'last 7 days'
        : `${formatCount(count, 'en')} ${count === 1 ? 'week' : 'weeks'} ago`,
  },
  posts: { ja: '投稿', en: 'Posts' },
  showTable: { ja: '表で見る', en: 'Show as table' },
  showChart: { ja: '図で見る', en: 'Show as chart' },
  weeksLabel: {
    ja: '週ごとの投稿数の図。同じ数は表で見られます。',
    en: 'Chart of posts per week. The table has the same numbers.',
  },
  activeShare: { ja: '直近4週に活動した人', en: 'Active in the last four weeks' },
  answerRate: { ja: '返信のついた投稿', en: 'Posts that were answered' },
  reciprocity: { ja: '双方向のつながり', en: 'Ties that go both ways' },
  newcomersKept: { ja: '定着した新しい人', en: 'Newcomers who stayed' },
  stages: { ja: '段階と賛否', en: 'Stages and stances' },
  topics: { ja: '話題', en: 'Topics' },
  noTopics: {
    ja: '登録した話題は語られていません。',
    en: 'None of the topics that you follow is spoken of.',
  },
  languages: { ja: '言語', en: 'Languages' },
  holders: { ja: 'まとめている人', en: 'Who holds it together' },
  holdersHint: {
    ja: '中心度はこの中での平均を1とした値、コアはこの人が属する「全員が互いにk人以上とつながる集まり」のkです。',
    en: 'Centrality: 1 is the mean in here. Core: the k of the tightest part in which everybody is tied to k others.',
  },
  bridges: { ja: 'ほかへ橋を架けている人', en: 'Who bridges to others' },
  bridgesHint: {
    ja: '跳躍力は、互いに知り合いでない相手に、いくつものコミュニティをまたいでつながっているほど高くなります。',
    en: 'Power to leap: high for whoever is tied to people who do not know each other, over several communities.',
  },
  noBridges: {
    ja: 'ほかのコミュニティとつながる人はいません。',
    en: 'Nobody is tied to other communities.',
  },
  person: { ja: '人物', en: 'Person' },
  rank: { ja: '中心度', en: 'Centrality' },
  core: { ja: 'コア', en: 'Core' },
  leap: { ja: '跳躍力', en: 'Power to leap' },
  strength: { ja: 'つながりの強さ', en: 'Strength of ties' },
  ours: { ja: '自社', en: 'One of us' },
  rival: { ja: '競合', en: 'Of a competitor' },
  neighbours: { ja: 'つながりの強いコミュニティ', en: 'Communities closest to it' },
  tiesOf: {
    ja: (count: number) => `つながり${formatCount(count, 'ja')}本`,
    en: (count: number) => `${formatCount(count, 'en')} ${count === 1 ? 'tie' : 'ties'}`,
  },
  typical: { ja: '代表的な投稿', en: 'Typical posts' },
  noTypical: {
    ja: 'この12週間の投稿はありません。',
    en: 'Nothing was posted in these twelve weeks.',
  },
  history: { ja: 'これまでの変化', en: 'What became of it' },
  memberSearch: { ja: '名前で検索', en: 'Search names' },
  memberHint: { ja: '山田、Smith など', en: 'Smith, 山田 …' },
  noMembers: { ja: '当てはまる人がいません', en: 'Nobody matches' },
  noPosts: { ja: '当てはまる投稿がありません', en: 'No posts match' },
  stage: { ja: '段階', en: 'Stage' },
  stance: { ja: '賛否', en: 'Stance' },
  filteredBy: {
    ja: (what: string) => `「${what}」の投稿`,
    en: (what: string) => `Posts: ${what}`,
  },
  graphSize: { ja: '表示する人数', en: 'People shown' },
  graphSizeOf: {
    ja: (count: number) => `中心の${people.ja(count)}まで`,
    en: (count: number) => `up to ${people.en(count)}`,
  },
  graphShown: {
    ja: (nodes: number, all: number, edges: number) =>
      `${people.ja(all)}のうち${people.ja(nodes)}と、つながり${formatCount(edges, 'ja')}本を表示しています。`,
    en: (nodes: number, all: number, edges: number) =>
      `${formatCount(nodes, 'en')} of ${people.en(all)} and ${formatCount(edges, 'en')} ties are shown.`,
  },
  graphWeakLeft: { ja: '弱いつながりは省いています。', en: 'The weakest ties are left out.' },
  graphHint: {
    ja: 'ドラッグで移動、ホイールで拡大・縮小、点を選ぶと人物のページが開きます。同じ人物は「人物」の表で見られます。',
    en: 'Drag to move, use the wheel to zoom, choose a dot to open the person. The table under “People” lists the same people.',
  },
  graphLabel: {
    ja: 'つながりの図。同じ人物は表で見られます。',
    en: 'Picture of the ties. The table has the same people.',
  },
  graphNone: {
    ja: 'このブラウザーでは図を描けません（WebGLが使えません）。「人物」の表をご覧ください。',
    en: 'This browser cannot draw the picture (it has no WebGL). See the table under “People”.',
  },
  zoomIn: { ja: '拡大', en: 'Zoom in' },
  zoomOut: { ja: '縮小', en: 'Zoom out' },
  zoomAll: { ja: '全体を表示', en: 'Show all' },
})
