import type { Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'
import type { View } from './url-state.ts'

export const VIEW_WORDS: Record<View, Words> = {
  mine: { ja: '自分のタスク', en: 'Mine' },
  overdue: { ja: '自分の期限超過', en: 'My overdue work' },
  all: { ja: '全員のタスク', en: 'Everybody’s' },
  done: { ja: '完了', en: 'Done' },
  mentions: { ja: '自分へのメモ', en: 'Notes that call me' },
}

export const EMPTY_WORDS: Record<View, Words> = {
  mine: { ja: '残っているタスクはありません', en: 'You have no open tasks' },
  overdue: { ja: '期限を過ぎたタスクはありません', en: 'Nothing is overdue' },
  all: { ja: '残っているタスクはありません', en: 'There are no open tasks' },
  done: { ja: '完了したタスクはまだありません', en: 'Nothing has been done yet' },
  mentions: { ja: '自分へのメモはありません', en: 'No note calls you' },
}

export const WORDS = defineWords({
  title: { ja: 'タスク', en: 'Tasks' },
  add: { ja: 'タスクを追加', en: 'Add task' },
  view: { ja: '表示', en: 'Show' },
  search: { ja: 'タスクを検索', en: 'Search tasks' },
  searchHint: { ja: '件名・詳細', en: 'Title or details' },
  filters: { ja: '絞り込み', en: 'Filters' },
  nothing: { ja: '当てはまるものがありません', en: 'Nothing matches' },
  clear: { ja: '検索を解除', en: 'Clear the search' },
  emptyText: {
    ja: 'タスクは、ここからも、人物・企業・商談のページからも追加できます。期日と担当を決めておくと、期限を過ぎたものがホームに表示されます。',
    en: 'Add tasks here, or from a person, an organisation or a deal. With an owner and a due date, what is overdue shows on Home.',
  },
  mentionsText: {
    ja: 'メモに「@自分の名前」と書かれると、ここに表示されます。',
    en: 'Notes that say @ and your name appear here.',
  },
})
