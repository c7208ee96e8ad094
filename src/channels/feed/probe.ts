import type { LiveSettings, LiveTools, ProbeResult } from '#listen/index.ts'
import { OUTSIDE_WORDS } from '#outside/outside-fault.ts'
import type { OutsideAnswer, OutsideFailure } from '#outside/ports.ts'
import { PERMANENT_REDIRECTS } from '#outside/redirects.ts'
import type { Words } from '#vocabulary/index.ts'
import { excerptSign } from './excerpt.ts'
import { dateOf } from './feed-dates.ts'
import type { Feed } from './feed-item.ts'
import type { NamedFeed } from './find-feeds.ts'
import { readFeedSettings } from './live-settings.ts'
import { FEED_ACCEPT, FEED_BYTES_MAX } from './poll.ts'
import { FEED_PROBLEM_WORDS, problemOfStatus } from './poll-problems.ts'
import { readDocument } from './read-document.ts'
import { textOf } from './receive.ts'
import { resolveUrl } from './xml-tree.ts'

const PROBE_MILLISECONDS_MAX = 20_000

type FeedProblem = keyof typeof FEED_PROBLEM_WORDS
type Found = Extract<ProbeResult, { kind: 'works' }>['found']

/** Tries an address once and says what is there, or precisely what is wrong. */
export async function probeFeed(settings: LiveSettings, tools: LiveTools): Promise<ProbeResult> {
  const { address, fullText } = readFeedSettings(settings)
  const answer = await ask(tools, address)
  if (answer.kind === 'failure') return refused(answer.failure, answer.detail)
  if (answer.status !== 200) {
    const { code, detail } = problemOfStatus(answer.status)
    return problem(code as FeedProblem, `${answer.url}: ${detail}`)
  }
  const { feed, problem: fault, offers } = readDocument(answer)
  if (feed === undefined) {
    const code = (fault?.code ?? 'feed-not-a-feed') as FeedProblem
    return problem(code, fault?.detail, offers)
  }
  const knowsConditions = await answersConditions(tools, answer)
  return {
    kind: 'works',
    found: foundIn(feed, knowsConditions),
    notes: [
      ...(fault === undefined ? [] : [FEED_PROBLEM_WORDS['feed-cut-off']]),
      ...addressNotes(answer),
      ...(feed.entries.length === 0 ? [NOTES.empty] : []),
      ...((await tools.outside.mayFetch(answer.url)) ? [] : [NOTES.feedRobots]),
      ...(await excerptNotes(feed, fullText, answer.url, tools)),
    ],
  }
}

function ask(tools: LiveTools, address: string, headers: Record<string, string> = {}) {
  return tools.outside.fetchOutside(address, {
    headers: { accept: FEED_ACCEPT, ...headers },
    bytesMax: FEED_BYTES_MAX,
    millisecondsMax: PROBE_MILLISECONDS_MAX,
  })
}

function refused(failure: OutsideFailure, detail: string | undefined): ProbeResult {
  return {
    ...{ kind: 'problem', code: failure, field: 'address' },
    words: withDetail(OUTSIDE_WORDS[failure], detail),
  }
}

function problem(code: FeedProblem, detail?: string, offers: NamedFeed[] = []): ProbeResult {
  const more =
    code === 'feed-is-a-page' ? (offers.length > 0 ? PAGE_WITH : PAGE_WITHOUT) : undefined
  const words = withDetail(FEED_PROBLEM_WORDS[code], detail)
  return {
    ...{ kind: 'problem', code, field: 'address' },
    words: more === undefined ? words : { ja: words.ja + more.ja, en: `${words.en} ${more.en}` },
    ...(offers.length === 0
      ? {}
      : {
          offers: offers.map(({ address, title }) => {
            return { field: 'address', value: address, label: title }
          }),
        }),
  }
}

const PAGE_WITH: Words = {
  ja: 'このページが案内しているフィードから選んでください。',
  en: 'Choose one of the feeds that it names.',
}
const PAGE_WITHOUT: Words = {
  ja: 'このページはフィードを案内していません。サイトで「RSS」や「フィード」の案内を探してください。',
  en: 'It names no feeds; look for “RSS” or “feed” on the site.',
}

