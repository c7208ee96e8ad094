import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { CardLook, ConditionTerms, RuleFinding } from '#understand/index.ts'
import {
  EnishiError,
  type FieldComparison,
  type FieldKind,
  isUuid,
  type Words,
} from '#vocabulary/index.ts'
import { checkValue } from '../fields/check-value.ts'
import { type CustomField, fieldMeant, listFields } from '../fields/fields.ts'
import { findAll, type ListFilter } from '../lists/find-subjects.ts'
import { type FieldFilter, narrow } from '../lists/narrow.ts'
import { tagsThere } from '../tags/tags.ts'

/** What rules of relations see of tags, custom fields and lists. */
export const cardLook: CardLook = { check: checkTerms, find: findHolders }

async function checkTerms(tx: Transaction, terms: ConditionTerms): Promise<ConditionTerms> {
  if (terms.condition === 'tagged') await tagsThere(tx, [terms.tagId ?? ''], 'tag')
  if (terms.condition === 'listed') await listFit(tx, terms.listId ?? '')
  return terms.condition === 'field' ? checkField(tx, terms) : terms
}

async function findHolders(tx: Transaction, terms: ConditionTerms): Promise<RuleFinding[]> {
  if (terms.tagId !== null) return findTagged(tx, terms.tagId)
  if (terms.fieldId !== null) return findFilled(tx, terms, terms.fieldId)
  return terms.listId === null ? [] : findListed(tx, terms.listId)
}

interface HeldRow {
  rootId: string
  day: string
  name: string
}

/** Of merged people the root's tags, to which merges bring theirs. */
async function findTagged(tx: Transaction, tagId: string): Promise<RuleFinding[]> {
  const { rows } = await sql<HeldRow>`
    select p.id as "rootId", t.name, (g.added_at at time zone w.time_zone)::date::text as day
    from tagging g join tag t on t.id = g.tag_id
    cross join lateral (select * from person where person.id = g.person_id offset 0) p
    join workspace w on w.id = g.workspace_id
    where g.tag_id = ${tagId}::uuid and p.merged_into is null`.execute(tx)
  return rows.map(({ rootId, name, day }) => ({
    ...{ rootId, day, since: day },
    evidence: { tag: { id: tagId, name }, since: day },
  }))
}

/** Which comparisons a kind of field knows. */
const COMPARED_BY: Record<FieldKind, readonly FieldComparison[]> = {
  text: ['is', 'contains'],
  url: ['is', 'contains'],
  number: ['is', 'at-least'],
  money: ['is', 'at-least'],
  date: ['is', 'on-or-after'],
  'yes-no': ['is'],
  choice: ['is'],
  choices: ['is'],
}

async function checkField(tx: Transaction, terms: ConditionTerms): Promise<ConditionTerms> {
  const field = await fieldMeant(tx, 'person', terms.fieldId ?? '')
  const { comparison, value } = terms
  if (comparison === null || value === null || !COMPARED_BY[field.kind].includes(comparison)) {
    throw unfit('comparison', NOT_COMPARED)
  }
  return { ...terms, value: keptOf(field, comparison, value) }
}

type Compared = string | number | boolean

/** What is compared, as the field keeps it. Throws `bad-input` for what it doesn't take. */
function keptOf(field: CustomField, comparison: FieldComparison, value: Compared): Compared {
  if (comparison === 'contains') {
    const text = String(value).trim()
    if (text === '') throw unfit('value', NOTHING_SOUGHT)
    return text
  }
  // Of several choices a rule asks for one.
  const kept = checkValue(field, field.kind === 'choices' ? [String(value)] : value)
  return Array.isArray(kept) ? String(value) : kept
}

const FILTERS: Record<FieldComparison, (value: Compared) => Partial<FieldFilter>> = {
  is: (value) => ({ is: value }),
  contains: (value) => ({ contains: String(value) }),
  'at-least': (value) => ({ from: Number(value) }),
  'on-or-after': (value) => ({ from: String(value) }),
}

interface FilledRow extends HeldRow {
  value: unknown
}

