import { type ImportFormat, isJsonObject, type JsonObject } from '#listen/index.ts'

/** How much of a file is enough to tell its format. */
export const GUESS_BYTES = 64 * 1024

/**
 * What the beginning of a file (already gunzipped) looks like; undefined when no format fits.
 * The name decides only where the content leaves it open.
 */
export function guessFormat(head: Buffer, fileName: string): ImportFormat | undefined {
  const text = head.toString('utf8').replace(/^\uFEFF/, '')
  if (text.startsWith('From ')) return 'mbox'
  const start = text.trimStart()
  if (start.startsWith('<')) return looksLikeFeed(start) ? 'feed' : undefined
  if (start.startsWith('{')) return guessJson(start)
  if (looksLikeMail(start) || /\.eml$/i.test(fileName)) return 'eml'
  return looksLikeTable(start, fileName) ? 'posts-csv' : undefined
}

function looksLikeFeed(text: string): boolean {
  return /<(?:\w+:)?(?:rss|feed|rdf|channel)\b/i.test(text)
}

function looksLikeMail(text: string): boolean {
  const headers = text.split(/\r?\n\r?\n/, 1)[0] ?? ''
  return /^(?:from|return-path|received|message-id|delivered-to|mime-version):/im.test(headers)
}

function looksLikeTable(text: string, fileName: string): boolean {
  if (/\.(?:csv|tsv|txt)(?:\.gz)?$/i.test(fileName)) return true
  return /[,;\t]/.test(text.split(/\r?\n/, 1)[0] ?? '')
}

function guessJson(text: string): ImportFormat | undefined {
  const first = parseObject(text.split(/\r?\n/, 1)[0] ?? '')
  if (first === undefined) return isJsonFeed(text) ? 'feed' : undefined
  if (typeof first.did === 'string' && typeof first.kind === 'string') return 'jetstream'
  if (isMastodon(first)) return 'mastodon'
  if (isJsonFeed(JSON.stringify(first))) return 'feed'
  return 'actor' in first || 'type' in first ? 'activities' : undefined
}

function isMastodon(object: JsonObject): boolean {
  const isEntity = 'entity' in object && 'data' in object
  const isFrame = 'stream' in object && 'event' in object
  const isStatus = 'account' in object && ('content' in object || 'status' in object)
  return isEntity || isFrame || isStatus || 'acct' in object
}

function isJsonFeed(text: string): boolean {
  return text.includes('jsonfeed.org/version')
}

function parseObject(line: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return isJsonObject(value) ? value : undefined
  } catch {
    // Not one object a line: perhaps a document over several lines.
    return undefined
  }
}
