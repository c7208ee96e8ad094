import { knownFields } from '#listen/index.ts'
import { authorOf } from './feed-author.ts'
import type { Feed, FeedAuthor, FeedEntry, FeedText } from './feed-item.ts'
import { plainText, textOf } from './feed-text.ts'
import { isFeedNamespace } from './xml-names.ts'
import { readXml, resolveUrl, type XmlElement } from './xml-tree.ts'

/** Entries taken of one document; no feed that is polled has as many. */
export const ENTRIES_MAX = 100_000

const ENTRY_PARENTS = new Set(['channel', 'rdf:rdf', 'feed', 'rss', 'items'])
const FORMATS: ReadonlyMap<string, Feed['format']> = new Map(
  Object.entries({
    rss: 'rss',
    'rdf:rdf': 'rdf',
    feed: 'atom',
    channel: 'cdf',
  }),
)

/** A feed in XML, or undefined where the first element is that of no feed. `base` is its own address. */
export function parseXmlFeed(text: string, base: string | undefined): Feed | undefined {
  const entries: FeedEntry[] = []
  let beyond = 0
  let format: Feed['format'] | undefined
  const root = readXml(
    text,
    base,
    (element, parent) => {
      format ??= FORMATS.get((parent ?? element).name)
      return (
        parent !== undefined &&
        (element.name === 'item' || element.name === 'entry') &&
        ENTRY_PARENTS.has(parent.name)
      )
    },
    (element) => {
      if (entries.length < ENTRIES_MAX) entries.push(entryOf(element, format ?? 'rss'))
      else beyond += 1
    },
  )
  if (root === undefined) return undefined
  const found = FORMATS.get(root.name)
  const channel = elementsOf(root).find((child) => child.name === 'channel')
  const hasContent = channel !== undefined || entries.length > 0
  if (
    found === undefined ||
    (found === 'rdf' && !isFeedNamespace(root.attributes.xmlns ?? '') && !hasContent)
  )
    return undefined
  return { ...headOf(root, channel, found), entries, entriesBeyond: beyond }
}

type Parts = (...names: string[]) => XmlElement[]

/** The children of these names, in the order of the names. */
function partsOf(elements: XmlElement[]): Parts {
  return (...names) => names.flatMap((name) => elements.filter((child) => child.name === name))
}

function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string')
}

function headOf(
  root: XmlElement,
  channel: XmlElement | undefined,
  format: Feed['format'],
): Omit<Feed, 'entries' | 'entriesBeyond'> {
  const parts = partsOf([
    ...(channel === undefined ? [] : elementsOf(channel)),
    ...elementsOf(root),
  ])
  const top = channel ?? root
  const lang = firstText(parts('language', 'dc:language')) ?? top.lang ?? root.lang
  return {
    format,
    title: firstConstruct(parts('title', 'dc:title'), format, 'text'),
    subtitle: firstConstruct(
      parts('subtitle', 'tagline', 'description', 'abstract', 'dc:description', 'itunes:subtitle'),
      format,
      format === 'atom' ? 'text' : 'html',
    ),
    id: resolveUrl(firstText(parts('id')) ?? '', top.base) || undefined,
    link: linkOf(parts, top),
    lang: languageTag(lang),
    authors: authorsOf(
      parts('author', 'dc:creator', 'dc:author', 'managingeditor', 'itunes:author', 'itunes:owner'),
    ),
    published: firstText(parts('pubdate', 'published', 'issued', 'dcterms:issued')),
    updated: updatedOf(parts, top) ?? firstText(parts('lastbuilddate', 'dc:date')),
    restMinutes: restOf(parts),
  }
}

const PERIOD_MINUTES: ReadonlyMap<string, number> = new Map(
  Object.entries({ hourly: 60, daily: 1440, weekly: 10_080, monthly: 43_200, yearly: 525_600 }),
)

/** RSS 2.0 `ttl`, or `sy:updatePeriod` over `sy:updateFrequency` (RSS 1.0, module syndication). */
function restOf(parts: Parts): number | undefined {
  const ttl = Number(firstText(parts('ttl')))
  if (ttl > 0) return ttl
  const period = PERIOD_MINUTES.get(firstText(parts('sy:updateperiod'))?.toLowerCase() ?? '')
  const times = Number(firstText(parts('sy:updatefrequency')) ?? 1)
  return period === undefined || !(times > 0) ? undefined : period / times
}

