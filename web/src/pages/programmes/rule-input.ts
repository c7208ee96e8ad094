import type { Asked, ItemOf } from '../../api.ts'
import { readField } from '../../parts/cards/field-input.tsx'
import type { CustomField, Stage } from '../../terms.ts'
import { entered } from './form.tsx'

export type Rule = ItemOf<'GET /relation-rules'>
type NewRule = Asked<'POST /relation-rules'>['body']
type NewCondition = NewRule['conditions'][number]
export type Condition = NewCondition['condition']
export type Comparison = Extract<NewCondition, { condition: 'field' }>['comparison']
export type Match = Rule['match']

export const CONDITIONS: readonly Condition[] = [
  ...(['bought', 'tagged', 'field', 'stage', 'role', 'listed'] as const),
  ...(['organisation-is', 'own-organisation'] as const),
]
export const CONDITIONS_MAX = 8
export const STAGES: readonly Stage[] = [
  ...(['discovery', 'evaluation', 'recommendation', 'satisfaction'] as const),
]
export const COMPARED_BY: Record<CustomField['kind'], readonly Comparison[]> = {
  text: ['contains', 'is'],
  url: ['contains', 'is'],
  number: ['at-least', 'is'],
  money: ['at-least', 'is'],
  date: ['on-or-after', 'is'],
  'yes-no': ['is'],
  choice: ['is'],
  choices: ['is'],
}

/** One condition in the form of a rule. */
export interface ConditionRow {
  /** Tells it from the others as they come and go. */
  key: number
  condition: Condition
  /** Of `field`: the one that is chosen. */
  field: CustomField | undefined
  /** As it was saved. */
  before: Rule['conditions'][number] | undefined
}

/** What a part of a condition is called in the form. */
export const partOf = ({ key }: ConditionRow, part: string): string => `${key}.${part}`

/** A rule asks for one of several choices. */
export function askedFor(row: ConditionRow, field: CustomField, name: string): CustomField {
  const kind = field.kind === 'choices' ? 'choice' : field.kind
  return { ...field, id: partOf(row, 'value'), name, kind }
}

/** What the form says a rule asks for; what is no number goes as it stands, and the server says so. */
export function termsIn(
  form: FormData,
  rows: readonly ConditionRow[],
  known: readonly CustomField[],
): Pick<NewRule, 'kind' | 'conditions'> & { match: Match } {
  const match = entered(form, 'match') === 'any' ? 'any' : 'all'
  const conditions = rows.map((row) => conditionIn(form, row, known))
  return { kind: entered(form, 'kind'), match, conditions }
}

function conditionIn(
  form: FormData,
  row: ConditionRow,
  known: readonly CustomField[],
): NewCondition {
  const part = (name: string) => entered(form, partOf(row, name))
  const { condition } = row
  switch (condition) {
    case 'bought':
      return { condition, withinDays: Number(part('withinDays')) }
    case 'organisation-is':
      return { condition, organisationKind: part('organisationKind') }
    case 'own-organisation':
      return { condition, organisation: part('organisation') }
    case 'tagged':
      return { condition, tag: part('tag') }
    case 'field':
      return { condition, ...fieldTermsIn(form, row, known) }
    case 'stage': {
      const stage = STAGES.find((one) => one === part('stage')) ?? 'discovery'
      return { condition, topic: part('topic'), stage }
    }
    case 'role': {
      const said = part('words').split(/[,、，\n]/)
      return { condition, words: said.map((word) => word.trim()).filter((word) => word !== '') }
    }
    case 'listed':
      return { condition, list: part('list') }
  }
}

function fieldTermsIn(form: FormData, row: ConditionRow, known: readonly CustomField[]) {
  const chosen = entered(form, partOf(row, 'field'))
  const field = known.find(({ id }) => id === chosen)
  const said = entered(form, partOf(row, 'comparison'))
  const comparison = COMPARED_BY[field?.kind ?? 'text'].find((one) => one === said) ?? 'is'
  const typed = entered(form, partOf(row, 'value'))
  const read = field === undefined ? null : readField(form, askedFor(row, field, field.name))
  const value = read === null || read === undefined || Array.isArray(read) ? typed : read
  return { field: chosen, comparison, value }
}
