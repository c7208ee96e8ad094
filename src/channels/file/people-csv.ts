import { readPersonRow } from './read-person-row.ts'
import { tableFormat } from './table-format.ts'

/** People as rows of a table: exports of a CRM, of business cards, of an address book. */
export const peopleCsvFormat = tableFormat({
  name: 'people-csv',
  dateColumns: ['since', 'relationSince', 'relationUntil'],
  needs: [
    {
      anyOf: ['name', 'family', 'given', 'email', 'handle'],
      words: { ja: '氏名', en: 'the name' },
    },
  ],
  read: readPersonRow,
})
