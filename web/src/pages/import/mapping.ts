import type { Answer, Asked } from '../../api.ts'

export type Uploaded = Answer<'POST /uploads'>
export type Mapping = NonNullable<Asked<'POST /imports'>['body']['columns']>
/** A column of ours; a field that the workspace added is `field:` and its id. */
export type Column = Exclude<keyof Mapping, `field:${string}`>
type Meaning = keyof Mapping

export type TableFormat = NonNullable<Uploaded['table']>['remembered'][number]

/** What the columns of each kind of table may hold, in the order in which people look for it. */
export const COLUMNS: Record<TableFormat, readonly Column[]> = {
  'posts-csv': [
    ...(['text', 'author', 'publishedAt', 'title', 'url', 'authorId', 'authorUrl'] as const),
    ...(['email', 'id', 'parentId', 'platform', 'lang'] as const),
  ],
  'people-csv': [
    ...(['name', 'family', 'given', 'reading', 'familyReading', 'givenReading', 'email'] as const),
    ...(['otherEmail', 'mobile', 'phone'] as const),
    ...(['organisation', 'department', 'role', 'since', 'until'] as const),
    ...(['organisationUrl', 'relation', 'relationSince', 'relationUntil'] as const),
    ...(['platform', 'handle', 'url', 'id', 'owner', 'secondOwner', 'tags', 'note'] as const),
    ...(['doNotContact', 'doNotMail', 'doNotCall', 'consent'] as const),
  ],
  'organisations-csv': [
    ...(['name', 'reading', 'url', 'relation', 'relationSince', 'relationUntil'] as const),
    ...(['owner', 'secondOwner', 'tags', 'note'] as const),
  ],
  'deals-csv': [
    ...(['name', 'organisation', 'contact', 'email', 'stage', 'state', 'pipeline'] as const),
    ...(['value', 'currency', 'probability', 'closesOn', 'lostReason', 'source', 'id'] as const),
    ...(['owner', 'secondOwner', 'tags', 'note'] as const),
  ],
  'outcomes-csv': [
    ...(['at', 'type', 'value', 'currency', 'about', 'email', 'personId', 'name'] as const),
    ...(['platform', 'handle', 'id', 'code', 'referredBy', 'heardFrom'] as const),
  ],
}

/** One column of each group must be there. */
const NEEDS: Record<TableFormat, readonly (readonly Column[])[]> = {
  'posts-csv': [['text', 'title']],
  'people-csv': [['name', 'family', 'given', 'email', 'handle']],
  'organisations-csv': [['name']],
  'deals-csv': [['name']],
  'outcomes-csv': [['at'], ['handle', 'email', 'personId', 'name']],
}

export function isTableFormat(format: string | undefined): format is TableFormat {
  return format !== undefined && format in COLUMNS
}

/** Whether the mapping holds what a table of this kind cannot be read without. */
export function isEnough(format: TableFormat, mapping: Mapping): boolean {
  return NEEDS[format].every((group) => group.some((column) => mapping[column] !== undefined))
}

/** The fields that the workspace added to what a table is about, as what its columns may hold. */
export function fieldsOf(
  table: NonNullable<Uploaded['table']>,
  format: TableFormat,
): { meaning: Meaning; name: string }[] {
  const fields = table.fields[format] ?? []
  return fields.map(({ id, name }) => ({ meaning: `field:${id}` as const, name }))
}

/** What the column at `header` holds by this mapping. */
export function heldBy(mapping: Mapping, header: string): Meaning | undefined {
  return pairsOf(mapping).find(([, name]) => name === header)?.[0]
}

/** Says that a table's column holds this. A column holds one thing, and a thing is in one column. */
export function assign(mapping: Mapping, header: string, column: Meaning | undefined): Mapping {
  const kept = pairsOf(mapping).filter(([known, name]) => known !== column && name !== header)
  return Object.fromEntries(column === undefined ? kept : [...kept, [column, header]])
}

function pairsOf(mapping: Mapping): [Meaning, string][] {
  return Object.entries(mapping) as [Meaning, string][]
}
