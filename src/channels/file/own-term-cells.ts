import { foldText } from '#language/index.ts'
import {
  fieldColumn,
  type NamedMember,
  type OwnField,
  parseDate,
  parseMoney,
  type ReadContext,
} from '#listen/index.ts'
import {
  type FieldKind,
  type FieldValue,
  type IncomingOwnTerms,
  LIMITS,
  minorOfDecimal,
  type Refusal,
  type RefusalReason,
} from '#vocabulary/index.ts'
import { RefusedRecord } from '../json-fields.ts'
import { plainCell } from './formula-guard.ts'
import { localTime } from './local-time.ts'
import type { NamedRow } from './table-format.ts'
import { webAddress } from './web-address.ts'
import { type WrittenCell, writtenTerms } from './written-terms.ts'

/** What a row says in the workspace's own terms, and what of it nobody can place. */
export interface OwnTermCells {
  terms: IncomingOwnTerms
  notes?: Refusal[]
}

/**
 * The values of the fields that the workspace added, the members who look after it, tags and notes. Empty
 * cells say nothing. Throws RefusedRecord, with the column, for a value that its field does not take; an
 * owner whom nobody knows, and tags and notes that are too long, are only noted. Pure.
 */
export function ownTermCells(named: NamedRow, context: ReadContext): OwnTermCells {
  const fields: Record<string, FieldValue> = {}
  for (const field of context.ownTerms?.fields ?? []) {
    const column = named.columns[fieldColumn(field.id)]
    const cell = cellIn(named, column)
    if (column === undefined || cell === undefined) continue
    fields[field.id] = fieldValue(field, cell, column, named, context)
  }
  const [owner, second] = [ownerOf(named, 'owner', context), ownerOf(named, 'secondOwner', context)]
  const written = writtenTerms({
    tags: columnCell(named, 'tags'),
    note: columnCell(named, 'note'),
  })
  const notes = [owner?.note, second?.note, ...written.notes].filter((note) => note !== undefined)
  return {
    terms: {
      ...(Object.keys(fields).length === 0 ? {} : { fields }),
      ...(owner?.id === undefined ? {} : { ownerId: owner.id }),
      // Nobody helps themselves.
      ...(second?.id === undefined || second.id === owner?.id ? {} : { secondOwnerId: second.id }),
      ...written.terms,
    },
    ...(notes.length === 0 ? {} : { notes }),
  }
}

function columnCell(named: NamedRow, meaning: 'tags' | 'note'): WrittenCell | undefined {
  const column = named.columns[meaning]
  const text = cellIn(named, column)
  return column === undefined || text === undefined ? undefined : { column, text }
}

function cellIn({ row }: NamedRow, column: string | undefined): string | undefined {
  if (column === undefined || !Object.hasOwn(row, column)) return undefined
  const cell = plainCell(row[column]?.trim() ?? '')
  return cell === '' ? undefined : cell
}

/** What a cell says, or why it says nothing that the field takes. */
type Parsed = FieldValue | undefined

type Parse = (cell: string, field: OwnField, named: NamedRow, context: ReadContext) => Parsed

const PARSERS: Record<FieldKind, Parse> = {
  text: (cell) =>
    cell.includes('\0') || cell.length > LIMITS.fieldTextCharsMax ? undefined : cell,
  number: (cell) => numberOf(cell),
  money: moneyOf,
  date: (cell, _field, { dayOrder }, { timeZone }) => {
    const date = parseDate(cell, dayOrder === undefined ? { timeZone } : { timeZone, dayOrder })
    return date === undefined ? undefined : localTime(date, timeZone).slice(0, 10)
  },
  'yes-no': (cell) => YES_NO.get(foldText(cell).trim()),
  url: (cell) => urlOf(cell),
  choice: (cell, { choices }) => choiceNamed(cell, choices),
  choices: choicesNamed,
}

/** Why a cell was refused, by what its field takes. */
const REASONS: Record<FieldKind, RefusalReason> = {
  ...{ text: 'too-large', number: 'not-a-number', money: 'not-a-number', date: 'bad-date' },
  ...{ 'yes-no': 'not-yes-no', url: 'not-an-address' },
  ...{ choice: 'not-a-choice', choices: 'not-a-choice' },
}

