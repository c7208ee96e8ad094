import { knownFields } from '#listen/index.ts'
import type { Feed, FeedAuthor, FeedEntry, FeedText } from './feed-item.ts'
import { ENTRIES_MAX } from './parse-xml-feed.ts'
import { resolveUrl } from './xml-tree.ts'

type Json = Record<string, unknown>

/** JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/), or undefined where it is other JSON. */
export function parseJsonFeed(value: unknown, base: string | undefined): Feed | undefined {
  if (!isObject(value)) return undefined
  const items = value.items
  const isNamed = text(value, 'version')?.includes('jsonfeed.org') === true
  if (!isNamed && !(Array.isArray(items) && 'title' in value)) return undefined
  const objects = Array.isArray(items) ? items.filter(isObject) : []
  const lang = text(value, 'language')
  const link = text(value, 'home_page_url')
  const own = text(value, 'feed_url') ?? base
  return {
    format: 'json',
    title: plain(text(value, 'title')),
    subtitle: plain(text(value, 'description')),
    id: text(value, 'feed_url'),
    link: link === undefined ? undefined : resolveUrl(link, own),
    lang,
    authors: authorsOf(value),
    entries: objects.slice(0, ENTRIES_MAX).map((item) => entryOf(item, own)),
    entriesBeyond: Math.max(0, objects.length - ENTRIES_MAX),
  }
}

function entryOf(item: Json, base: string | undefined): FeedEntry {
  const html = text(item, 'content_html')
  const link = text(item, 'url') ?? text(item, 'external_url')
  const tags = Array.isArray(item.tags) ? item.tags : []
  return knownFields({
    id: text(item, 'id'),
    link: link === undefined ? undefined : resolveUrl(link, base),
    title: plain(text(item, 'title')),
    summary: plain(text(item, 'summary')),
    content:
      html === undefined
        ? plain(text(item, 'content_text'))
        : knownFields({ type: 'html' as const, value: html, base }),
    authors: authorsOf(item),
    published: text(item, 'date_published'),
    updated: text(item, 'date_modified'),
    categories: [...new Set(tags.filter((tag) => typeof tag === 'string' && tag.trim() !== ''))],
    lang: text(item, 'language'),
  })
}

function authorsOf(object: Json): FeedAuthor[] {
  const listed = Array.isArray(object.authors) ? object.authors : [object.author]
  return listed.filter(isObject).flatMap((author) => {
    const name = text(author, 'name')
    const url = text(author, 'url')
    if (name === undefined && url === undefined) return []
    const isMail = url?.toLowerCase().startsWith('mailto:') === true
    return [
      {
        ...(name === undefined ? {} : { name }),
        ...(url === undefined ? {} : isMail ? { email: url.slice(7) } : { url }),
      },
    ]
  })
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Ids are often numbers although the format wants text. */
function text(object: Json, key: string): string | undefined {
  const value = object[key]
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string' || value.trim() === '') return undefined
  return value.trim().toWellFormed().replaceAll('\0', '')
}

function plain(value: string | undefined): FeedText | undefined {
  return value === undefined ? undefined : { type: 'text', value }
}
