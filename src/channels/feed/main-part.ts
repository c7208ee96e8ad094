import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { textOfHtml } from '#listen/index.ts'
import type { FeedEntry, FeedItem } from './feed-item.ts'
import { textOf } from './receive.ts'

/** Pages of more aren't weighed. */
const PAGE_CHARS_MAX = 2 * 1024 * 1024
const PAGE_TAGS_MAX = 30_000
/** Characters that the pieces have by which an excerpt is found again in its page. */
const PIECE_CHARS = 8

/**
 * What a page adds to an entry: its main part, `{}` where that says no more than the
 * entry does, undefined where it isn't the entry's text at all (a consent form, a
 * sign-in) or has none. Pure.
 */
export function pageFor(entry: FeedEntry, html: string): FeedItem['page'] {
  const title = packed(entry.title === undefined ? '' : textOf(entry.title))
  const main = mainPart(html, title)
  if (main === undefined) return undefined
  const text = packed(textOfHtml(main.html))
  const excerpt = entry.content ?? entry.summary
  const said = packed(excerpt === undefined ? '' : textOf(excerpt))
  const isTitled = title.length > 0 && packed(main.title).includes(title)
  if (!isTitled && shareFound(said, text) < 0.5) return undefined
  return text.length > said.length ? { html: main.html } : {}
}

/** The main part by Readability, without the heading that repeats the title; and how the page calls itself. */
function mainPart(html: string, title: string): { html: string; title: string } | undefined {
  if (html.length > PAGE_CHARS_MAX || tagsIn(html) > PAGE_TAGS_MAX) return undefined
  try {
    const { document } = parseHTML(asDocument(html))
    const calledSo = `${document.title} ${document.querySelector('h1')?.textContent ?? ''}`
    const options = {
      charThreshold: 200,
      serializer: (node: PageElement) => bodyWithout(node, title),
    }
    const content = new Readability(document, options).parse()?.content
    return content ? { html: content, title: calledSo } : undefined
  } catch (error) {
    // Both libraries throw where there is no document to speak of; such a page says nothing.
    if (error instanceof Error) return undefined
    throw error
  }
}

/** As much of an element as is needed of one. */
interface PageElement {
  innerHTML: string
  querySelectorAll(selector: string): Iterable<{ textContent: string | null; remove(): void }>
}

function bodyWithout(root: PageElement, title: string): string {
  for (const heading of root.querySelectorAll('h1, h2'))
    if (packed(heading.textContent ?? '') === title) heading.remove()
  return root.innerHTML
}

/** The tags that HTML lets authors leave out, and that linkedom wants. */
function asDocument(html: string): string {
  return /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`
}

function tagsIn(html: string): number {
  let tags = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) tags += 1
  return tags
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
