import { formatCount } from '../../format.ts'
import { defineWords } from '../../words.ts'

export const SAVED_WORDS = defineWords({
  saved: { ja: '保存した検索', en: 'Saved searches' },
  none: {
    ja: '条件を絞り込んで保存すると、ここから一度で開けます。新しい投稿があれば通知も受け取れます。',
    en: 'Narrow the list and save it: it opens from here with one click, and can ring when posts arrive.',
  },
  save: { ja: 'この検索を保存', en: 'Save this search' },
  change: { ja: '保存した検索を変更', en: 'Change saved search' },
  remove: { ja: '保存した検索を削除', en: 'Delete saved search' },
  removeText: {
    ja: (name: string) => `「${name}」とその通知を削除します。投稿は削除されません。`,
    en: (name: string) => `“${name}” and its alerts will be deleted. Posts stay.`,
  },
  name: { ja: '名前', en: 'Name' },
  ring: { ja: '通知', en: 'Alert' },
  ringHint: {
    ja: '急増は、直近24時間の投稿数を過去8週の同じ曜日と比べて判断します。',
    en: 'A surge is judged by the last 24 hours against the same weekday of the last eight weeks.',
  },
  ringNever: { ja: '通知しない', en: 'No alert' },
  ringEach: {
    ja: '新しい投稿があったとき (10分ごとにまとめる)',
    en: 'New posts (at most every 10 minutes)',
  },
  ringSurge: { ja: '投稿が急増したとき', en: 'A surge of posts' },
  share: { ja: 'ワークスペースの全員と共有する', en: 'Share with everybody in the workspace' },
  shared: { ja: '共有', en: 'shared' },
  each: { ja: '通知: 新着', en: 'rings: new' },
  surge: { ja: '通知: 急増', en: 'rings: surge' },
  unseen: {
    ja: (count: number) => `未確認の投稿 ${formatCount(count, 'ja')}件`,
    en: (count: number) => `${formatCount(count, 'en')} new ${count === 1 ? 'post' : 'posts'}`,
  },
})
