import { hash } from 'node:crypto'
import { z } from 'zod'
import type { FeedItem } from './feed-item.ts'
import { keyOfItem } from './receive.ts'

/** What a feed channel remembers between two looks. */
const liveMemory = z.object({
  /** The address that was set; where it is another one now, nothing of this holds. */
  set: z.string(),
  /** The address that is asked: the set one, or where it has moved for good. */
  address: z.string(),
  /** Where permanent redirects lead, and at how many looks in a row they did. */
  moved: z.object({ to: z.string(), looks: z.number() }).optional(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** Who gave the two above. */
  validatedBy: z.string().optional(),
  bodyHash: z.string().optional(),
  intervalMs: z.number(),
  /** When the feed was last read or said to be unchanged. */
  heardAt: z.number().optional(),
  /** Key and content of entries, hashed: `seen` are those of the last document first. */
  seen: z.array(z.string()),
  /** Of `seen`, entries whose pages were put off, and how often. */
  putOff: z.record(z.string(), z.number()).optional(),
})
export type LiveMemory = z.infer<typeof liveMemory>

/** Entries remembered beyond those that the last document had: feeds drop some and bring them back. */
const SEEN_BEYOND = 500
/** Looks at which a page is asked for that its server puts off. */
const PAGE_TRIES_MAX = 3
/** Of key and of content: 48 bits each, as base64url. */
const HASH_CHARS = 8

/** What was remembered for this address; a fresh memory where there is none or it can't be read. */
export function readMemory(text: string | null, address: string, intervalMs: number): LiveMemory {
  const fresh: LiveMemory = { set: address, address, intervalMs, seen: [] }
  if (text === null) return fresh
  try {
    const read = liveMemory.safeParse(JSON.parse(text))
    return read.success && read.data.set === address ? read.data : fresh
  } catch (error) {
    if (error instanceof SyntaxError) return fresh
    throw error
  }
}

/** What a document brings against what was seen. */
export interface News {
  /** New or changed, or known but with a page to be read yet, in the order of the document. */
  items: FeedItem[]
  seen: string[]
  /** Nothing of the document was known although something had been seen: more may have gone by. */
  isOverrun: boolean
}

/** Compares by key and content. A change back to an earlier form is a change. Pure. */
export function newsIn(
  items: readonly FeedItem[],
  { seen, putOff = {} }: Pick<LiveMemory, 'seen' | 'putOff'>,
  scope: string,
): News {
  const known = new Set(seen.filter((mark) => !Object.hasOwn(putOff, mark)))
  const knownKeys = new Set(seen.map(keyPart))
  const marks = items.map((item) => markOf(item, scope))
  const inDocument = new Set(marks)
  const keysInDocument = new Set(marks.map(keyPart))
  const handedOn = new Set<string>()
  const fresh = items.filter((_, at) => {
    const mark = marks[at] ?? ''
    if (known.has(mark) || handedOn.has(mark)) return false
    handedOn.add(mark)
    return true
  })
  const fallenOff = seen.filter((mark) => !keysInDocument.has(keyPart(mark)))
  return {
    items: fresh,
    seen: [...inDocument, ...fallenOff.slice(0, SEEN_BEYOND)],
    isOverrun:
      seen.length > 0 && items.length > 0 && !marks.some((mark) => knownKeys.has(keyPart(mark))),
  }
}

/**
 * What has been seen when a document broke off: what it holds, and what was seen before, which may
 * stand in its missing part. No more than before, or than a whole document leaves.
 */
export function seenInPart(news: News, before: LiveMemory): string[] {
  const most = Math.max(before.seen.length, news.seen.length + SEEN_BEYOND)
  return [...new Set([...news.seen, ...before.seen])].slice(0, most)
}

/** Of the items whose pages were put off, those whose pages are asked for again at the next look. */
export function putOffAgain(
  items: readonly FeedItem[],
  { putOff = {}, set }: LiveMemory,
): LiveMemory['putOff'] {
  const tries = items.map((item) => {
    const mark = markOf(item, set)
    return [mark, (putOff[mark] ?? 0) + 1] as const
  })
  const left = tries.filter(([, count]) => count < PAGE_TRIES_MAX)
  return left.length === 0 ? undefined : Object.fromEntries(left)
}

/** Whether the item was handed on before, without its page. */
export function wasPutOff(item: FeedItem, { putOff = {}, set }: LiveMemory): boolean {
  return Object.hasOwn(putOff, markOf(item, set))
}

function markOf(item: FeedItem, scope: string): string {
  return shortHash(keyOfItem(item, scope)) + shortHash(JSON.stringify(item.entry))
}

function keyPart(mark: string): string {
  return mark.slice(0, HASH_CHARS)
}

function shortHash(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, HASH_CHARS)
}

export function hashOfBody(body: Uint8Array): string {
  return hash('sha256', body, 'base64url').slice(0, 22)
}
