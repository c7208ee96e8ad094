import type { Refusal } from '#vocabulary/index.ts'
import { cleanName } from './clean-text.ts'

export type JsonObject = Record<string, unknown>

const DETAIL_CHARS_MAX = 200

const lenientUtf8 = new TextDecoder('utf-8')

/**
 * One line of JSON as the object it holds. Bytes that are no UTF-8 become
 * U+FFFD, a byte order mark is skipped. Refused as `not-json` with the parser's
 * words (which name the position or show the place) or as `not-an-object` with
 * what it is instead. Depth is no danger: V8 parses without recursion, and
 * nothing here walks the value.
 */
export function parseJsonLine(
  line: string | Uint8Array,
): { object: JsonObject } | { refusal: Refusal } {
  const parsed = parseJson(textOfLine(line))
  if ('refusal' in parsed) return parsed
  const { value } = parsed
  if (isJsonObject(value)) return { object: value }
  return { refusal: { reason: 'not-an-object', detail: kindOf(value) } }
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOfLine(line: string | Uint8Array): string {
  if (typeof line !== 'string') return lenientUtf8.decode(line)
  return line.startsWith('\ufeff') ? line.slice(1) : line
}

function parseJson(text: string): { value: unknown } | { refusal: Refusal } {
  try {
    return { value: JSON.parse(text) }
  } catch (fault) {
    const words = fault instanceof Error ? fault.message : String(fault)
    return { refusal: { reason: 'not-json', detail: cleanName(words, DETAIL_CHARS_MAX) } }
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}
