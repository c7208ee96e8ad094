import { formatCount } from '../../format.ts'
import type { Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'
import type { State } from './url-state.ts'

export const STATE_WORDS: Record<State, Words> = {
  open: { ja: '未確認', en: 'To look at' },
  later: { ja: '保留', en: 'Put off' },
  merged: { ja: '統合した', en: 'Merged' },
  'not-same': { ja: '別人とした', en: 'Not the same' },
}

export const EMPTY_WORDS: Record<State, Words> = {
  open: { ja: '確認待ちの組はありません', en: 'There is no pair to look at' },
  later: { ja: '保留にした組はありません', en: 'Nothing was put off' },
  merged: { ja: 'ここから統合した組はまだありません', en: 'Nothing was merged from here yet' },
  'not-same': { ja: '別人とした組はまだありません', en: 'Nobody was told apart here yet' },
}

const n = (count: number, language: 'ja' | 'en') => formatCount(count, language)

export const WORDS = defineWords({
  title: { ja: '名寄せの確認', en: 'Same person?' },
  intro: {
    ja: '同じ人かもしれない2人です。確かめる値打ちの大きい順に並びます。根拠が十分なものは自動で統合し、いつでも取り消せます。',
    en: 'Two that may be one person, those most worth a look first. Where the evidence is overwhelming they are merged without asking; any merge can be taken back.',
  },
  show: { ja: '表示', en: 'Show' },
  filters: { ja: '絞り込み', en: 'Filters' },
  search: { ja: '人物を検索', en: 'Search people' },
  searchHint: { ja: '名前・アカウント', en: 'Name or account' },
  emptyText: {
    ja: '新しいアカウントが届くと、名前・アカウント名・リンク・話す内容などを照らし合わせ、同じ人かもしれない組をここに並べます。',
    en: 'As new accounts arrive, names, account names, links and what people talk about are compared; pairs that may be one person are listed here.',
  },
  nothing: { ja: '当てはまる組がありません', en: 'No pair matches' },
  clear: { ja: '検索を解除', en: 'Clear the search' },
  standing: {
    ja: (open: number, waiting: number) =>
      `確認待ち ${n(open, 'ja')}組${waiting > 0 ? `・照合待ちのアカウント ${n(waiting, 'ja')}件` : ''}`,
    en: (open: number, waiting: number) =>
      `${n(open, 'en')} ${open === 1 ? 'pair' : 'pairs'} to look at${waiting > 0 ? ` · ${n(waiting, 'en')} accounts waiting to be compared` : ''}`,
  },
  automatic: {
    ja: (merged: number, back: number) =>
      `この30日に自動で統合 ${n(merged, 'ja')}件(取り消し ${n(back, 'ja')}件)`,
    en: (merged: number, back: number) =>
      `Merged automatically in the last 30 days: ${n(merged, 'en')} (${n(back, 'en')} taken back)`,
  },
  posts: {
    ja: (count: number) => `投稿 ${n(count, 'ja')}件`,
    en: (count: number) => `${n(count, 'en')} ${count === 1 ? 'post' : 'posts'}`,
  },
  why: { ja: '同じ人と考えた根拠', en: 'Why they may be one' },
  compare: { ja: '2人を並べて比較', en: 'The two side by side' },
  later: { ja: 'あとで', en: 'Later' },
  laterText: { ja: '30日後にもう一度表示します。', en: 'It comes back after 30 days.' },
  openPerson: { ja: (name: string) => `「${name}」を開く`, en: (name: string) => `Open “${name}”` },
})