function fieldValue(
  field: OwnField,
  cell: string,
  column: string,
  named: NamedRow,
  context: ReadContext,
): FieldValue {
  const value = PARSERS[field.kind](cell, field, named, context)
  if (value !== undefined) return typeof value === 'string' ? value.toWellFormed() : value
  const reason = REASONS[field.kind]
  throw new RefusedRecord({ reason, field: column, detail: cell.slice(0, 100) })
}

function numberOf(cell: string): number | undefined {
  const folded = cell
    .normalize('NFKC')
    .replace(/[\s,]/g, '')
    .replace(/^[−▲△]/, '-')
  if (!/^[+-]?\d+(?:\.\d+)?$/.test(folded)) return undefined
  const number = Number(folded)
  return Math.abs(number) <= LIMITS.fieldNumberMax ? number : undefined
}

/** An amount in the currency of the field; another currency is none. */
function moneyOf(cell: string, { currency }: OwnField): number | undefined {
  const money = parseMoney(cell)
  if (money === undefined || currency === null) return undefined
  if (money.currency !== undefined && money.currency !== currency) return undefined
  const minor = minorOfDecimal(money.decimal, currency)
  return minor !== undefined && Math.abs(minor) <= LIMITS.fieldNumberMax ? minor : undefined
}

const YES = 'yes y true t 1 on はい 有 あり 有り 済 済み 可 ○ ◯ 〇 ✓ ✔ する 対象 該当'
const NO = 'no n false f 0 off いいえ 無 なし 無し 未 不可 × ✕ ✗ しない 対象外 非該当'
const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ...YES.split(' ').map((word) => [foldText(word).trim(), true] as const),
  ...NO.split(' ').map((word) => [foldText(word).trim(), false] as const),
])

function urlOf(cell: string): string | undefined {
  const url = webAddress(cell)
  return url === undefined || url.length > LIMITS.urlCharsMax ? undefined : new URL(url).href
}

function choiceNamed(cell: string, choices: OwnField['choices']): string | undefined {
  const folded = foldText(cell).trim()
  return choices.find(({ name }) => foldText(name).trim() === folded)?.id
}

/** Several are written behind each other; a choice may itself hold a comma. */
function choicesNamed(cell: string, { choices }: OwnField): string[] | undefined {
  const whole = choiceNamed(cell, choices)
  if (whole !== undefined) return [whole]
  for (const separator of [/[;；|\r\n]+/, /[;；|\r\n,，、/／]+/]) {
    const parts = cell.split(separator).filter((part) => part.trim() !== '')
    const chosen = parts.map((part) => choiceNamed(part, choices))
    if (parts.length === 0 || chosen.includes(undefined)) continue
    return choices.map(({ id }) => id).filter((id) => chosen.includes(id))
  }
  return undefined
}

/** The one member whom the cell means by address or name; else a note that nobody is meant. */
function ownerOf(
  named: NamedRow,
  rank: 'owner' | 'secondOwner',
  { ownTerms }: ReadContext,
): { id?: string; note?: Refusal } | undefined {
  const column = named.columns[rank]
  const cell = cellIn(named, column)
  // Where nobody says who the members are, nobody can be unknown.
  if (column === undefined || cell === undefined || ownTerms === undefined) return undefined
  const meant = membersMeant(cell, ownTerms.members)
  const [member] = meant
  if (member !== undefined && meant.length === 1) return { id: member.id }
  return { note: { reason: 'unknown-owner', field: column, detail: cell.slice(0, 100) } }
}

function membersMeant(cell: string, members: readonly NamedMember[]): NamedMember[] {
  const address = /<([^<>\s]+@[^<>\s]+)>\s*$/.exec(cell)?.[1] ?? cell
  const byAddress = members.filter(({ email }) => isSame(email, address))
  if (byAddress.length > 0) return byAddress
  return members.filter(({ name }) => bareName(name) === bareName(cell))
}

function isSame(email: string, said: string): boolean {
  return email.toLowerCase() === said.normalize('NFKC').trim().toLowerCase()
}

/** Spaces and honorifics do not count: 山田　太郎さん is 山田太郎. */
function bareName(name: string): string {
  return foldText(name)
    .replace(/\s/g, '')
    .replace(/(?:さん|様|氏)$/, '')
}
