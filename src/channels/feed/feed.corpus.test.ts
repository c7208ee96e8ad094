import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ReadContext, SplitRecord } from '#listen/index.ts'
import { cleanHtml } from './clean-html.ts'
import { decodeDocument } from './decode.ts'
import { dateOf } from './feed-dates.ts'
import type { Feed, FeedAuthor, FeedEntry, FeedText } from './feed-item.ts'
import { parseFeed } from './parse-feed.ts'
import { feedFormat } from './receive.ts'

const CORPUS = join(import.meta.dirname, '../../../../shared/data/channels/feeds')
const FEEDPARSER = join(CORPUS, 'feedparser/tests')
const FEEDSMITH = join(CORPUS, 'feedsmith/src/feeds')
const present = existsSync(CORPUS)
if (!present) console.log(`feed corpus absent (${CORPUS}): its tests are skipped`)

function filesUnder(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .sort()
}

async function splitAll(bytes: Buffer, context: ReadContext): Promise<SplitRecord[]> {
  const source = (async function* () {
    yield bytes
  })()
  return Array.fromAsync(feedFormat.split(source, context))
}

/** Where feedparser's own test server would have served the document. */
function addressOf(name: string): string {
  return `http://127.0.0.1:8097/tests/${name}`
}

interface Case {
  name: string
  bytes: Buffer
  expectation: string
  /** The document's address as the Header lines of the case give it. */
  address: string
}

function readCase(name: string): Case {
  const bytes = readFileSync(join(FEEDPARSER, name))
  const comment = /<!--([\s\S]*?)-->/.exec(decodeDocument(bytes)?.text ?? '')?.[1] ?? ''
  const expectation = /Expect:\s*(.*)/.exec(comment)?.[1]?.trim() ?? ''
  const location = /Header:\s*Content-Location:\s*(\S+)/i.exec(comment)?.[1] ?? ''
  const address = URL.parse(location, addressOf(name))?.href ?? addressOf(name)
  return { name, bytes, expectation, address }
}

function feedOf({ bytes, address }: Case): Feed | undefined {
  const text = decodeDocument(bytes)?.text
  const parsed = text === undefined ? undefined : parseFeed(text, address)
  return parsed !== undefined && 'feed' in parsed ? parsed.feed : undefined
}

type Literal = string | number[] | null

/** A Python literal: strings with `+` between, a tuple of numbers, None; else undefined. */
function readLiteral(source: string): Literal | undefined {
  const text = source.trim()
  if (text === 'None') return null
  if (/^\([\d\s,]+\)$/.test(text)) return text.slice(1, -1).split(',').map(Number)
  const strings = /^(?:u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")(?:\s*\+\s*|$))+$/
  if (!strings.test(text)) return undefined
  return [...text.matchAll(/u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/g)]
    .map(([, quoted = '']) => unescapePython(quoted.slice(1, -1)))
    .join('')
}

function unescapePython(text: string): string {
  const signs: Record<string, string> = { n: '\n', t: '\t', r: '\r' }
  return text.replace(
    /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|(.))/g,
    (_, u4?: string, u8?: string, x2?: string, sign?: string) => {
      const hex = u4 ?? u8 ?? x2
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
      return signs[sign ?? ''] ?? sign ?? ''
    },
  )
}

interface Assertion {
  path: string
  wanted: Literal
}

