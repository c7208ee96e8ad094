import type { Answer, Asked } from '../../api.ts'

export type Uploaded = Answer<'POST /uploads'>
export type Mapping = NonNullable<Asked<'POST /imports'>['body']['columns']>
export type Column = keyof Mapping

/** What a column may hold, in the order in which people look for it. */
export const COLUMNS = [
  'text',
  'author',
  'publishedAt',
  'title',
  'url',
  'authorId',
  'authorUrl',
  'email',
  'id',
  'parentId',
  'platform',
  'lang',
] as const satisfies readonly Column[]

/** What the column at `header` holds by this mapping. */
export function heldBy(mapping: Mapping, header: string): Column | undefined {
  return COLUMNS.find((column) => mapping[column] === header)
}

/** Says that a table's column holds this. A column holds one thing, and a thing is in one column. */
export function assign(mapping: Mapping, header: string, column: Column | undefined): Mapping {
  const kept = COLUMNS.filter((known) => known !== column && mapping[known] !== header)
  const pairs = kept
    .map((known) => [known, mapping[known]])
    .filter(([, name]) => name !== undefined)
  return Object.fromEntries(column === undefined ? pairs : [...pairs, [column, header]])
}