async function findFilled(
  tx: Transaction,
  { comparison, value }: ConditionTerms,
  fieldId: string,
): Promise<RuleFinding[]> {
  const field = (await listFields(tx, 'person')).find(({ id }) => id === fieldId)
  if (field === undefined || comparison === null || value === null) return []
  const wanted = { field: fieldId, ...FILTERS[comparison](value) }
  const { also } = await narrow(tx, 'person', { fields: [wanted] })
  const { rows } = await sql<FilledRow>`
    select wanted.id as "rootId", v.value, (v.changed_at at time zone w.time_zone)::date::text as day
    from custom_value v
    cross join lateral (select * from person where person.id = v.person_id offset 0) wanted
    join workspace w on w.id = v.workspace_id
    where v.field_id = ${fieldId}::uuid and wanted.merged_into is null and ${also}`.execute(tx)
  return rows.map(({ rootId, day, value: held }) => ({
    ...{ rootId, day, since: day },
    evidence: { field: { id: fieldId, name: field.name }, ...inWords(field, held), since: day },
  }))
}

/** Choices by their names; an amount and a yes say no more than the rule itself. */
function inWords({ kind, choices }: CustomField, held: unknown): { value?: string } {
  if (kind === 'money' || kind === 'yes-no') return {}
  const name = (one: unknown) => choices.find(({ id }) => id === one)?.name ?? String(one)
  return { value: Array.isArray(held) ? held.map(name).join(', ') : name(held) }
}

interface ListRow {
  name: string
  filter: ListFilter
}

/**
 * A shared list of people that means the same whoever looks. One that asks for a relation is none:
 * rules would look at what rules say, and hold each other up. Undefined for any other.
 */
async function listOf(tx: Transaction, id: string): Promise<ListRow | undefined> {
  if (!isUuid(id)) return undefined
  const { rows } = await sql<ListRow>`
    select name, filter from list where id = ${id}::uuid and is_shared and subject = 'person'`.execute(
    tx,
  )
  const [list] = rows
  if (list === undefined) return undefined
  const { owner, relation } = list.filter
  return owner === 'me' || relation !== undefined ? undefined : list
}

async function listFit(tx: Transaction, id: string): Promise<void> {
  if ((await listOf(tx, id)) === undefined) throw unfit('list', NO_LIST)
}

async function findListed(tx: Transaction, listId: string): Promise<RuleFinding[]> {
  const list = await listOf(tx, listId)
  if (list === undefined) return []
  const ids = await peopleOf(tx, list)
  return ids.map((rootId) => ({
    ...{ rootId, day: null, since: null },
    evidence: { list: { id: listId, name: list.name } },
  }))
}

/** Nobody where a field that the list asks for is gone. */
async function peopleOf(tx: Transaction, { filter }: ListRow): Promise<string[]> {
  try {
    return (await findAll(tx, 'person', filter, Number.POSITIVE_INFINITY)).ids
  } catch (error) {
    if (error instanceof EnishiError && error.code === 'bad-input') return []
    throw error
  }
}

const NOTHING_SOUGHT: Words = {
  en: 'Say what the field should contain.',
  ja: '項目に含まれる言葉を入力してください。',
}
const NOT_COMPARED: Words = {
  en: 'This field cannot be compared like that: texts and addresses by is or contains, numbers and amounts by is or at-least, days by is or on-or-after, all others by is.',
  ja: 'この項目はその方法では比べられません。文字と URL は is か contains、数値と金額は is か at-least、日付は is か on-or-after、ほかは is を指定してください。',
}
const NO_LIST: Words = {
  en: 'Rules look at shared lists of people that mean the same for everyone and do not ask for a relation. Share the list, or choose another one.',
  ja: 'ルールに使えるのは、共有された人物のリストで、「自分の担当」や関係区分で絞り込んでいないものだけです。リストを共有するか、別のリストを選んでください。',
}

function unfit(field: string, words: Words): EnishiError {
  return new EnishiError('bad-input', words, { field })
}
