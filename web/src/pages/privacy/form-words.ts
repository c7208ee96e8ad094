import { defineWords } from '../../words.ts'

/** Of the forms that write into the registers, here and on a person's page. */
export const FORM_WORDS = defineWords({
  addConsent: { ja: '同意を記録', en: 'Record consent' },
  addProvision: { ja: '第三者提供を記録', en: 'Record a provision' },
  person: { ja: '本人', en: 'Person' },
  whose: { ja: '本人を選んでください。', en: 'Choose whose it is.' },
  shownHint: {
    ja: '同意を得たときに示した説明(例: 月1回、新商品の案内をメールでお送りします)',
    en: 'What they were told when they agreed, such as “news of our products by mail, once a month”',
  },
  evidence: { ja: '証跡(任意)', en: 'Evidence (optional)' },
  evidenceHint: {
    ja: '申込書の番号、フォームの URL など',
    en: 'Where it can be looked up: number of the form, address of the page',
  },
  recipientHint: { ja: '会社名や氏名', en: 'Name of the company or person' },
  items: { ja: '提供した項目', en: 'What was given' },
  itemsHint: { ja: '氏名、メールアドレスなど', en: 'Such as name and e-mail address' },
  note: { ja: 'メモ(任意)', en: 'Note (optional)' },
  consents: { ja: '連絡への同意', en: 'Consents' },
  noConsents: { ja: '同意の記録はありません。', en: 'No consents are on record.' },
  provisions: { ja: '第三者提供', en: 'Given to others' },
  noProvisions: {
    ja: '第三者提供の記録はありません。',
    en: 'Nothing was given to others.',
  },
  withdraw: { ja: '撤回を記録', en: 'Agrees no more' },
  withdrawOf: {
    ja: (means: string) => `${means}への同意の撤回を記録`,
    en: (means: string) => `Agrees no more: ${means}`,
  },
})
