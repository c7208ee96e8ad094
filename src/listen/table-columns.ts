/** What the columns of tables may hold, by the format of the table. */
export const POST_COLUMNS = [
  'id',
  'text',
  'title',
  'author',
  'authorId',
  'authorUrl',
  'publishedAt',
  'url',
  'platform',
  'lang',
  'parentId',
  'email',
] as const
export type PostColumn = (typeof POST_COLUMNS)[number]

export const PERSON_COLUMNS = [
  'id',
  'name',
  'family',
  'given',
  'reading',
  'familyReading',
  'givenReading',
  'email',
  'platform',
  'handle',
  'url',
  'organisation',
  'role',
  'organisationUrl',
  'relation',
  'since',
  'until',
] as const
export type PersonColumn = (typeof PERSON_COLUMNS)[number]

export const OUTCOME_COLUMNS = [
  'id',
  'at',
  'platform',
  'handle',
  'email',
  'personId',
  'name',
  'type',
  'value',
  'currency',
  'about',
] as const
export type OutcomeColumn = (typeof OUTCOME_COLUMNS)[number]

export type Column = PostColumn | PersonColumn | OutcomeColumn

/** The formats that are tables, and what their columns may hold. */
export const TABLE_COLUMNS = {
  'posts-csv': POST_COLUMNS,
  'people-csv': PERSON_COLUMNS,
  'outcomes-csv': OUTCOME_COLUMNS,
} as const satisfies Record<string, readonly Column[]>
export type TableFormat = keyof typeof TABLE_COLUMNS

export function isTableFormat(format: string): format is TableFormat {
  return Object.hasOwn(TABLE_COLUMNS, format)
}

/** Everything that a column of any table may hold, each once. */
export const ALL_COLUMNS: readonly Column[] = [...new Set(Object.values(TABLE_COLUMNS).flat())]

/** Which column of a table holds what. Values are column names as the header has them. */
export type ColumnMapping = Partial<Record<Column, string>>
