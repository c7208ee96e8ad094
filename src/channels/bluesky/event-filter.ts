import type { TopicSet } from '#listen/index.ts'
import { createTopicFinder } from '#understand/index.ts'
import { listOf, textOf } from '../json-fields.ts'
import {
  type EventHeader,
  namesAny,
  parseObject,
  postTextOf,
  readHeader,
  recordOf,
  subjectDidOf,
} from './event-header.ts'
import type { LiveMemory } from './live-memory.ts'
import type { BlueskySettings } from './live-settings.ts'
import { atUri } from './record.ts'

/** What is to become of one event; undefined where the text is no event. */
export interface Verdict {
  timeUs: number
  isTaken: boolean
}

export interface EventFilter {
  judge(text: string): Verdict | undefined
}

/**
 * Decides which events of the stream concern us. Most are left aside after a look at their first
 * 250 characters; only posts are searched for words. What is taken is remembered, so that answers,
 * reactions, edits and deletions of it are taken as well.
 */
export function createEventFilter(
  settings: BlueskySettings,
  memory: LiveMemory,
  topics: () => TopicSet,
): EventFilter {
  const followed = new Set(
    settings.accounts.map((account) => memory.didOfHandle.get(account) ?? account),
  )
  const finder = createWordFinder(settings, topics)
  const parts: FilterParts = { settings, memory, followed, finder }
  return {
    judge: (text) => {
      const header = readHeader(text)
      if (header === undefined) return undefined
      return { timeUs: header.timeUs, isTaken: isWanted(header, parts) }
    },
  }
}

interface FilterParts {
  settings: BlueskySettings
  memory: LiveMemory
  followed: ReadonlySet<string>
  finder: WordFinder
}

function isWanted(header: EventHeader, parts: FilterParts): boolean {
  switch (header.kind) {
    case 'commit':
      return isWantedCommit(header, parts)
    case 'identity':
      return isKnownAccount(header.did, parts)
    case 'account':
      return isWantedAccountEvent(header)
    default:
      return false
  }
}

function isWantedCommit(header: EventHeader, parts: FilterParts): boolean {
  switch (header.collection) {
    case 'app.bsky.feed.post':
      return isWantedPost(header, parts)
    case 'app.bsky.feed.like':
    case 'app.bsky.feed.repost':
      return isWantedReaction(header, parts, () =>
        namesAny(header, (uri) => parts.memory.posts.meets(uri)),
      )
    case 'app.bsky.graph.follow':
      return isWantedReaction(header, parts, () => parts.followed.has(subjectDidOf(header)))
    case 'app.bsky.actor.profile':
      return isKnownAccount(header.did, parts)
    default:
      return false
  }
}

function isWantedPost(header: EventHeader, parts: FilterParts): boolean {
  const { memory, followed } = parts
  const uri = atUri(header)
  if (header.operation === 'delete') {
    // A deletion must reach the log even when the post itself is long forgotten here.
    return followed.has(header.did) || memory.authors.meets(header.did) || memory.posts.meets(uri)
  }
  const isOurs =
    followed.has(header.did) ||
    (header.operation === 'update' && memory.posts.meets(uri)) ||
    (parts.settings.replies && namesAny(header, (named) => memory.posts.meets(named))) ||
    isFoundByWords(header, parts)
  if (!isOurs) return false
  memory.posts.add(uri)
  memory.authors.add(header.did)
  return true
}

function isFoundByWords(header: EventHeader, { settings, finder }: FilterParts): boolean {
  if (!finder.finds(postTextOf(header))) return false
  if (settings.languages.length === 0) return true
  const claimed = listOf(recordOf(header)?.langs).flatMap((tag) => textOf(tag) ?? [])
  // Who claims no language may well write in one that is wanted.
  return (
    claimed.length === 0 ||
    claimed.some((tag) => settings.languages.includes(tag.split('-')[0]?.toLowerCase() ?? ''))
  )
}

function isWantedReaction(
  header: EventHeader,
  { settings, memory }: FilterParts,
  isToOurs: () => boolean,
): boolean {
  if (!settings.engagement) return false
  const uri = atUri(header)
  if (header.operation === 'delete') return memory.reactions.meets(uri)
  if (!isToOurs()) return false
  memory.reactions.add(uri)
  return true
}

function isKnownAccount(did: string, { memory, followed }: FilterParts): boolean {
  return followed.has(did) || memory.authors.meets(did)
}

/**
 * Every account that is gone for good is taken, known or not: they are few, and one that is held in
 * the log must go there too, however long ago it spoke. Paused accounts (deactivated, suspended) may
 * come back and stay as they are.
 */
function isWantedAccountEvent({ text }: EventHeader): boolean {
  const account = parseObject(text)?.account
  const status =
    typeof account === 'object' && account !== null && 'status' in account ? account.status : ''
  return status === 'deleted' || status === 'takendown'
}

interface WordFinder {
  finds(text: string): boolean
}

/** Keywords and the chosen topics, found as topics are found in every post. */
function createWordFinder(settings: BlueskySettings, topics: () => TopicSet): WordFinder {
  const keywords = createTopicFinder(
    settings.keywords.map((name) => ({ id: name, name, kind: 'category', aliases: [] })),
  )
  const hasKeywords = settings.keywords.length > 0
  const chosen = settings.topics === 'all' ? undefined : new Set(settings.topics)
  if (chosen?.size === 0) return { finds: (text) => keywords.find(text).length > 0 }
  let known: TopicSet | undefined
  let names = createTopicFinder([])
  const refresh = () => {
    const now = topics()
    if (now === known) return
    known = now
    // All topics, chosen or not: a longer name of another topic covers a shorter one.
    names = createTopicFinder(now.topics.map((topic) => ({ ...topic, kind: 'category' })))
  }
  return {
    finds: (text) => {
      if (hasKeywords && keywords.find(text).length > 0) return true
      refresh()
      return names.find(text).some(({ topicId }) => chosen === undefined || chosen.has(topicId))
    },
  }
}
