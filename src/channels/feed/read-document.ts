import type { LiveProblem } from '#listen/index.ts'
import type { OutsideAnswer } from '#outside/ports.ts'
import { decodeDocument } from './decode.ts'
import type { Feed } from './feed-item.ts'
import { findFeeds, type NamedFeed } from './find-feeds.ts'
import { firstElement, looksLikePage } from './first-element.ts'
import { parseFeed } from './parse-feed.ts'

/** What a server's 200 turned out to hold. */
export interface ReadDocument {
  feed?: Feed
  /** With a feed: what came is cut off, and only its complete entries were read. */
  problem?: LiveProblem
  /** Feeds that a page named, where it is a page. */
  offers: NamedFeed[]
}

/**
 * Reads a body as a feed. The document's own address is left out of it: ids and
 * links are then the same as in an import of the saved file, so both meet in one activity.
 */
export function readDocument(
  answer: Pick<OutsideAnswer, 'body' | 'url' | 'headers'>,
): ReadDocument {
  const decoded = decodeDocument(inDeclaredCharset(answer))
  if (answer.body.length === 0 || decoded?.text.trim() === '')
    return { problem: { code: 'feed-empty-body' }, offers: [] }
  if (decoded === undefined) return { problem: { code: 'feed-not-a-feed' }, offers: [] }
  const { text } = decoded
  if (looksLikePage(text))
    return { problem: { code: 'feed-is-a-page' }, offers: findFeeds(text, answer.url) }
  const whole = isTerminated(text)
  const parsed = parseFeed(whole ? text : completePart(text))
  if ('refusal' in parsed) {
    const code = whole ? 'feed-not-a-feed' : 'feed-cut-off'
    return { problem: { code, detail: faultIn(text, parsed.refusal.detail) }, offers: [] }
  }
  const { feed } = parsed
  if (whole) return { feed, offers: [] }
  const detail = `${feed.entries.length} entries`
  return { feed, problem: { code: 'feed-cut-off', detail }, offers: [] }
}

/** The charset of Content-Type stands over what the document says of itself (RFC 7303, 3); UTF-8 needs no help. */
function inDeclaredCharset({ body, headers }: Pick<OutsideAnswer, 'body' | 'headers'>): Uint8Array {
  const named = /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(headers['content-type'] ?? '')?.[1]
  const hasOwn = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*\sencoding\s*=/.test(
    body.toString('latin1', 0, 200),
  )
  if (named === undefined || hasOwn || body[0] !== 0x3c || /^(?:utf-?8|us-ascii)$/i.test(named))
    return body
  // Said in the way that the reader of documents understands.
  return Buffer.concat([Buffer.from(`<?xml version="1.0" encoding="${named}"?>`), body])
}

/**
 * Whether an XML document's first element ends, and ends after the last entry began; what stands
 * behind it is forgiven. Documents that aren't XML end by rules of their own.
 */
function isTerminated(text: string): boolean {
  const root = firstElement(text)
  if (root === undefined) return true
  const end = text.lastIndexOf(`</${root.name}`)
  const entries = Math.max(text.lastIndexOf('<item'), text.lastIndexOf('<entry'))
  return end > entries && text.indexOf('>', end) > 0
}

/** Up to the end of the last entry that is complete. */
function completePart(text: string): string {
  let end = 0
  for (const found of text.matchAll(/<\/(?:[\w.-]+:)?(?:item|entry)\s*>/gi))
    end = found.index + found[0].length
  return text.slice(0, end)
}

/** Where and what: the first element and its line, or the beginning of a text that has none. */
function faultIn(text: string, detail: string | undefined): string {
  const json = /line (\d+) column (\d+)/.exec(detail ?? '')
  if (json !== null) return `JSON, line ${json[1]}, column ${json[2]}`
  if (/^\s*[[{]/.test(text.slice(0, 1000))) return `JSON: ${detail ?? ''}`
  const root = firstElement(text)
  if (root !== undefined) return `<${root.name}>, line ${root.line}`
  return `line 1: ${text.trim().split('\n', 1)[0]?.slice(0, 80) ?? ''}`
}
