import type { FieldValue } from '#vocabulary/index.ts'
import type { ChangedRow } from './change-ledger.ts'
import type { OwnTerms } from './input-format.ts'

/**
 * A change of an own field, an owner, a tag or a note in words: the name of the field, of choices and of the
 * member; ids of tags and notes tell nobody anything.
 */
export function shownOwnTerm(row: ChangedRow, terms: OwnTerms | undefined): ChangedRow {
  if (row.kind === 'owner') {
    const nameOf = (id: string | null) =>
      terms?.members.find((member) => member.id === id)?.name ?? null
    return { ...row, before: nameOf(row.before), after: nameOf(row.after) }
  }
  if (row.kind === 'tagging' || row.kind === 'note') return { ...row, field: 'text' }
  const field = terms?.fields.find(({ id }) => id === row.field)
  if (row.kind !== 'field' || field === undefined) return row
  const shown = (json: string | null) =>
    json === null ? null : wordsOf(JSON.parse(json) as FieldValue, field)
  return { ...row, field: field.name, before: shown(row.before), after: shown(row.after) }
}

function wordsOf(value: FieldValue, { choices }: OwnTerms['fields'][number]): string {
  const nameOf = (one: string) => choices.find(({ id }) => id === one)?.name ?? one
  if (Array.isArray(value)) return value.map(nameOf).join(', ')
  return typeof value === 'string' ? nameOf(value) : String(value)
}
