import { type JsonObject, knownFields } from '#listen/index.ts'
import {
  decimalOfMinor,
  type IncomingOutcome,
  minorOfDecimal,
  OUTCOME_TYPES,
} from '#vocabulary/index.ts'
import {
  excerptOf,
  optionalText,
  RefusedRecord,
  requiredObject,
  requiredText,
  textOf,
} from '../json-fields.ts'

/**
 * What came of it: `{"type": "purchase", "value": 12000, "currency": "JPY", "about": "…"}`, the value
 * in the currency's own unit (12.5 dollars), as a number or as text. Undefined where nothing is said.
 */
export function readOutcome(value: unknown): IncomingOutcome | undefined {
  if (value === undefined || value === null) return undefined
  const said = requiredObject(value, 'outcome')
  const word = requiredText(said.type, 'outcome.type')
  const type = OUTCOME_TYPES.find((known) => known === word)
  if (type === undefined) throw badField('outcome.type', word)
  const about = textOf(optionalText(said.about, 'outcome.about'))
  return knownFields({ type, about, ...readValue(said) })
}

function readValue(said: JsonObject): { valueMinor?: number; currency?: string } {
  if (said.value === undefined || said.value === null) return {}
  const currency = requiredText(said.currency, 'outcome.currency').toUpperCase()
  const valueMinor = minorOfDecimal(decimalText(said.value), currency)
  if (valueMinor === undefined) throw badField('outcome.value', said.value)
  return { valueMinor, currency }
}

function decimalText(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : ''
}

function badField(field: string, value: unknown): RefusedRecord {
  return new RefusedRecord({ reason: 'bad-field', field, detail: excerptOf(value) })
}

/** The same outcome in the form that `readOutcome` reads; the value as text, so that it stays exact. */
export function writeOutcome({ type, valueMinor, currency, about }: IncomingOutcome): JsonObject {
  const isValued = valueMinor !== undefined && currency !== undefined
  return {
    type,
    ...(isValued ? { value: writeValue(valueMinor, currency), currency } : {}),
    ...(about === undefined ? {} : { about }),
  }
}

/** A number where that is exact, as people write it. */
function writeValue(valueMinor: number, currency: string): number | string {
  const decimal = decimalOfMinor(valueMinor, currency)
  const number = Number(decimal)
  return minorOfDecimal(String(number), currency) === valueMinor ? number : decimal
}
