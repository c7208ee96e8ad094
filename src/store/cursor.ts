import { EnishiError, isUuid } from '#vocabulary/index.ts'

/** Which part of a list is asked for. */
export interface PageRequest {
  limit: number
  cursor?: string | undefined
}

/** One page; `next` asks for the following one, null at the end. A page may be short, even empty. */
export interface Listed<Item> {
  items: Item[]
  next: string | null
}

/** Packs the sort key of a page's last row into an opaque cursor. */
export function writeCursor(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** Unpacks a cursor of `count` parts; throws `bad-input` for one that this server did not write. */
export function readCursor(cursor: string, count: number): string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (isParts(parts, count)) return parts
  } catch (cause) {
    throw badCursor(cause)
  }
  throw badCursor()
}

/** The id in a cursor that holds nothing else; `bad-input` as above. */
export function readIdCursor(cursor: string): string {
  const [id = ''] = readCursor(cursor, 1)
  if (isUuid(id)) return id
  throw badCursor()
}

function isParts(value: unknown, count: number): value is string[] {
  return (
    Array.isArray(value) &&
    value.length === count &&
    value.every((part) => typeof part === 'string')
  )
}

function badCursor(cause?: unknown): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'The cursor is not one of this list. Start again without it.',
      ja: 'カーソルがこの一覧のものではありません。カーソルなしで最初から取得してください。',
    },
    { field: 'cursor' },
    cause,
  )
}

/**
 * How many rows to look at next, when `found` of `wanted` have been found among `looked`: as many as
 * should fill the page at that rate and a little more, at most four times the last batch.
 */
export function rowsToFill(wanted: number, found: number, looked: number, before: number): number {
  const most = before * 4
  if (found === 0) return most
  const expected = Math.ceil(((wanted - found) * looked * 1.3) / found)
  return Math.max(wanted, Math.min(expected, most))
}
