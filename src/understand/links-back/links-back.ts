import { Parser } from 'htmlparser2'
import { normaliseLink } from '../identify.ts'

/** Pages in one form in lower case: what two links must share to be one. */
function keyOf(link: string, base?: string): string | undefined {
  const url = URL.parse(link, base)
  return url === null ? undefined : normaliseLink(url.href)?.toLowerCase()
}

/**
 * Whether a page says of itself, by a link with rel="me" (HTML, link types; microformats.org/wiki/rel-me),
 * that the account of this address is its owner's. `at` is where the page was found.
 */
export function linksBack(html: string, at: string, accountUrl: string): boolean {
  const wanted = keyOf(accountUrl)
  if (wanted === undefined) return false
  let isFound = false
  const parser = new Parser({
    onopentag: (name, { rel = '', href = '' }) => {
      if (name !== 'a' && name !== 'link') return
      if (!rel.toLowerCase().split(/\s+/).includes('me')) return
      if (keyOf(href, at) === wanted) isFound = true
    },
  })
  parser.end(html)
  return isFound
}
