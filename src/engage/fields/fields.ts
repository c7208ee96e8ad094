import { foldText } from '#language/index.ts'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE } from '#store/outbox.ts'
import type { ChangeInWorkspace } from '#understand/index.ts'
import {
  EnishiError,
  type FieldKind,
  isKnownCurrency,
  LIMITS,
  type SubjectKind,
  uuidV7,
} from '#vocabulary/index.ts'
import { newRowId, tell } from '../subject-rows.ts'

export interface Choice {
  id: string
  name: string
}

/** A field that the workspace added to people, organisations or deals. */
export interface CustomField {
  id: string
  subject: SubjectKind
  name: string
  kind: FieldKind
  /** Of `choice` and `choices`, in their order. */
  choices: Choice[]
  /** Of `money`. */
  currency: string | null
}

export interface ChoiceInput {
  /** Left out for a new one. */
  id?: string | undefined
  name: string
}

export interface FieldPatch {
  name?: string | undefined
  choices?: ChoiceInput[] | undefined
}

export interface NewField extends FieldPatch {
  name: string
  subject: SubjectKind
  kind: FieldKind
  currency?: string | undefined
}

const COLUMNS = ['id', 'subject', 'name', 'kind', 'choices', 'currency'] as const

/** The fields in the order in which they were added; all, or of one kind of subject. */
export function listFields(tx: Transaction, subject?: SubjectKind): Promise<CustomField[]> {
  let query = tx.selectFrom('custom_field').select(COLUMNS)
  if (subject !== undefined) query = query.where('subject', '=', subject)
  return query.orderBy('position').orderBy('id').execute()
}

/** One field. Throws `not-found`. */
async function getField(tx: Transaction, id: string): Promise<CustomField> {
  const row = await tx
    .selectFrom('custom_field')
    .select(COLUMNS)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw noField('not-found')
  return row
}

/** The field of a subject that a body names. Throws `bad-input`. */
export async function fieldMeant(
  tx: Transaction,
  subject: SubjectKind,
  id: string,
): Promise<CustomField> {
  const fields = await listFields(tx, subject)
  const field = fields.find((one) => one.id === id)
  if (field === undefined) throw noField('bad-input')
  return field
}

/**
 * Adds a field (`custom-field.added`). Throws `bad-input` for choices or a currency that its kind
 * lacks, and `conflict` for a name that is taken or too many fields.
 */
export async function addField(
  tx: Transaction,
  { subject, name, kind, choices, currency }: NewField,
  change: ChangeInWorkspace,
): Promise<CustomField> {
  const known = await listFields(tx, subject)
  if (known.length >= LIMITS.customFieldsMax) throw tooMany()
  refuseTaken(known, name)
  const id = newRowId(change)
  await tx
    .insertInto('custom_field')
    .values({
      ...{ workspace_id: OWN_WORKSPACE, id, subject, name, name_key: foldText(name), kind },
      choices: JSON.stringify(choicesOf(kind, choices, [], change)),
      currency: currencyOf(kind, currency),
      ...{ position: known.length, created_at: change.now },
    })
    .execute()
  await tell(tx, 'custom-field.added', id, change)
  return getField(tx, id)
}

/**
 * Renames a field or changes its choices (`custom-field.changed`); its kind stays. A choice that is
 * left out goes from wherever it was chosen. Throws `not-found`, `bad-input`, `conflict`.
 */
export async function patchField(
  tx: Transaction,
  id: string,
  patch: FieldPatch,
  change: ChangeInWorkspace,
): Promise<CustomField> {
  const field = await getField(tx, id)
  const { name = field.name } = patch
  const others = (await listFields(tx, field.subject)).filter((one) => one.id !== id)
  refuseTaken(others, name)
  const choices =
    patch.choices === undefined
      ? field.choices
      : choicesOf(field.kind, patch.choices, field.choices, change)
  await tx
    .updateTable('custom_field')
    .set({ name, name_key: foldText(name), choices: JSON.stringify(choices) })
    .where('id', '=', id)
    .execute()
  const gone = field.choices.filter((one) => choices.every((kept) => kept.id !== one.id))
  for (const choice of gone) await dropChoice(tx, field, choice.id)
  await tell(tx, 'custom-field.changed', id, change, Object.keys(patch))
  return getField(tx, id)
}

