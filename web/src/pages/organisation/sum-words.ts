import { formatCount } from '../../format.ts'
import { defineWords } from '../../words.ts'

export const SUM_WORDS = defineWords({
  title: { ja: 'この企業・団体の合計', en: 'What it comes to' },
  deals: { ja: '商談', en: 'Deals' },
  credit: { ja: '寄与(推定)', en: 'Credit (estimated)' },
  relations: { ja: '所属する人物の関係区分', en: 'What its people are to us' },
  lastContact: { ja: '最終接触', en: 'Last contact' },
  promises: { ja: '未完了の約束', en: 'Open promises' },
  outcomes: { ja: '成果', en: 'Outcomes' },
  none: { ja: 'なし', en: 'None' },
  never: { ja: '記録なし', en: 'None on record' },
  notMeasured: { ja: 'まだ測定されていません', en: 'Not measured yet' },
  programme: { ja: '関係づくりの活動', en: 'For a programme' },
  noOutcomes: {
    ja: '所属する人物の成果はまだ記録されていません。',
    en: 'None of its people has an outcome on record yet.',
  },
  counted: {
    ja: (what: string, count: number) => `${what} ${formatCount(count, 'ja')}件`,
    en: (what: string, count: number) => `${what}: ${formatCount(count, 'en')}`,
  },
  partOf: {
    ja: (what: string, parts: string, outcomes: number) =>
      `${what} ${parts}件分(${formatCount(outcomes, 'ja')}件のうち)`,
    en: (what: string, parts: string, outcomes: number) =>
      `${what}: ${parts} of ${formatCount(outcomes, 'en')}`,
  },
  interval: {
    ja: (low: string, high: string) => `90%区間 ${low}〜${high}件`,
    en: (low: string, high: string) => `90% interval ${low} to ${high}`,
  },
  peopleWho: {
    ja: (what: string, count: number) => `${what} ${formatCount(count, 'ja')}人`,
    en: (what: string, count: number) => `${what}: ${formatCount(count, 'en')}`,
  },
  promised: {
    ja: (open: number, overdue: number) =>
      overdue === 0
        ? `${formatCount(open, 'ja')}件`
        : `${formatCount(open, 'ja')}件(うち期限切れ${formatCount(overdue, 'ja')}件)`,
    en: (open: number, overdue: number) =>
      overdue === 0
        ? formatCount(open, 'en')
        : `${formatCount(open, 'en')} (${formatCount(overdue, 'en')} overdue)`,
  },
})
