import { z } from 'zod'

/** A text construct as it was published: its mark-up untouched, with what it takes to show it. */
const feedText = z.object({
  type: z.enum(['text', 'html']),
  value: z.string(),
  base: z.string().optional(),
  lang: z.string().optional(),
})

const feedAuthor = z.object({
  name: z.string().optional(),
  email: z.string().optional(),
  url: z.string().optional(),
})

/** What an entry has to know of the feed it stood in. */
const feedHead = z.object({
  title: z.string().optional(),
  link: z.string().optional(),
  lang: z.string().optional(),
  authors: z.array(feedAuthor),
})

const feedEntry = z.object({
  id: z.string().optional(),
  link: z.string().optional(),
  title: feedText.optional(),
  /** The short form: RSS `description`, Atom `summary`. */
  summary: feedText.optional(),
  /** An RSS item without title is "complete in itself" (RSS 2.0): its description is the whole. */
  isComplete: z.literal(true).optional(),
  /** The whole: `content`, `content:encoded`, `content_html`. */
  content: feedText.optional(),
  authors: z.array(feedAuthor),
  /** Dates stand as they were written. */
  published: z.string().optional(),
  updated: z.string().optional(),
  categories: z.array(z.string()),
  /** The id of the entry that this one answers (RFC 4685). */
  inReplyTo: z.string().optional(),
  lang: z.string().optional(),
})

/** What the entry's own page added, where it was looked at. */
const feedPage = z.object({
  /** The page's main part; absent where the page says no more than the entry does. */
  html: z.string().optional(),
})

/** One entry with its feed: what is kept as the original payload, as JSON. */
export const feedItem = z.object({
  feed: feedHead,
  entry: feedEntry,
  page: feedPage.optional(),
})

export type FeedText = z.infer<typeof feedText>
export type FeedAuthor = z.infer<typeof feedAuthor>
export type FeedHead = z.infer<typeof feedHead>
export type FeedEntry = z.infer<typeof feedEntry>
export type FeedItem = z.infer<typeof feedItem>

export interface Feed {
  format: 'rss' | 'rdf' | 'atom' | 'cdf' | 'json'
  title?: FeedText | undefined
  subtitle?: FeedText | undefined
  id?: string | undefined
  link?: string | undefined
  lang?: string | undefined
  authors: FeedAuthor[]
  published?: string | undefined
  updated?: string | undefined
  entries: FeedEntry[]
  /** How long the publisher asks to wait between two looks. */
  restMinutes?: number | undefined
  /** Entries beyond the most that are taken of one document. */
  entriesBeyond: number
}
