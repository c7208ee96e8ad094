import {
  knownFields,
  type LivePayload,
  type LiveProblem,
  type PollResult,
  type PollTurn,
} from '#listen/index.ts'
import { isLastingFailure, type OutsideAnswer, type OutsideRefusal } from '#outside/ports.ts'
import { PERMANENT_REDIRECTS } from '#outside/redirects.ts'
import { dateOf } from './feed-dates.ts'
import type { Feed, FeedItem } from './feed-item.ts'
import { type ReadPages, withPages } from './full-page.ts'
import {
  hashOfBody,
  type LiveMemory,
  newsIn,
  putOffAgain,
  readMemory,
  seenInPart,
  wasPutOff,
} from './live-memory.ts'
import { type FeedSettings, readFeedSettings } from './live-settings.ts'
import {
  firstInterval,
  maxAgeSeconds,
  nextInterval,
  restAfter,
  restAfterFailure,
  retryAfterMs,
} from './poll-pace.ts'
import { problemOfStatus } from './poll-problems.ts'
import { randomShare } from './random-share.ts'
import { readDocument } from './read-document.ts'
import { itemsOf } from './receive.ts'

export const FEED_BYTES_MAX = 16 * 1024 * 1024
const FEED_MILLISECONDS_MAX = 60_000
/** Looks in a row at which a permanent redirect has to say the same before it is believed. */
const MOVED_LOOKS = 5
export const FEED_ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1'

/** One look with what it needs at hand. */
interface Look extends PollTurn {
  feed: FeedSettings
  before: LiveMemory
  counts: PollResult['counts']
}

/** One look at a feed: asks conditionally, hands on what is new or changed, says when to look again. */
export async function pollFeed(turn: PollTurn): Promise<PollResult> {
  const feed = readFeedSettings(turn.settings)
  const before = readMemory(turn.memory, feed.address, firstInterval(feed))
  const counts = { requests: 1, bytes: 0, unchanged: 0, events: 0, taken: 0 }
  const look: Look = { ...turn, feed, before, counts }
  const answer = await turn.tools.outside.fetchOutside(before.address, {
    headers: { accept: FEED_ACCEPT, ...conditionsOf(before) },
    bytesMax: FEED_BYTES_MAX,
    millisecondsMax: FEED_MILLISECONDS_MAX,
    signal: turn.signal,
  })
  if (answer.kind === 'failure') return failed(look, problemOfRefusal(answer))
  counts.requests += answer.redirects.length
  counts.bytes += answer.wireBytes
  if (answer.status === 304) return unchanged(look, answer)
  if (answer.status !== 200) return failed(look, problemOfStatus(answer.status), answer)
  return read(look, answer)
}

function conditionsOf({ etag, lastModified }: LiveMemory): Record<string, string> {
  return {
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
  }
}

function problemOfRefusal({ failure, detail }: OutsideRefusal): LiveProblem {
  return {
    code: failure,
    ...(detail === undefined ? {} : { detail }),
    ...(isLastingFailure(failure) ? { isLasting: true } : {}),
  }
}

async function read(look: Look, answer: OutsideAnswer): Promise<PollResult> {
  const { before, counts } = look
  const bodyHash = hashOfBody(answer.body)
  if (bodyHash === before.bodyHash) return unchanged(look, answer)
  const { feed, problem } = readDocument(answer)
  if (feed === undefined) return failed(look, problem ?? { code: 'feed-not-a-feed' }, answer)
  const news = newsIn(itemsOf(feed), before, before.set)
  const pages = await pagesOf(look, news.items)
  // What was handed on without its page is handed on again only with it.
  const items = pages.items.filter((item) => item.page !== undefined || !wasPutOff(item, before))
  counts.events = feed.entries.length
  counts.taken = items.length
  if (look.signal.aborted) return failed(look, { code: 'aborted' })
  const isWhole = problem === undefined
  const putOff = putOffAgain(pages.putOff, before)
  const heard = after(look, answer, items.length > 0)
  const memory = knownFields<LiveMemory>({
    ...(isWhole && putOff === undefined ? { ...heard, bodyHash } : withoutConditions(heard)),
    seen: isWhole ? news.seen : seenInPart(news, before),
    putOff,
  })
  return {
    memory: JSON.stringify(memory),
    payloads: payloadsOf(look, items),
    nextInMs: nextLook(look, answer, memory, feed),
    ...(problem === undefined ? {} : { problem }),
    ...(news.isOverrun && isWhole ? { gap: gapOf(look) } : {}),
    counts,
  }
}

