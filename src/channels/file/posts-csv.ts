import { readPostRow } from './read-post-row.ts'
import { tableFormat } from './table-format.ts'

/** Posts as rows of a table: exports of listening tools, reviews, survey answers, call notes. */
export const postsCsvFormat = tableFormat({
  name: 'posts-csv',
  dateColumns: ['publishedAt'],
  needs: [{ anyOf: ['text', 'title'], words: { ja: '本文', en: 'the text' } }],
  read: readPostRow,
})
