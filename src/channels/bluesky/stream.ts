import type { LivePayload, LiveProblem, StreamSession } from '#listen/index.ts'
import { isLastingFailure, type OutsideRefusal, type OutsideSocket } from '#outside/ports.ts'
import { createEventFilter, type EventFilter } from './event-filter.ts'
import { HandOn } from './hand-on.ts'
import { type LiveMemory, readMemory, writeMemory } from './live-memory.ts'
import { type BlueskySettings, readSettings } from './live-settings.ts'
import { resolveAccounts, unknownHandles } from './resolve-accounts.ts'
import {
  dateOf,
  filterQuery,
  gapBefore,
  MESSAGE_BYTES_MAX,
  type StartingPoint,
  startingPoint,
} from './subscribe.ts'

/** Of the connection: whoever has nothing to tell still answers pings. */
const SILENCE_MS = 60_000
/** Messages that are no events: so many of them are handed on, to be refused with their reason. */
const UNREADABLE_TOLD_MAX = 20
/** So many before the first event mean that this is no Jetstream. */
const UNREADABLE_MAX = 100
const UNREADABLE_CHARS_MAX = 64 * 1024
/** A server's time this far ahead of ours moves no cursor: asked for it, a server would skip what is between. */
const AHEAD_MS_MAX = 10 * 60_000
const LEAP_FIRST_US = 1_000_000
const LEAP_MAX_US = 3600 * 1_000_000

/** One connection to Jetstream, from its opening to its end. See `StreamedKind.stream`. */
export async function listenToJetstream(session: StreamSession): Promise<LiveProblem | undefined> {
  const settings = readSettings(session.settings)
  const memory = readMemory(session.memory)
  const { tools, signal } = session
  const unresolved = await findAccounts(session, settings, memory)
  if (unresolved !== undefined) return signal.aborted ? undefined : unresolved
  const filter = filterQuery(settings, memory)
  const start = startingPoint(settings, memory, filter, session.lastHeardAt)
  memory.address = settings.address
  memory.filter = filter
  session.count({ requests: 1 })
  const socket = await tools.outside.openSocket(addressOf(settings.address, filter, start), {
    messageBytesMax: MESSAGE_BYTES_MAX,
    idleMillisecondsMax: SILENCE_MS,
    signal,
  })
  if ('failure' in socket) return signal.aborted ? undefined : problemOf(socket)
  session.opened()
  const ear: Ear = {
    ...{ session, memory, start, filter, unreadable: 0, hasHeard: false },
    events: createEventFilter(settings, memory, session.topics),
    handOn: new HandOn(session, memory, tools.now),
  }
  const problem = await hearOut(ear, socket)
  return signal.aborted ? undefined : problem
}

/**
 * Finds out who the accounts are, and keeps what was found: ten thousand handles are not asked for
 * again because of one. A handle that is nobody's is told once; from then on the others are heard.
 */
async function findAccounts(
  session: StreamSession,
  settings: BlueskySettings,
  memory: LiveMemory,
): Promise<LiveProblem | undefined> {
  const { didOfHandle } = memory
  const before = didOfHandle.size
  const { unknown, failure } = await resolveAccounts(
    settings,
    didOfHandle,
    session.tools,
    session.signal,
  )
  const isNews = unknown.some((handle) => !memory.unknownHandles.has(handle))
  if (failure === undefined) memory.unknownHandles = new Set(unknown)
  const isHopeless = unknown.length > 0 && !hearsAnybody(settings, memory)
  const problem = failure ?? (isNews || isHopeless ? unknownHandles(unknown) : undefined)
  const isWorthKeeping = didOfHandle.size > before || (isNews && failure === undefined)
  if (problem !== undefined && isWorthKeeping) await session.take([], writeMemory(memory))
  return problem
}

/** Whether anything is listened for beside handles that are nobody's. */
function hearsAnybody(
  { keywords, topics, accounts }: BlueskySettings,
  { unknownHandles }: LiveMemory,
): boolean {
  const isAnyKnown = accounts.some((account) => !unknownHandles.has(account))
  return keywords.length + topics.length > 0 || isAnyKnown
}

interface Ear {
  session: StreamSession
  memory: LiveMemory
  start: StartingPoint
  filter: string
  events: EventFilter
  handOn: HandOn
  unreadable: number
  /** Whether an event came on this connection. */
  hasHeard: boolean
}

