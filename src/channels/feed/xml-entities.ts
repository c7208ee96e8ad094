import { Parser } from 'htmlparser2'

export type Entities = ReadonlyMap<string, string>

const ENTITIES_MAX = 1_000
const ENTITY_CHARS_MAX = 2_000
const REFERENCE = /&(#[xX][0-9a-fA-F]{1,8}|#[0-9]{1,9}|[A-Za-z][\w.-]{0,63});/g
const XML: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }),
)
const CONTROL = /(?![\t\n\r])\p{Cc}/gu

/**
 * Cuts the document type declaration out and keeps its entities, but only those
 * whose value is plain text or one character reference: a value that refers to
 * other entities (a "billion laughs") or to a file is never replaced.
 */
export function readInternalEntities(source: string): { text: string; entities: Entities } {
  const entities = new Map<string, string>()
  const start = startOfDoctype(source)
  if (start === undefined) return { text: source, entities }
  const end = endOfDoctype(source, start)
  const safe = /<!ENTITY\s+([\w.-]{1,64})\s+(?:"((?:&#\w{1,9};|[^"&]){0,2000})"|'([^'&]{0,2000})')/g
  for (const [, name = '', double, single] of source.slice(start, end).matchAll(safe)) {
    if (entities.size >= ENTITIES_MAX) break
    const value = decodeEntities(double ?? single ?? '', new Map())
    if (!entities.has(name) && value.length <= ENTITY_CHARS_MAX) entities.set(name, value)
  }
  return { text: source.slice(0, start) + source.slice(end), entities }
}

/** Where the declaration begins: after comments and instructions, before any element. */
function startOfDoctype(source: string): number | undefined {
  let at = source.indexOf('<')
  while (at >= 0) {
    if (/^<!DOCTYPE/i.test(source.slice(at, at + 9))) return at
    const end = source.startsWith('<!--', at)
      ? '-->'
      : source.startsWith('<?', at)
        ? '?>'
        : undefined
    const past = end === undefined ? -1 : source.indexOf(end, at)
    if (past < 0) return undefined
    at = source.indexOf('<', past)
  }
  return undefined
}

/** Where the declaration ends: past its internal subset, in which quoted text may hold anything. */
function endOfDoctype(source: string, start: number): number {
  let depth = 0
  for (let at = start; at < source.length; at++) {
    const sign = source[at]
    if (sign === '<' && source.startsWith('<!--', at)) {
      const close = source.indexOf('-->', at)
      if (close < 0) return source.length
      at = close
    } else if (sign === '"' || sign === "'") {
      const close = source.indexOf(sign, at + 1)
      if (close < 0) return afterFirst(source, '>', start)
      at = close
    } else if (sign === '[') depth += 1
    else if (sign === ']') depth -= 1
    else if (sign === '>' && depth <= 0) return at + 1
  }
  return afterFirst(source, '>', start)
}

function afterFirst(source: string, sign: string, start: number): number {
  const at = source.indexOf(sign, start)
  return at < 0 ? source.length : at + 1
}

/** Characters that XML forbids and no reader sees. */
export function withoutControls(text: string): string {
  return text.replace(CONTROL, '')
}

/** Replaces character references, XML's and HTML's names and the document's own; others stay. */
export function decodeEntities(text: string, entities: Entities): string {
  const clean = withoutControls(text)
  if (!clean.includes('&')) return clean
  return clean.replace(REFERENCE, (whole, name: string) => {
    if (name.startsWith('#')) return characterOf(name)
    return XML.get(name) ?? entities.get(name) ?? htmlEntity(name) ?? whole
  })
}

/** Windows-1252's characters are meant where a document says 128 to 159 (WHATWG HTML, 13.2.5.80). */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function characterOf(reference: string): string {
  const isHex = reference[1] === 'x' || reference[1] === 'X'
  const code = Number.parseInt(reference.slice(isHex ? 2 : 1), isHex ? 16 : 10)
  if (code >= 128 && code < 160) return WINDOWS_1252[code - 128] ?? ''
  if (code < 32 && code !== 9 && code !== 10 && code !== 13) return ''
  const isCharacter = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : '\ufffd'
}

const htmlEntities = new Map<string, string | undefined>()

/** The library's table of HTML's names, asked once a name. */
function htmlEntity(name: string): string | undefined {
  if (htmlEntities.has(name)) return htmlEntities.get(name)
  let decoded = ''
  const parser = new Parser({ ontext: (text) => (decoded += text) }, { decodeEntities: true })
  parser.end(`&${name};`)
  const known = decoded.includes(';') ? undefined : decoded
  if (htmlEntities.size < 5_000) htmlEntities.set(name, known)
  return known
}
