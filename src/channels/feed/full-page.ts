import iconv from 'iconv-lite'
import type { LiveCounts, LiveTools } from '#listen/index.ts'
import type { OutsideAnswer, OutsideRefusal } from '#outside/ports.ts'
import { excerptSign } from './excerpt.ts'
import type { FeedItem } from './feed-item.ts'
import { inTurn } from './page-queue.ts'
import { readPage } from './read-page.ts'
import { resolveUrl } from './xml-tree.ts'

/** Pages fetched in one turn, the newest entries first; what is beyond stays an excerpt. */
const PAGES_PER_TURN_MAX = 30
const PAGE_BYTES_MAX = 2 * 1024 * 1024
const PAGE_MILLISECONDS_MAX = 20_000
const REDIRECTS_MAX = 5

/** What fetching pages needs of a turn. */
export interface PageTurn {
  tools: LiveTools
  signal: AbortSignal
  counts: Pick<LiveCounts, 'requests' | 'bytes'>
  /** The feed's own address, against which relative links are resolved. */
  address: string
}

/** Items with their pages, and those whose pages a server asked to leave for later. */
export interface ReadPages {
  items: FeedItem[]
  /** As they were given. */
  putOff: FeedItem[]
}

/** One turn's reading of pages: hosts that asked to be left alone are, for the rest of it. */
interface Reading extends PageTurn {
  busyHosts: Set<string>
}

/** The items, those that are excerpts with what their page adds where robots.txt allows and the page is theirs. */
export async function withPages(items: readonly FeedItem[], turn: PageTurn): Promise<ReadPages> {
  const wanted = new Set(
    items.filter((item) => excerptSign(item.entry) !== undefined).slice(0, PAGES_PER_TURN_MAX),
  )
  const reading: Reading = { ...turn, busyHosts: new Set() }
  const read: ReadPages = { items: [], putOff: [] }
  for (const item of items) {
    const isRead = wanted.has(item) && !turn.signal.aborted
    const page = isRead ? await pageOf(item, reading) : undefined
    if (page === 'later') read.putOff.push(item)
    read.items.push(page === undefined || page === 'later' ? item : { ...item, page })
  }
  return read
}

async function pageOf(item: FeedItem, reading: Reading): Promise<FeedItem['page'] | 'later'> {
  const { feed, entry } = item
  const link = URL.parse(resolveUrl(entry.link ?? '', feed.link), reading.address)
  if (entry.link === undefined || link === null || !/^https?:$/.test(link.protocol))
    return undefined
  const answer = await followTo(link, reading)
  if (answer === undefined || answer === 'later') return answer
  reading.counts.bytes += answer.wireBytes
  const type = answer.headers['content-type'] ?? 'text/html'
  if (answer.status !== 200 || !/html/i.test(type)) return undefined
  return readPage(entry, textOfPage(answer))
}

/** Follows redirects one by one: each host has its own robots.txt and its own turn. */
async function followTo(link: URL, reading: Reading): Promise<OutsideAnswer | 'later' | undefined> {
  let url: URL | null = link
  for (let hops = 0; url !== null && hops <= REDIRECTS_MAX; hops += 1) {
    if (reading.busyHosts.has(url.host)) return 'later'
    if (!(await reading.tools.outside.mayFetch(url.href))) return undefined
    const answer = await fetchOne(url, reading)
    if (answer.kind === 'answer') {
      if (answer.status !== 429 && answer.status !== 503) return answer
      reading.busyHosts.add(url.host)
      return 'later'
    }
    url = answer.leadsTo === undefined ? null : URL.parse(answer.leadsTo)
  }
  return undefined
}

function fetchOne(
  url: URL,
  { tools, signal, counts }: Reading,
): Promise<OutsideAnswer | OutsideRefusal> {
  return inTurn(tools, url.host, signal, () => {
    counts.requests += 1
    return tools.outside.fetchOutside(url.href, {
      headers: { accept: 'text/html, application/xhtml+xml' },
      bytesMax: PAGE_BYTES_MAX,
      millisecondsMax: PAGE_MILLISECONDS_MAX,
      redirectsMax: 0,
      signal,
    })
  })
}

/** The page's charset by its header, else by its `meta` (HTML, 13.2.3.2), else UTF-8. */
function textOfPage({ body, headers }: OutsideAnswer): string {
  const named = /charset\s*=\s*["']?([\w.:-]{1,40})/i
  const head = body.toString('latin1', 0, 1024)
  const charset = named.exec(headers['content-type'] ?? '')?.[1] ?? named.exec(head)?.[1] ?? 'utf-8'
  return iconv.encodingExists(charset) ? iconv.decode(body, charset) : body.toString('utf8')
}
