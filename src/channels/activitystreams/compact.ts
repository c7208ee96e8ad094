import { isJsonObject, type JsonObject } from '#listen/index.ts'

const NAMESPACE = /^(?:as:|https?:\/\/www\.w3\.org\/ns\/activitystreams#)/
/** Deeper parts of a document say nothing that is read. */
const DEPTH_MAX = 12

/** Keys that JSON-LD writes with an @, and what ActivityStreams calls them. */
const KEYWORDS: Record<string, string> = { '@id': 'id', '@type': 'type' }

/**
 * A JSON-LD document in the plain form of ActivityStreams: no `as:` prefixes and no full addresses
 * of its terms, no `@id` and `@type`, values (`{"@value": …}`) and references (`{"@id": …}`) as they
 * are. Other vocabularies stay as they came. What is already plain stays as it is.
 */
export function compactDocument(document: JsonObject): JsonObject {
  return compactObject(document, DEPTH_MAX)
}

/** What the document says it is, in the plain form, without making that of the whole. */
export function compactTypesOf(document: JsonObject): unknown {
  const key = Object.keys(document).findLast((one) => plainName(one) === 'type')
  return key === undefined ? undefined : compactTypes(document[key])
}

function plainName(key: string): string {
  return KEYWORDS[key] ?? key.replace(NAMESPACE, '')
}

function compactObject(object: JsonObject, depth: number): JsonObject {
  const entries = Object.entries(object).map(([key, value]) => {
    const name = plainName(key)
    if (name === '@context') return [name, value] as const
    return [name, name === 'type' ? compactTypes(value) : compactValue(value, depth - 1)] as const
  })
  return Object.fromEntries(entries)
}

function compactTypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(compactTypes)
  return typeof value === 'string' ? value.replace(NAMESPACE, '') : value
}

function compactValue(value: unknown, depth: number): unknown {
  if (depth <= 0) return value
  if (Array.isArray(value)) {
    const items = value.map((item) => compactValue(item, depth - 1))
    return items.length === 1 && isWrapped(value[0]) ? items[0] : items
  }
  if (!isJsonObject(value)) return value
  if ('@value' in value) return value['@value']
  if ('@list' in value) return compactValue(value['@list'], depth - 1)
  const keys = Object.keys(value)
  if (keys.length === 1 && '@id' in value) return value['@id']
  return compactObject(value, depth)
}

/** Expanded JSON-LD has every value in an array. */
function isWrapped(value: unknown): boolean {
  return isJsonObject(value) && ('@value' in value || '@id' in value || '@list' in value)
}
