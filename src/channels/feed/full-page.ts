import iconv from 'iconv-lite'
import type { LiveCounts, LiveTools } from '#listen/index.ts'
import type { OutsideAnswer } from '#outside/ports.ts'
import { excerptSign } from './excerpt.ts'
import type { FeedItem } from './feed-item.ts'
import { inTurn } from './page-queue.ts'
import { readPage } from './read-page.ts'
import { resolveUrl } from './xml-tree.ts'

/** Pages fetched in one turn, the newest entries first; what is beyond stays an excerpt. */
const PAGES_PER_TURN_MAX = 30
const PAGE_BYTES_MAX = 2 * 1024 * 1024
const PAGE_MILLISECONDS_MAX = 20_000

/** What fetching pages needs of a turn. */
export interface PageTurn {
  tools: LiveTools
  signal: AbortSignal
  counts: Pick<LiveCounts, 'requests' | 'bytes'>
  /** The feed's own address, against which relative links are resolved. */
  address: string
}

/** The items, those that are excerpts with what their page adds where robots.txt allows and the page is theirs. */
export async function withPages(items: readonly FeedItem[], turn: PageTurn): Promise<FeedItem[]> {
  const wanted = new Set(
    items.filter((item) => excerptSign(item.entry) !== undefined).slice(0, PAGES_PER_TURN_MAX),
  )
  const read: FeedItem[] = []
  for (const item of items) {
    const page = wanted.has(item) && !turn.signal.aborted ? await pageOf(item, turn) : undefined
    read.push(page === undefined ? item : { ...item, page })
  }
  return read
}

async function pageOf(item: FeedItem, turn: PageTurn): Promise<FeedItem['page']> {
  const { feed, entry } = item
  const link = URL.parse(resolveUrl(entry.link ?? '', feed.link), turn.address)
  if (entry.link === undefined || link === null || !/^https?:$/.test(link.protocol))
    return undefined
  const { tools, signal, counts } = turn
  if (!(await tools.outside.mayFetch(link.href))) return undefined
  const answer = await inTurn(tools, link.host, signal, () => {
    counts.requests += 1
    return tools.outside.fetchOutside(link.href, {
      headers: { accept: 'text/html, application/xhtml+xml' },
      bytesMax: PAGE_BYTES_MAX,
      millisecondsMax: PAGE_MILLISECONDS_MAX,
      signal,
    })
  })
  if (answer.kind === 'failure') return undefined
  counts.bytes += answer.wireBytes
  const type = answer.headers['content-type'] ?? 'text/html'
  if (answer.status !== 200 || !/html/i.test(type)) return undefined
  return readPage(entry, textOfPage(answer))
}

/** The page's charset by its header, else by its `meta` (HTML, 13.2.3.2), else UTF-8. */
function textOfPage({ body, headers }: OutsideAnswer): string {
  const named = /charset\s*=\s*["']?([\w.:-]{1,40})/i
  const head = body.toString('latin1', 0, 1024)
  const charset = named.exec(headers['content-type'] ?? '')?.[1] ?? named.exec(head)?.[1] ?? 'utf-8'
  return iconv.encodingExists(charset) ? iconv.decode(body, charset) : body.toString('utf8')
}