function addressOf(address: string, filter: string, { cursorUs }: StartingPoint): string {
  return `${address}?${filter}${cursorUs === undefined ? '' : `&cursor=${cursorUs}`}`
}

/** Hears until the connection ends. Whatever was heard is handed on before it answers. */
async function hearOut(ear: Ear, socket: OutsideSocket): Promise<LiveProblem | undefined> {
  const over = new AbortController()
  const flushing = ear.handOn.keepFlushing(ear.session.tools.sleep, over.signal)
  // What cannot be handed on must not be heard further; the failure itself is thrown below.
  flushing.then(undefined, () => socket.close())
  let isForeign = false
  try {
    for await (const text of socket.messages) {
      isForeign = !hear(ear, text)
      if (isForeign) break
      if (ear.handOn.isFull) await ear.handOn.flush()
    }
  } finally {
    socket.close()
    over.abort()
    await flushing
  }
  await ear.handOn.flush(true)
  if (isForeign) return { code: 'not-jetstream' }
  return endOf(ear, await socket.ended)
}

/** Takes one message in; false when it has become clear that this is no Jetstream. */
function hear(ear: Ear, text: string): boolean {
  const { memory, handOn, session } = ear
  handOn.heard(text)
  const verdict = ear.events.judge(text)
  if (verdict === undefined) return hearUnreadable(ear, text)
  const { timeUs } = verdict
  const isBelievable = timeUs / 1000 <= session.tools.now().getTime() + AHEAD_MS_MAX
  if (!ear.hasHeard && isBelievable) beginAt(ear, timeUs)
  if (isBelievable && timeUs > (memory.cursorUs ?? 0)) memory.cursorUs = timeUs
  if (verdict.isTaken) handOn.add(payloadOf(text, dateOf(timeUs)))
  return true
}

function beginAt(ear: Ear, firstUs: number): void {
  ear.hasHeard = true
  ear.memory.leapUs = 0
  const gap = gapBefore(ear.start, firstUs, ear.filter)
  if (gap !== null) ear.session.noteGap(gap)
}

function hearUnreadable(ear: Ear, text: string): boolean {
  ear.unreadable += 1
  if (ear.unreadable <= UNREADABLE_TOLD_MAX) {
    ear.handOn.add(payloadOf(text.slice(0, UNREADABLE_CHARS_MAX)))
  }
  return ear.hasHeard || ear.unreadable < UNREADABLE_MAX
}

function payloadOf(body: string, publishedAt?: Date): LivePayload {
  const payload: LivePayload = { format: 'jetstream', body, scope: 'bluesky' }
  return publishedAt === undefined ? payload : { ...payload, publishedAt }
}

async function endOf(
  ear: Ear,
  end: Awaited<OutsideSocket['ended']>,
): Promise<LiveProblem | undefined> {
  if ('failure' in end) {
    if (end.failure === 'too-large') await stepOver(ear)
    return end.failure === 'timed-out' ? { code: 'silent' } : problemOf(end)
  }
  // 1000, 1001, 1012: the server goes away in good order, as for a restart (RFC 6455, 7.4.1).
  const isOrderly = end.code === 1000 || end.code === 1001 || end.code === 1012
  if (isOrderly && ear.hasHeard) return undefined
  return { code: 'closed', detail: `${end.code} ${end.reason}`.trim() }
}

/**
 * A message too large to be heard would end each connection that begins before it. The next one
 * begins a second later than what was heard last, then two, four...; what is stepped over is a gap.
 */
async function stepOver({ memory, start, session }: Ear): Promise<void> {
  if (memory.cursorUs === undefined) return
  const { heardUs, cursorUs: askedUs = 0 } = start
  const leptUs = heardUs === memory.cursorUs ? askedUs - memory.cursorUs : 0
  memory.leapUs = Math.min(LEAP_MAX_US, leptUs > 0 ? leptUs * 2 : LEAP_FIRST_US)
  await session.take([], writeMemory(memory))
}

/** A refusal as a problem; what the fetcher calls no proper answer is here an answer that is no WebSocket. */
function problemOf({ failure, detail }: OutsideRefusal): LiveProblem {
  return {
    code: failure === 'bad-answer' ? 'not-a-websocket' : failure,
    ...(detail === undefined ? {} : { detail }),
    ...(isLastingFailure(failure) ? { isLasting: true } : {}),
  }
}
