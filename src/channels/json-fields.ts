import { isJsonObject, type JsonObject } from '#listen/index.ts'
import type { Refusal } from '#vocabulary/index.ts'

/** Thrown while reading a record that has to be refused; `lineFormat` turns it into the ending. */
export class RefusedRecord extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(`${refusal.reason} ${refusal.field ?? ''} ${refusal.detail ?? ''}`.trim())
    this.name = 'RefusedRecord'
    this.refusal = refusal
  }
}

/** The value if it is an object; for fields that are no loss when malformed. */
export function objectOf(value: unknown): JsonObject | undefined {
  return isJsonObject(value) ? value : undefined
}

/** The value if it is a text that says something. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** An array as it is, one thing as an array of one, nothing as an empty one. */
export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

export function objectsOf(value: unknown): JsonObject[] {
  return listOf(value).filter(isJsonObject)
}

/** The text of a field that must be there. `path` is how the input names it. */
export function requiredText(value: unknown, path: string): string {
  const text = optionalText(value, path)
  if (text === undefined || text === '') {
    throw new RefusedRecord({ reason: 'missing-field', field: path })
  }
  return text
}

/** The text of a field that may be absent or null, but nothing other than text. */
export function optionalText(value: unknown, path: string): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string') return value
  throw new RefusedRecord({ reason: 'bad-field', field: path, detail: excerptOf(value) })
}

/** The object of a field that must be there. */
export function requiredObject(value: unknown, path: string): JsonObject {
  if (value === undefined || value === null) {
    throw new RefusedRecord({ reason: 'missing-field', field: path })
  }
  if (isJsonObject(value)) return value
  throw new RefusedRecord({ reason: 'bad-field', field: path, detail: excerptOf(value) })
}

const DATE_TIME =
  /^[+-]?\d{4,6}-\d\d-\d\d([Tt ]\d\d:\d\d(:\d\d([.,]\d+)?)?([Zz]|[+-]\d\d:?\d\d)?)?$/

/**
 * An RFC 3339 date or date-time; one without a zone is UTC. Absent and null are
 * undefined, anything else is refused as `bad-date`.
 */
export function dateAt(value: unknown, path: string): Date | undefined {
  if (value === undefined || value === null) return undefined
  const date = typeof value === 'string' ? parseDate(value) : undefined
  if (date !== undefined) return date
  throw new RefusedRecord({ reason: 'bad-date', field: path, detail: excerptOf(value) })
}

/** The date that the text says, or undefined. */
export function parseDate(text: string): Date | undefined {
  const match = DATE_TIME.exec(text)
  if (match === null) return undefined
  const hasTimeWithoutZone = match[1] !== undefined && match[4] === undefined
  const timeMs = Date.parse(hasTimeWithoutZone ? `${text}Z` : text)
  return Number.isNaN(timeMs) ? undefined : new Date(timeMs)
}

/** The beginning of a value, for a message; shallow, because a value may be nested without end. */
export function excerptOf(value: unknown): string {
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'object' && value !== null) return 'object'
  return String(value).slice(0, 100)
}
