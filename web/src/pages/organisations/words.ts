import { formatCount } from '../../format.ts'
import type { Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'
import type { SORTS } from './url-state.ts'

export const SORT_WORDS: Record<(typeof SORTS)[number], Words> = {
  name: { ja: '名前', en: 'Name' },
  new: { ja: '新しい順', en: 'Newest first' },
}

export const WORDS = defineWords({
  title: { ja: '企業・団体', en: 'Organisations' },
  add: { ja: '企業・団体を追加', en: 'Add organisation' },
  edit: { ja: '企業・団体を編集', en: 'Edit organisation' },
  search: { ja: '企業・団体を検索', en: 'Search organisations' },
  searchHint: { ja: '名前・ふりがな・ドメイン', en: 'Name, reading or domain' },
  filters: { ja: '絞り込み', en: 'Filters' },
  sort: { ja: '並び順', en: 'Sort by' },
  name: { ja: '名前', en: 'Name' },
  nameReading: { ja: 'ふりがな', en: 'Reading (furigana)' },
  url: { ja: 'ウェブサイト', en: 'Website' },
  urlHint: { ja: 'https:// から始まるアドレス', en: 'An address that begins with https://' },
  relation: { ja: '関係区分', en: 'Relation to us' },
  people: { ja: '人物', en: 'People' },
  clear: { ja: '絞り込みを解除', en: 'Clear filters' },
  nothing: { ja: '当てはまる企業・団体がありません', en: 'No organisation matches' },
  empty: { ja: '企業・団体がまだありません', en: 'There are no organisations yet' },
  emptyText: {
    ja: '人物がどの企業・団体に属し、当社にとって顧客・パートナー・競合のどれなのかをまとめる場所です。ここで追加するか、人物の名簿(CSV)を取り込むと、会社名から作られます。',
    en: 'This is where people’s companies are kept, and whether they are customers, partners or competitors to us. Add one here, or import a list of people (CSV): organisations are made from the company names in it.',
  },
  goImport: { ja: '取り込みへ', en: 'Go to Import' },
  keys: {
    ja: 'キー操作: / 検索、j・k 移動、Enter 詳細',
    en: 'Keys: / search, j and k move, Enter opens',
  },
  peopleOf: {
    ja: (name: string, count: number) => `${name}の人物 ${formatCount(count, 'ja')}人`,
    en: (name: string, count: number) => `People of ${name}: ${formatCount(count, 'en')}`,
  },
})
