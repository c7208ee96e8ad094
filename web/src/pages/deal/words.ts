import { defineWords } from '../../words.ts'

export const WORDS = defineWords({
  facts: { ja: '商談の内容', en: 'The deal' },
  stages: { ja: '段階', en: 'Stages' },
  people: { ja: '関わる人物', en: 'People' },
  noPeople: {
    ja: '相手の人物を加えると、受注したときにその人の購入として記録されます。',
    en: 'Add the person you deal with: when the deal is won, it becomes their purchase.',
  },
  addPerson: { ja: '人物を加える', en: 'Add a person' },
  main: { ja: '主な相手', en: 'Main' },
  makeMain: { ja: '主な相手にする', en: 'Make main' },
  makeMainOf: {
    ja: (name: string) => `${name}を主な相手にする`,
    en: (name: string) => `Make main: ${name}`,
  },
  role: { ja: '立場', en: 'Role' },
  roleOf: { ja: (name: string) => `${name}の立場`, en: (name: string) => `Role of ${name}` },
  takeOut: { ja: '外す', en: 'Remove' },
  takeOutOf: {
    ja: (name: string) => `${name}を商談から外す`,
    en: (name: string) => `Remove ${name} from the deal`,
  },
  closedAt: { ja: '終了日時', en: 'Closed' },
  recorded: {
    ja: '主な相手の「購入」として記録されています。',
    en: 'Recorded as a purchase of the main person.',
  },
  path: { ja: '経緯を見る', en: 'How it came about' },
  noPerson: {
    ja: '相手の人物がいないため、購入としては記録されていません。',
    en: 'Without a person it isn’t recorded as a purchase.',
  },
  noAccount: {
    ja: '主な相手のアカウントがわからないため、購入としては記録されていません。',
    en: 'The main person has no account, so it isn’t recorded as a purchase.',
  },
  removeTitle: { ja: '商談の削除', en: 'Delete deal' },
  removeText: {
    ja: (name: string) =>
      `「${name}」を、タスクとメモとともに削除します。受注の記録も取り消されます。接触の記録は残ります。`,
    en: (name: string) =>
      `“${name}” will be deleted with its tasks and notes, and its outcome is taken back. Contacts stay.`,
  },
  noValue: { ja: '未定', en: 'Not set' },
})
