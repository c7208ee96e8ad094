import { Readability } from '@mozilla/readability'
import iconv from 'iconv-lite'
import { parseHTML } from 'linkedom'
import { type LiveCounts, type LiveTools, textOfHtml } from '#listen/index.ts'
import type { OutsideAnswer } from '#outside/ports.ts'
import { excerptSign } from './excerpt.ts'
import type { FeedItem } from './feed-item.ts'
import { inTurn } from './page-queue.ts'
import { textOf } from './receive.ts'
import { resolveUrl } from './xml-tree.ts'

/** Pages fetched in one turn, the newest entries first; what is beyond stays an excerpt. */
const PAGES_PER_TURN_MAX = 30
const PAGE_BYTES_MAX = 2 * 1024 * 1024
const PAGE_MILLISECONDS_MAX = 20_000
/** Elements that are weighed; a page with more isn't read. */
const PAGE_ELEMENTS_MAX = 20_000
/** Characters that the pieces have by which an excerpt is found again in its page. */
const PIECE_CHARS = 8

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
  return pageFor(item, textOfPage(answer))
}

/** The page's charset by its header, else by its `meta` (HTML, 13.2.3.2), else UTF-8. */
function textOfPage({ body, headers }: OutsideAnswer): string {
  const named = /charset\s*=\s*["']?([\w.:-]{1,40})/i
  const head = body.toString('latin1', 0, 1024)
  const charset = named.exec(headers['content-type'] ?? '')?.[1] ?? named.exec(head)?.[1] ?? 'utf-8'
  return iconv.encodingExists(charset) ? iconv.decode(body, charset) : body.toString('utf8')
}

/**
 * What a page adds to an entry: its main part, `{}` where that says no more than the
 * entry does, undefined where it isn't the entry's text at all (a consent form, a
 * sign-in) or has none. Pure.
 */
export function pageFor({ entry }: FeedItem, html: string): FeedItem['page'] {
  const main = mainPart(html)
  if (main === undefined) return undefined
  const text = textOfHtml(main.html)
  const excerpt = entry.content ?? entry.summary
  const said = packed(excerpt === undefined ? '' : textOf(excerpt))
  const title = packed(entry.title === undefined ? '' : textOf(entry.title))
  const isTitled = title.length > 0 && packed(main.title).includes(title)
  if (!isTitled && shareFound(said, packed(text)) < 0.5) return undefined
  return packed(text).length > said.length ? { html: main.html } : {}
}

/** The main part by Readability; its title is that of the page. */
function mainPart(html: string): { html: string; title: string } | undefined {
  const { document } = parseHTML(html)
  const title = `${document.title ?? ''} ${document.querySelector('h1')?.textContent ?? ''}`
  try {
    const options = { maxElemsToParse: PAGE_ELEMENTS_MAX, charThreshold: 200 }
    const article = new Readability(document, options).parse()
    if (!article?.content) return undefined
    return { html: article.content, title }
  } catch (error) {
    // Readability throws on pages with too many elements and on some that are no document.
    if (error instanceof Error) return undefined
    throw error
  }
}

/** For comparing: no white space, one width, one case, no marks of going on. */
function packed(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s….[\]]+/gu, '')
}

/** The share of the excerpt's pieces that stand in the text. */
function shareFound(excerpt: string, text: string): number {
  if (excerpt.length < PIECE_CHARS) return excerpt !== '' && text.includes(excerpt) ? 1 : 0
  let pieces = 0
  let found = 0
  for (let at = 0; at + PIECE_CHARS <= Math.min(excerpt.length, 2_000); at += PIECE_CHARS) {
    pieces += 1
    if (text.includes(excerpt.slice(at, at + PIECE_CHARS))) found += 1
  }
  return found / pieces
}
