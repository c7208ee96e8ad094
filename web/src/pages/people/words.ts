import type { Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'
import type { SORTS } from './url-state.ts'

export const SORT_WORDS: Record<(typeof SORTS)[number], Words> = {
  last: { ja: '最近の行動', en: 'Last seen' },
  posts: { ja: '投稿の多い順', en: 'Number of posts' },
  name: { ja: '名前', en: 'Name' },
}

export const WORDS = defineWords({
  title: { ja: '人物', en: 'People' },
  search: { ja: '人物を検索', en: 'Search people' },
  searchHint: { ja: '名前・ふりがな・アカウント', en: 'Name, reading or account' },
  filters: { ja: '絞り込み', en: 'Filters' },
  sort: { ja: '並び順', en: 'Sort by' },
  name: { ja: '名前とアカウント', en: 'Name and accounts' },
  posts: { ja: '投稿', en: 'Posts' },
  lastAt: { ja: '最後の行動', en: 'Last seen' },
  clear: { ja: '絞り込みを解除', en: 'Clear filters' },
  oneOrganisation: {
    ja: '1つの企業・団体の人物だけを表示しています。',
    en: 'Showing the people of one organisation only.',
  },
  nothing: { ja: '当てはまる人物がいません', en: 'Nobody matches' },
  empty: { ja: 'まだ誰もいません', en: 'There is nobody yet' },
  emptyText: {
    ja: 'ファイルを取り込むと、話している人がここに並びます。',
    en: 'Import a file, and whoever speaks in it appears here.',
  },
  goImport: { ja: '取り込みへ', en: 'Go to Import' },
  tag: { ja: 'タグ', en: 'Tag' },
  owner: { ja: '担当', en: 'Owner' },
  mine: { ja: '自分の担当', en: 'Mine' },
  nobody: { ja: '担当なし', en: 'Nobody' },
  inList: {
    ja: (name: string) => `リスト「${name}」を表示中`,
    en: (name: string) => `List “${name}”`,
  },
  choose: { ja: (name: string) => `${name}を選ぶ`, en: (name: string) => `Choose ${name}` },
  chooseAll: { ja: '表示中の全員を選ぶ', en: 'Choose everybody shown' },
})
