import { normaliseLink } from '../identify.ts'
import { filled } from './compare-contacts.ts'
import { type FieldComparison, indexOf, level } from './field-comparison.ts'
import type { MatchRecord } from './match-record.ts'

/** Where platforms show an account; `*` stands for the handle. */
const PAGES: Record<string, readonly string[]> = {
  x: ['x.com/*', 'twitter.com/*'],
  twitter: ['x.com/*', 'twitter.com/*'],
  github: ['github.com/*'],
  gitlab: ['gitlab.com/*'],
  bluesky: ['bsky.app/profile/*', 'bsky.app/profile/*.bsky.social'],
  instagram: ['instagram.com/*'],
  threads: ['threads.net/@*', 'threads.com/@*'],
  facebook: ['facebook.com/*'],
  linkedin: ['linkedin.com/in/*'],
  reddit: ['reddit.com/user/*', 'reddit.com/u/*'],
  youtube: ['youtube.com/@*', 'youtube.com/*'],
  tiktok: ['tiktok.com/@*'],
  note: ['note.com/*'],
  qiita: ['qiita.com/*'],
  zenn: ['zenn.dev/*'],
  hatena: ['profile.hatena.ne.jp/*', '*.hatenablog.com'],
  hackernews: ['news.ycombinator.com/user?id=*'],
  medium: ['medium.com/@*'],
  devto: ['dev.to/*'],
  keybase: ['keybase.io/*'],
}

export interface PreparedLinks {
  /** Pages that are this record's own. */
  pages: readonly string[]
  /** Pages that it points to. */
  links: readonly string[]
  /** Those of them that the platform has verified to point back. */
  verified: readonly string[]
}

const LINK = /https?:\/\/[^\s<>"'()（）「」、。]+/gi
const BARE_LINK =
  /(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:com|net|org|io|dev|jp|me|social|app|info|co|ai|tv)(?:\/[^\s<>"'()（）「」、。]*)?/gi
const FEDIVERSE = /@?([\w.-]+)@([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi

/** What a record owns and what it points to; undefined where it is neither. */
export function linksOf(record: MatchRecord): PreparedLinks | undefined {
  const pages = pagesOf(record)
  const verified = (record.verifiedLinks ?? []).map(pageKey).filter((key) => key !== undefined)
  const links = [...verified]
  if (record.bio !== undefined) links.push(...linksIn(record.bio))
  const url = filled(record.url, pageKey)
  if (url !== undefined && !pages.includes(url)) links.push(url)
  if (pages.length === 0 && links.length === 0) return undefined
  return { pages, links: [...new Set(links)], verified }
}

function pageKey(link: string): string | undefined {
  return normaliseLink(
    /^https?:/i.test(link.trim()) ? link : `https://${link.trim()}`,
  )?.toLowerCase()
}

/** Pages that a profile's text names, in one form. */
export function pagesNamedIn(bio: string): string[] {
  return [...new Set(linksIn(bio))]
}

function linksIn(bio: string): string[] {
  const text = bio.normalize('NFKC')
  const found: string[] = []
  for (const [link] of text.matchAll(LINK)) push(found, pageKey(link))
  for (const [link] of text.replace(LINK, ' ').matchAll(BARE_LINK)) push(found, pageKey(link))
  for (const [, user = '', server = ''] of text.matchAll(FEDIVERSE)) {
    push(found, pageKey(`${server}/@${user}`))
  }
  return found
}

function push(list: string[], key: string | undefined): void {
  if (key !== undefined) list.push(key)
}

function pagesOf({ platform, handle }: MatchRecord): string[] {
  const plain = filled(handle, (text) =>
    text.normalize('NFKC').trim().replace(/^@/, '').toLowerCase(),
  )
  if (plain === undefined) return []
  if (/\s/.test(plain)) return []
  const [user, server] = plain.split('@')
  if (server?.includes('.')) return [`${server}/@${user}`]
  const patterns = PAGES[(platform ?? '').toLowerCase()] ?? []
  const pages = patterns.map((pattern) => pattern.replaceAll('*', plain))
  // A domain as handle has been verified by whoever holds the domain.
  return plain.includes('.') && platform === 'bluesky' && !plain.endsWith('.bsky.social')
    ? [...pages, plain]
    : pages
}

const LEVELS = [
  level('both-ways', 0.2, 1e-10),
  level('verified', 0.2, 1e-9),
  level('one-way', 0.2, 2e-5),
]
const VERIFIED = indexOf(LEVELS, 'verified')
const ONE_WAY = indexOf(LEVELS, 'one-way')

const NONE: readonly string[] = []

/** A record that points nowhere: its pages matter only to those that point somewhere, and are read then. */
class PagesOnly implements PreparedLinks {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  get pages(): readonly string[] {
    return (JSON.parse(this.#text) as PreparedLinks).pages
  }

  get links(): readonly string[] {
    return NONE
  }

  get verified(): readonly string[] {
    return NONE
  }
}

function prepareLinks(text: string): PreparedLinks {
  return text.includes('"links":[]') ? new PagesOnly(text) : JSON.parse(text)
}

function compareLinks(a: PreparedLinks, b: PreparedLinks): number {
  if (a.links.length === 0 && b.links.length === 0) return -1
  const there = pointsTo(a.links, b)
  const back = pointsTo(b.links, a)
  if (there && back) return 0
  if (pointsTo(a.verified, b) || pointsTo(b.verified, a)) return VERIFIED
  return there || back ? ONE_WAY : -1
}

function pointsTo(links: readonly string[], other: PreparedLinks): boolean {
  if (links.length === 0) return false
  const { pages } = other
  return links.some((link) => pages.includes(link))
}

/** Links from one record to the other's page. That there are none says nothing. */
export const linkComparison: FieldComparison<PreparedLinks> = {
  field: 'link',
  levels: LEVELS,
  textOf: (record) => {
    const links = linksOf(record)
    return links === undefined ? undefined : JSON.stringify(links)
  },
  prepare: prepareLinks,
  compare: compareLinks,
  frequencyMin: () => 1e-9,
  comparesEqual: true,
}

const URL_LEVELS = [level('exact', 0.5, 1e-6, 1), level('different', 0.5, 0.999999)]

/** The page that two records give as theirs. */
export const urlComparison: FieldComparison<string> = {
  field: 'url',
  levels: URL_LEVELS,
  textOf: ({ url }) => filled(url, pageKey),
  prepare: (text) => text,
  compare: (a, b) => (a === b ? 0 : 1),
  frequencyMin: () => 1e-7,
}
