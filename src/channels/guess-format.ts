import {
  type Column,
  foldName,
  type ImportFormat,
  isJsonObject,
  type JsonObject,
  namedColumns,
  recogniseExport,
  type TableFormat,
} from '#listen/index.ts'

import { isWorkbook } from './file/is-workbook.ts'

/** How much of a file is enough to tell its format. */
export const GUESS_BYTES = 64 * 1024

/**
 * What the beginning of a file (already gunzipped) looks like; undefined when no format fits.
 * The name decides only where the content leaves it open.
 */
export function guessFormat(head: Buffer, fileName: string): ImportFormat | undefined {
  if (isWorkbook(head)) return 'posts-csv'
  const text = head.toString('utf8').replace(/^\uFEFF/, '')
  if (text.startsWith('From ')) return 'mbox'
  const start = text.trimStart()
  if (start.startsWith('<')) return looksLikeFeed(start) ? 'feed' : undefined
  if (start.startsWith('{') || start.startsWith('[')) return guessJson(start)
  if (looksLikeMail(start) || /\.eml$/i.test(fileName)) return 'eml'
  return looksLikeTable(start, fileName) ? 'posts-csv' : undefined
}

function looksLikeFeed(text: string): boolean {
  return /<(?:\w+:)?(?:rss|feed|rdf|channel)\b/i.test(text)
}

function looksLikeMail(text: string): boolean {
  const headers = text.split(/\r?\n\r?\n/, 1)[0] ?? ''
  return /^(?:from|return-path|received|message-id|delivered-to|mime-version):/im.test(headers)
}

function looksLikeTable(text: string, fileName: string): boolean {
  if (/\.(?:csv|tsv|txt)(?:\.gz)?$/i.test(fileName)) return true
  return /[,;\t]/.test(text.split(/\r?\n/, 1)[0] ?? '')
}

const REMARK = /^(メモ|備考欄?|特記事項|notes?|memos?|remarks)$/

/** Columns that only one kind of table has. */
const TELLING: Record<TableFormat, readonly Column[]> = {
  'posts-csv': ['text', 'title', 'author', 'authorId', 'parentId', 'publishedAt'],
  'people-csv': ['family', 'given', 'reading', 'organisation', 'role', 'relation', 'name', 'email'],
  'organisations-csv': ['name', 'reading', 'url', 'relation'],
  'deals-csv': ['name', 'stage', 'closesOn', 'probability', 'value', 'organisation', 'pipeline'],
  'outcomes-csv': ['value', 'type', 'currency', 'at', 'personId'],
}

/**
 * Which kind of table a header is of: what a product that is known by it lists, else a column that is named as a text makes it one of posts, an
 * amount one of outcomes, a name in parts or an organisation one of people; a stage or a likelihood
 * beside the name of a deal makes it one of deals, organisations without people one of organisations.
 */
export function guessTableFormat(header: readonly string[]): TableFormat {
  const known = recogniseExport(header)?.format
  if (known !== undefined) return known
  const counted = (format: TableFormat) => {
    // A remark beside somebody is no post.
    const isPosts = format === 'posts-csv'
    const names = isPosts ? header.filter((name) => !REMARK.test(foldName(name))) : header
    const meanings = namedColumns(names, format)
    return {
      has: (one: Column) => meanings.has(one),
      count: TELLING[format].filter((one) => meanings.has(one)).length,
    }
  }
  const [posts, people, outcomes] = [
    counted('posts-csv'),
    counted('people-csv'),
    counted('outcomes-csv'),
  ]
  if (isDealTable(counted('deals-csv'), header)) return 'deals-csv'
  const isPaid = outcomes.has('value') || (outcomes.has('type') && outcomes.has('at'))
  const isPerson = (['family', 'given', 'reading', 'organisation', 'relation'] as const).some(
    people.has,
  )
  const isRead = posts.has('text') || posts.has('title')
  if (isPaid && outcomes.has('at') && outcomes.count > 1 && !posts.has('text'))
    return 'outcomes-csv'
  if (!isRead && isOrganisationTable(counted('organisations-csv'), people))
    return 'organisations-csv'
  if (isPerson && people.count > 1 && people.count >= posts.count) return 'people-csv'
  return people.has('name') && people.has('email') && posts.count <= 1 ? 'people-csv' : 'posts-csv'
}

interface Counted {
  has: (one: Column) => boolean
  count: number
}

/** Names of columns that nothing but a list of deals has. */
const NAMES_A_DEAL = /^(?:商談名?|案件名?|取引名|deal|dealname|opportunity|opportunityname)$/

function isDealTable(deals: Counted, header: readonly string[]): boolean {
  const isNamed = header.some((name) =>
    NAMES_A_DEAL.test(
      name
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[\s_-]/g, ''),
    ),
  )
  const stands = deals.has('stage') || deals.has('probability') || deals.has('closesOn')
  return isNamed && (stands || deals.has('value')) && deals.count > 1
}

/** Nobody's name, address or account stands beside the organisation. */
function isOrganisationTable(organisations: Counted, people: Counted): boolean {
  const aboutPeople = ['family', 'given', 'email', 'role', 'handle'] as const
  return (
    people.has('organisation') &&
    organisations.has('name') &&
    !people.has('name') &&
    !aboutPeople.some(people.has)
  )
}

function guessJson(text: string): ImportFormat | undefined {
  const first = parseObject(text.split(/\r?\n/, 1)[0] ?? '')
  if (first === undefined) return guessDocument(text)
  if (typeof first.did === 'string' && typeof first.kind === 'string') return 'jetstream'
  if (isMastodon(first)) return 'mastodon'
  if (isJsonFeed(JSON.stringify(first))) return 'feed'
  if (isReddit(first)) return 'reddit'
  if (isHackerNews(first)) return 'hackernews'
  if ('@context' in first || '@graph' in first) return 'activitystreams'
  return 'actor' in first || 'type' in first ? 'activities' : undefined
}

function isMastodon(object: JsonObject): boolean {
  const isEntity = 'entity' in object && 'data' in object
  const isFrame = 'stream' in object && 'event' in object
  const isStatus = 'account' in object && ('content' in object || 'status' in object)
  return isEntity || isFrame || isStatus || 'acct' in object
}

/** A document over several lines, or too long to be held: by words that only one format has. */
function guessDocument(text: string): ImportFormat | undefined {
  if (isJsonFeed(text)) return 'feed'
  if (/"@context"|www\.w3\.org\/ns\/activitystreams/.test(text)) return 'activitystreams'
  if (/"kind"\s*:\s*"(?:Listing|t[13])"/.test(text)) return 'reddit'
  return /"objectID"\s*:/.test(text) && /"hits"\s*:/.test(text) ? 'hackernews' : undefined
}

function isReddit(object: JsonObject): boolean {
  const isThing = object.kind === 'Listing' || /^t[1-3]$/.test(String(object.kind))
  const isRow = 'subreddit' in object && 'author' in object
  return (isThing && 'data' in object) || isRow
}

function isHackerNews(object: JsonObject): boolean {
  const isItem = typeof object.id === 'number' && 'time' in object && 'type' in object
  return isItem || ('objectID' in object && 'author' in object)
}

function isJsonFeed(text: string): boolean {
  return text.includes('jsonfeed.org/version')
}

function parseObject(line: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return isJsonObject(value) ? value : undefined
  } catch {
    // Not one object a line: perhaps a document over several lines.
    return undefined
  }
}