function withDetail({ ja, en }: Words, detail: string | undefined): Words {
  return detail === undefined ? { ja, en } : { ja: `${ja}(${detail})`, en: `${en} (${detail})` }
}

/** Asks again with what the first answer gave; undefined where it gave nothing to ask with. */
async function answersConditions(
  tools: LiveTools,
  { headers, url }: OutsideAnswer,
): Promise<boolean> {
  const { etag, 'last-modified': lastModified } = headers
  if (etag === undefined && lastModified === undefined) return false
  const again = await ask(tools, url, {
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
  })
  return again.kind === 'answer' && again.status === 304
}

function foundIn(feed: Feed, knowsConditions: boolean): Found {
  const newest = newestOf(feed)
  return [
    {
      label: { ja: '題名', en: 'Title' },
      value: feed.title === undefined ? '–' : textOf(feed.title),
    },
    { label: { ja: '記事の数', en: 'Entries' }, value: String(feed.entries.length) },
    ...(newest === undefined
      ? []
      : [
          { label: { ja: '最新の記事', en: 'Newest entry' }, value: newest.title },
          { label: { ja: '最新の日時', en: 'Newest date' }, value: newest.at.toISOString() },
        ]),
    {
      label: {
        ja: '条件付きの取得(変更がなければ転送しない)',
        en: 'Conditional requests (no transfer without change)',
      },
      value: knowsConditions ? '✓' : '–',
    },
  ]
}

function newestOf(feed: Feed): { title: string; at: Date } | undefined {
  let newest: { title: string; at: Date } | undefined
  for (const { title, link, published, updated } of feed.entries) {
    const at = dateOf(published ?? updated ?? '')
    if (at === undefined || (newest !== undefined && at <= newest.at)) continue
    newest = { title: title === undefined ? (link ?? '–') : textOf(title), at }
  }
  return newest
}

function addressNotes({ redirects, url }: OutsideAnswer): Words[] {
  const isMoved =
    redirects.length > 0 && redirects.every(({ status }) => PERMANENT_REDIRECTS.includes(status))
  if (!isMoved) return []
  return [
    {
      ja: `このフィードは移転しています。新しいアドレス: ${url}`,
      en: `This feed has moved for good. Its new address: ${url}`,
    },
  ]
}

const NOTES = {
  empty: {
    ja: 'フィードとして読めますが、まだ記事がありません。',
    en: 'It is a feed, but it has no entries yet.',
  },
  feedRobots: {
    ja: 'サイトの robots.txt は、このアドレスの自動読み込みを望んでいません。続けるかどうかはサイトの運営者に確かめてください。',
    en: 'The site’s robots.txt asks robots to stay away from this address. Ask its owner before you go on.',
  },
  excerpts: {
    ja: '記事は抜粋です。全文は元のページから読みます。',
    en: 'Its entries are excerpts; the whole is read from their pages.',
  },
  excerptsOnly: {
    ja: '記事は抜粋です。「全文を読む」設定がオフなので、抜粋のまま判定します。',
    en: 'Its entries are excerpts. Reading pages is switched off, so they are judged by the excerpt.',
  },
  pagesForbidden: {
    ja: '記事は抜粋です。サイトの robots.txt が記事ページの読み込みを許していないため、抜粋のまま判定します。',
    en: 'Its entries are excerpts, and robots.txt forbids reading their pages, so they are judged by the excerpt.',
  },
} as const satisfies Record<string, Words>

async function excerptNotes(
  feed: Feed,
  fullText: boolean,
  address: string,
  tools: LiveTools,
): Promise<Words[]> {
  const excerpt = feed.entries.find((entry) => excerptSign(entry) !== undefined)
  if (excerpt === undefined) return []
  if (!fullText) return [NOTES.excerptsOnly]
  const link = URL.parse(resolveUrl(excerpt.link ?? '', feed.link), address)
  if (excerpt.link === undefined || link === null) return [NOTES.excerptsOnly]
  return [(await tools.outside.mayFetch(link.href)) ? NOTES.excerpts : NOTES.pagesForbidden]
}