/** The `path == literal` parts of an expectation; undefined where it says anything else. */
function readExpectation(expectation: string): Assertion[] | undefined {
  const assertions: Assertion[] = []
  for (const part of expectation.split(/ and (?=not |\(?(?:feed|entries)\b)/)) {
    if (part.trim() === 'not bozo') continue
    const bare = part.trim().replace(/^\((.*==.*)\)$/, '$1')
    const [, left = '', right = ''] = /^(.*?)\s*==\s*(.*)$/.exec(bare) ?? []
    const wanted = readLiteral(right)
    if (wanted === undefined) return undefined
    assertions.push({ path: left.replace(/\[u?['"](\w+)['"]\]/g, '.$1'), wanted })
  }
  return assertions.length === 0 ? undefined : assertions
}

/** What stands in place of a path that this reader has no notion of. */
const UNKNOWN = Symbol('unknown')
type Found = Literal | undefined | typeof UNKNOWN

function lookUp(feed: Feed, path: string): Found {
  const [, index, ofEntry, ofFeed] = /^(?:entries\[(\d+)\]\.(.*)|feed\.(.*))$/.exec(path) ?? []
  const entry = feed.entries[Number(index)]
  if (ofEntry !== undefined) return entry && partOf(entryParts(entry), ofEntry)
  return ofFeed === undefined ? UNKNOWN : partOf(feedParts(feed), ofFeed)
}

interface Parts {
  texts: Record<string, FeedText | undefined>
  lines: Record<string, string | undefined>
  authors: FeedAuthor[]
  tags: string[] | undefined
}

function entryParts(entry: FeedEntry): Parts {
  const { title, summary = entry.content, content, published, id, link } = entry
  const updated = entry.updated ?? published
  return {
    texts: { title, summary, description: summary, 'content[0]': content },
    lines: { id, guid: id, link, published, updated, date: updated, modified: updated },
    authors: entry.authors,
    tags: entry.categories,
  }
}

function feedParts(feed: Feed): Parts {
  const { title, subtitle, id, link, lang, published } = feed
  const updated = feed.updated ?? published
  return {
    texts: { title, subtitle, tagline: subtitle, description: subtitle },
    lines: {
      id,
      guid: id,
      link,
      language: lang,
      published,
      updated,
      date: updated,
      modified: updated,
    },
    authors: feed.authors,
    tags: undefined,
  }
}

function partOf(parts: Parts, path: string): Found {
  const [, name = '', detail] = /^(\w+(?:\[\d+\])?)(?:\.(\w+))?$/.exec(path) ?? []
  const textName = name.replace('_detail', '')
  if (textName in parts.texts) return textPart(parts.texts[textName], detail ?? 'value')
  if (name.endsWith('_parsed') && detail === undefined)
    return name.slice(0, -7) in parts.lines ? timeTuple(parts.lines[name.slice(0, -7)]) : UNKNOWN
  if (detail === undefined && name in parts.lines) return parts.lines[name]
  if (/^author(?:_detail)?$|^authors\[\d+\]$/.test(name)) {
    const author = parts.authors[Number(/\d+/.exec(name)?.[0] ?? 0)]
    return authorPart(author, name === 'author' ? 'author' : (detail ?? ''))
  }
  const tag = /^tags\[(\d+)\]$/.exec(name)?.[1]
  if (tag === undefined || detail !== 'term' || parts.tags === undefined) return UNKNOWN
  return parts.tags[Number(tag)]
}

function textPart(text: FeedText | undefined, detail: string): Found {
  if (text === undefined) return undefined
  if (detail === 'value')
    return text.type === 'html' ? cleanHtml(text.value, text.base) : text.value
  if (detail === 'language') return text.lang || null
  return detail === 'base' ? text.base : UNKNOWN
}

function authorPart(author: FeedAuthor | undefined, detail: string): Found {
  if (author === undefined) return undefined
  const { name, email, url } = author
  if (detail === 'author')
    return name !== undefined && email !== undefined ? `${name} (${email})` : (name ?? email)
  return { name, email, url, href: url }[detail] ?? (detail === 'name' ? undefined : UNKNOWN)
}

function timeTuple(text: string | undefined): Literal | undefined {
  const date = text === undefined ? undefined : dateOf(text)
  if (date === undefined) return undefined
  const [year, month, day, hour, minute, second] = date.toISOString().split(/\D/).map(Number)
  return [year, month, day, hour, minute, second].map((part) => part ?? 0)
}

function isEqual(found: Found, wanted: Literal): boolean {
  if (wanted === null || wanted === '') return (found ?? '') === ''
  // A Python time tuple ends with weekday, day of the year and a flag, which follow from the rest.
  if (Array.isArray(wanted)) return JSON.stringify(found) === JSON.stringify(wanted.slice(0, 6))
  return found === wanted
}

/** The entry title cases of the corpus: one equality with one string, and nothing else. */
const EXACT_TITLE =
  /^(?:not bozo and )?entries\[0\]\['title'\] == (?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")$/

describe.skipIf(!present)('the feedparser corpus', () => {
  const names = present ? filesUnder(FEEDPARSER, /\.(?:xml|json)$/) : []
  const cases = names.map(readCase)

  it('is split and read without one throw; at least 1,768 documents are feeds', async () => {
    const refused: string[] = []
    let entries = 0
    let read = 0
    for (const { name, bytes, address } of cases) {
      const context = { arrivedAt: new Date(0), scope: address, timeZone: 'UTC' }
      const records = await splitAll(bytes, context)
      for (const record of records) {
        if ('refusal' in record) refused.push(`${name}: ${record.refusal.reason}`)
        else {
          entries += 1
          const result = feedFormat.read(record, context)
          if ('arrival' in result) read += 1
          else expect(`${name}: ${result.refusal.reason}`).toBe(`${name}: missing-field`)
        }
      }
    }
    const feeds = names.length - refused.length
    console.log(
      `feedparser: ${feeds} of ${names.length} documents are feeds, ${entries} entries, ${read} read`,
    )
    for (const line of refused) console.log(`  no feed: ${line}`)
    expect(feeds).toBeGreaterThanOrEqual(1768)
  })

  it('has at least 67 of its 68 exact entry titles right', () => {
    const titled = cases.filter((one) => EXACT_TITLE.test(one.expectation))
    const failing = titled.filter((one) => failuresOf(one).length > 0)
    console.log(`feedparser: ${titled.length - failing.length} of ${titled.length} exact titles`)
    for (const one of failing) console.log(`  ${failuresOf(one)[0]}`)
    expect(titled.length).toBe(68)
    expect(titled.length - failing.length).toBeGreaterThanOrEqual(67)
  })

  it('has most of its other equalities right', () => {
    let checked = 0
    const failing: string[] = []
    for (const one of cases) {
      const failures = failuresOf(one)
      if (!isCheckable(one)) continue
      checked += 1
      if (failures[0] !== undefined) failing.push(failures[0])
    }
    console.log(
      `feedparser: ${checked - failing.length} of ${checked} equalities that can be checked`,
    )
    for (const line of failing) console.log(`  ${line}`)
    expect(checked - failing.length).toBeGreaterThanOrEqual(1091)
  })
})

function isCheckable(one: Case): boolean {
  const assertions = readExpectation(one.expectation)
  const feed = feedOf(one)
  return (
    assertions !== undefined &&
    (feed === undefined || assertions.every(({ path }) => lookUp(feed, path) !== UNKNOWN))
  )
}

function failuresOf(one: Case): string[] {
  const feed = feedOf(one)
  return (readExpectation(one.expectation) ?? []).flatMap(({ path, wanted }) => {
    const found = feed && lookUp(feed, path)
    if (isEqual(found, wanted)) return []
    const short = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 110)
    return [`${one.name}: ${path} ${short(found)} instead of ${short(wanted)}`]
  })
}

describe.skipIf(!present)('the feedsmith references', () => {
  const names = present ? filesUnder(FEEDSMITH, /\.xml$/) : []

  it.each(names)('%s has as many entries as its reference', (name) => {
    const wanted: { items?: unknown[]; entries?: unknown[] } = JSON.parse(
      readFileSync(join(FEEDSMITH, name.replace(/\.xml$/, '.json')), 'utf8'),
    )
    const parsed = parseFeed(decodeDocument(readFileSync(join(FEEDSMITH, name)))?.text ?? '')
    const found = 'feed' in parsed ? parsed.feed.entries.length : undefined
    expect(found).toBe((wanted.items ?? wanted.entries ?? []).length)
  })
})
