import { readDealRow } from './read-deal-row.ts'
import { tableFormat } from './table-format.ts'

/** Deals as rows of a table: opportunities of a CRM, a list of projects. */
export const dealsCsvFormat = tableFormat({
  name: 'deals-csv',
  dateColumns: ['closesOn'],
  needs: [{ anyOf: ['name'], words: { ja: '商談名', en: 'the name of the deal' } }],
  read: readDealRow,
})
