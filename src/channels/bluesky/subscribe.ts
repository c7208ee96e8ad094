import type { LiveGap } from '#listen/index.ts'
import type { LiveMemory } from './live-memory.ts'
import type { BlueskySettings } from './live-settings.ts'
import { isDid } from './live-settings.ts'

/** Where the stream is taken up, and what is known of that place. */
export interface StartingPoint {
  /** `time_us` to ask for; undefined: from now on. */
  cursorUs: number | undefined
  /** The `time_us` of the newest event heard before; what lies behind it was not heard. */
  heardUs: number | undefined
  /** The stream should still hold the event at `heardUs`, and show it to us. */
  isKnownThere: boolean
  reason: LiveGap['reason']
}

const SECOND_US = 1_000_000
/** Jetstream's own advice is "a few seconds"; what comes twice is a duplicate. */
const REWIND_US = 5 * SECOND_US
/** Instances see the same event at times of their own. */
const SWITCH_REWIND_US = 60 * SECOND_US
/** Where no event at the cursor is known, silence up to this long is no gap. */
const SILENCE_US = 60 * SECOND_US

/** One message of the stream, at most; Jetstream leaves out larger ones when told. */
export const MESSAGE_BYTES_MAX = 2 * 1024 * 1024

/** Jetstream's limit is 10,000, that of an address as servers read it far less. */
const DIDS_IN_ADDRESS_MAX = 100

/** What the stream is asked for, as the query of its address, without the cursor. */
export function filterQuery(settings: BlueskySettings, memory: LiveMemory): string {
  const query = new URLSearchParams()
  for (const collection of collectionsOf(settings)) query.append('wantedCollections', collection)
  for (const did of narrowedTo(settings, memory)) query.append('wantedDids', did)
  query.append('maxMessageSizeBytes', String(MESSAGE_BYTES_MAX))
  return query.toString()
}

function collectionsOf(settings: BlueskySettings): string[] {
  const reactions = ['app.bsky.feed.like', 'app.bsky.feed.repost', 'app.bsky.graph.follow']
  return ['app.bsky.feed.post', 'app.bsky.actor.profile', ...(settings.engagement ? reactions : [])]
}

/** The accounts that alone are listened to, if nothing that others do is wanted; else none. */
function narrowedTo(settings: BlueskySettings, memory: LiveMemory): string[] {
  const { keywords, topics, accounts, replies, engagement } = settings
  if (replies || engagement || keywords.length + topics.length > 0) return []
  const dids = accounts.map((account) => memory.didOfHandle.get(account) ?? account)
  return dids.length > DIDS_IN_ADDRESS_MAX ? [] : dids.filter(isDid)
}

/** Whether only some accounts are asked for: then hours of silence mean nothing. */
export function isNarrowed(filter: string): boolean {
  return filter.includes('wantedDids=')
}

/** Where to take up the stream after what is remembered. Pure. */
export function startingPoint(
  settings: BlueskySettings,
  memory: LiveMemory,
  filter: string,
  lastHeardAt: Date | null,
): StartingPoint {
  const { cursorUs, leapUs } = memory
  if (cursorUs === undefined) {
    const heardUs = lastHeardAt === null ? undefined : lastHeardAt.getTime() * 1000
    const from = heardUs === undefined ? undefined : heardUs - REWIND_US
    return { cursorUs: from, heardUs, isKnownThere: false, reason: 'not-listening' }
  }
  if (leapUs > 0) {
    const reason = 'not-listening'
    return { cursorUs: cursorUs + leapUs, heardUs: cursorUs, isKnownThere: true, reason }
  }
  const isSwitched = memory.address !== settings.address
  return {
    cursorUs: cursorUs - (isSwitched ? SWITCH_REWIND_US : REWIND_US),
    heardUs: cursorUs,
    isKnownThere: memory.filter === filter,
    reason: isSwitched ? 'switched' : 'cursor-too-old',
  }
}

/**
 * What was missed, told from the first event that comes. The stream was asked to begin before the
 * newest event heard; an instance that still holds that one begins with it or before it. One that
 * begins later has silently moved the cursor to the oldest that it holds. Pure.
 */
export function gapBefore(start: StartingPoint, firstUs: number, filter: string): LiveGap | null {
  const { heardUs, isKnownThere, reason } = start
  if (heardUs === undefined || firstUs <= heardUs) return null
  const isSilence = isNarrowed(filter) || firstUs - heardUs <= SILENCE_US
  if (!isKnownThere && isSilence) return null
  return { since: dateOf(heardUs), until: dateOf(firstUs), reason }
}

export function dateOf(timeUs: number): Date {
  return new Date(Math.floor(timeUs / 1000))
}
