import { createHash } from 'node:crypto'
import {
  type InputFormat,
  type RawRecord,
  type ReadContext,
  type ReadRecord,
  type SplitRecord,
  textOfHtml,
  type UnreadableRecord,
} from '#listen/index.ts'
import {
  type IncomingActivity,
  type IncomingContent,
  type IncomingHandle,
  LIMITS,
  type Refusal,
} from '#vocabulary/index.ts'
import { cleanHtml } from './clean-html.ts'
import { decodeDocument } from './decode.ts'
import { excerptSign } from './excerpt.ts'
import { dateOf } from './feed-dates.ts'
import {
  type Feed,
  type FeedAuthor,
  type FeedEntry,
  type FeedHead,
  type FeedItem,
  type FeedText,
  feedItem,
} from './feed-item.ts'
import { parseFeed } from './parse-feed.ts'
import { resolveUrl } from './xml-tree.ts'

/** RSS, RDF, Atom, CDF and JSON Feed: one document an input, one record an entry. */
export const feedFormat: InputFormat = { name: 'feed', split: splitFeed, read: readFeedEntry }

async function* splitFeed(
  bytes: AsyncIterable<Uint8Array>,
  context: ReadContext,
): AsyncIterable<SplitRecord> {
  const document = await collect(bytes)
  if (document === undefined) {
    const detail = `over ${LIMITS.documentBytesMax} bytes`
    yield unreadable(1, { reason: 'too-large', field: 'document', detail }, '')
    return
  }
  const decoded = decodeDocument(document)
  if (decoded === undefined) {
    yield unreadable(1, { reason: 'not-text' }, document.toString('latin1', 0, 200))
    return
  }
  const parsed = parseFeed(decoded.text, addressOf(context.scope))
  if ('refusal' in parsed) yield unreadable(1, parsed.refusal, decoded.text)
  else yield* recordsOf(parsed.feed)
}

/** The entries, each with what it has to know of its feed. */
export function itemsOf(feed: Feed): FeedItem[] {
  const head = headOf(feed)
  return feed.entries.map((entry) => ({ feed: head, entry }))
}

function* recordsOf(feed: Feed): Iterable<SplitRecord> {
  let line = 0
  for (const parsed of itemsOf(feed)) {
    line += 1
    const payload = JSON.stringify(parsed)
    if (Buffer.byteLength(payload) <= LIMITS.recordBytesMax) yield { line, payload, parsed }
    else yield unreadable(line, { reason: 'too-large', field: 'entry' }, payload)
  }
  if (feed.entriesBeyond > 0) {
    const detail = `${feed.entriesBeyond} entries beyond the first ${feed.entries.length}`
    yield unreadable(line + 1, { reason: 'too-large', field: 'entries', detail }, '')
  }
}

/** The whole document, or undefined as soon as it is larger than a document may be. */
async function collect(bytes: AsyncIterable<Uint8Array>): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of bytes) {
    length += chunk.length
    if (length > LIMITS.documentBytesMax) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}

function unreadable(line: number, refusal: Refusal, text: string): UnreadableRecord {
  return { line, refusal, excerpt: text.slice(0, 200).toWellFormed().replaceAll('\0', '\ufffd') }
}

/** A scope that is an address is the document's own. */
function addressOf(scope: string): string | undefined {
  return /^https?:\/\//i.test(scope) ? scope : undefined
}

function headOf(feed: Feed): FeedHead {
  const title = feed.title && lineOf(feed.title)
  const { link, lang } = feed
  return {
    ...(title === undefined || title === '' ? {} : { title: cut(title, LIMITS.nameCharsMax) }),
    ...(link === undefined ? {} : { link: cut(link, LIMITS.urlCharsMax) }),
    ...(lang === undefined ? {} : { lang: cut(lang, 35) }),
    // RSS names editors of a feed, who didn't write its items; Atom and JSON Feed name authors.
    authors: feed.format === 'atom' || feed.format === 'json' ? feed.authors.slice(0, 1) : [],
  }
}

/** What an entry says, from its payload alone. Pure. */
function readFeedEntry(record: RawRecord, context: ReadContext): ReadRecord {
  const item = feedItem.safeParse(record.parsed ?? parsePayload(record.payload))
  if (!item.success) {
    const issue = item.error.issues[0]
    return {
      refusal: {
        reason: 'bad-field',
        field: issue?.path.join('.') ?? '',
        detail: issue?.message ?? '',
      },
    }
  }
  if (isEmpty(item.data.entry)) return { refusal: { reason: 'missing-field', field: 'title' } }
  return { arrival: activityOf(item.data, context) }
}

