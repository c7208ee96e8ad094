import type { Refusal } from '#vocabulary/index.ts'
import type { Feed } from './feed-item.ts'
import { parseJsonFeed } from './parse-json-feed.ts'
import { parseXmlFeed } from './parse-xml-feed.ts'

export type ParsedFeed = { feed: Feed } | { refusal: Refusal }

/**
 * The feed that a document holds: RSS 0.9x, 1.0, 2.0, Atom 0.3 and 1.0, CDF, JSON
 * Feed. `base` is the document's own address, where known. Never throws.
 */
export function parseFeed(text: string, base?: string): ParsedFeed {
  const start = text.replace(/^[\s\ufeff]+/, '')
  if (start.startsWith('{') || start.startsWith('[')) return parseJson(start, base)
  if (!start.includes('<')) return { refusal: refusalOf('not-xml', start) }
  const feed = parseXmlFeed(start, base)
  return feed === undefined ? { refusal: refusalOf('not-a-feed', start) } : { feed }
}

function parseJson(text: string, base: string | undefined): ParsedFeed {
  try {
    const feed = parseJsonFeed(JSON.parse(text), base)
    return feed === undefined ? { refusal: refusalOf('not-a-feed', text) } : { feed }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { refusal: { reason: 'not-json', detail: error.message.toWellFormed().slice(0, 200) } }
  }
}

function refusalOf(reason: Refusal['reason'], text: string): Refusal {
  return { reason, detail: text.slice(0, 200).toWellFormed() }
}
