import { textOfHtml } from '#listen/index.ts'
import type { FeedEntry, FeedText } from './feed-item.ts'

/** How a text that goes on elsewhere ends. Dots alone end sentences too, so they count only in a summary. */
const GOES_ON =
  /(?:\[(?:…|\.{3}|\u2026)\]|[（(](?:…|\.{3})[）)]|続きを(?:読む|見る)|もっと(?:読む|見る)|全文を(?:読む|見る)|read (?:the )?(?:more|full (?:article|story|post))|continue reading|keep reading|view (?:the )?(?:full )?(?:article|post))[\s.…»→›>)）]*$/iu
/** The note that WordPress puts behind every entry says nothing about the text before it. */
const POST_APPEARED = /The post .{1,300} (?:first )?appeared (?:first )?on .{1,200}$/su

export type ExcerptSign = 'goes-on' | 'summary-only' | 'title-only'

/**
 * What shows that an entry holds only a part of what was published; undefined
 * where it is complete. A summary is an excerpt by definition (RFC 4287, 4.2.13; RSS 2.0,
 * "the item synopsis"), except in an item without title, which RSS 2.0 calls complete
 * in itself. Whole content is one where its text says that it goes on elsewhere.
 */
export function excerptSign(entry: FeedEntry): ExcerptSign | undefined {
  if (entry.content !== undefined) return goesOn(entry.content) ? 'goes-on' : undefined
  if (entry.summary === undefined) return 'title-only'
  return entry.isComplete && !goesOn(entry.summary) ? undefined : 'summary-only'
}

function goesOn(text: FeedText): boolean {
  const plain = text.type === 'html' ? textOfHtml(text.value) : text.value
  // Only the end matters, and matching must not take long on what is long.
  const end = plain.trimEnd().slice(-1000).replace(POST_APPEARED, '')
  return GOES_ON.test(end.trimEnd().slice(-200))
}
