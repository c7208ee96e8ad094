import { readOrganisationRow } from './read-organisation-row.ts'
import { tableFormat } from './table-format.ts'

/** Organisations as rows of a table: accounts of a CRM, a list of customers. */
export const organisationsCsvFormat = tableFormat({
  name: 'organisations-csv',
  dateColumns: ['relationSince', 'relationUntil'],
  needs: [{ anyOf: ['name'], words: { ja: '会社名', en: 'the name of the organisation' } }],
  read: readOrganisationRow,
})
