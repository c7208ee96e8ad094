import type { JsonObject } from '#listen/index.ts'
import { listOf, objectOf, textOf } from '../json-fields.ts'
import { parseObject } from './event-header.ts'
import { RecentKeys } from './recent-keys.ts'

/** What is kept in mind while listening, and (the newest of each) over an interruption. */
export interface LiveMemory {
  /** The stream that the cursor is of. */
  address: string
  /** The `time_us` of the newest event heard; undefined before the first. */
  cursorUs: number | undefined
  /** What the stream was asked for: with another filter the event at the cursor may be left out. */
  filter: string
  /** DIDs of the handles in the settings. They stay when a handle moves on. */
  didOfHandle: Map<string, string>
  /** Handles in the settings that are nobody's, and were told to be. */
  unknownHandles: Set<string>
  /** at-uris of posts that were taken. */
  posts: RecentKeys
  /** at-uris of likes, reposts and follows that were taken. */
  reactions: RecentKeys
  /** DIDs of who wrote posts that were taken. */
  authors: RecentKeys
  /** How far the next connection steps over a message too large to be heard; 0: it does not. */
  leapUs: number
}

/** How many are held while listening, and how many of them are kept as text. */
const HELD = { posts: 65_536, reactions: 65_536, authors: 65_536 } as const
const KEPT = { posts: 8_192, reactions: 2_048, authors: 4_096 } as const

/** Memory from its text; what cannot be read counts as forgotten. */
export function readMemory(text: string | null): LiveMemory {
  const kept: JsonObject = text === null ? {} : (parseObject(text) ?? {})
  const dids = Object.entries(objectOf(kept.accounts) ?? {}).flatMap(([handle, did]) =>
    typeof did === 'string' ? [[handle, did] as const] : [],
  )
  return {
    address: textOf(kept.address) ?? '',
    cursorUs: wholeNumber(kept.cursorUs),
    filter: textOf(kept.filter) ?? '',
    didOfHandle: new Map(dids),
    unknownHandles: new Set(listOf(kept.unknown).flatMap((handle) => textOf(handle) ?? [])),
    posts: new RecentKeys(HELD.posts, textOf(kept.posts)),
    reactions: new RecentKeys(HELD.reactions, textOf(kept.reactions)),
    authors: new RecentKeys(HELD.authors, textOf(kept.authors)),
    leapUs: wholeNumber(kept.leapUs) ?? 0,
  }
}

/** Memory as text, 85 KB at most beside the accounts. */
export function writeMemory(memory: LiveMemory): string {
  const { address, cursorUs, filter, leapUs } = memory
  return JSON.stringify({
    ...{ address, cursorUs, filter, leapUs },
    accounts: Object.fromEntries(memory.didOfHandle),
    unknown: [...memory.unknownHandles],
    posts: memory.posts.pack(KEPT.posts),
    reactions: memory.reactions.pack(KEPT.reactions),
    authors: memory.authors.pack(KEPT.authors),
  })
}

function wholeNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined
}