function gapOf({ before, tools }: Look): NonNullable<PollResult['gap']> {
  const until = tools.now()
  return { since: new Date(before.heardAt ?? until), until, reason: 'feed-overran' }
}

function unchanged(look: Look, answer: OutsideAnswer): PollResult {
  look.counts.unchanged = 1
  const heard = after(look, answer, false)
  // Another server that knows nothing of our conditions may say "not modified" of something else.
  const isStranger = answer.status === 304 && heard.validatedBy !== look.before.validatedBy
  const memory = isStranger ? withoutConditions(look.before) : heard
  const nextInMs = isStranger ? look.feed.minutesMin * 60_000 : nextLook(look, answer, memory)
  return { memory: JSON.stringify(memory), payloads: [], nextInMs, counts: look.counts }
}

/** What holds after a look that was answered: conditions, where the feed moved, how often to look. */
function after(look: Look, answer: OutsideAnswer, hadNews: boolean): LiveMemory {
  const { before, feed, tools } = look
  const { bodyHash, seen, putOff, etag, lastModified } = before
  const is304 = answer.status === 304
  const kept = { etag: answer.headers.etag, lastModified: answer.headers['last-modified'] }
  const isFirst = before.heardAt === undefined
  return knownFields<LiveMemory>({
    set: before.set,
    ...movedTo(before, answer),
    etag: kept.etag ?? (is304 ? etag : undefined),
    lastModified: kept.lastModified ?? (is304 ? lastModified : undefined),
    validatedBy: answer.url,
    bodyHash,
    intervalMs: isFirst ? before.intervalMs : nextInterval(before.intervalMs, hadNews, feed),
    heardAt: tools.now().getTime(),
    seen,
    putOff,
  })
}

/** Follows permanent redirects for good once they have said the same several times. */
function movedTo(
  before: LiveMemory,
  { redirects }: OutsideAnswer,
): Pick<LiveMemory, 'address' | 'moved'> {
  const temporary = redirects.findIndex(({ status }) => !PERMANENT_REDIRECTS.includes(status))
  const permanent = temporary === -1 ? redirects : redirects.slice(0, temporary)
  const to = permanent.at(-1)?.to
  if (to === undefined || to === before.address) return { address: before.address }
  const looks = before.moved?.to === to ? before.moved.looks + 1 : 1
  return looks >= MOVED_LOOKS ? { address: to } : { address: before.address, moved: { to, looks } }
}

function withoutConditions(memory: LiveMemory): LiveMemory {
  const { etag: _, lastModified: __, validatedBy: ___, bodyHash: ____, ...rest } = memory
  return rest
}

function nextLook(look: Look, answer: OutsideAnswer, memory: LiveMemory, feed?: Feed): number {
  const wishes = { restMinutes: feed?.restMinutes, maxAgeSeconds: maxAgeSeconds(answer.headers) }
  return restAfter(memory.intervalMs, wishes, randomShare(look.tools.random))
}

/** Nothing was heard: what was remembered stays, except an address that a feed has moved to and left. */
function failed(look: Look, problem: LiveProblem, answer?: OutsideAnswer): PollResult {
  const { before, feed, tools } = look
  const wished = retryAfterMs(answer?.headers['retry-after'], tools.now())
  const chance = randomShare(tools.random)
  const hasMoved = before.address !== before.set
  const isLeft = hasMoved && ['feed-gone', 'feed-not-found', 'not-resolved'].includes(problem.code)
  const memory = isLeft ? { ...withoutConditions(before), address: before.set } : before
  const { isLasting: _, ...passing } = problem
  return {
    memory: JSON.stringify(memory),
    payloads: [],
    nextInMs: restAfterFailure(look.failuresInRow, feed, wished, chance),
    problem: isLeft ? passing : problem,
    counts: look.counts,
  }
}

function pagesOf(look: Look, items: readonly FeedItem[]): Promise<ReadPages> | ReadPages {
  const { feed, before, tools, signal, counts } = look
  const turn = { tools, signal, counts, address: before.address }
  return feed.fullText ? withPages(items, turn) : { items: [...items], putOff: [] }
}

/** Oldest first: feeds begin with their newest, the log is told in the order of time. */
function payloadsOf({ before }: Look, items: readonly FeedItem[]): LivePayload[] {
  return items.toReversed().map((item) => payloadOf(item, before.set))
}

function payloadOf(item: FeedItem, scope: string): LivePayload {
  const date = item.entry.published ?? item.entry.updated
  const publishedAt = date === undefined ? undefined : dateOf(date)
  return {
    ...{ format: 'feed', body: JSON.stringify(item), scope },
    ...(publishedAt === undefined ? {} : { publishedAt }),
  }
}
