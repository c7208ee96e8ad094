import type { ItemOf } from '../api.ts'
import type { Words } from '../terms.ts'
import { defineWords } from '../words.ts'

export const NOTICE_KIND_WORDS: Record<ItemOf<'GET /notices'>['kind'], Words> = {
  mentioned: { ja: 'メモであなたへの言及', en: 'Named you in a note' },
  'handed-over': { ja: 'あなたへの引き継ぎ', en: 'Handed over to you' },
  'task-given': { ja: 'あなたへのタスク', en: 'A task for you' },
}

export const NOTICE_WORDS = defineWords({
  title: { ja: 'あなた宛て', en: 'For you' },
  none: {
    ja: 'あなたへの言及、引き継ぎ、タスクはまだありません。',
    en: 'Nobody has named you, handed over to you or given you a task yet.',
  },
  isNew: { ja: '未読', en: 'unread' },
  read: { ja: '既読にする', en: 'Mark as read' },
  unread: { ja: '未読に戻す', en: 'Mark as unread' },
  readAll: { ja: 'すべて既読にする', en: 'Mark all as read' },
  searches: { ja: '保存した検索', en: 'Saved searches' },
})