async function dropChoice(tx: Transaction, field: CustomField, choiceId: string): Promise<void> {
  const rows = await tx
    .selectFrom('custom_value')
    .select(['id', 'value'])
    .where('field_id', '=', field.id)
    .execute()
  for (const { id, value } of rows) {
    const rest = Array.isArray(value) ? value.filter((one) => one !== choiceId) : []
    const isChosen = Array.isArray(value) ? rest.length < value.length : value === choiceId
    if (!isChosen) continue
    if (rest.length === 0) await tx.deleteFrom('custom_value').where('id', '=', id).execute()
    else {
      const kept = { value: JSON.stringify(rest) }
      await tx.updateTable('custom_value').set(kept).where('id', '=', id).execute()
    }
  }
}

/** Removes a field with all its values (`custom-field.removed`). Throws `not-found`. */
export async function deleteField(
  tx: Transaction,
  id: string,
  change: ChangeInWorkspace,
): Promise<void> {
  const removed = await tx.deleteFrom('custom_field').where('id', '=', id).executeTakeFirst()
  if (removed.numDeletedRows === 0n) throw noField('not-found')
  await tell(tx, 'custom-field.removed', id, change)
}

function choicesOf(
  kind: FieldKind,
  wanted: readonly ChoiceInput[] = [],
  known: readonly Choice[],
  { now, random }: ChangeInWorkspace,
): Choice[] {
  const hasChoices = kind === 'choice' || kind === 'choices'
  const names = new Set(wanted.map(({ name }) => foldText(name)))
  const isFit = hasChoices ? wanted.length > 0 && names.size === wanted.length : wanted.length === 0
  if (!isFit) throw unfitChoices()
  return wanted.map(({ id, name }) => {
    if (id !== undefined && known.every((one) => one.id !== id)) throw unfitChoices()
    return { id: id ?? uuidV7(now.getTime(), random), name }
  })
}

function currencyOf(kind: FieldKind, currency: string | undefined): string | null {
  if (kind !== 'money' && currency === undefined) return null
  if (kind === 'money' && currency !== undefined && isKnownCurrency(currency)) return currency
  throw new EnishiError(
    'bad-input',
    {
      en: 'A field of money, and only that, needs a currency that exists, such as JPY or EUR.',
      ja: '金額の項目には、JPY や EUR のような実在する通貨を指定してください。ほかの種類には指定できません。',
    },
    { field: 'currency' },
  )
}

function refuseTaken(others: readonly CustomField[], name: string): void {
  const key = foldText(name)
  if (others.every((one) => foldText(one.name) !== key)) return
  throw new EnishiError(
    'conflict',
    {
      en: 'Another field has this name. Choose another one.',
      ja: '同じ名前の項目があります。別の名前にしてください。',
    },
    { field: 'name' },
  )
}

function unfitChoices(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'A field of choices needs at least one, each of another name; other fields have none.',
      ja: '選択式の項目には、名前の異なる選択肢を1つ以上指定してください。ほかの種類には指定できません。',
    },
    { field: 'choices' },
  )
}

function tooMany(): EnishiError {
  const max = LIMITS.customFieldsMax
  return new EnishiError('conflict', {
    en: `There are ${max} fields, the most there may be. Remove one that you no longer need.`,
    ja: `項目は${max}件までです。不要なものを削除してください。`,
  })
}

function noField(code: 'not-found' | 'bad-input'): EnishiError {
  return new EnishiError(
    code,
    {
      en: 'There is no such field here. It may have been removed; look in Settings.',
      ja: 'この項目は見つかりません。削除された可能性があります。設定で確かめてください。',
    },
    { field: code === 'not-found' ? 'id' : 'field' },
  )
}
