import { isUuid, type SubjectKind } from '#vocabulary/index.ts'

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
  'otherEmail',
  'mobile',
  'phone',
  'platform',
  'handle',
  'url',
  'organisation',
  'department',
  'role',
  'organisationUrl',
  'relation',
  'relationSince',
  'relationUntil',
  'since',
  'until',
  'owner',
  'secondOwner',
  'tags',
  'note',
  'doNotContact',
  'doNotMail',
  'doNotCall',
  'consent',
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
  'code',
  'referredBy',
  'heardFrom',
] as const
export type OutcomeColumn = (typeof OUTCOME_COLUMNS)[number]

export const ORGANISATION_COLUMNS = [
  ...(['name', 'reading', 'url', 'relation', 'relationSince', 'relationUntil'] as const),
  ...(['owner', 'secondOwner', 'tags', 'note'] as const),
] as const
export type OrganisationColumn = (typeof ORGANISATION_COLUMNS)[number]

export const DEAL_COLUMNS = [
  'id',
  'name',
  'organisation',
  'contact',
  'email',
  'pipeline',
  'stage',
  'state',
  'value',
  'currency',
  'probability',
  'closesOn',
  'lostReason',
  'source',
  'owner',
  'secondOwner',
  'tags',
  'note',
] as const
export type DealColumn = (typeof DEAL_COLUMNS)[number]

export type Column = PostColumn | PersonColumn | OutcomeColumn | OrganisationColumn | DealColumn

/** The formats that are tables, and what their columns may hold. */
export const TABLE_COLUMNS = {
  'posts-csv': POST_COLUMNS,
  'people-csv': PERSON_COLUMNS,
  'organisations-csv': ORGANISATION_COLUMNS,
  'deals-csv': DEAL_COLUMNS,
  'outcomes-csv': OUTCOME_COLUMNS,
} as const satisfies Record<string, readonly Column[]>
export type TableFormat = keyof typeof TABLE_COLUMNS

export function isTableFormat(format: string): format is TableFormat {
  return Object.hasOwn(TABLE_COLUMNS, format)
}

/** Everything that a column of any table may hold, each once. */
export const ALL_COLUMNS: readonly Column[] = [...new Set(Object.values(TABLE_COLUMNS).flat())]

/** A field that the workspace added, by its id. */
type FieldColumn = `field:${string}`

/** The column meaning of a field that the workspace added. */
export function fieldColumn(fieldId: string): FieldColumn {
  return `field:${fieldId}`
}

/** Whether a key of a mapping names a field that a workspace added. */
export function isFieldColumn(key: string): key is FieldColumn {
  return key.startsWith('field:') && isUuid(key.slice('field:'.length))
}

/** Which column of a table holds what. Values are column names as the header has them. */
export type ColumnMapping = Partial<Record<Column | FieldColumn, string>>

/** What the rows of a table are about, where the workspace can add fields to it. */
const SUBJECTS: Partial<Record<string, SubjectKind>> = {
  'people-csv': 'person',
  'organisations-csv': 'organisation',
  'deals-csv': 'deal',
}

/** What rows of this format are about; undefined where they are about nothing that has own fields. */
export function subjectOfFormat(format: string): SubjectKind | undefined {
  return SUBJECTS[format]
}
