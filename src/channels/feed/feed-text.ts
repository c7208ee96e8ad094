import { looksLikeHtml } from './clean-html.ts'
import type { FeedText } from './feed-item.ts'
import { resolveUrl, type XmlElement } from './xml-tree.ts'

/** Attributes whose relative addresses are resolved where mark-up has an xml:base of its own. */
const ADDRESSES = new Set(['href', 'src', 'cite', 'action', 'longdesc', 'poster'])

export interface TextRules {
  /** What an element without a type holds. */
  otherwise: 'text' | 'html'
  /** RSS says of no title what it is, so HTML is recognised by its looks. */
  guess: boolean
}

/**
 * A text construct: Atom 1.0 types (RFC 4287, 3.1 and 4.1.3), Atom 0.3 modes,
 * and mark-up that stands in the feed without being announced.
 */
export function textOf(element: XmlElement, rules: TextRules): FeedText {
  const type = element.attributes.type?.trim().toLowerCase() ?? ''
  const hasMarkup = element.children.some((child) => typeof child !== 'string')
  const where = {
    ...(element.base === undefined ? {} : { base: element.base }),
    ...(element.lang === undefined ? {} : { lang: element.lang.replaceAll('_', '-') }),
  }
  if (isBase64(element, type) && !hasMarkup) {
    const decoded = textOfBase64(plainText(element))
    if (decoded !== undefined) return { type: htmlOrText(decoded, type), value: decoded, ...where }
  }
  if (hasMarkup || isXhtml(type)) return { type: 'html', value: markupOf(element, type), ...where }
  const value = plainText(element).trim()
  return { type: typeOf(value, type, rules), value, ...where }
}

/**
 * The mark-up within the construct. Atom 1.0's wrapping div is no part of it (RFC
 * 4287, 3.1.1.3); a div around escaped HTML is a known mistake of one producer.
 */
function markupOf(element: XmlElement, type: string): string {
  const [only, ...more] = element.children.filter(
    (child) => typeof child !== 'string' || child.trim() !== '',
  )
  if (typeof only !== 'object' || more.length > 0 || only.localName.toLowerCase() !== 'div')
    return innerMarkup(element).trim()
  if (type === 'html' && only.children.every((child) => typeof child === 'string'))
    return plainText(only).trim()
  return innerMarkup(type === 'xhtml' ? only : element, element.base).trim()
}

function typeOf(value: string, type: string, rules: TextRules): 'text' | 'html' {
  if (type === 'html' || type === 'text/html') return 'html'
  const isGiven = type === 'text' || type.startsWith('text/plain')
  const said = isGiven ? 'text' : rules.otherwise
  return said === 'text' && rules.guess && looksLikeHtml(value) ? 'html' : said
}

function isXhtml(type: string): boolean {
  return type === 'xhtml' || type === 'application/xhtml+xml'
}

function isBase64(element: XmlElement, type: string): boolean {
  const mode = element.attributes.mode?.toLowerCase()
  if (mode !== undefined) return mode === 'base64'
  return type.includes('/') && !/^text\/|[+/]xml$|^application\/json$|^multipart\//.test(type)
}

/** Undefined where the text is no base64 or what it encodes is no text. */
function textOfBase64(text: string): string | undefined {
  const packed = text.replace(/\s+/g, '')
  if (packed === '' || packed.length % 4 === 1 || !/^[\w+/-]+={0,2}$/.test(packed)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(packed, 'base64')).trim()
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function htmlOrText(value: string, type: string): 'text' | 'html' {
  if (type === 'text' || type === 'text/plain') return 'text'
  return type.includes('html') || looksLikeHtml(value) ? 'html' : 'text'
}

/** All text within the element, without its mark-up. */
export function plainText(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : plainText(child)))
    .join('')
}

/** What stands within the element, as HTML. Depth is bounded by the reader of the XML. */
function innerMarkup(element: XmlElement, base = element.base): string {
  return element.children
    .map((child) => (typeof child === 'string' ? escapeMarkup(child) : outerMarkup(child, base)))
    .join('')
}

function outerMarkup(element: XmlElement, base: string | undefined): string {
  const name = element.localName
  const attributes = Object.entries(element.attributes)
    .filter(([key]) => !key.startsWith('xmlns') && !key.startsWith('other-'))
    .map(([key, value]) => {
      const resolve = ADDRESSES.has(key) && element.base !== base
      return ` ${key}="${escapeMarkup(resolve ? resolveUrl(value, element.base) : value).replaceAll('"', '&quot;')}"`
    })
    .join('')
  if (element.children.length === 0 && /^(?:br|hr|img|input|col|area|wbr|source)$/i.test(name))
    return `<${name}${attributes} />`
  return `<${name}${attributes}>${innerMarkup(element, base)}</${name}>`
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
