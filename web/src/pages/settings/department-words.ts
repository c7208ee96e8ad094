import { formatCount } from '../../format.ts'
import { defineWords } from '../../words.ts'

export const DEPARTMENT_WORDS = defineWords({
  departments: { ja: '部署', en: 'Departments' },
  noDepartments: {
    ja: '部署はまだありません。メンバーの「部署・異動」で配属を記録すると、ここに並びます。',
    en: 'There is no department yet. Record one beside a member, and it is listed here.',
  },
  search: { ja: '部署を探す（以前の名前でも）', en: 'Find a department, by a former name too' },
  noneFound: { ja: '一致する部署はありません。', en: 'No department matches.' },
  membersToday: { ja: '現在のメンバー', en: 'Members today' },
  people: {
    ja: (count: number) => `${formatCount(count, 'ja')}人`,
    en: (count: number) => formatCount(count, 'en'),
  },
  rename: { ja: '名前を変える', en: 'Rename' },
  renameOf: {
    ja: (name: string) => `「${name}」の名前を変える`,
    en: (name: string) => `Rename “${name}”`,
  },
  newName: { ja: '新しい名前', en: 'New name' },
  renamedOn: { ja: '名前が変わった日', en: 'Called so from' },
  renamedOnHint: {
    ja: 'この日より前の配属や担当の履歴には、以前の名前が残ります。',
    en: 'Whoever was in it before that day is shown with the name of then.',
  },
  slip: { ja: '書き間違いを直すだけ', en: 'The name was a slip' },
  slipHint: {
    ja: '履歴も新しい名前になり、以前の名前は残りません。',
    en: 'The new name stands everywhere, and the old one is not kept.',
  },
  formerly: {
    ja: (name: string, day: string) => `${day}より前は「${name}」`,
    en: (name: string, day: string) => `“${name}” before ${day}`,
  },
  change: { ja: '部署・異動', en: 'Departments' },
  changeOf: {
    ja: (name: string) => `${name}の部署・異動`,
    en: (name: string) => `Departments of ${name}`,
  },
  titleOf: {
    ja: (name: string) => `${name}の部署と異動`,
    en: (name: string) => `Departments of ${name}`,
  },
  none: {
    ja: '部署の記録はありません。配属を記録すると、担当の履歴に当時の部署が表示されます。',
    en: 'No department on record. Once there is one, earlier owners are shown with the department of then.',
  },
  history: { ja: '配属の履歴', en: 'Departments so far' },
  joins: { ja: '配属・異動を記録', en: 'Record a new department' },
  department: { ja: '部署', en: 'Department' },
  departmentHint: {
    ja: '一覧にない部署は、新しく追加されます。',
    en: 'A department that is not in the list is added.',
  },
  jobTitle: { ja: '役職（任意）', en: 'Job title (optional)' },
  since: { ja: '配属日・異動日', en: 'From' },
  until: { ja: '最後の日', en: 'Last day' },
  leaves: { ja: '前日までで離れる部署', en: 'Leaves the day before' },
  keepsHint: {
    ja: 'チェックを外すと兼務になります。',
    en: 'Unticked, the member works in both.',
  },
  record: { ja: '記録する', en: 'Record' },
  today: { ja: '現在', en: 'today' },
  end: { ja: '期間を直す', en: 'Mend the days' },
  endOf: {
    ja: (department: string) => `「${department}」の期間を直す`,
    en: (department: string) => `Mend the days of “${department}”`,
  },
  remove: { ja: '削除', en: 'Remove' },
  removeOf: {
    ja: (department: string) => `「${department}」の配属を削除`,
    en: (department: string) => `Remove the time in “${department}”`,
  },
  removeText: {
    ja: (department: string) =>
      `「${department}」の配属の記録を消します。異動した場合は、消さずに最後の日を入れてください。`,
    en: (department: string) =>
      `The record of the time in “${department}” goes. If it came to an end, give its last day instead.`,
  },
  recorded: {
    ja: (department: string) => `「${department}」への配属を記録しました。`,
    en: (department: string) => `“${department}” is on record.`,
  },
  handOver: { ja: '担当を引き継ぐ', en: 'Hand over' },
  offer: {
    ja: (name: string, held: string) =>
      `${name}の担当は${held}です。異動に合わせて引き継ぐものを選べます。`,
    en: (name: string, held: string) => `${name} looks after ${held}. Choose what is handed over.`,
  },
  holdsNothing: {
    ja: (name: string) => `${name}が担当しているものはありません。`,
    en: (name: string) => `${name} looks after nothing that would have to be handed over.`,
  },
  held: {
    ja: (people: string, organisations: string, deals: string, tasks: string) =>
      `人物${people}・企業${organisations}・商談${deals}・タスク${tasks}`,
    en: (people: string, organisations: string, deals: string, tasks: string) =>
      `${people} people, ${organisations} organisations, ${deals} deals and ${tasks} open tasks`,
  },
})