function parsePayload(payload: string | Buffer): unknown {
  try {
    return JSON.parse(payload.toString())
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function isEmpty(entry: FeedEntry): boolean {
  return [entry.id, entry.link, entry.title, entry.summary, entry.content].every(
    (part) => part === undefined,
  )
}

/** The key of the entry's activity at its source, as its reading will have it. */
export function keyOfItem({ feed, entry }: FeedItem, scope: string): string {
  return keyOf(entry, feed.link ?? scope)
}

function activityOf(item: FeedItem, context: ReadContext): IncomingActivity {
  const { feed, entry } = item
  const published = entry.published ?? entry.updated
  const publishedAt = published && dateOf(published, context.timeZone)
  const editedAt = entry.updated && dateOf(entry.updated, context.timeZone)
  const isEdited = publishedAt && editedAt && editedAt > publishedAt
  const place = feed.link ?? context.scope
  return {
    kind: 'activity',
    operation: 'create',
    type: 'Create',
    platform: 'feed',
    externalKey: keyOf(entry, place),
    actor: actorOf(feed, entry, place),
    ...(publishedAt ? { publishedAt } : {}),
    ...(isEdited ? { editedAt } : {}),
    content: contentOf(item),
    ...urlOf(entry.link && resolveUrl(entry.link, feed.link)),
    ...(entry.inReplyTo ? { parentKey: globalKey(entry.inReplyTo, place) } : {}),
    ...tagsOf(entry),
  }
}

/** The entry's own id; else its link with a hash of what it says, since links are shared. */
function keyOf(entry: FeedEntry, place: string): string {
  if (entry.id !== undefined) return globalKey(entry.id, place)
  const said = [entry.title?.value, (entry.content ?? entry.summary)?.value].map(
    (text) => text ?? '',
  )
  return globalKey(`${entry.link ?? place}#sha256:${hashOf(said.join('\n'))}`, place)
}

/** Ids that are no URI are unique only within their feed. */
function globalKey(id: string, place: string): string {
  const key = /^[a-z][a-z0-9+.-]*:\S/i.test(id) ? id : `${place}#${id}`
  if (key.length <= LIMITS.keyCharsMax) return key
  return `${cut(key, LIMITS.keyCharsMax - 100)}#sha256:${hashOf(key)}`
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The author of the entry, else the author of the feed, else the feed itself. */
function actorOf(feed: FeedHead, entry: FeedEntry, place: string): IncomingHandle {
  const author = entry.authors[0] ?? feed.authors[0]
  if (author !== undefined) return handleOf(author, place)
  return {
    platform: 'feed',
    externalId: globalKey(place, place),
    ...(feed.title === undefined ? {} : { displayName: feed.title }),
    ...urlOf(feed.link),
    kind: 'organisation',
  }
}

function handleOf(author: FeedAuthor, place: string): IncomingHandle {
  const name = cut(author.name?.replace(/\s+/g, ' ') ?? '', LIMITS.nameCharsMax)
  const local = name === '' ? (author.url ?? '') : name
  const email = author.email?.trim().toLowerCase()
  return {
    platform: 'feed',
    externalId: globalKey(
      email === undefined ? `${place}#author:${local}` : `mailto:${email}`,
      place,
    ),
    ...(name === '' ? {} : { displayName: name }),
    ...urlOf(author.url),
  }
}

/** The whole where page or feed have it, else the summary, else the title. */
function contentOf({ feed, entry, page }: FeedItem): IncomingContent {
  const title = entry.title && lineOf(entry.title)
  const body = bodyOf(entry, page?.html)
  const text = body === undefined ? '' : textOf(body)
  const html = body?.type === 'html' ? cleanHtml(body.value, body.base ?? feed.link) : ''
  const lang = body?.lang || entry.lang || feed.lang
  const isCut = text.length > LIMITS.textCharsMax
  const isExcerpt = isCut || (page === undefined && excerptSign(entry) !== undefined)
  return {
    text: cut(text, LIMITS.textCharsMax),
    ...(title ? { title: cut(title, LIMITS.nameCharsMax) } : {}),
    ...(html === '' || html.length > LIMITS.textCharsMax ? {} : { html }),
    ...(lang ? { languageHint: lang } : {}),
    ...(isExcerpt ? { isExcerpt: true } : {}),
  }
}

function bodyOf(entry: FeedEntry, page: string | undefined): FeedText | undefined {
  if (page === undefined) return entry.content ?? entry.summary ?? entry.title
  const { base: _, ...own } = entry.content ?? entry.summary ?? { lang: undefined }
  const { lang } = own
  const base = entry.link === undefined ? {} : { base: entry.link }
  return { type: 'html', value: page, ...base, ...(lang === undefined ? {} : { lang }) }
}

/** A text construct as a reader sees it. */
export function textOf(text: FeedText): string {
  return text.type === 'html' ? textOfHtml(text.value) : text.value
}

/** A text construct on one line. */
function lineOf(text: FeedText): string {
  return textOf(text).replace(/\s+/g, ' ').trim()
}

function tagsOf(entry: FeedEntry): { tags?: string[] } {
  const tags = entry.categories.slice(0, LIMITS.tagsPerActivityMax)
  return tags.length === 0 ? {} : { tags: tags.map((tag) => cut(tag, LIMITS.nameCharsMax)) }
}

/** Only addresses of pages are links; anything else would be a trap to click on. */
function urlOf(address: string | undefined): { url?: string } {
  if (address === undefined || address.length > LIMITS.urlCharsMax) return {}
  return /^https?:\/\//i.test(address) ? { url: address } : {}
}

/** The beginning of a text, never ending within a character. */
function cut(text: string, charsMax: number): string {
  return text.length <= charsMax ? text : text.slice(0, charsMax).replace(/[\ud800-\udbff]$/, '')
}
