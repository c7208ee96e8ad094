import { readOutcomeRow } from './read-outcome-row.ts'
import { tableFormat } from './table-format.ts'

/** Outcomes as rows of a table: exports of a shop, of contracts, of deals won and lost. */
export const outcomesCsvFormat = tableFormat({
  name: 'outcomes-csv',
  dateColumns: ['at'],
  needs: [
    { anyOf: ['at'], words: { ja: '日時', en: 'the time' } },
    {
      anyOf: ['handle', 'email', 'personId', 'name'],
      words: { ja: '人物(アカウント、メールアドレス、顧客ID、氏名のいずれか)', en: 'the person' },
    },
  ],
  read: readOutcomeRow,
})