function entryOf(element: XmlElement, format: Feed['format']): FeedEntry {
  const parts = partsOf(elementsOf(element))
  const short = parts('description', 'summary', 'abstract', 'dc:description', 'itunes:summary')
  const whole = parts('content:encoded', 'content', 'xhtml:body', 'body', 'fullitem', 'xhtml:div')
  const entry = {
    ...identityOf(parts, element),
    title: firstConstruct(parts('title', 'dc:title', 'media:title'), format, 'text'),
    summary: firstConstruct(
      [...short, ...parts('itunes:subtitle', 'media:description')],
      format,
      format === 'atom' ? 'text' : 'html',
    ),
    content: firstConstruct(whole.filter(isText), format, format === 'atom' ? 'text' : 'html'),
    authors: authorsOf(parts('author', 'dc:creator', 'dc:author', 'itunes:author')),
    published:
      firstText(parts('pubdate', 'published', 'issued', 'dcterms:issued')) ??
      firstText(parts('dc:date', 'created', 'dcterms:created')),
    updated: updatedOf(parts, element),
    categories: categoriesOf(parts),
    inReplyTo: parts('thr:in-reply-to')[0]?.attributes.ref?.trim(),
    lang: languageTag(firstText(parts('language', 'dc:language')) ?? element.lang),
  }
  const isComplete = format !== 'atom' && entry.title === undefined && entry.content === undefined
  return knownFields({ ...entry, isComplete: isComplete && entry.summary ? true : undefined })
}

/** Atom content may be media, or stand elsewhere; only what is text here counts. */
function isText(element: XmlElement): boolean {
  const type = element.attributes.type?.toLowerCase() ?? ''
  return !/^(?:image|audio|video)\//.test(type) && element.children.length > 0
}

function identityOf(parts: Parts, element: XmlElement): { id?: string; link?: string } {
  const guid = parts('guid')[0]
  const id = firstText(parts('guid', 'id')) ?? element.attributes['rdf:about']?.trim()
  const isPermalink =
    guid !== undefined && guid.attributes.ispermalink?.trim().toLowerCase() !== 'false'
  const link = linkOf(parts, element) ?? (isPermalink ? firstText([guid]) : undefined)
  return knownFields({
    id: id !== undefined && (isPermalink || id.startsWith('/')) ? resolveUrl(id, element.base) : id,
    link: link === undefined ? undefined : resolveUrl(link, element.base),
  })
}

/** The page of the entry: an alternate link, an RSS link, the address of a CDF item. */
function linkOf(parts: Parts, element: XmlElement): string | undefined {
  const links = parts('link')
  const alternates = links.filter((link) => {
    const rel = link.attributes.rel?.trim().toLowerCase()
    return rel === undefined || rel === '' || rel === 'alternate' || rel.endsWith('#alternate')
  })
  const isHtml = (link: XmlElement): boolean => !/^(?!.*html)/i.test(link.attributes.type ?? 'html')
  const found = [...alternates.filter(isHtml), ...alternates, ...parts('feedburner:origlink')]
  for (const link of found) {
    const address = link.attributes.href?.trim() || plainText(link).trim()
    if (address !== '') return resolveUrl(address, link.base)
  }
  const own = element.attributes.href?.trim()
  return own === undefined || own === '' ? undefined : resolveUrl(own, element.base)
}

function updatedOf(parts: Parts, element: XmlElement): string | undefined {
  return (
    firstText(parts('updated', 'modified', 'dcterms:modified')) ??
    element.attributes.lastmod?.trim()
  )
}

function categoriesOf(parts: Parts): string[] {
  const names = parts('category', 'dc:subject', 'itunes:category', 'media:category').map(
    (category) =>
      category.attributes.term?.trim() ||
      category.attributes.text?.trim() ||
      plainText(category).trim(),
  )
  return [...new Set(names.filter((name) => name !== ''))]
}

function authorsOf(elements: XmlElement[]): FeedAuthor[] {
  return elements.map(authorOf).filter((author) => author !== undefined)
}

function firstText(elements: (XmlElement | undefined)[]): string | undefined {
  for (const element of elements) {
    const text = element && plainText(element).trim()
    if (text !== undefined && text !== '') return text
  }
  return undefined
}

function firstConstruct(
  elements: XmlElement[],
  format: Feed['format'],
  otherwise: 'text' | 'html',
): FeedText | undefined {
  for (const element of elements) {
    const text = textOf(element, { otherwise, guess: format !== 'atom' })
    if (text.value !== '') return text
  }
  return undefined
}

function languageTag(lang: string | undefined): string | undefined {
  return lang === undefined || lang === '' ? undefined : lang.replaceAll('_', '-')
}
