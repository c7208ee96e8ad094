import { Parser } from 'htmlparser2'

/** A feed that a page names. */
export interface NamedFeed {
  address: string
  title: string
}

const FEED_TYPES = /^application\/(?:rss\+xml|atom\+xml|feed\+json|rdf\+xml)\b/i
const FEEDS_MAX = 20

/** The feeds that a page names by `<link rel=alternate>` (HTML, 4.6.6.1), web addresses only. */
export function findFeeds(html: string, pageAddress: string): NamedFeed[] {
  const found = new Map<string, NamedFeed>()
  let base = pageAddress
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'base' && attributes.href !== undefined)
        base = URL.parse(attributes.href, pageAddress)?.href ?? base
      if (name !== 'link' || found.size >= FEEDS_MAX) return
      const { rel = '', type = '', href = '', title = '' } = attributes
      if (!/(?:^|\s)alternate(?:\s|$)/i.test(rel) || !FEED_TYPES.test(type.trim())) return
      const address = URL.parse(href.trim(), base)
      if (address === null || !/^https?:$/.test(address.protocol) || address.username !== '') return
      address.hash = ''
      const shown = title.replace(/\s+/g, ' ').trim().slice(0, 200) || address.href
      if (!found.has(address.href)) found.set(address.href, { address: address.href, title: shown })
    },
  })
  parser.end(html)
  return [...found.values()]
}
